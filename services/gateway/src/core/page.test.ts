import fc from "fast-check";
import { expect, test } from "vitest";
import { beginning, parseCursor, positionIn, printCursor } from "./cursor.ts";
import type { Cursor, Place } from "./cursor.ts";
import { holesPerSlot, pageOf } from "./page.ts";

const at = (position: number, partition = 0): Place => ({ stream: "receipt", partition, position });

/** A mailbox in memory: what is written and what is parked, seen as the gateway's statement sees it. */
const see = (written: ReadonlyArray<Place>, parked: ReadonlyArray<Place>, after: Cursor) => ({
  fresh: written
    .filter((place) => place.position > positionIn(after, place))
    .sort((a, b) => a.position - b.position || a.partition - b.partition),
  late: written.filter((place) =>
    after.holes.some((hole) => hole.position === place.position && hole.partition === place.partition),
  ),
  parked: [0, 1].flatMap((partition) =>
    parked.filter((place) => place.partition === partition).slice(0, holesPerSlot + 1),
  ),
});

test("a page takes up to its limit and says whether there is more", () => {
  const { rows, cursor, more } = pageOf(beginning, see([at(0), at(1), at(2)], [], beginning), 2);
  expect([rows, more, cursor.had]).toEqual([[at(0), at(1)], true, [at(1)]]);
  expect(pageOf(cursor, see([at(0), at(1), at(2)], [], cursor), 2)).toMatchObject({ rows: [at(2)], more: false });
});

test("a parked record that was passed is delivered once it is redriven", () => {
  const first = pageOf(beginning, see([at(0), at(2)], [at(1)], beginning), 10);
  expect(first).toMatchObject({ rows: [at(0), at(2)], cursor: { holes: [at(1)] } });
  expect(pageOf(first.cursor, see([at(0), at(2)], [at(1)], first.cursor), 10)).toEqual({
    rows: [],
    cursor: first.cursor,
    more: false,
  });
  const redriven = pageOf(first.cursor, see([at(0), at(1), at(2)], [], first.cursor), 10);
  expect(redriven).toMatchObject({ rows: [at(1)], cursor: { had: [at(2)], holes: [] } });
});

test("a parked record of somebody else leaves no trace once it is redriven", () => {
  const first = pageOf(beginning, see([at(2)], [at(1)], beginning), 10);
  expect(pageOf(first.cursor, see([at(2)], [], first.cursor), 10)).toMatchObject({ rows: [], cursor: { holes: [] } });
});

test("a parked record that lies ahead is no hole", () =>
  expect(pageOf(beginning, see([at(0)], [at(5)], beginning), 10).cursor.holes).toEqual([]));

test("where more is parked than a cursor remembers, the partition waits and the others go on", () => {
  const parked = Array.from({ length: holesPerSlot + 1 }, (_, index) => at(index + 1));
  const written = [at(0), at(5_000), at(0, 1), at(7, 1)];
  expect(pageOf(beginning, see(written, parked, beginning), 10).rows).toEqual([at(0), at(0, 1), at(7, 1)]);
});

// Each step appends a record, parks or redrives one, or reads a page with some limit.
const step = fc.oneof(
  fc.record({ does: fc.constant("write" as const), partition: fc.integer({ min: 0, max: 1 }), isParked: fc.boolean() }),
  fc.record({ does: fc.constant("redrive" as const), nth: fc.nat(30) }),
  fc.record({ does: fc.constant("read" as const), limit: fc.integer({ min: 1, max: 4 }) }),
);

test("whatever is parked, redriven and read in whichever order: every record comes exactly once", () =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const written: Array<Place> = [];
      const parked: Array<Place> = [];
      const had: Array<string> = [];
      const heads = [0, 0];
      let cursor = beginning;
      const read = (limit: number): boolean => {
        const page = pageOf(cursor, see(written, parked, cursor), limit);
        had.push(...page.rows.map(({ partition, position }) => `${partition}.${position}`));
        cursor = parseCursor(printCursor(page.cursor))!;
        return page.rows.length > 0;
      };
      for (const one of steps) {
        if (one.does === "read") read(one.limit);
        else if (one.does === "redrive") written.push(...parked.splice(one.nth % Math.max(parked.length, 1), 1));
        else {
          const place = at(heads[one.partition]!, one.partition);
          heads[one.partition]! += 1;
          (one.isParked ? parked : written).push(place);
        }
      }
      written.push(...parked.splice(0));
      while (read(3));
      expect([...had].sort()).toEqual(written.map(({ partition, position }) => `${partition}.${position}`).sort());
    }),
    { numRuns: 500 },
  ));
