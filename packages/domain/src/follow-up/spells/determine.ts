import type { FollowUpFact } from "../fact.ts";
import type { FollowUpPolicy } from "../policy/policy.ts";
import { piecesOf } from "./pieces.ts";
import { isRepeated } from "./repeated.ts";
import { segmentsOf } from "./segments.ts";
import type { Spell } from "./spell.ts";
import { spellOf } from "./spell.ts";
import { walkSpells } from "./walk.ts";

const determined = (facts: ReadonlyArray<FollowUpFact>, policy: FollowUpPolicy): ReadonlyArray<Spell> => {
  const spells = walkSpells(segmentsOf(piecesOf(facts)), policy.spell.gapDays).flatMap(spellOf);
  return spells.map((spell) => ({ ...spell, repeatedAbsence: isRepeated(spell, spells, policy.repeatedAbsence) }));
};

interface Answer {
  readonly policy: FollowUpPolicy;
  readonly spells: ReadonlyArray<Spell>;
}

// Events and duties of one decision ask for the spells of the same list.
const answers = new WeakMap<ReadonlyArray<FollowUpFact>, Answer>();

/**
 * The spells of a person by everything known, earliest first.
 *
 * Source: ftrl. § 8-19; domain fact sheet 4.3.
 */
export const determineSpells = (facts: ReadonlyArray<FollowUpFact>, policy: FollowUpPolicy): ReadonlyArray<Spell> => {
  const known = answers.get(facts);
  if (known?.policy === policy) return known.spells;
  const spells = determined(facts, policy);
  answers.set(facts, { policy, spells });
  return spells;
};
