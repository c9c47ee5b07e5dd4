import type {
  ReferralCancelled,
  ReferralDeclined,
  ReferralForwarded,
  ReferralGranted,
  ReferralSent,
  SharingConsentRecorded,
} from "@samvirke/contracts";
import { osloDay } from "@samvirke/kernel";
import type { FollowUpFact } from "../fact.ts";
import type { ReferralStepFact } from "../facts.ts";

const isWaitingForConsent = ({ consent, direction }: ReferralSent): boolean =>
  consent === "NOT_STATED" && direction === "TO_WELFARE";

/** A referral, the receipt that it waits for, and its cancellation where that came first. */
export const ofReferral = (event: ReferralSent): ReadonlyArray<FollowUpFact> => {
  const { referralId: id, archiveId, receivedAt } = event;
  const on = osloDay(receivedAt);
  return [
    {
      fact: "REFERRAL",
      id,
      toWelfare: event.direction === "TO_WELFARE",
      needsConsent: isWaitingForConsent(event),
      programme: event.case.programme,
      receiver: null,
      messages: [archiveId],
      on,
    },
    // Welfare's systems answer no receipt for what they take from the hub's topics.
    ...(event.direction === "TO_WELFARE"
      ? []
      : [{ fact: "OUTGOING", id: archiveId, receiver: "0", at: receivedAt } as const]),
    ...(event.cancelledAhead ? [{ fact: "REFERRAL_STEP", id, step: "CANCELLED", receiver: null, on } as const] : []),
  ];
};

type Stepped = ReferralGranted | ReferralForwarded | ReferralDeclined | ReferralCancelled;

/** A step of a referral; one that came after the end is on the record and changes nothing. */
export const ofStep = (
  event: Stepped,
  step: ReferralStepFact["step"],
  receiver: string | null = null,
): ReadonlyArray<FollowUpFact> =>
  event.recordedOnly
    ? []
    : [{ fact: "REFERRAL_STEP", id: event.referralId, step, receiver, on: osloDay(event.madeAt) }];

/** A word of the person's; whatever it says, the duty to say it is done. It is done on the day that it was told of, since a consent may be older than what asks for it. */
export const ofConsent = (event: SharingConsentRecorded): ReadonlyArray<FollowUpFact> => {
  const { referralId, conversationId, status, madeAt, ahead, recordedOnly } = event;
  const about = ahead || recordedOnly ? [] : [referralId, conversationId].filter((id) => id !== null);
  return about.map((id) => ({ fact: "CONSENT", id, status, on: osloDay(madeAt) }));
};
