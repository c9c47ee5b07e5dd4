import type { Identifier } from "@samvirke/contracts";
import { personNumber } from "@samvirke/domain";
import type { AddressAnswer, ClinicianAnswer, PersonAnswer } from "@samvirke/domain";
import { parseDay } from "@samvirke/kernel";
import type { RegistriesFile } from "./config.ts";
import { inventedNationalNumber, inventedRegisterNumber } from "./invented-number.ts";
import type { EmploymentQuestion, Registries, RegistryName, SuspensionQuestion } from "./port.ts";
import { registryFailure } from "./port.ts";
import { addressAnswer, clinicianAnswer, personAnswer } from "./written.ts";

// Senders pad the register's number to nine digits or not.
const plain = (type: string, value: string): string =>
  type === "HPR" ? value.trim().replace(/^0+(?=\d)/, "") : value.trim();
const keyOf = (type: string, value: string): string => `${type === "HPR" ? "HPR" : "national"} ${plain(type, value)}`;

const personsOf = ({ persons }: RegistriesFile): ((number: string) => PersonAnswer) => {
  const entries = new Map(persons.entries.map((entry) => [entry.number, personAnswer(entry)]));
  const unlisted = personAnswer(persons.default);
  return (number) => entries.get(number) ?? (unlisted.found ? { currentNumber: number, ...unlisted } : unlisted);
};

const bothNumbers = ({ type, value }: Identifier): ReadonlyArray<Identifier> => {
  const asked = (value ?? "").trim();
  return type.code === "HPR"
    ? [personNumber("HPR", asked), personNumber("FNR", inventedNationalNumber(plain("HPR", asked)))]
    : [personNumber("HPR", inventedRegisterNumber(asked)), personNumber(type.code ?? "FNR", asked)];
};

const cliniciansOf = ({ healthPersonnel }: RegistriesFile): ((number: Identifier) => ClinicianAnswer) => {
  const entries = new Map(
    healthPersonnel.entries.flatMap((entry) => {
      const answer = clinicianAnswer(entry);
      return entry.numbers.map(({ type, value }) => [keyOf(type, value), answer] as const);
    }),
  );
  const unlisted = clinicianAnswer(healthPersonnel.default);
  return (number) => {
    const listed = entries.get(keyOf(number.type.code ?? "", number.value ?? ""));
    return listed ?? (unlisted.found ? { ...unlisted, numbers: bothNumbers(number) } : unlisted);
  };
};

interface Lasting {
  readonly from: string;
  readonly to?: string | null | undefined;
}

const lasts = ({ from, to }: Lasting, on: number): boolean =>
  (parseDay(from) ?? Infinity) <= on && on <= (parseDay(to ?? "") ?? Infinity);

const suspensionsOf =
  ({ suspensions }: RegistriesFile): ((question: SuspensionQuestion) => boolean) =>
  ({ number, on }) =>
    suspensions.entries.some((entry) => entry.number === number && lasts(entry, on));

const referenceKey = (reference: string): string => reference.trim().toLowerCase();

const addressesOf = ({ addresses }: RegistriesFile): ((reference: string) => AddressAnswer) => {
  const entries = new Map(addresses.entries.map((entry) => [referenceKey(entry.reference), addressAnswer(entry)]));
  const unlisted = addressAnswer(addresses.default);
  return (reference) => entries.get(referenceKey(reference)) ?? unlisted;
};

// Of whom anything is listed, nothing else is true.
const employmentsOf =
  ({ employments }: RegistriesFile): ((question: EmploymentQuestion) => boolean) =>
  ({ number, employer, on }) => {
    const listed = employments.entries.filter((entry) => entry.number === number);
    return listed.length === 0
      ? employments.default.employed
      : listed.some((entry) => entry.employer === employer && lasts(entry, on));
  };

const answering =
  <Q, A>(registry: RegistryName, isAway: boolean, answer: (question: Q) => A) =>
  (questions: ReadonlyArray<Q>): Promise<ReadonlyArray<A>> =>
    isAway && questions.length > 0
      ? Promise.reject(registryFailure(registry, "set to unavailable in the data file"))
      : Promise.resolve(questions.map(answer));

/**
 * The registers as data.
 *
 * Shape: whoever is not listed exists as the file's defaults say; the number of the other register is then invented, always the same.
 */
export const registriesOf = (file: RegistriesFile): Registries => ({
  persons: answering("persons", file.persons.unavailable === true, personsOf(file)),
  clinicians: answering("healthPersonnel", file.healthPersonnel.unavailable === true, cliniciansOf(file)),
  suspensions: answering("suspensions", file.suspensions.unavailable === true, suspensionsOf(file)),
  addresses: answering("addresses", file.addresses.unavailable === true, addressesOf(file)),
  employments: answering("employments", file.employments.unavailable === true, employmentsOf(file)),
});
