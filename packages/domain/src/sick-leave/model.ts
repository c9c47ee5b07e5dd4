import type {
  Finding,
  Identifier,
  MessageRefused,
  MessageUnreadable,
  SickLeaveCertified,
  SickLeaveRejected,
  WireEnvelope,
} from "@samvirke/contracts";
import type { Day, Instant } from "@samvirke/kernel";
import type { Approval, CertificateUse, Period, RuleBasis } from "../rules/index.ts";
import type { CertificateContent, Received } from "./content-model.ts";
import type { CertificateLife, LaterEvent, RegisterRecord, UseCommand, UseEvent } from "./use-model.ts";

export type { CertificateContent, Received } from "./content-model.ts";

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
  /** By which way it was made; XML where nothing is said. */
  readonly channel?: SickLeaveCertified["channel"];
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

export type SickLeaveCommand =
  | RegisterCertificate
  | RecordMissingCertificate
  | RecordUnreadable
  | RefuseMessage
  | RegisterRecord
  | UseCommand;

export type SickLeaveEvent =
  | LaterEvent
  | { readonly type: "SickLeaveCertified"; readonly value: SickLeaveCertified }
  | { readonly type: "SickLeaveRejected"; readonly value: SickLeaveRejected }
  | { readonly type: "MessageUnreadable"; readonly value: MessageUnreadable }
  | { readonly type: "MessageRefused"; readonly value: MessageRefused };

/** What the backdating rules need of a certificate that stands. */
export interface StandingCertificate {
  readonly periods: ReadonlyArray<Period>;
  readonly mainDiagnosisCode?: string;
  readonly outcome: "OK" | "MANUAL" | "INVALID";
  readonly remarks: ReadonlyArray<string>;
  readonly use: CertificateUse;
}

/** One message that has been decided. RECORDED and WAITING speak of a certificate and are none themselves. */
export interface DecidedMessage {
  readonly archiveId: string;
  readonly outcome: "CERTIFIED" | "REJECTED" | "DUPLICATE" | "NOT_TAKEN" | "RECORDED" | "WAITING" | "DELETED";
  readonly contentKey?: string;
  /** Plain numbers of the signer; empty when nothing said who signed. */
  readonly signer: ReadonlyArray<string>;
  /** Present when the outcome is CERTIFIED. */
  readonly certificate?: StandingCertificate;
  /** What a certificate is known by, its own id first; see `shortName`. */
  readonly names?: ReadonlyArray<string>;
  /** Present when it came from one of welfare's registers. */
  readonly fromWelfare?: true;
  /** Present when something has been said of the certificate since. */
  readonly life?: CertificateLife;
  /** Present when the outcome is WAITING: what is told once the certificate is known. */
  readonly waiting?: UseEvent;
  /** Which events a message has led to, where the outcome is RECORDED. */
  readonly told?: ReadonlyArray<string>;
}

/** A person's certificates and messages, oldest first. */
export interface SickLeaveState {
  readonly decided: ReadonlyArray<DecidedMessage>;
}
