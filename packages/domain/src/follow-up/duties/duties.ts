import type { Day } from "@samvirke/kernel";
import type { FollowUpFact } from "../fact.ts";
import { latest, ofKind } from "../fact.ts";
import type { FollowUpPolicy } from "../policy/policy.ts";
import { certificateDuties } from "./certificate-duties.ts";
import { dialogueDuties } from "./dialogue-duties.ts";
import type { Duty } from "./duty.ts";
import { helpDuties } from "./help-duties.ts";
import type { KnownSpell } from "./known-spell.ts";
import { effectiveSpells } from "./known-spell.ts";
import { meetingDuties } from "./meeting-duties.ts";
import { receiptDuties } from "./receipt-duties.ts";
import { referralDuties } from "./referral-duties.ts";
import { spellDuties } from "./spell-duties.ts";

/** The day on which the person died, as the register last told it. */
export const deathDay = (facts: ReadonlyArray<FollowUpFact>): Day | null => latest(ofKind(facts, "DEATH"))?.on ?? null;

const closedByDeath =
  (death: Day | null) =>
  (duty: Duty): Duty =>
    death === null || (duty.closedOn !== null && duty.closedOn <= death) ? duty : { ...duty, closedOn: death };

/** Of duties that came twice, as from a message that was sent again, the first one. */
const firstOfEach = (duties: ReadonlyArray<Duty>): ReadonlyArray<Duty> =>
  [...Map.groupBy(duties, ({ id }) => id).values()].map((same) =>
    same.reduce((first, duty) => (duty.since < first.since ? duty : first)),
  );

/**
 * Every duty by everything known, met ones included.
 *
 * Source: canonical model C3.
 */
export const dutiesOf = (
  facts: ReadonlyArray<FollowUpFact>,
  known: ReadonlyArray<KnownSpell>,
  policy: FollowUpPolicy,
): ReadonlyArray<Duty> =>
  firstOfEach([
    ...certificateDuties(facts, policy),
    ...spellDuties(facts, effectiveSpells(known), policy),
    ...meetingDuties(facts, policy),
    ...dialogueDuties(facts, policy),
    ...helpDuties(facts, policy),
    ...referralDuties(facts, policy),
    ...receiptDuties(facts, policy),
  ]).map(closedByDeath(deathDay(facts)));
