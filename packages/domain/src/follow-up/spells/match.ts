import type { KnownSpell } from "../duties/known-spell.ts";
import type { Spell } from "./spell.ts";

/** What becomes of spells that are determined anew. */
export interface Matched {
  readonly kept: ReadonlyArray<{ readonly known: KnownSpell; readonly spell: Spell }>;
  readonly fresh: ReadonlyArray<Spell>;
  /** Spells that are no more, or that have become a part of another. */
  readonly gone: ReadonlyArray<KnownSpell>;
}

const shared = (a: Spell, b: Spell): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** The known spell that shares most days; the earlier one when two share the same. */
const heir = (spell: Spell, known: ReadonlyArray<KnownSpell>): KnownSpell | undefined =>
  known
    .filter((k) => shared(k.spell, spell) >= 0)
    .sort((a, b) => shared(b.spell, spell) - shared(a.spell, spell) || a.spell.start - b.spell.start)
    .at(0);

/** Pairs spells with those known before: one that shares a day keeps its id. */
export const matchSpells = (known: ReadonlyArray<KnownSpell>, spells: ReadonlyArray<Spell>): Matched =>
  spells.reduce<Matched>(
    (sofar, spell) => {
      const found = heir(spell, sofar.gone);
      if (found === undefined) return { ...sofar, fresh: [...sofar.fresh, spell] };
      return {
        ...sofar,
        kept: [...sofar.kept, { known: found, spell }],
        gone: sofar.gone.filter((one) => one !== found),
      };
    },
    { kept: [], fresh: [], gone: known },
  );
