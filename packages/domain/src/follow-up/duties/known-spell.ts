import type { SpellDetermined } from "@samvirke/contracts";
import type { Spell } from "../spells/spell.ts";

/** A spell with the id and revision of its last determination. */
export interface KnownSpell {
  readonly spellId: string;
  readonly revision: number;
  readonly source: Exclude<SpellDetermined["source"], "UNKNOWN">;
  readonly spell: Spell;
  /** Welfare's own time of determination. */
  readonly determinedAt: number | null;
}

const overlaps = (a: Spell, b: Spell): boolean => a.start <= b.end && b.start <= a.end;

/** The spells that duties follow from: the hub's own, and welfare's where the hub knows none. Earliest first. */
export const effectiveSpells = (known: ReadonlyArray<KnownSpell>): ReadonlyArray<KnownSpell> => {
  const own = known.filter(({ source }) => source === "HUB");
  const others = known.filter((k) => k.source === "WELFARE" && !own.some(({ spell }) => overlaps(spell, k.spell)));
  return [...own, ...others].sort((a, b) => a.spell.start - b.spell.start);
};
