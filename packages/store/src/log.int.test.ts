import { deriveEventId, mintPersonId, partitionCount, partitionOf } from "@samvirke/kernel";
import type { LogRecord, NewRecord, PersonId } from "@samvirke/kernel";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { createDatabase, dropDatabase } from "./database.ts";
import { makeStore } from "./store.ts";
import type { Store } from "./store.ts";

const name = `log_${crypto.randomUUID().slice(0, 8)}`;
const [one, two] = ["t.one", "t.two"];
const bound = { records: 10_000, bytes: 1e9 };
const everything = Array.from({ length: partitionCount }, (_, partition) => ({ partition, after: -1 }));
let store: Store;

beforeAll(async () => {
  store = makeStore({ url: await createDatabase(inject("postgresUrl"), name), applicationName: "log test" });
  await Promise.all([store.migrate(), store.migrate()]);
  await store.createTopics([one, two]);
  await store.createTopics([one]);
});

afterAll(async () => {
  await store.close();
  await dropDatabase(inject("postgresUrl"), name);
});

const record = (topic: string, label: string, key: PersonId = mintPersonId()): NewRecord => ({
  topic,
  key,
  id: deriveEventId(label, "Test"),
  type: "Test",
  headers: [
    ["ce_source", 'quote " back \\ ø'],
    ["label", label],
  ],
  value: new TextEncoder().encode(label),
});

const appendAll = (records: ReadonlyArray<NewRecord>) =>
  store.transact((transaction) => transaction.appendPlaced(records));
const read = (topic: string): Promise<ReadonlyArray<LogRecord>> => store.readLog(topic, everything, bound);
const label = (of: LogRecord): string => new TextDecoder().decode(of.value);

describe("the log", () => {
  test("gives back what was appended, in order, with its headers and bytes", async () => {
    const key = mintPersonId();
    const records = [record(one, "a", key), record(two, "b", key), record(one, "c", key)];
    const places = await appendAll(records);
    const partition = partitionOf(key);
    expect(places).toEqual([
      { topic: one, partition, position: 0 },
      { topic: two, partition, position: 0 },
      { topic: one, partition, position: 1 },
    ]);
    const back = await store.readPerson(one, key);
    expect(
      back.map(({ recordedAt, ...rest }) => ({
        ...rest,
        value: Buffer.from(rest.value),
        recent: Date.now() - recordedAt < 60_000,
      })),
    ).toEqual(
      [records[0], records[2]].map((r, position) => ({
        ...r,
        value: Buffer.from(r?.value ?? []),
        partition,
        position,
        recent: true,
      })),
    );
    expect(await store.recordedAt(one, partition, 1)).toBe(back[1]?.recordedAt);
    expect(await store.recordedAt(one, partition, 2)).toBeUndefined();
  });

  test("numbers positions without gaps under concurrent appends, some of which are rolled back", async () => {
    const before = (await read(one)).length;
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let i = 0; i < 25; i += 1) {
        const records = Array.from({ length: 7 }, (__, r) => record(r % 2 === 0 ? one : two, `${writer}-${i}-${r}`));
        const work = store.transact(async (transaction) => {
          await transaction.append(records);
          if (i % 5 === 4) throw new Error("rolled back");
        });
        await work.catch((error: Error) => expect(error.message).toBe("rolled back"));
      }
    });
    await Promise.all(writers);
    const all = await read(one);
    expect(all.length - before).toBe(8 * 20 * 4);
    const heads = await store.heads(one);
    for (const { partition } of everything) {
      const positions = all.filter((r) => r.partition === partition).map((r) => r.position);
      expect(positions).toEqual(positions.map((_, index) => index));
      expect(heads.get(partition)).toBe(positions.length);
    }
  });

  test("keeps the order of one writer's records in a partition", async () => {
    const key = mintPersonId();
    for (const batch of [0, 1, 2]) await appendAll([0, 1, 2, 3].map((i) => record(two, String(batch * 4 + i), key)));
    expect((await store.readPerson(two, key)).map(label)).toEqual(Array.from({ length: 12 }, (_, i) => String(i)));
  });

  test("a reader never sees a position before those below it", async () => {
    const key = mintPersonId();
    const partition = partitionOf(key);
    const start = (await store.heads(one)).get(partition) ?? 0;
    const writing = { isOver: false };
    const writers = Promise.all(
      Array.from({ length: 6 }, async (_, w) => {
        for (let i = 0; i < 30; i += 1) await appendAll([record(one, `${w}.${i}`, key)]);
      }),
    ).finally(() => (writing.isOver = true));
    let after = start - 1;
    while (!writing.isOver || after < start + 179) {
      const found = await store.readLog(one, [{ partition, after }], bound);
      expect(found.map((r) => r.position)).toEqual(found.map((_, i) => after + 1 + i));
      after += found.length;
    }
    await writers;
    expect(after).toBe(start + 179);
  });

  test("bounds a read by records and by bytes, yet always gives the first", async () => {
    const key = mintPersonId();
    const partition = partitionOf(key);
    const after = ((await store.heads(two)).get(partition) ?? 0) - 1;
    const large = { ...record(two, "large", key), value: new Uint8Array(3_000_000).fill(7) };
    await appendAll([large, record(two, "x", key), record(two, "y", key)]);
    const cursor = [{ partition, after }];
    expect((await store.readLog(two, cursor, { records: 2, bytes: 1e9 })).length).toBe(2);
    const first = await store.readLog(two, cursor, { records: 10, bytes: 1_000 });
    expect(first.map((r) => r.value.byteLength)).toEqual([3_000_000]);
  });

  test("refuses a topic that it does not know, without a trace", async () => {
    await expect(appendAll([record(one, "kept?"), record("t.unknown", "x")])).rejects.toThrow(/t\.unknown/);
    expect((await read(one)).some((r) => label(r) === "kept?")).toBe(false);
  });

  test("runs on a server that syncs its commits", async () => {
    expect(await store.settings()).toEqual({ fsync: "on", synchronous_commit: "on", full_page_writes: "on" });
  });
});
