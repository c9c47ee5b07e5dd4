import type { Fact, ViewChanged } from "@samvirke/contracts";
import type { ReferralState } from "@samvirke/domain";
import { noReferrals } from "@samvirke/domain";
import type { Projected } from "@samvirke/kernel";

/** Events that welfare sees something of: all but what only tells a sender what became of its message. */
export const accepted = [
  "PersonIdentityLinked",
  "PersonStatusChanged",
  "SharingConsentRecorded",
  "SickLeaveCertified",
  "SickLeaveRejected",
  "SickLeaveReviewed",
  "SickLeaveRevised",
  "SickLeaveSentToEmployer",
  "SickLeaveConfirmed",
  "SickLeaveSetAside",
  "SickLeaveReopened",
  "SickLeaveDeleted",
  "ReferralSent",
  "ReferralChanged",
  "ReferralCancelled",
  "ReferralGranted",
  "ReferralForwarded",
  "ReferralDeclined",
  "SpellDetermined",
  "FollowUpPlanShared",
  "DialogueMeetingCalled",
  "DialogueMeetingAnswered",
  "DialogueMeetingEnded",
  "FollowUpDecisionMade",
  "WorkAbilityAssessed",
  "DialogueMessageSent",
  "EffortRecorded",
  "DeadlineReached",
  "DeadlineWithdrawn",
  "DeliverySettled",
] as const;
export type Accepted = (typeof accepted)[number];
export type Known<N extends Accepted = Accepted> = Fact<N, "case">;

/**
 * How much of a referral welfare sees.
 *
 * FULL: it is welfare's own, sent by or to it. GOAL: goal for work and dates, where the person consented and the programme
 * crosses the sectors. TRACE: that it exists, and its dates; shown only with recorded consent.
 *
 * Source: canonical model R26 to R37.
 */
export type Level = "FULL" | "GOAL" | "TRACE";

/** What is remembered of a person: how the referrals stand, and how much of each is welfare's to see. */
export interface Memory {
  readonly referrals: ReferralState;
  readonly levels: Readonly<Record<string, Level>>;
}

export const blank: Memory = { referrals: noReferrals, levels: {} };

export const nothing: Projected<ViewChanged> = { rows: [], changes: [] };
