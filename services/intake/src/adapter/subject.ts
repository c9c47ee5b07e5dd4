import type { Identifier } from "@samvirke/contracts";
import { attachmentsOf, clinicianQuestion, dayMade, patientNumber, signerNumbers } from "@samvirke/domain";
import type { CertificateContent, DialogueContent, Received, RulePolicy, StatementContent } from "@samvirke/domain";
import { osloDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";

/** Whom the registers are asked about for one message. */
export interface Subject {
  /** The person's number as stated; undefined where there is none. */
  readonly patient: string | undefined;
  /** Whoever signed, under the numbers that the message gives. */
  readonly signers: ReadonlyArray<Identifier>;
  /** The treating clinician, where another than the signer is named. */
  readonly clinicians: ReadonlyArray<Identifier>;
  /** The day on which the signer must have had the right; undefined where no date says it. */
  readonly signedOn: Day | undefined;
  /** How many attachments the virus scan is to speak of, and the message that they lie in. */
  readonly attachments: number;
  readonly bytes: Uint8Array;
  /** Welfare's own reference to a clinician; left out where none is named so. */
  readonly reference?: string;
  /** Where the person may be employed, by organisation number, and on which day that is asked; left out where it is not. */
  readonly employment?: { readonly employers: ReadonlyArray<string>; readonly on: Day };
}

const numberIn = (value: string | null | undefined): string | undefined =>
  value === null || value === undefined || value === "" ? undefined : value;

export const certificateSubject = (
  made: { readonly content: CertificateContent; readonly received: Received },
  bytes: Uint8Array,
  policy: RulePolicy,
): Subject => {
  const { content } = made;
  return {
    patient: numberIn(patientNumber(content.identity)?.value),
    signers: signerNumbers(content),
    clinicians: clinicianQuestion(content),
    signedOn: dayMade(made, policy),
    attachments: attachmentsOf(content).length,
    bytes,
  };
};

export const dialogueSubject = (
  { content, received }: { readonly content: DialogueContent; readonly received: Received },
  bytes: Uint8Array,
): Subject => ({
  patient: numberIn(patientNumber(content.identity)?.value),
  signers: content.case.signerNumbers,
  clinicians: [],
  signedOn: osloDay(received.receivedAt),
  attachments: content.medical.attachments.length,
  bytes,
});

/** A statement is signed on the day that it was made. */
export const statementSubject = (
  { content, received }: { readonly content: StatementContent; readonly received: Received },
  bytes: Uint8Array,
): Subject => ({
  patient: numberIn(patientNumber(content.identity)?.value),
  signers: content.case.signerNumbers,
  clinicians: [],
  signedOn: osloDay(content.case.envelope.generatedAt ?? received.receivedAt),
  attachments: content.medical.attachments.length,
  bytes,
});

/** A message that only its person is asked about. */
export const personSubject = (number: string | null | undefined, bytes: Uint8Array): Subject => ({
  patient: numberIn(number),
  signers: [],
  clinicians: [],
  signedOn: undefined,
  attachments: 0,
  bytes,
});

/** A letter whose receiver only the address register knows. */
export const letterSubject = (reference: string, bytes: Uint8Array): Subject => ({
  ...personSubject(null, bytes),
  reference,
});
