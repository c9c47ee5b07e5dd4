import fc from "fast-check";
import { expect, test } from "vitest";
import { advance, parseCursor, positionIn, printCursor, streams } from "./cursor.ts";
import type { Place } from "./cursor.ts";

const place: fc.Arbitrary<Place> = fc.record({
  stream: fc.constantFrom(...streams),
  partition: fc.integer({ min: 0, max: 11 }),
  position: fc.integer({ min: 0, max: 2 ** 48 }),
});

test("a cursor comes back as it was printed, whatever was had", () =>
  fc.assert(
    fc.property(fc.array(place, { maxLength: 60 }), fc.uniqueArray(place, { maxLength: 60 }), (places, holes) => {
      const cursor = { had: advance([], places), holes };
      const back = parseCursor(printCursor(cursor));
      expect(back).toBeDefined();
      for (const one of places) expect(positionIn(back!, one)).toBe(positionIn(cursor, one));
      expect(new Set(back!.holes.map((hole) => JSON.stringify(hole)))).toEqual(
        new Set(holes.map(({ stream, partition, position }) => JSON.stringify({ stream, partition, position }))),
      );
    }),
  ));

test("a cursor never goes back", () => {
  const later = advance([], [{ stream: "receipt", partition: 3, position: 9 }]);
  expect(advance(later, [{ stream: "receipt", partition: 3, position: 4 }])).toEqual(later);
});

test("partitions and streams are told apart, and what was not had begins before the first", () => {
  const cursor = { had: advance([], [{ stream: "receipt", partition: 3, position: 0 }]), holes: [] };
  expect(positionIn(cursor, { stream: "receipt", partition: 3 })).toBe(0);
  expect(positionIn(cursor, { stream: "receipt", partition: 4 })).toBe(-1);
  expect(positionIn(cursor, { stream: "welfare", partition: 3 })).toBe(-1);
});

const encoded = (text: string): string => Buffer.from(text).toString("base64url");

test.each([
  ["", "empty"],
  ["%%%", "not base64url"],
  [encoded("2;receipt.0.1"), "another version"],
  [encoded("1;receipt.12.1"), "no such partition"],
  [encoded("1;supplier.0.1"), "no such stream"],
  [encoded("1;receipt.0.-1"), "a negative position"],
  [encoded("1;receipt.0.1x"), "an unknown mark"],
  ["A".repeat(8_001), "too long"],
])("%s is no cursor: %s", (text) => expect(parseCursor(text)).toBeUndefined());
