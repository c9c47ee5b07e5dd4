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
    fc.property(fc.array(place, { maxLength: 60 }), (places) => {
      const cursor = advance([], places);
      const back = parseCursor(printCursor(cursor));
      expect(back).toBeDefined();
      for (const { stream, partition } of places) {
        expect(positionIn(back!, stream, partition)).toBe(positionIn(cursor, stream, partition));
      }
    }),
  ));

test("a cursor never goes back", () => {
  const later = advance([], [{ stream: "receipt", partition: 3, position: 9 }]);
  const after = advance(later, [{ stream: "receipt", partition: 3, position: 4 }]);
  expect(positionIn(after, "receipt", 3)).toBe(9);
});

test("partitions and streams are told apart, and what was not had begins before the first", () => {
  const cursor = advance([], [{ stream: "receipt", partition: 3, position: 0 }]);
  expect([
    positionIn(cursor, "receipt", 3),
    positionIn(cursor, "receipt", 4),
    positionIn(cursor, "welfare", 3),
  ]).toEqual([0, -1, -1]);
});

const encoded = (text: string): string => Buffer.from(text).toString("base64url");

test.each([
  ["", "empty"],
  ["%%%", "not base64url"],
  [encoded("2;receipt.0.1"), "another version"],
  [encoded("1;receipt.12.1"), "no such partition"],
  [encoded("1;employer.0.1"), "no such stream"],
  [encoded("1;receipt.0.-1"), "a negative position"],
  [encoded(`1${";receipt.0.1".repeat(37)}`), "more entries than partitions"],
  ["A".repeat(2_001), "too long"],
])("%s is no cursor: %s", (text) => expect(parseCursor(text)).toBeUndefined());
