import type {
  MessageReceivedCase,
  PersonIdentity,
  SickLeaveCase,
  SickLeaveMedical,
  SickLeaveWork,
} from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";

/** A certificate as the parser read it; what only the decision knows is empty in `case` and `medical`. */
export interface CertificateContent {
  readonly identity: PersonIdentity;
  readonly work: SickLeaveWork;
  readonly case: SickLeaveCase;
  readonly medical: SickLeaveMedical;
  /** Whether the medical assessment's element is there, however empty. */
  readonly hasMedicalAssessment: boolean;
}

/** What the hub knows of a received message, whatever is in it. */
export interface Received extends Omit<
  MessageReceivedCase,
  "contentType" | "recordTopic" | "recordKey" | "senderOrganisations"
> {
  readonly archiveId: string;
  readonly receivedAt: Instant;
  readonly conflictsWith: string | null;
}
