import { nextRevision } from "./content-events.ts";
import { effortsBy } from "./efforts.ts";
import type { ReferralEvent, ReferralState } from "./model.ts";
import { evolve } from "./state.ts";
import { sentFacts } from "./view.ts";
import { toldAgain, waitingFor } from "./waiting.ts";

const metOf = (state: ReferralState, referralId: string): ReadonlyArray<ReferralEvent> => {
  const revision = nextRevision(state, referralId) - 1;
  return toldAgain(waitingFor(state, referralId), { referralId, revision }).flatMap((one) => [one, ...effortsBy(one)]);
};

/** Everything that waits for a referral that is there by now, as when two persons turn out to be one. */
export const waitedForInReferrals = (state: ReferralState): ReadonlyArray<ReferralEvent> =>
  sentFacts(state).reduce<ReadonlyArray<ReferralEvent>>(
    (told, { referralId }) => [...told, ...metOf(told.reduce(evolve, state), referralId)],
    [],
  );
