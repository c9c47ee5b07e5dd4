export type ReferralStatus =
  | "cancelledAhead"
  | "waiting"
  | "sent"
  | "delivered"
  | "undelivered"
  | "granted"
  | "forwarded"
  | "started"
  | "declined"
  | "cancelled"
  | "ended";

/** Whose turn it is. */
export type ReferralBall =
  | "RECEIVER_SYSTEM"
  | "SENDER"
  | "RECEIVER"
  | "NEW_RECEIVER"
  | "PERFORMING_UNIT"
  | "REFERRER"
  | "NOBODY";

/** A referral as now known; the same whatever the order in which its messages came. */
export interface ReferralView {
  readonly referralId: string;
  readonly status: ReferralStatus;
  readonly ball: ReferralBall;
  /** Content changed after the receiver granted it. */
  readonly assessAgain: boolean;
  /** The messages whose content counts: the last complete one, then what was added to it. */
  readonly content: ReadonlyArray<string>;
}
