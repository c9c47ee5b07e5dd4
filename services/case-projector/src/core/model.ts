import type { Contracts, Fact } from "@samvirke/contracts";
import type { DialogueState, FollowUpState, ReferralState } from "@samvirke/domain";
import { dialogue, followUp, noReferrals } from "@samvirke/domain";

/** Everything that can be decided of a message, and what follows from it. */
export const accepted = [
  "SickLeaveCertified",
  "SickLeaveRejected",
  "SickLeaveReviewed",
  "SickLeaveRevised",
  "SickLeaveSentToEmployer",
  "SickLeaveConfirmed",
  "SickLeaveSetAside",
  "SickLeaveReopened",
  "SickLeaveDeleted",
  "SickLeaveNoted",
  "ReferralSent",
  "ReferralChanged",
  "ReferralCopied",
  "ReferralCancelled",
  "ReferralGranted",
  "ReferralForwarded",
  "ReferralDeclined",
  "EffortRecorded",
  "DialogueMessageSent",
  "DialogueMeetingAnswered",
  "DialogueMeetingCalled",
  "DialogueMeetingEnded",
  "WorkAbilityAssessed",
  "FollowUpPlanShared",
  "FollowUpDecisionMade",
  "SpellDetermined",
  "DeadlineReached",
  "DeadlineWithdrawn",
  "DeliverySettled",
  "SharingConsentRecorded",
  "PersonIdentityLinked",
  "PersonStatusChanged",
  "LineManagerRegistered",
  "MessagePassedOn",
  "MessageRefused",
  "MessageUnreadable",
] as const satisfies ReadonlyArray<keyof Contracts>;
export type Accepted = (typeof accepted)[number];
export type Known<N extends Accepted = Accepted> = Fact<N, "case" | "work">;

/** What is remembered of a person, to know how the cases stand and whose turn it is. */
export interface Memory {
  readonly referrals: ReferralState;
  readonly dialogue: DialogueState;
  readonly followUp: FollowUpState;
}

export const blank: Memory = { referrals: noReferrals, dialogue: dialogue.initial, followUp: followUp.initial };
