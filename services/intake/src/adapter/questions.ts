import type { Identifier } from "@samvirke/contracts";
import {
  clinicianQuestion,
  dayMade,
  nationalNumber,
  nationalNumbers,
  patientNumber,
  signerNumbers,
} from "@samvirke/domain";
import type { ClinicianAnswer, PersonAnswer, RulePolicy } from "@samvirke/domain";
import type { ReadCertificate } from "./inbound.ts";
import type { SuspensionQuestion } from "./registries/port.ts";

/** What the registers said, by question. */
export interface Answers {
  readonly person: (number: string) => PersonAnswer | undefined;
  readonly clinician: (number: Identifier) => ClinicianAnswer | undefined;
  readonly isSuspended: (question: SuspensionQuestion) => boolean | undefined;
}

/** Questions of one certificate. */
export interface Questions {
  readonly persons: ReadonlyArray<string>;
  readonly clinicians: ReadonlyArray<Identifier>;
  readonly suspensions: ReadonlyArray<SuspensionQuestion>;
}

const valuesOf = (numbers: ReadonlyArray<Identifier>): ReadonlyArray<string> =>
  numbers.flatMap(({ value }) => value ?? []);

/** The first clinician that the register knows under one of these numbers. */
export const firstFound = (numbers: ReadonlyArray<Identifier>, answers: Answers): ClinicianAnswer => {
  const found = numbers.map((number) => answers.clinician(number)).find((answer) => answer?.found === true);
  return found ?? { found: false, numbers: [], approvals: [] };
};

/** What can be asked at once: the person, the signer and the clinician under the numbers that the message gives. */
export const firstQuestions = ({ content }: ReadCertificate): Questions => {
  const patient = patientNumber(content.identity)?.value ?? "";
  const signer = signerNumbers(content);
  return {
    persons: [...(patient === "" ? [] : [patient]), ...valuesOf(nationalNumbers(signer))],
    clinicians: [...signer, ...clinicianQuestion(content)],
    suspensions: [],
  };
};

/** The signer's national numbers by the message, else by the personnel register. */
export const signerNationalNumbers = ({ content }: ReadCertificate, answers: Answers): ReadonlyArray<string> => {
  const signed = nationalNumbers(signerNumbers(content));
  return valuesOf(signed.length > 0 ? signed : nationalNumbers(firstFound(signerNumbers(content), answers).numbers));
};

/** Today's numbers of a signer whom the personnel register does not know under the one that signed. */
export const newerNumbers = (certificate: ReadCertificate, answers: Answers): ReadonlyArray<Identifier> => {
  if (firstFound(signerNumbers(certificate.content), answers).found) return [];
  return signerNationalNumbers(certificate, answers).flatMap((number) => {
    const current = answers.person(number)?.currentNumber ?? number;
    return current === number ? [] : [nationalNumber(current)];
  });
};

/** What the first answers lead to: a signer named by register number alone, a signer with a newer number, suspensions. */
export const secondQuestions = (certificate: ReadCertificate, answers: Answers, policy: RulePolicy): Questions => {
  const numbers = signerNationalNumbers(certificate, answers);
  const on = dayMade(certificate, policy);
  return {
    persons: numbers.filter((number) => answers.person(number) === undefined),
    clinicians: newerNumbers(certificate, answers),
    suspensions: on === undefined ? [] : numbers.map((number) => ({ number, on })),
  };
};
