import { deriveEventId, mintPersonId, partitionCount, systemClock } from "@samvirke/kernel";
import type { LogPort, NewRecord, OutgoingRecord } from "@samvirke/kernel";
import { makeKafkaLog } from "@samvirke/kafka";
import { createDatabase, dropDatabase, makeStore } from "@samvirke/store";
import type { Store } from "@samvirke/store";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { toWire } from "../wire.ts";
import { firstDifference, verifyTopic } from "./verify.ts";

const name = `verify_${crypto.randomUUID().slice(0, 8)}`;
const source = `${name}.in`;
const count = 5_000;
let store: Store;
let log: LogPort;

const everything = Array.from({ length: partitionCount }, (_, partition) => ({ partition, after: -1 }));
const byPartition = new Map<number, Array<OutgoingRecord>>();

beforeAll(async () => {
  store = makeStore({ url: await createDatabase(inject("postgresUrl"), name), applicationName: "verify test" });
  log = makeKafkaLog({ brokers: inject("kafkaBrokers"), clientId: name });
  await store.migrate();
  await store.createTopics([source]);
  const persons = Array.from({ length: 60 }, () => mintPersonId());
  const records = Array.from({ length: count }, (_, n): NewRecord => {
    const key = persons[n % persons.length] ?? mintPersonId();
    const id = deriveEventId(`${name} ${n}`, "In");
    return { topic: source, key, id, type: "In", headers: [["n", String(n)]], value: Buffer.alloc(700, `${n} `) };
  });
  for (let at = 0; at < count; at += 500) await store.transact((t) => t.append(records.slice(at, at + 500)));
  for (const record of await store.readLog(source, everything, { records: count, bytes: 1e9 })) {
    const wire = byPartition.get(record.partition) ?? [];
    byPartition.set(record.partition, [...wire, toWire(record)]);
  }
});

afterAll(async () => {
  await log.deleteTopics([source]);
  await log.close();
  await store.close();
  await dropDatabase(inject("postgresUrl"), name);
});

const partition = 5;

/** Kafka made anew with one partition as the test has it, compared with the log. */
const compare = async (change: (wire: ReadonlyArray<OutgoingRecord>) => ReadonlyArray<OutgoingRecord>) => {
  await log.deleteTopics([source]);
  await log.createTopics([source], partitionCount);
  const whole = new Map<number, ReadonlyArray<OutgoingRecord>>(byPartition);
  await log.append(source, whole.set(partition, change(byPartition.get(partition) ?? [])));
  const signal = new AbortController().signal;
  const seen = { records: 0 };
  const onRecord = (): void => void (seen.records += 1);
  const verdict = await verifyTopic({ log, store, clock: systemClock, signal, onRecord, patienceMs: 0 }, source);
  return { seen, verdict, first: firstDifference(verdict) };
};

describe("a topic on a real broker against the log of a real database", () => {
  test("is the same, record by record", async () => {
    const { seen, verdict, first } = await compare((wire) => wire);
    expect([first, seen.records]).toEqual([undefined, count]);
    expect(verdict.partitions.every((one) => one.logChain === one.topicChain)).toBe(true);
  });

  test("is told apart at two records that changed places, at one that lacks, at one byte", async () => {
    const swapped = await compare((wire) => [
      ...wire.slice(0, 100),
      ...wire.slice(100, 102).reverse(),
      ...wire.slice(102),
    ]);
    expect(swapped.first).toMatchObject({ partition, position: 100, what: "swapped" });
    const dropped = await compare((wire) => wire.toSpliced(33, 1));
    expect(dropped.first).toMatchObject({ partition, position: 33, what: "missing" });
    const changed = await compare((wire) =>
      wire.map((one, i) => (i === 71 ? { ...one, value: Buffer.from(one.value).fill(0x7a, 699) } : one)),
    );
    expect(changed.first).toMatchObject({ partition, position: 71, what: "changed", field: "value" });
  });

  test("that is not there lacks everything", async () => {
    await log.deleteTopics([source]);
    const signal = new AbortController().signal;
    const deps = { log, store, clock: systemClock, signal, onRecord: () => undefined };
    expect(firstDifference(await verifyTopic(deps, source))).toMatchObject({ position: 0, what: "missing" });
  });
});
