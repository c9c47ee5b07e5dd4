import type { Code, Identifier, ReferralIdentity, ReferralPatient } from "@samvirke/contracts";
import { noCode } from "../../envelope/elements.ts";
import { emptyPatient } from "../../referral/empty.ts";
import type { FhirElement } from "../element.ts";
import { extensionOf, kid, kids, tokenAt } from "../element.ts";
import { extensions, lists } from "../systems.ts";
import type { Reading } from "./reading.ts";
import { ofType, resolve } from "./reading.ts";
import { address, concept, contactPoints, dayIn, humanName, identifier, identifiers, timeOf } from "./values.ts";

/** Who a document is about. */
export interface FhirPerson {
  readonly identity: ReferralIdentity;
  readonly patient: ReferralPatient;
}

// List 3101 by FHIR's administrative gender.
const sexes: Readonly<Record<string, string>> = { male: "1", female: "2", other: "9", unknown: "0" };

const sexOf = (patient: FhirElement): Code | null => {
  const gender = tokenAt(patient, "gender");
  if (gender === null) return null;
  const code = Object.hasOwn(sexes, gender) ? sexes[gender] : undefined;
  return code === undefined ? { ...noCode, originalText: gender } : { ...noCode, system: lists.sex, code };
};

const languageOf = (patient: FhirElement): Code | null => {
  const all = kids(patient, "communication");
  const preferred = all.find((one) => tokenAt(one, "preferred") === "true") ?? all[0];
  return concept(kid(preferred, "language"));
};

const nationalityOf = (patient: FhirElement): Code | null =>
  concept(kid(extensionOf(extensionOf(patient, extensions.citizenship), "code"), "valueCodeableConcept"));

const patientOf = (patient: FhirElement): ReferralPatient => ({
  ...emptyPatient,
  bornOn: dayIn(tokenAt(patient, "birthDate")),
  bornText: tokenAt(patient, "birthDate"),
  sex: sexOf(patient),
  nationality: nationalityOf(patient),
  diedOn: timeOf(tokenAt(patient, "deceasedDateTime")),
  address: address(patient),
  contactPoints: contactPoints(patient),
  maritalStatus: concept(kid(patient, "maritalStatus")),
  language: languageOf(patient),
});

// Numbers that say who a person is in Norway, before any other. Source: list 8116.
const national: ReadonlyArray<string | null> = ["FNR", "DNR", "FHN"];

const identityOf = (
  numbers: ReadonlyArray<Identifier>,
  patient: FhirElement | undefined,
  stated: ReferralPatient,
): ReferralIdentity => {
  const number = numbers.find(({ type }) => national.includes(type.code)) ?? numbers[0] ?? null;
  return {
    number,
    otherNumbers: numbers.filter((one) => one !== number),
    name: humanName(patient),
    bornOn: number === null ? stated.bornOn : null,
    sex: number === null ? stated.sex : null,
    currentNumber: null,
  };
};

/**
 * The person that a reference means; the only Patient sent along where the reference leads to none.
 *
 * Source: no-basis-Patient.
 */
export const personAt = (reading: Reading, from: FhirElement, reference: FhirElement | undefined): FhirPerson => {
  const patients = ofType(reading, "Patient");
  const alone = reference === undefined && patients.length === 1 ? patients[0] : undefined;
  const patient = resolve(reading, from, reference) ?? alone;
  const stated = patient === undefined ? emptyPatient : patientOf(patient);
  const numbers = patient === undefined ? kids(reference, "identifier").map(identifier) : identifiers(patient);
  return { identity: identityOf(numbers, patient, stated), patient: stated };
};

const subjectKeys = ["subject", "patient", "for"] as const;

const subjectOf = (reading: Reading, element: FhirElement): FhirElement | undefined =>
  subjectKeys.flatMap((key) => resolve(reading, element, kid(element, key)) ?? [])[0];

/**
 * The resources of a type that are sent along with another one, those about somebody else left out: a child's referral may
 * bring its mother's.
 */
export const alongWith = (reading: Reading, from: FhirElement, type: string): ReadonlyArray<FhirElement> => {
  const who = subjectOf(reading, from);
  const all = ofType(reading, type);
  const others = all.filter((one) => who !== undefined && (subjectOf(reading, one) ?? who) !== who);
  if (others.length > 0) reading.note(type, "OF_ANOTHER_PERSON");
  return all.filter((one) => !others.includes(one));
};
