import type {
  PersonIdentity,
  SickLeaveCase,
  SickLeaveCertified,
  SickLeaveMedical,
  SickLeaveRejected,
  SickLeaveWork,
} from "@samvirke/contracts";

interface Compartments {
  readonly identity: PersonIdentity;
  readonly work: SickLeaveWork;
  readonly case: SickLeaveCase;
  readonly medical: SickLeaveMedical;
}

/** A refused certificate that was read whole. */
export type ReadableRejection = Omit<SickLeaveRejected, keyof Compartments> & Compartments;

/** What the record can be printed from: a certificate with every part open. */
export type RecordSource = SickLeaveCertified | ReadableRejection;

/** Whether a refused certificate was read far enough to be printed. */
export const isReadable = (event: SickLeaveRejected): event is SickLeaveRejected & ReadableRejection =>
  event.identity !== null && event.work !== null && event.case !== null && event.medical !== null;
