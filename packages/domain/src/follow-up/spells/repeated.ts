import { addYears } from "@samvirke/kernel";
import type { RepeatedAbsencePolicy } from "../policy/policy.ts";
import type { Spell } from "./spell.ts";

const daysOf = ({ days }: Spell): number => days ?? 0;

/**
 * Whether a spell is one of many, or of few that were long, within the years before its end.
 *
 * Source: domain fact sheet 4.3, step 7. A spell counts when its end lies within the years.
 */
export const isRepeated = (spell: Spell, all: ReadonlyArray<Spell>, policy: RepeatedAbsencePolicy): boolean => {
  const since = addYears(spell.end, -policy.years);
  const counting = all.filter((s) => s.end > since && s.end <= spell.end && daysOf(s) >= policy.spellDays);
  const days = counting.reduce((sum, s) => sum + daysOf(s), 0);
  return policy.rules.some((rule) => counting.length >= rule.spells && days >= rule.days);
};
