import type {
  Finding,
  Identifier,
  MessageReceivedCase,
  MessageRefused,
  MessageUnreadable,
  PersonIdentity,
  SickLeaveCase,
  SickLeaveCertified,
  SickLeaveMedical,
  SickLeaveRejected,
  SickLeaveWork,
  WireEnvelope,
} from "@samvirke/contracts";
import type { Day, Instant } from "@samvirke/kernel";
import type { Approval, CertificateUse, Period, RuleBasis } from "../rules/index.ts";

/** A certificate as the parser read it; what only the decision knows is empty in `case` and `medical`. */
export interface CertificateContent {
  readonly identity: PersonIdentity;
  readonly work: SickLeaveWork;
  readonly case: SickLeaveCase;
  readonly medical: SickLeaveMedical;
  /** Whether the medical assessment's element is there, however empty. */
  readonly hasMedicalAssessment: boolean;
}

/** The person register's answer about one number. */
export interface PersonAnswer {
  readonly found: boolean;
  readonly currentNumber?: string;
  readonly birthDay?: Day;
}

/** The health personnel register's answer about one clinician. */
export interface ClinicianAnswer {
  readonly found: boolean;
  /** Every number the register has for the clinician. */
  readonly numbers: ReadonlyArray<Identifier>;
  readonly approvals: ReadonlyArray<Approval>;
}

/** What the registers answered; a register without an answer never gets this far. */
export interface RegistryReplies {
  readonly askedAt: Instant;
  readonly patient: PersonAnswer;
  /** The personnel register's answer about the signer, under the numbers that the message signs with. */
  readonly signer: ClinicianAnswer;
  /** Whether the personnel register knows the signer under any number, today's included. */
  readonly signerIsRegistered: boolean;
  /** Whether the person register knows the signer. */
  readonly signerIsKnown: boolean;
  readonly signerIsSuspended: boolean;
  /** The treating clinician, where the document or its sender names one. */
  readonly clinician: ClinicianAnswer;
  /** The virus scan's word on each attachment, in the order of the attachments. */
  readonly scans: ReadonlyArray<string>;
}

/** Rules, code lists and the policy's version. */
export interface DecisionBasis extends RuleBasis {
  readonly policyVersion: string;
}

/** What the hub knows of a received message, whatever is in it. */
export interface Received extends Omit<MessageReceivedCase, "contentType"> {
  readonly archiveId: string;
  readonly receivedAt: Instant;
  readonly conflictsWith: string | null;
}

export interface RegisterCertificate {
  readonly type: "RegisterCertificate";
  readonly received: Received;
  readonly content: CertificateContent;
  /** HMAC over the business content. */
  readonly contentKey: string;
  /** HMACs of the certificate's other ids. */
  readonly aliases: ReadonlyArray<string>;
  readonly replies: RegistryReplies;
  readonly basis: DecisionBasis;
}

/** A message that says it is a certificate and carries none. */
export interface RecordMissingCertificate {
  readonly type: "RecordMissingCertificate";
  readonly received: Received & { readonly envelope: WireEnvelope };
  readonly basis: DecisionBasis;
}

export interface RecordUnreadable {
  readonly type: "RecordUnreadable";
  readonly received: Received;
  readonly class: MessageUnreadable["class"];
  readonly findings: ReadonlyArray<Finding>;
}

export interface RefuseMessage {
  readonly type: "RefuseMessage";
  readonly received: Received;
  readonly class: Exclude<MessageRefused["class"], "CONFLICT">;
  readonly findings: ReadonlyArray<Finding>;
}

export type SickLeaveCommand = RegisterCertificate | RecordMissingCertificate | RecordUnreadable | RefuseMessage;

export type SickLeaveEvent =
  | { readonly type: "SickLeaveCertified"; readonly value: SickLeaveCertified }
  | { readonly type: "SickLeaveRejected"; readonly value: SickLeaveRejected }
  | { readonly type: "MessageUnreadable"; readonly value: MessageUnreadable }
  | { readonly type: "MessageRefused"; readonly value: MessageRefused };

/** What the backdating rules need of a certificate that stands. */
export interface StandingCertificate {
  readonly periods: ReadonlyArray<Period>;
  readonly mainDiagnosisCode?: string;
  readonly outcome: "OK" | "MANUAL";
  readonly remarks: ReadonlyArray<string>;
  readonly use: CertificateUse;
}

/** One message that has been decided. */
export interface DecidedMessage {
  readonly archiveId: string;
  readonly outcome: "CERTIFIED" | "REJECTED" | "DUPLICATE" | "NOT_TAKEN";
  readonly contentKey?: string;
  /** Plain numbers of the signer; empty when nothing said who signed. */
  readonly signer: ReadonlyArray<string>;
  /** Present when the outcome is CERTIFIED. */
  readonly certificate?: StandingCertificate;
}

/** A person's certificates and messages, oldest first. */
export interface SickLeaveState {
  readonly decided: ReadonlyArray<DecidedMessage>;
}
