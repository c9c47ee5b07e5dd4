import { addDays } from "@samvirke/kernel";
import type { FollowUpFact } from "../fact.ts";
import { ofKind } from "../fact.ts";
import type { ReferralFact, ReferralStepFact } from "../facts.ts";
import type { FollowUpPolicy } from "../policy/policy.ts";
import { consentDuty } from "./consent-duties.ts";
import type { Duty } from "./duty.ts";
import { duty, firstOf } from "./duty.ts";

interface Ground {
  readonly facts: ReadonlyArray<FollowUpFact>;
  readonly policy: FollowUpPolicy;
  readonly referral: ReferralFact;
  readonly steps: ReadonlyArray<ReferralStepFact>;
}

const stepsOf = ({ steps }: Ground, ...kinds: ReadonlyArray<string>): ReadonlyArray<ReferralStepFact> =>
  steps.filter(({ step }) => kinds.includes(step));

interface Turn {
  readonly receiver: string | null;
  readonly since: ReferralStepFact["on"];
  readonly next: ReadonlyArray<ReferralStepFact>;
}

/** Whose turn it is one after the other: the receiver from delivery on, then whoever it was forwarded to. */
const turnsOf = (ground: Ground): ReadonlyArray<Turn> => {
  const delivered = firstOf(stepsOf(ground, "DELIVERED"));
  const forwards = [...stepsOf(ground, "FORWARDED")].sort((a, b) => a.on - b.on);
  const first = delivered === null ? [] : [{ receiver: ground.referral.receiver, since: delivered }];
  const turns = [...first, ...forwards.map(({ receiver, on }) => ({ receiver, since: on }))];
  return turns.map((turn, index) => ({
    ...turn,
    next: index < first.length ? forwards : forwards.slice(index + 1 - first.length),
  }));
};

const answerDuty = (ground: Ground, { receiver, since, next }: Turn, index: number): Duty => {
  const { policy, referral } = ground;
  const days = policy.referralDays[referral.programme] ?? policy.duties.ANSWER_REFERRAL.days;
  return duty(policy, {
    kind: "ANSWER_REFERRAL",
    cause: index === 0 ? referral.id : `${referral.id}/${index}`,
    since,
    due: days === null ? null : addDays(since, days),
    party: receiver,
    closedOn: firstOf([...stepsOf(ground, "GRANTED", "DECLINED"), ...next]),
  });
};

const consent = ({ facts, policy, referral }: Ground): ReadonlyArray<Duty> =>
  referral.needsConsent ? [consentDuty({ facts, policy }, { id: referral.id, since: referral.on })] : [];

/** Duties of referrals; one that is cancelled, were it ahead of itself, leaves none. */
export const referralDuties = (facts: ReadonlyArray<FollowUpFact>, policy: FollowUpPolicy): ReadonlyArray<Duty> =>
  ofKind(facts, "REFERRAL").flatMap((referral) => {
    const steps = ofKind(facts, "REFERRAL_STEP").filter(
      ({ id }) => id === referral.id || referral.messages.includes(id),
    );
    const ground = { facts, policy, referral, steps };
    if (stepsOf(ground, "CANCELLED").length > 0) return [];
    return [...turnsOf(ground).map((turn, index) => answerDuty(ground, turn, index)), ...consent(ground)];
  });
