import type { Day } from "@samvirke/kernel";
import type { Duty } from "./duties/duty.ts";
import { isOpen, isReached } from "./duties/duty.ts";
import { dutiesOf } from "./duties/duties.ts";
import type { KnownSpell } from "./duties/known-spell.ts";
import type { FollowUpState } from "./model.ts";
import type { FollowUpPolicy } from "./policy/policy.ts";
import { determineSpells } from "./spells/determine.ts";
import { matchSpells } from "./spells/match.ts";
import { factsOf } from "./state.ts";

/** The standing spells, the hub's own with every day of absence, which the events leave out. */
export const spellsIn = (state: FollowUpState, policy: FollowUpPolicy): ReadonlyArray<KnownSpell> => {
  const own = state.spells.filter(({ source }) => source === "HUB");
  const { kept } = matchSpells(own, determineSpells(factsOf(state), policy));
  const others = state.spells.filter(({ source }) => source !== "HUB");
  return [...kept.map(({ known, spell }) => ({ ...known, spell })), ...others];
};

interface Answer {
  readonly spells: FollowUpState["spells"];
  readonly policy: FollowUpPolicy;
  readonly duties: ReadonlyArray<Duty>;
}

// What has fallen due and what falls due next are asked of the same facts and spells.
const answers = new WeakMap<FollowUpState["facts"], Answer>();

/** Every duty of a person, met ones included. */
export const dutiesIn = (state: FollowUpState, policy: FollowUpPolicy): ReadonlyArray<Duty> => {
  const known = answers.get(state.facts);
  if (known !== undefined && known.spells === state.spells && known.policy === policy) return known.duties;
  const duties = dutiesOf(factsOf(state), spellsIn(state, policy), policy);
  answers.set(state.facts, { spells: state.spells, policy, duties });
  return duties;
};

/** The duties that somebody has to act on at the end of a day. */
export const openDuties = (state: FollowUpState, policy: FollowUpPolicy, today: Day): ReadonlyArray<Duty> =>
  dutiesIn(state, policy).filter((duty) => isOpen(duty, today));

/** The first day to come that a duty falls due on; undefined when no day of itself changes anything for the person. */
export const nextDueDay = (state: FollowUpState, policy: FollowUpPolicy, passed: Day): Day | undefined =>
  dutiesIn(state, policy)
    .flatMap((duty) => (duty.due !== null && duty.due > passed && isReached(duty, duty.due) ? [duty.due] : []))
    .sort((a, b) => a - b)
    .at(0);
