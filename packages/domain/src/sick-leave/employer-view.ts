import type {
  Channel,
  PersonIdentity,
  SickLeaveCertified,
  SickLeaveRejected,
  SickLeaveRevised,
  SickLeaveSent,
  SickLeaveWork,
} from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";
import type { CertificateUse } from "../rules/index.ts";
import { moveOf, remarksOf, underReview } from "./life.ts";
import type { SickLeaveEvent } from "./model.ts";
import type { UseEvent } from "./use-model.ts";
import { stepOf } from "./use-table.ts";

/** A certificate as the employers' view keeps it: nothing of the case or the medical part but the kinds of remarks. */
export interface EmployerCase {
  readonly sickLeaveId: string;
  readonly channel: Channel;
  readonly receivedAt: Instant;
  readonly identity: PersonIdentity;
  readonly work: SickLeaveWork;
  readonly remarks: ReadonlyArray<string>;
  readonly isRefused: boolean;
  readonly use: CertificateUse;
  readonly sent: SickLeaveSent | null;
}

/** A person's certificates in the order in which they came. */
export type EmployerView = ReadonlyArray<EmployerCase>;

/** What one employer sees of one certificate. */
export interface EmployerRow {
  readonly organisationNumber: string;
  readonly certificateId: string;
  readonly channel: Channel;
  readonly receivedAt: Instant;
  readonly identity: PersonIdentity;
  readonly work: SickLeaveWork;
  readonly sent: SickLeaveSent;
  /** Kinds of welfare's remarks, without their texts. */
  readonly remarks: ReadonlyArray<string>;
}

/** What an employer is told: the certificate as it now stands, or that it is not theirs any more. */
export type EmployerChange =
  | { readonly type: "SHOWN"; readonly row: EmployerRow }
  | { readonly type: "REMOVED"; readonly organisationNumber: string; readonly certificateId: string };

const firstRemarks = (value: SickLeaveCertified | SickLeaveRejected): ReadonlyArray<string> => {
  const stated = remarksOf((value.case?.ruleHits ?? []).map(({ rule }) => ({ name: rule })));
  const isPending = "assessment" in value && value.assessment === "PENDING";
  return isPending && !stated.includes(underReview) ? [...stated, underReview] : stated;
};

const begun = (value: SickLeaveCertified | SickLeaveRejected, isRefused: boolean): ReadonlyArray<EmployerCase> => {
  const { sickLeaveId, channel, receivedAt, identity, work } = value;
  if (identity === null || work === null) return [];
  const remarks = firstRemarks(value);
  return [{ sickLeaveId, channel, receivedAt, identity, work, remarks, isRefused, use: "open", sent: null }];
};

const revised = (one: EmployerCase, { channel, identity, work }: SickLeaveRevised): EmployerCase => ({
  ...one,
  channel,
  identity,
  work,
  isRefused: false,
});

const sentOf = (one: EmployerCase, event: UseEvent, use: CertificateUse): SickLeaveSent | null => {
  if (use !== "sent") return null;
  return event.type === "SickLeaveSentToEmployer" ? event.value.work : one.sent;
};

const used = (one: EmployerCase, event: UseEvent): EmployerCase => {
  const move = moveOf(event);
  if (move === undefined || one.channel === "SELF") return one;
  const { use } = stepOf(one.use, move);
  return { ...one, use, sent: sentOf(one, event, use) };
};

const moved = (one: EmployerCase, event: UseEvent): ReadonlyArray<EmployerCase> => {
  if (event.type === "SickLeaveDeleted") return [];
  if (event.type !== "SickLeaveReviewed") return [used(one, event)];
  const { outcome, case: review } = event.value;
  return [{ ...one, remarks: remarksOf(review.rules), isRefused: one.isRefused && outcome === "INVALID" }];
};

const about = (view: EmployerView, event: UseEvent): EmployerView =>
  event.value.standing === "APPLIED"
    ? view.flatMap((one) => (one.sickLeaveId === event.value.sickLeaveId ? moved(one, event) : [one]))
    : view;

const isNew = (view: EmployerView, id: string): boolean => view.every(({ sickLeaveId }) => sickLeaveId !== id);

/** The view after one more event; total, and what waits for its certificate shows nothing. */
export const evolveEmployerView = (view: EmployerView, event: SickLeaveEvent): EmployerView => {
  switch (event.type) {
    case "SickLeaveCertified":
    case "SickLeaveRejected":
      return isNew(view, event.value.sickLeaveId)
        ? [...view, ...begun(event.value, event.type === "SickLeaveRejected")]
        : view;
    case "SickLeaveRevised":
      return view.map((one) => (one.sickLeaveId === event.value.sickLeaveId ? revised(one, event.value) : one));
    case "SickLeaveNoted":
    case "MessageUnreadable":
    case "MessageRefused":
      return view;
    default:
      return about(view, event);
  }
};

const rowOf = ({ sent, isRefused, use, sickLeaveId, ...shown }: EmployerCase): ReadonlyArray<EmployerRow> => {
  const employer = sent?.employer ?? null;
  if (sent === null || employer === null || isRefused || use !== "sent") return [];
  const { channel, receivedAt, identity, work, remarks } = shown;
  const { organisationNumber } = employer;
  return [{ organisationNumber, certificateId: sickLeaveId, channel, receivedAt, identity, work, sent, remarks }];
};

/** Every row that some employer sees. */
export const employerRows = (view: EmployerView): ReadonlyArray<EmployerRow> => view.flatMap(rowOf);

/**
 * What one employer sees: certificates that the person has sent to this organisation number, and no others. The legal unit
 * above it, and units beside it, are other parties.
 *
 * Source: fact sheet 6.1; design 3.7.
 */
export const rowsOfEmployer = (view: EmployerView, organisationNumber: string): ReadonlyArray<EmployerRow> =>
  employerRows(view).filter((row) => row.organisationNumber === organisationNumber);

const isSameRow = (one: EmployerRow, other: EmployerRow): boolean =>
  one.organisationNumber === other.organisationNumber && one.certificateId === other.certificateId;

const isUnchanged = (one: EmployerRow, other: EmployerRow): boolean =>
  isSameRow(one, other) &&
  one.sent === other.sent &&
  one.work === other.work &&
  one.identity === other.identity &&
  one.channel === other.channel &&
  one.remarks.join() === other.remarks.join();

/** What the employers are told when the view has gone from one state to the next; removals first. */
export const employerChanges = (before: EmployerView, after: EmployerView): ReadonlyArray<EmployerChange> => {
  const [old, now] = [employerRows(before), employerRows(after)];
  const removed = old.filter((row) => !now.some((one) => isSameRow(one, row)));
  const shown = now.filter((row) => !old.some((one) => isUnchanged(one, row)));
  return [
    ...removed.map(({ organisationNumber, certificateId }) => ({
      type: "REMOVED" as const,
      organisationNumber,
      certificateId,
    })),
    ...shown.map((row) => ({ type: "SHOWN" as const, row })),
  ];
};
