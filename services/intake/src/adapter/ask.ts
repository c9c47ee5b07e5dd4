import type { Identifier } from "@samvirke/contracts";
import { attachmentsOf, clinicianQuestion, dayMade, patientNumber, signerNumbers } from "@samvirke/domain";
import type { DecisionBasis, RegistryReplies } from "@samvirke/domain";
import type { Clock, Instant } from "@samvirke/kernel";
import type { ReadCertificate } from "./inbound.ts";
import type { Answers, Questions } from "./questions.ts";
import { firstFound, firstQuestions, newerNumbers, secondQuestions, signerNationalNumbers } from "./questions.ts";
import type { Registries, RegistryName, SuspensionQuestion } from "./registries/port.ts";
import { registryFailure } from "./registries/port.ts";
import type { Scanner } from "./scanner.ts";

/** A certificate with the bytes that it came in. */
export interface ToAsk {
  readonly certificate: ReadCertificate;
  readonly bytes: Uint8Array;
}

export interface AskDeps {
  readonly registries: Registries;
  readonly scanner: Scanner;
  readonly basis: DecisionBasis;
  readonly clock: Clock;
}

const clinicianKey = ({ type, value }: Identifier): string => `${type.code ?? ""} ${value ?? ""}`;
const suspensionKey = ({ number, on }: SuspensionQuestion): string => `${on} ${number}`;
const personKey = (number: string): string => number;

interface Asking<Q, A> {
  readonly registry: RegistryName;
  readonly keyOf: (question: Q) => string;
  readonly ask: (questions: ReadonlyArray<Q>) => Promise<ReadonlyArray<A>>;
}

/** Asks each question once for the whole batch. */
const askOnce = async <Q, A>(asking: Asking<Q, A>, questions: ReadonlyArray<Q>): Promise<ReadonlyMap<string, A>> => {
  const distinct = new Map(questions.map((question) => [asking.keyOf(question), question]));
  if (distinct.size === 0) return new Map();
  const answers = await asking.ask([...distinct.values()]);
  if (answers.length !== distinct.size) throw registryFailure(asking.registry, "a question was left open");
  return new Map([...distinct.keys()].map((key, index) => [key, answers[index] as A]));
};

const askAll = async (registries: Registries, all: ReadonlyArray<Questions>): Promise<Answers> => {
  const [persons, clinicians, suspensions] = await Promise.all([
    askOnce(
      { registry: "persons", keyOf: personKey, ask: registries.persons },
      all.flatMap((one) => one.persons),
    ),
    askOnce(
      { registry: "healthPersonnel", keyOf: clinicianKey, ask: registries.clinicians },
      all.flatMap((one) => one.clinicians),
    ),
    askOnce(
      { registry: "suspensions", keyOf: suspensionKey, ask: registries.suspensions },
      all.flatMap((one) => one.suspensions),
    ),
  ]);
  return {
    person: (number) => persons.get(number),
    clinician: (number) => clinicians.get(clinicianKey(number)),
    isSuspended: (question) => suspensions.get(suspensionKey(question)),
  };
};

const both = (first: Answers, second: Answers): Answers => ({
  person: (number) => first.person(number) ?? second.person(number),
  clinician: (number) => first.clinician(number) ?? second.clinician(number),
  isSuspended: (question) => first.isSuspended(question) ?? second.isSuspended(question),
});

type FromRegisters = Omit<RegistryReplies, "askedAt" | "scans">;

const signerReplies = (
  certificate: ReadCertificate,
  answers: Answers,
  { basis }: AskDeps,
): Omit<FromRegisters, "patient" | "clinician"> => {
  const signer = firstFound(signerNumbers(certificate.content), answers);
  const numbers = signerNationalNumbers(certificate, answers);
  const on = dayMade(certificate, basis.policy);
  return {
    signer,
    signerIsRegistered: signer.found || firstFound(newerNumbers(certificate, answers), answers).found,
    signerIsKnown: numbers.some((number) => answers.person(number)?.found === true),
    signerIsSuspended: on !== undefined && numbers.some((number) => answers.isSuspended({ number, on }) === true),
  };
};

const repliesOf = (certificate: ReadCertificate, answers: Answers, deps: AskDeps): FromRegisters => ({
  ...signerReplies(certificate, answers, deps),
  patient: answers.person(patientNumber(certificate.content.identity)?.value ?? "") ?? { found: false },
  clinician: firstFound(clinicianQuestion(certificate.content), answers),
});

const scansOf = async ({ certificate, bytes }: ToAsk, scanner: Scanner): Promise<ReadonlyArray<string>> => {
  const attachments = attachmentsOf(certificate.content);
  if (attachments.length === 0) return [];
  const said = await scanner(bytes);
  return attachments.map(() => said);
};

/** Asks the registers for a batch, in two rounds, each register once a round and side by side. Rejects when one gives no answer. */
export const askRegisters = async (
  batch: ReadonlyArray<ToAsk>,
  deps: AskDeps,
): Promise<ReadonlyArray<RegistryReplies>> => {
  if (batch.length === 0) return [];
  const { registries, scanner, basis } = deps;
  const certificates = batch.map(({ certificate }) => certificate);
  const [first, scans] = await Promise.all([
    askAll(registries, certificates.map(firstQuestions)),
    Promise.all(batch.map((one) => scansOf(one, scanner))),
  ]);
  const second = await askAll(
    registries,
    certificates.map((one) => secondQuestions(one, first, basis.policy)),
  );
  const answers = both(first, second);
  const askedAt: Instant = deps.clock.now();
  return certificates.map((one, index) => ({ askedAt, ...repliesOf(one, answers, deps), scans: scans[index] ?? [] }));
};
