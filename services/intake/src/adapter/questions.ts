import type { Identifier } from "@samvirke/contracts";
import { nationalNumber, nationalNumbers } from "@samvirke/domain";
import type { AddressAnswer, ClinicianAnswer, PersonAnswer } from "@samvirke/domain";
import type { EmploymentQuestion, SuspensionQuestion } from "./registries/port.ts";
import type { Subject } from "./subject.ts";

/** What the registers said, by question. */
export interface Answers {
  readonly person: (number: string) => PersonAnswer | undefined;
  readonly clinician: (number: Identifier) => ClinicianAnswer | undefined;
  readonly isSuspended: (question: SuspensionQuestion) => boolean | undefined;
  readonly address: (reference: string) => AddressAnswer | undefined;
  readonly isEmployed: (question: EmploymentQuestion) => boolean | undefined;
}

/** Questions about one message. */
export interface Questions {
  readonly persons: ReadonlyArray<string>;
  readonly clinicians: ReadonlyArray<Identifier>;
  readonly suspensions: ReadonlyArray<SuspensionQuestion>;
  readonly addresses: ReadonlyArray<string>;
  readonly employments: ReadonlyArray<EmploymentQuestion>;
}

const valuesOf = (numbers: ReadonlyArray<Identifier>): ReadonlyArray<string> =>
  numbers.flatMap(({ value }) => value ?? []);

/** The first clinician that the register knows under one of these numbers. */
export const firstFound = (numbers: ReadonlyArray<Identifier>, answers: Answers): ClinicianAnswer => {
  const found = numbers.map((number) => answers.clinician(number)).find((answer) => answer?.found === true);
  return found ?? { found: false, numbers: [], approvals: [] };
};

/** Which employments are asked about: the person at each employer. */
export const employmentQuestions = ({ patient: number, employment }: Subject): ReadonlyArray<EmploymentQuestion> =>
  number === undefined || employment === undefined
    ? []
    : employment.employers.map((employer) => ({ number, employer, on: employment.on }));

/** What can be asked at once: whoever and whatever the message names. */
export const firstQuestions = (subject: Subject): Questions => {
  const { patient, signers, clinicians, reference } = subject;
  return {
    persons: [...(patient === undefined ? [] : [patient]), ...valuesOf(nationalNumbers(signers))],
    clinicians: [...signers, ...clinicians],
    suspensions: [],
    addresses: reference === undefined ? [] : [reference],
    employments: employmentQuestions(subject),
  };
};

/** The signer's national numbers by the message, else by the personnel register. */
export const signerNationalNumbers = ({ signers }: Subject, answers: Answers): ReadonlyArray<string> => {
  const signed = nationalNumbers(signers);
  return valuesOf(signed.length > 0 ? signed : nationalNumbers(firstFound(signers, answers).numbers));
};

/** Today's numbers of a signer whom the personnel register does not know under the one that signed. */
export const newerNumbers = (subject: Subject, answers: Answers): ReadonlyArray<Identifier> => {
  if (firstFound(subject.signers, answers).found) return [];
  return signerNationalNumbers(subject, answers).flatMap((number) => {
    const current = answers.person(number)?.currentNumber ?? number;
    return current === number ? [] : [nationalNumber(current)];
  });
};

/** What the first answers lead to: a signer named by register number alone, a signer with a newer number, suspensions. */
export const secondQuestions = (subject: Subject, answers: Answers): Questions => {
  const numbers = signerNationalNumbers(subject, answers);
  const { signedOn: on } = subject;
  return {
    persons: numbers.filter((number) => answers.person(number) === undefined),
    clinicians: newerNumbers(subject, answers),
    suspensions: on === undefined ? [] : numbers.map((number) => ({ number, on })),
    addresses: [],
    employments: [],
  };
};
