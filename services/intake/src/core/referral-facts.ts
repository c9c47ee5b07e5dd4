import type {
  DeliverySettled,
  EffortRecorded,
  ReferralConsentClass,
  ReferralForwarded,
  ReferralSent,
} from "@samvirke/contracts";
import type { FollowUpFact, ReferralEvent } from "@samvirke/domain";
import { osloDay } from "@samvirke/kernel";
import type { Instant } from "@samvirke/kernel";
import { receiverIn } from "./dialogue-facts.ts";

const lacking: ReadonlyArray<ReferralConsentClass> = ["REFUSED", "NOT_STATED", "UNKNOWN"];

const sent = (event: ReferralSent): ReadonlyArray<FollowUpFact> => {
  const { referralId: id, archiveId, direction, consent, cancelledAhead, case: shared, receivedAt } = event;
  if (cancelledAhead) return [];
  const toWelfare = direction === "TO_WELFARE";
  return [
    {
      fact: "REFERRAL",
      id,
      toWelfare,
      needsConsent: toWelfare && lacking.includes(consent),
      programme: shared.programme,
      receiver: receiverIn(shared.envelope),
      messages: [archiveId],
      on: osloDay(receivedAt),
    },
  ];
};

type Step = Extract<FollowUpFact, { readonly fact: "REFERRAL_STEP" }>["step"];

interface Stepped {
  readonly referralId: string;
  readonly receivedAt: Instant;
  readonly recordedOnly: boolean;
}

// What is only recorded comes too late, or before its referral; either way the referral does not move by it.
const stepped = (event: Stepped, step: Step, receiver: string | null = null): ReadonlyArray<FollowUpFact> =>
  event.recordedOnly
    ? []
    : [{ fact: "REFERRAL_STEP", id: event.referralId, step, receiver, on: osloDay(event.receivedAt) }];

const newReceiver = ({ case: shared }: ReferralForwarded): string | null => {
  const [number] = shared.to[0]?.identifiers ?? [];
  return number?.value ? `${number.type.code ?? ""}:${number.value}` : null;
};

const settled = (event: DeliverySettled): ReadonlyArray<FollowUpFact> =>
  event.outcome === "OVERDUE" || event.outcome === "UNKNOWN"
    ? []
    : [{ fact: "SETTLED", id: event.messageId, receiver: "", on: osloDay(event.settledAt) }];

const effort = ({ effortId, receivedAt, case: shared }: EffortRecorded): FollowUpFact => ({
  fact: "EFFORT",
  id: shared.referralId ?? effortId,
  on: osloDay(receivedAt),
});

/** What a person's referrals tell follow-up. */
export const referralFacts = (event: ReferralEvent): ReadonlyArray<FollowUpFact> => {
  switch (event.type) {
    case "ReferralSent":
      return sent(event.value);
    case "ReferralCancelled":
      return stepped(event.value, "CANCELLED");
    case "ReferralGranted":
      return stepped(event.value, "GRANTED");
    case "ReferralForwarded":
      return stepped(event.value, "FORWARDED", newReceiver(event.value));
    case "ReferralDeclined":
      return stepped(event.value, "DECLINED");
    case "EffortRecorded":
      return [effort(event.value)];
    case "DeliverySettled":
      return settled(event.value);
    default:
      return [];
  }
};
