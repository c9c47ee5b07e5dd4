import type { DeadlineReached } from "@samvirke/contracts";

export type DutyKind = Exclude<DeadlineReached["kind"], "UNKNOWN">;
export type DutyHolder = Exclude<DeadlineReached["case"]["holder"], "UNKNOWN">;

/** One duty of the table. */
export interface DutyPolicy {
  readonly holder: DutyHolder;
  /** Days from the duty's first day to its last, both counted from its cause; null when it has no last day. */
  readonly days: number | null;
  readonly legalSource: string;
}

/** Days within which repeated absence is looked for, and how much of it counts. */
export interface RepeatedAbsencePolicy {
  readonly years: number;
  /** Only spells of at least so many days count. */
  readonly spellDays: number;
  /** Either rule is enough. */
  readonly rules: ReadonlyArray<{ readonly spells: number; readonly days: number }>;
}

/** How long sick pay lasts. */
export interface SickPayPolicy {
  /** Days with sick pay, five a week. */
  readonly days: number;
  /** First days of a spell, which the employer pays. */
  readonly employerPeriodDays: number;
  readonly years: number;
  /** Days without absence after which the count begins anew. */
  readonly newRightDays: number;
  /** Days before the end from which welfare has the ball. */
  readonly noticeDays: number;
}

/** Every number that follow-up is decided by. */
export interface FollowUpPolicy {
  readonly version: string;
  readonly spell: { readonly gapDays: number; readonly legalSource: string };
  readonly repeatedAbsence: RepeatedAbsencePolicy;
  readonly sickPay: SickPayPolicy;
  readonly duties: Readonly<Record<DutyKind, DutyPolicy>>;
  /** Days of absence without which the requirement of activity does not fall due. */
  readonly activityMinimumDays: number;
  readonly helpAtOnceDays: number;
  /** Days to answer a referral by its programme; the duty's own number for the rest. */
  readonly referralDays: Readonly<Record<string, number>>;
  readonly receiptHours: number;
  /** Codes that end the duty of meeting 2 without a meeting, and that take the requirement of activity away. */
  readonly meetingExemptions: ReadonlyArray<string>;
  readonly activityNotRelevant: ReadonlyArray<string>;
}
