import type {
  DeliveryDecision,
  DialogueEvent,
  FollowUpEvent,
  PlanEvent,
  ReferralEvent,
  SickLeaveEvent,
  StatementEvent,
} from "@samvirke/domain";
import type { Event } from "./model.ts";

type TypeOf<E extends { readonly type: string }> = E["type"];

const among =
  <E extends Event>(types: Readonly<Record<TypeOf<E>, true>>) =>
  (event: Event): event is E =>
    Object.hasOwn(types, event.type);

/** The events that the sick-leave aggregate folds; the compiler holds the list to be whole. */
export const isSickLeave = among<SickLeaveEvent>({
  SickLeaveCertified: true,
  SickLeaveRejected: true,
  SickLeaveReviewed: true,
  SickLeaveRevised: true,
  SickLeaveSentToEmployer: true,
  SickLeaveConfirmed: true,
  SickLeaveSetAside: true,
  SickLeaveReopened: true,
  SickLeaveDeleted: true,
  SickLeaveNoted: true,
  MessageRefused: true,
  MessageUnreadable: true,
});

export const isDialogue = among<DialogueEvent>({
  DialogueMessageSent: true,
  DialogueMeetingAnswered: true,
  DialogueMeetingCalled: true,
  DialogueMeetingEnded: true,
  MessageRefused: true,
});

export const isReferral = among<ReferralEvent>({
  ReferralSent: true,
  ReferralChanged: true,
  ReferralCopied: true,
  ReferralCancelled: true,
  ReferralGranted: true,
  ReferralForwarded: true,
  ReferralDeclined: true,
  EffortRecorded: true,
  SharingConsentRecorded: true,
  MessageRefused: true,
  DeliverySettled: true,
});

export const isStatement = among<StatementEvent>({ WorkAbilityAssessed: true, MessageRefused: true });

export const isPlan = among<PlanEvent>({ FollowUpPlanShared: true, MessageRefused: true });

export const isDelivery = among<DeliveryDecision>({ DeliverySettled: true, MessageRefused: true });

export const isFollowUp = among<FollowUpEvent>({
  PersonIdentityLinked: true,
  PersonStatusChanged: true,
  SpellDetermined: true,
  DialogueMeetingCalled: true,
  DialogueMeetingEnded: true,
  FollowUpDecisionMade: true,
  DeadlineReached: true,
  DeadlineWithdrawn: true,
});

const own: Readonly<Record<"MessagePassedOn", true>> = { MessagePassedOn: true };

/** Whether a type is one of those that the intake tells and folds. */
export const isEventType = (type: string): boolean => {
  const event = { type } as Event;
  return Object.hasOwn(own, type) || folded.some((isOne) => isOne(event));
};

const folded = [isSickLeave, isDialogue, isReferral, isStatement, isPlan, isDelivery, isFollowUp];
