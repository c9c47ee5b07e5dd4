import type { FollowUpFact } from "../fact.ts";
import type { FollowUpPolicy } from "../policy/policy.ts";
import { piecesOf } from "./pieces.ts";
import { isRepeated } from "./repeated.ts";
import { segmentsOf } from "./segments.ts";
import type { Spell } from "./spell.ts";
import { spellOf } from "./spell.ts";
import { walkSpells } from "./walk.ts";

/**
 * The spells of a person by everything known, earliest first.
 *
 * Source: ftrl. § 8-19; domain fact sheet 4.3.
 */
export const determineSpells = (facts: ReadonlyArray<FollowUpFact>, policy: FollowUpPolicy): ReadonlyArray<Spell> => {
  const spells = walkSpells(segmentsOf(piecesOf(facts)), policy.spell.gapDays).flatMap(spellOf);
  return spells.map((spell) => ({
    ...spell,
    repeatedAbsence: isRepeated(spell, spells, policy.repeatedAbsence),
  }));
};
