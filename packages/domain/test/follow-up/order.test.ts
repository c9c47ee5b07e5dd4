import { addDays, day } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import fc from "fast-check";
import assert from "node:assert/strict";
import { test } from "vitest";
import type { FollowUpFact } from "../../src/index.ts";
import { dutiesIn, factsOf, followUpPolicy2026 as policy, spellsIn } from "../../src/index.ts";
import { arrivalOf } from "./documents.ts";
import type { Played } from "./play.ts";
import { arrives, passes, started } from "./play.ts";
import { histories } from "./random.ts";

const runs = Number(process.env["SAMVIRKE_HISTORIES"] ?? 40);

const ends = (facts: ReadonlyArray<FollowUpFact>): readonly [Day, Day] => {
  const days = facts.flatMap((fact) => ("on" in fact && fact.on !== null ? [fact.on] : []));
  return [Math.min(...days) as Day, addDays(day(Math.max(...days)), 30)];
};

/** What must not depend on the order: ids and revisions say how it came to be and are left out. */
const settled = ({ state }: Played) => ({
  facts: factsOf(state),
  spells: spellsIn(state, policy)
    .map(({ source, spell }) => ({ source, ...spell }))
    .sort((a, b) => a.start - b.start),
  duties: dutiesIn(state, policy)
    .map(({ kind, holder, party, since, due, until, closedOn, waits }) =>
      JSON.stringify({ kind, holder, party, since, due, until, closedOn, waits }),
    )
    .sort(),
  told: state.announced
    .filter(({ stands }) => stands)
    .map(({ kind, due }) => `${kind} ${due}`)
    .sort(),
});

const inOrder = (facts: ReadonlyArray<FollowUpFact>, [first, last]: readonly [Day, Day]): Played => {
  const sorted = [...facts].sort((a, b) => ("on" in a ? (a.on ?? 0) : 0) - ("on" in b ? (b.on ?? 0) : 0));
  const told = sorted.reduce(
    (played, fact) => arrives(played, arrivalOf(fact), "on" in fact ? (fact.on ?? first) : first),
    started,
  );
  return passes(told, last);
};

const shuffled = (
  facts: ReadonlyArray<FollowUpFact>,
  picks: ReadonlyArray<number>,
  [first, last]: readonly [Day, Day],
): Played => {
  // One to three times each, in an order that the picks decide, days passing between.
  const copies = facts.flatMap((fact, index) => Array.from({ length: 1 + ((picks[index] ?? 0) % 3) }, () => fact));
  const order = copies
    .map((fact, index) => ({ fact, place: picks[(index * 7 + 3) % picks.length] ?? 0 }))
    .sort((a, b) => a.place - b.place);
  const told = order.reduce((played, { fact }, index) => {
    const today = addDays(first, Math.floor(((last - first) * index) / order.length));
    return passes(arrives(played, arrivalOf(fact), today), addDays(today, -1));
  }, started);
  return passes(told, last);
};

test("the final state is the same in any order, each message once or thrice", { timeout: 1_200_000 }, () => {
  fc.assert(
    fc.property(histories, fc.array(fc.nat(1_000_000), { minLength: 30, maxLength: 60 }), (facts, picks) => {
      const span = ends(facts);
      assert.deepEqual(settled(shuffled(facts, picks, span)), settled(inOrder(facts, span)));
    }),
    { numRuns: runs },
  );
});

test("deciding again after its own events tells nothing", { timeout: 1_200_000 }, () => {
  fc.assert(
    fc.property(histories, (facts) => {
      const span = ends(facts);
      facts.reduce((played, fact) => {
        const once = arrives(played, arrivalOf(fact), span[1]);
        assert.equal(arrives(once, arrivalOf(fact), span[1]).events.length, once.events.length);
        return once;
      }, started);
    }),
    { numRuns: runs },
  );
});

test("a state written and read again decides the same", () => {
  fc.assert(
    fc.property(histories, (facts) => {
      const span = ends(facts);
      const { state, events } = inOrder(facts, span);
      const again = JSON.parse(JSON.stringify(state)) as typeof state;
      assert.deepEqual(again, state);
      assert.deepEqual(
        passes({ state: again, events }, addDays(span[1], 400)),
        passes({ state, events }, addDays(span[1], 400)),
      );
    }),
    { numRuns: runs },
  );
});
