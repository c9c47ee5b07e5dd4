// Generated from schemas/ by `npm run generate`; never edited.
import type { Instant } from "@samvirke/kernel";
import type { PersonIdentity, SickLeaveCase, SickLeaveMedical, SickLeaveWork } from "./shared.gen.ts";

/** A qualified clinician certified reduced ability to work, and the hub's rules let it stand. */
export interface SickLeaveCertified {
  /** The certificate's stream, derived by the hub from the archive id. */
  readonly sickLeaveId: string;
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** Other ids of the same certificate (the sender's message id and document id, welfare's id), each an HMAC in lower-case hex. */
  readonly aliases: ReadonlyArray<string>;
  /** By which way the certificate was made. */
  readonly channel: Channel;
  /** Receipt time that the decision used, UTC. */
  readonly receivedAt: Instant;
  /** Version of the hub's rules. */
  readonly ruleSetVersion: string;
  /** Version of the policy data. */
  readonly policyVersion: string;
  /** Number of findings that did not stop the message. */
  readonly warnings: number;
  /** The hub's assessment. */
  readonly assessment: Assessment;
  /** Who the person is. */
  readonly identity: PersonIdentity;
  /** What the employer may read. */
  readonly work: SickLeaveWork;
  /** What health and welfare share. */
  readonly case: SickLeaveCase;
  /** The medical content. */
  readonly medical: SickLeaveMedical;
}

/** By which way the certificate was made. */
export type Channel = "UNKNOWN" | "XML" | "DIGITAL" | "PAPER" | "FOREIGN" | "SELF";

/** PENDING waits for a person at welfare. */
export type Assessment = "UNKNOWN" | "OK" | "PENDING";

/** A certificate that the hub's rules refused; everything readable is kept, no duty follows from it. */
export interface SickLeaveRejected {
  /** The certificate's stream, derived by the hub from the archive id. */
  readonly sickLeaveId: string;
  /** The received message that this was decided from. */
  readonly archiveId: string;
  /** Other ids of the same certificate (the sender's message id and document id, welfare's id), each an HMAC in lower-case hex. */
  readonly aliases: ReadonlyArray<string>;
  /** By which way the certificate was made. */
  readonly channel: Channel;
  /** Receipt time that the decision used, UTC. */
  readonly receivedAt: Instant;
  /** Version of the hub's rules. */
  readonly ruleSetVersion: string;
  /** Version of the policy data. */
  readonly policyVersion: string;
  /** Number of findings that did not stop the message. */
  readonly warnings: number;
  /** Why it was refused. */
  readonly reasonClass: ReasonClass;
  /** The certificate that this one repeats, for class DUPLICATE. */
  readonly duplicateOf: string | null;
  /** Who the person is, as far as readable. */
  readonly identity: PersonIdentity | null;
  /** What the employer could have read, as far as readable. */
  readonly work: SickLeaveWork | null;
  /** What health and welfare share, as far as readable. */
  readonly case: SickLeaveCase | null;
  /** The medical content, as far as readable. */
  readonly medical: SickLeaveMedical | null;
}

/** Why it was refused. */
export type ReasonClass = "UNKNOWN" | "CONTENT" | "RULE" | "DUPLICATE" | "SENDER" | "ATTACHMENT";
