import type {
  Channel,
  Finding,
  PreviousEmployer,
  ReviewRule,
  SickLeaveConfirmed,
  SickLeaveDeleted,
  SickLeaveNoted,
  SickLeaveReopened,
  SickLeaveReviewed,
  SickLeaveRevised,
  SickLeaveSentToEmployer,
  SickLeaveSetAside,
  StatusAnswer,
  StatusEmployer,
} from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";
import type { CertificateUse } from "../rules/index.ts";
import type { CertificateContent, Received } from "./content-model.ts";

/** What welfare came to about a certificate. */
export interface StatedOutcome {
  readonly status: "OK" | "PENDING" | "INVALID";
  readonly rules: ReadonlyArray<ReviewRule>;
  /** UTC. */
  readonly at: Instant | null;
}

/** What a status tells; the person's answers are parted by who may read them. */
export interface StatedUse {
  readonly kind: "SENT" | "CONFIRMED" | "SET_ASIDE" | "EXPIRED" | "OPEN" | "DELETED";
  /** UTC. */
  readonly at: Instant;
  readonly atText: string;
  readonly source: string;
  readonly employer: StatusEmployer | null;
  readonly previousEmployer: PreviousEmployer | null;
  readonly forEmployer: ReadonlyArray<StatusAnswer>;
  readonly others: ReadonlyArray<StatusAnswer>;
  readonly workSituation: string | null;
  readonly answersUpdated: boolean | null;
  readonly findings: ReadonlyArray<Finding>;
}

interface AboutCertificate {
  readonly received: Received;
  /** How the message names the certificate, each name an HMAC; the one that every message of the register has comes last. */
  readonly names: ReadonlyArray<string>;
  /** The certificate's id as written: compared with ids of the hub, since welfare may have the certificate from it, and never recorded. */
  readonly statedId: string | null;
}

/** A certificate as one of welfare's registers publishes it. */
export interface RegisterRecord extends AboutCertificate {
  readonly type: "RegisterRecord";
  readonly content: Omit<CertificateContent, "hasMedicalAssessment">;
  readonly channel: Channel;
  /** When welfare took it, UTC. */
  readonly statedReceivedAt: Instant;
  /** Null where the register carries none; the certificate then stands. */
  readonly outcome: StatedOutcome | null;
  /** By `recordKey`. */
  readonly contentKey: string;
  readonly policyVersion: string;
}

/** What a case worker or a rule at welfare came to about a certificate. */
export interface RecordReview extends AboutCertificate {
  readonly type: "RecordReview";
  readonly outcome: StatedOutcome;
  readonly office: string | null;
  readonly findings: ReadonlyArray<Finding>;
}

/** A status: what the person did with the certificate. */
export interface RecordUse extends AboutCertificate {
  readonly type: "RecordUse";
  readonly use: StatedUse;
}

/** A null value under the certificate's id. */
export interface RecordTombstone extends AboutCertificate {
  readonly type: "RecordTombstone";
}

export type UseCommand = RecordReview | RecordUse | RecordTombstone;

/** An event that moves the assessment or the use, or ends the certificate; it may wait for the certificate. */
export type UseEvent =
  | { readonly type: "SickLeaveReviewed"; readonly value: SickLeaveReviewed }
  | { readonly type: "SickLeaveSentToEmployer"; readonly value: SickLeaveSentToEmployer }
  | { readonly type: "SickLeaveConfirmed"; readonly value: SickLeaveConfirmed }
  | { readonly type: "SickLeaveSetAside"; readonly value: SickLeaveSetAside }
  | { readonly type: "SickLeaveReopened"; readonly value: SickLeaveReopened }
  | { readonly type: "SickLeaveDeleted"; readonly value: SickLeaveDeleted };

export type LaterEvent =
  | UseEvent
  | { readonly type: "SickLeaveRevised"; readonly value: SickLeaveRevised }
  | { readonly type: "SickLeaveNoted"; readonly value: SickLeaveNoted };

/** What has become of a certificate since it was decided; two regions that move apart, and an end. */
export interface CertificateLife {
  readonly assessment: "ok" | "pending" | "invalid";
  /** When the last review was made; null where nobody has reviewed it. */
  readonly reviewedAt: Instant | null;
  /** Kinds of welfare's remarks, as NAV's older JSON spells them. */
  readonly remarks: ReadonlyArray<string>;
  readonly use: CertificateUse;
  readonly wasSent: boolean;
  readonly isSelfCertified: boolean;
  readonly isDeleted: boolean;
  readonly revision: number;
  /** The last key of each register that has published it. */
  readonly recordKeys: ReadonlyArray<string>;
}
