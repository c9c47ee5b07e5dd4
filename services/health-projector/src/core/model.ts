import type { Fact, ViewChanged } from "@samvirke/contracts";
import type { ReferralState } from "@samvirke/domain";
import { noReferrals } from "@samvirke/domain";
import type { Projected } from "@samvirke/kernel";

/** Events that the health side sees something of. */
export const accepted = [
  "PersonIdentityLinked",
  "SickLeaveCertified",
  "SickLeaveRejected",
  "SickLeaveReviewed",
  "SickLeaveRevised",
  "SickLeaveDeleted",
  "ReferralSent",
  "ReferralChanged",
  "ReferralCopied",
  "ReferralCancelled",
  "ReferralGranted",
  "ReferralForwarded",
  "ReferralDeclined",
  "EffortRecorded",
  "DeliverySettled",
  "SharingConsentRecorded",
  "DialogueMessageSent",
  "WorkAbilityAssessed",
  "DialogueMeetingCalled",
  "DialogueMeetingAnswered",
  "DialogueMeetingEnded",
  "SpellDetermined",
  "DeadlineReached",
  "DeadlineWithdrawn",
] as const;
export type Accepted = (typeof accepted)[number];
export type Known<N extends Accepted = Accepted> = Fact<N, "case">;

/** What is remembered of a person: how the referrals stand, and which parties each of them names. */
export interface Memory {
  readonly referrals: ReferralState;
  readonly parties: Readonly<Record<string, ReadonlyArray<string>>>;
}

export const blank: Memory = { referrals: noReferrals, parties: {} };

/** Turns an identifier of a party into the alias by which rows are filtered. */
export type PartyAlias = (type: string, value: string) => string;

export const nothing: Projected<ViewChanged> = { rows: [], changes: [] };
