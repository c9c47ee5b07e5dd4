import type { Fact } from "@samvirke/contracts";
import { referral } from "../referral/decide.ts";
import type { ReferralEvent, ReferralNews, ReferralState } from "../referral/model.ts";
import { referralsOf } from "../referral/view.ts";
import type { ReferralView } from "../referral/view-model.ts";

/** Facts that move a referral. */
export const referralTypes = [
  "ReferralSent",
  "ReferralChanged",
  "ReferralCancelled",
  "ReferralGranted",
  "ReferralForwarded",
  "ReferralDeclined",
  "EffortRecorded",
  "DeliverySettled",
] as const;
export type ReferralType = (typeof referralTypes)[number];
export type ReferralStep = Fact<ReferralType, "case">;

export const noReferrals: ReferralState = referral.initial;

/** A person's referrals after one more fact, and what of them is otherwise than before. */
export interface ReferralsMoved {
  readonly state: ReferralState;
  /** All of them. */
  readonly standing: ReadonlyArray<ReferralView>;
  readonly changed: ReadonlyArray<ReferralView>;
  /** Ids that are nobody's any more: what waited under them has found its referral. */
  readonly gone: ReadonlyArray<string>;
}

// Of a fact that waits only that it does is asked here; what it says need not be remembered twice.
const slim = (fact: ReferralNews): ReferralNews =>
  fact.waiting === null
    ? fact
    : { ...fact, waiting: { type: fact.waiting.type, value: {} } as ReferralNews["waiting"] };

const isSame = (a: ReferralView, b: ReferralView): boolean =>
  a.status === b.status &&
  a.ball === b.ball &&
  a.assessAgain === b.assessAgain &&
  a.content.join() === b.content.join();

/** Folds a fact of a referral into a person's referrals; an erased person has none. */
export const moveReferrals = (before: ReferralState, fact: ReferralStep): ReferralsMoved => {
  if (fact.content.state !== "Open") return { state: before, standing: [], changed: [], gone: [] };
  // Identity and medical content are still sealed; the fold asks for neither.
  const event = { type: fact.type, value: fact.content.value } as unknown as ReferralEvent;
  const after = referral.evolve(before, event);
  const state = { ...after, facts: after.facts.map(slim) };
  const [old, now] = [referralsOf(before), referralsOf(state)];
  return {
    state,
    standing: now,
    changed: now.filter((one) => !old.some((other) => other.referralId === one.referralId && isSame(one, other))),
    gone: old.flatMap(({ referralId }) => (now.some((one) => one.referralId === referralId) ? [] : [referralId])),
  };
};

/** The referrals in bytes, to be sealed, and back. */
export const referralBytes = {
  encode: (state: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(state)),
  decode: <State>(bytes: Uint8Array): State => JSON.parse(new TextDecoder().decode(bytes)) as State,
};
