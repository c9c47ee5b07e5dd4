import type { SpellBit, SpellDetermined } from "@samvirke/contracts";
import { uuid5 } from "@samvirke/kernel";
import type { KnownSpell } from "./duties/known-spell.ts";
import type { FollowUpEvent, FollowUpState, MessageOccasion } from "./model.ts";
import { determineSpells } from "./spells/determine.ts";
import { matchSpells } from "./spells/match.ts";
import type { Spell } from "./spells/spell.ts";
import { factsOf, noteFacts } from "./state.ts";

/** What a determination says beside its spell. */
export interface Telling {
  readonly occasion: MessageOccasion;
  readonly source: KnownSpell["source"];
  readonly from: Pick<
    SpellDetermined["case"],
    "determinedAt" | "sourceId" | "referenceBitId" | "referenceBitAt" | "diedOn"
  >;
}

const nothing = { determinedAt: null, sourceId: null, referenceBitId: null, referenceBitAt: null, diedOn: null };

const absent = {
  end: null,
  days: null,
  employers: [],
  whollyAway: [],
  gradedAtEnd: null,
  employedAtEnd: null,
  repeatedAbsence: null,
  inputs: [],
};

/** The spell without what only the hub's own count needs. */
const contentOf = (spell: Spell) => ({
  work: { start: spell.start },
  case: {
    end: spell.end,
    days: spell.days,
    employers: spell.employers,
    whollyAway: spell.whollyAway,
    gradedAtEnd: spell.gradedAtEnd,
    employedAtEnd: spell.employedAtEnd,
    repeatedAbsence: spell.repeatedAbsence,
    inputs: spell.inputs,
  },
});

interface Place {
  readonly spellId: string;
  readonly revision: number;
}

const determined = (telling: Telling, place: Place, spell: Spell | undefined): SpellDetermined => {
  const { occasion, source, from } = telling;
  const content = spell === undefined ? { work: { start: null }, case: absent } : contentOf(spell);
  return {
    archiveId: occasion.archiveId,
    ...place,
    source,
    outcome: spell === undefined ? "NONE" : "STANDS",
    policyVersion: occasion.policy.version,
    work: content.work,
    case: { ...content.case, ...from, bits: [] },
  };
};

const textOf = (s: Spell): string =>
  JSON.stringify([
    [s.start, s.end, s.days, s.gradedAtEnd, s.employedAtEnd, s.repeatedAbsence, s.inputs],
    s.employers.map(({ employer, from, to, days }) => [employer, from, to, days]),
    s.whollyAway.map(({ from, to }) => [from, to]),
  ]);

const isSame = (a: Spell, b: Spell): boolean => textOf(a) === textOf(b);

/** The events that bring the known spells of one source to what is determined now; only what changed is told. */
export const spellChanges = (
  known: ReadonlyArray<KnownSpell>,
  spells: ReadonlyArray<Spell>,
  telling: Telling,
): ReadonlyArray<SpellDetermined> => {
  const { kept, fresh, gone } = matchSpells(
    known.filter(({ source }) => source === telling.source),
    spells,
  );
  const next = (one: KnownSpell): Place => ({ spellId: one.spellId, revision: one.revision + 1 });
  const { archiveId } = telling.occasion;
  return [
    ...gone.map((one) => determined(telling, next(one), undefined)),
    ...kept
      .filter((pair) => !isSame(pair.known.spell, pair.spell))
      .map((pair) => determined(telling, next(pair.known), pair.spell)),
    ...fresh.map((spell, index) =>
      determined(telling, { spellId: uuid5("spell", telling.source, archiveId, String(index)), revision: 1 }, spell),
    ),
  ];
};

// A piece that touches no spell has to be remembered all the same: a certificate may come later.
const pieces = (telling: Telling): SpellDetermined =>
  determined(telling, { spellId: uuid5("spell-pieces", telling.occasion.archiveId), revision: 1 }, undefined);

const withBits = (
  events: ReadonlyArray<SpellDetermined>,
  bits: ReadonlyArray<SpellBit>,
  telling: Telling,
): ReadonlyArray<SpellDetermined> => {
  if (bits.length === 0) return events;
  const [first, ...rest] = events.length > 0 ? events : [pieces(telling)];
  return first === undefined ? [] : [{ ...first, case: { ...first.case, bits } }, ...rest];
};

const isNew = (state: FollowUpState, bit: SpellBit): boolean => noteFacts(state, [{ fact: "BIT", ...bit }]) !== state;

/** The hub's own determination after everything known and, at times, new pieces of welfare's. */
export const ownSpells = (
  state: FollowUpState,
  occasion: MessageOccasion,
  bits: ReadonlyArray<SpellBit>,
): ReadonlyArray<FollowUpEvent> => {
  const telling: Telling = { occasion, source: "HUB", from: nothing };
  const fresh = bits.filter((bit) => isNew(state, bit));
  const facts = factsOf(
    noteFacts(
      state,
      fresh.map((bit) => ({ fact: "BIT", ...bit })),
    ),
  );
  const changes = spellChanges(state.spells, determineSpells(facts, occasion.policy), telling);
  return withBits(changes, fresh, telling).map((value) => ({ type: "SpellDetermined", value }));
};
