import type { Finding } from "@samvirke/contracts";
import type { ReferralNews, ReferralState, WaitingEvent } from "./model.ts";
import { countingFacts, factsOf, inOrder, sentFacts } from "./view.ts";

/** What waited for a referral that has now come, and whether it has an effect. */
export interface Waited {
  readonly event: WaitingEvent;
  readonly counts: boolean;
}

/** What waited for a referral that has now come, in the order in which it was made. */
export const waitingFor = (state: ReferralState, referralId: string): ReadonlyArray<Waited> => {
  const sent = sentFacts(state).find((fact) => fact.referralId === referralId);
  if (sent === undefined) return [];
  const facts = factsOf(state, sent);
  const counting = new Set(countingFacts(facts));
  const waited = (fact: ReferralNews): ReadonlyArray<Waited> =>
    fact.waiting === null ? [] : [{ event: fact.waiting, counts: counting.has(fact) }];
  return facts.toSorted(inOrder).flatMap(waited);
};

const noEffect: Finding = { path: "", rule: "WITHOUT_EFFECT" };

interface Place {
  readonly referralId: string;
  readonly revision: number;
}

const standing = (place: Place, counts: boolean, warnings: number) => ({
  ...place,
  ahead: false,
  recordedOnly: !counts,
  warnings: counts ? warnings : warnings + 1,
});

const told = ({ event, counts }: Waited, place: Place): ReadonlyArray<WaitingEvent> => {
  if (event.type === "ReferralChanged") {
    return counts ? [{ type: event.type, value: { ...event.value, ...place, ahead: false } }] : [];
  }
  const { warnings } = event.value;
  const shared = counts ? event.value.case.warnings : [...event.value.case.warnings, noEffect];
  const now = standing(place, counts, warnings);
  switch (event.type) {
    case "ReferralCancelled":
      return [{ type: event.type, value: { ...event.value, ...now, case: { ...event.value.case, warnings: shared } } }];
    case "ReferralGranted":
      return [{ type: event.type, value: { ...event.value, ...now, case: { ...event.value.case, warnings: shared } } }];
    case "ReferralForwarded":
      return [{ type: event.type, value: { ...event.value, ...now, case: { ...event.value.case, warnings: shared } } }];
    default:
      return [{ type: event.type, value: { ...event.value, ...now, case: { ...event.value.case, warnings: shared } } }];
  }
};

/**
 * What waited, told again under the referral's own id, so that whoever follows a referral needs no memory of its own.
 *
 * Source: canonical model C4.1.
 */
export const toldAgain = (
  waited: ReadonlyArray<Waited>,
  { referralId, revision }: Place,
): ReadonlyArray<WaitingEvent> =>
  waited.flatMap((one, index) => told(one, { referralId, revision: revision + index + 1 }));
