import { positionHeader } from "@samvirke/kernel";
import type { WireRecord } from "@samvirke/kernel";
import { expect, test } from "vitest";
import { lastPosition } from "./search.ts";

const wire = (offset: number, headers: WireRecord["headers"]): WireRecord => ({
  offset: BigInt(offset),
  key: "",
  headers,
  value: new Uint8Array(),
  timestamp: 0,
});
const copied = (offset: number, position: number, id: string): WireRecord =>
  wire(offset, [
    ["ce_id", id],
    [positionHeader, String(position)],
  ]);

const placeOf = (records: ReadonlyArray<WireRecord>) => ({
  topic: "samvirke.events",
  partition: 3,
  log: {
    bounds: () => Promise.resolve({ earliest: 0n, next: BigInt(records.length) }),
    read: (_topic: string, _partition: number, offset: bigint) => Promise.resolve(records[Number(offset)]),
  },
});
const logOf = (ids: ReadonlyArray<string>) => ({
  idAt: (_topic: string, _partition: number, position: number) => Promise.resolve(ids[position]),
});

test("the last record that the relay wrote tells the position, whatever others wrote behind it", async () => {
  const place = placeOf([copied(0, 0, "a"), copied(1, 1, "b"), wire(2, [])]);
  expect(await lastPosition(place, logOf(["a", "b", "c"]))).toBe(1);
});

test("a topic without records of the relay has no position", async () => {
  expect(await lastPosition(placeOf([]), logOf(["a"]))).toBeUndefined();
  expect(await lastPosition(placeOf([wire(0, [])]), logOf(["a"]))).toBeUndefined();
});

test("a topic beyond the log's end is refused, with the remedy", async () => {
  await expect(lastPosition(placeOf([copied(0, 0, "a"), copied(1, 1, "b")]), logOf(["a"]))).rejects.toThrow(
    /^Kafka is ahead of the log: samvirke\.events 3 at position 1\. .*samvirke reseed samvirke\.events --delete/,
  );
});

test("a log that went on otherwise from where it was restored is refused too", async () => {
  await expect(
    lastPosition(placeOf([copied(0, 0, "a"), copied(1, 1, "b")]), logOf(["a", "other", "c"])),
  ).rejects.toThrow(/^Kafka and the log hold different records/);
});
