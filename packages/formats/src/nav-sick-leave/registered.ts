import type {
  Channel,
  Finding,
  PersonIdentity,
  ReviewRule,
  SickLeaveCase,
  SickLeaveMedical,
  SickLeaveWork,
} from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";

/** What welfare came to about a certificate. */
export interface StatedValidation {
  readonly status: "OK" | "PENDING" | "INVALID";
  /** Whether it stands with a remark. */
  readonly hasRemark: boolean;
  readonly rules: ReadonlyArray<ReviewRule>;
  readonly at: Instant | null;
}

/** The four parts of a certificate's content. */
export interface CertificateParts {
  readonly identity: PersonIdentity;
  readonly work: SickLeaveWork;
  readonly case: SickLeaveCase;
  readonly medical: SickLeaveMedical;
}

/** A certificate as one of welfare's registers publishes it. */
export interface RegisteredCertificate extends CertificateParts {
  /** Which format it came in; contents of two formats are not compared. */
  readonly format: "RECORD" | "RECEIVED";
  /** Welfare's id of the certificate. */
  readonly certificateId: string;
  /** The sender's message id, where the register kept it. */
  readonly msgId: string | null;
  /** The receiving station's id, where the register kept it. */
  readonly ediLogId: string | null;
  readonly channel: Channel;
  /** When welfare took it, UTC. */
  readonly receivedAt: Instant;
  /** Null where the record carries none. */
  readonly validation: StatedValidation | null;
  readonly findings: ReadonlyArray<Finding>;
}

/** One text for each part: equal for two documents of a format that say the same in it. */
export const partTexts = ({
  identity,
  work,
  case: shared,
  medical,
}: CertificateParts): Readonly<Record<keyof CertificateParts, string>> => ({
  identity: JSON.stringify(identity),
  work: JSON.stringify(work),
  case: JSON.stringify({ ...shared, warnings: [] }),
  medical: JSON.stringify(medical),
});
