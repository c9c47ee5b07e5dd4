import { deriveEventId, partitionCount, partitionOf } from "@samvirke/kernel";
import type { LogRecord, NewRecord, OutgoingRecord } from "@samvirke/kernel";
import { makeMemoryBroker, makeMemoryStore } from "@samvirke/testing";
import { describe, expect, test } from "vitest";
import { person } from "../stage.cases.ts";
import { toWire } from "../wire.ts";
import { firstDifference, verifyTopic } from "./verify.ts";

const topic = "v.in";
const partition = 3;
const count = 250;

const record = (n: number): NewRecord => ({
  topic,
  key: person(n % 7, partition),
  id: deriveEventId(`verify ${n}`, "In"),
  type: "In",
  headers: [["correlationid", `c${n}`]],
  value: new TextEncoder().encode(`value ${n}`),
});

/** A log of some records, and Kafka with what the test makes of them. */
const compare = async (change: (wire: Array<OutgoingRecord>) => Array<OutgoingRecord>, expire = 0n) => {
  const store = makeMemoryStore().port();
  const broker = makeMemoryBroker();
  const log = broker.port();
  await store.createTopics([topic]);
  await log.createTopics([topic], partitionCount);
  await store.transact((t) => t.append(Array.from({ length: count }, (_, n) => record(n))));
  const own: ReadonlyArray<LogRecord> = await store.readLog(topic, [{ partition, after: -1 }], {
    records: count,
    bytes: 1e6,
  });
  await log.append(topic, new Map([[partition, change(own.map(toWire))]]));
  broker.expire(topic, partition, expire);
  const seen = { total: 0, records: 0 };
  const verdict = await verifyTopic(
    {
      log,
      store,
      clock: { now: () => 0 },
      signal: new AbortController().signal,
      patienceMs: 0,
      onTotal: (total) => (seen.total = total),
      onRecord: () => (seen.records += 1),
    },
    topic,
  );
  return { seen, first: firstDifference(verdict), of: verdict.partitions[partition], verdict };
};

const at = <A>(list: ReadonlyArray<A>, i: number): A => list[i] as A;
const replaced = (wire: Array<OutgoingRecord>, i: number, by: Partial<OutgoingRecord>) =>
  wire.with(i, { ...at(wire, i), ...by });

describe("log and topic", () => {
  test("that are the same have the same chain and every record counted", async () => {
    expect(partitionOf(person(0, partition))).toBe(partition);
    const { seen, first, of, verdict } = await compare((wire) => wire);
    expect([first, seen]).toEqual([undefined, { total: count, records: count }]);
    expect(of).toMatchObject({ from: 0, records: count, foreign: 0, repeats: 0 });
    expect(of?.logChain).toBe(of?.topicChain);
    expect(of?.logChain).not.toMatch(/^0+$/);
    expect(verdict.partitions).toHaveLength(partitionCount);
  });

  test("that swap two records are told apart at the first of them", async () => {
    const { first, of } = await compare((wire) => wire.with(120, at(wire, 121)).with(121, at(wire, 120)));
    expect(first).toEqual({ partition, position: 120, what: "swapped", field: null, offset: "120" });
    expect(of?.records).toBe(120);
  });

  test("that swap far apart, over the end of a fetch, are still told as swapped", async () => {
    const { first } = await compare((wire) => wire.with(95, at(wire, 130)).with(130, at(wire, 95)));
    expect(first).toMatchObject({ position: 95, what: "swapped" });
  });

  test("of which the topic lacks one in the middle, or the last", async () => {
    expect((await compare((wire) => wire.toSpliced(77, 1))).first).toMatchObject({ position: 77, what: "missing" });
    expect((await compare((wire) => wire.slice(0, -1))).first).toMatchObject({
      position: count - 1,
      what: "missing",
      offset: null,
    });
    expect((await compare(() => [])).first).toMatchObject({ position: 0, what: "missing" });
  });

  test("of which the topic has one more than the log", async () => {
    const { first } = await compare((wire) => [
      ...wire,
      toWire({ ...record(count), partition, position: count, recordedAt: 0 }),
    ]);
    expect(first).toMatchObject({ position: count, what: "extra", offset: String(count) });
  });

  test.each([
    ["value", { value: new Uint8Array([1]) }],
    ["key", { key: person(8, partition) }],
  ] as const)("that differ in the %s name it", async (field, by) => {
    const { first, of } = await compare((wire) => replaced(wire, 200, by));
    expect(first).toEqual({ partition, position: 200, what: "changed", field, offset: "200" });
    expect(of?.logChain).not.toBe(of?.topicChain);
  });

  test.each(["correlationid", "ce_id", "ce_type"])("that differ in the header %s name it", async (name) => {
    const { first } = await compare((wire) => {
      const headers = at(wire, 9).headers.map(([key, value]) => [key, key === name ? "other" : value] as const);
      return replaced(wire, 9, { headers });
    });
    expect(first).toMatchObject({ position: 9, what: "changed", field: name });
  });

  test("with repeats and records of others differ in nothing", async () => {
    const foreign: OutgoingRecord = { key: "", headers: [], value: new Uint8Array() };
    const { first, of } = await compare((wire) => [
      ...wire.slice(0, 60),
      foreign,
      ...wire.slice(40, 100),
      ...wire.slice(100),
    ]);
    expect([first, of?.foreign, of?.repeats, of?.records]).toEqual([undefined, 1, 20, count]);
  });

  test("of which the topic's beginning has expired are compared from there", async () => {
    const { first, of } = await compare((wire) => wire, 90n);
    expect([first, of?.from, of?.records]).toEqual([undefined, 90, count - 90]);
  });
});
