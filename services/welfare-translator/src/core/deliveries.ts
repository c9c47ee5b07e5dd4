import { certificateTold, removalTold, reviewTold, statusTold } from "./certificates.ts";
import { deliveryTold, dialogueTold, planTold, statementTold } from "./follow-up.ts";
import type { Delivery, Document, Known, Of } from "./model.ts";
import { consentTold, referralTold, stepTold } from "./referrals.ts";

type Teller<N extends Known["type"]> = (fact: Of<N>, earlier: ReadonlyArray<Known>) => Document | undefined;

/** What welfare is told of each event; of those that are not here, nothing. */
const tellers: { readonly [N in Known["type"]]?: Teller<N> } = {
  SickLeaveCertified: certificateTold,
  SickLeaveRejected: certificateTold,
  SickLeaveReviewed: reviewTold,
  SickLeaveConfirmed: statusTold,
  SickLeaveSetAside: statusTold,
  SickLeaveReopened: statusTold,
  SickLeaveDeleted: removalTold,
  DialogueMessageSent: dialogueTold,
  DialogueMeetingAnswered: dialogueTold,
  WorkAbilityAssessed: statementTold,
  FollowUpPlanShared: planTold,
  ReferralSent: referralTold,
  ReferralChanged: referralTold,
  SharingConsentRecorded: consentTold,
  ReferralCancelled: stepTold,
  ReferralGranted: stepTold,
  ReferralForwarded: stepTold,
  ReferralDeclined: stepTold,
  DeliverySettled: deliveryTold,
};

const caseOf = ({ wire, personId }: Known): string => {
  if ("sickLeaveId" in wire) return wire.sickLeaveId;
  return "referralId" in wire && wire.referralId !== null ? wire.referralId : personId;
};

// A certificate's document keeps the id by its message alone: it is the first that follows from it.
const causeOf = (fact: Known, archiveId: string): string =>
  fact.type === "SickLeaveCertified" || fact.type === "SickLeaveRejected" ? archiveId : fact.id;

/** What welfare gets of a fact, or nothing. */
export const deliveryOf = (fact: Known, earlier: ReadonlyArray<Known> = []): Delivery | undefined => {
  const tell = tellers[fact.type] as Teller<Known["type"]> | undefined;
  const content = tell?.(fact, earlier);
  const { archiveId } = fact.wire;
  return (
    content && {
      cause: causeOf(fact, archiveId ?? fact.id),
      inReplyTo: archiveId,
      caseId: caseOf(fact),
      writtenAt: fact.recordedAt,
      content,
    }
  );
};

const alone: ReadonlyArray<Known["type"]> = [
  "SickLeaveCertified",
  "SickLeaveRejected",
  "DialogueMeetingAnswered",
  "WorkAbilityAssessed",
  "FollowUpPlanShared",
];

/** Whether a fact's document rests on what was recorded before it. */
export const needsPast = (fact: Known): boolean =>
  fact.type === "DialogueMessageSent" ? fact.wire.fromSide === "WELFARE" : !alone.includes(fact.type);

const withOriginal: ReadonlyArray<Known["type"]> = [
  "DialogueMessageSent",
  "DialogueMeetingAnswered",
  "WorkAbilityAssessed",
];

/** Whether a fact's document goes with the message as it was received. */
export const needsOriginal = ({ type }: Known): boolean => withOriginal.includes(type);
