import { makeKafkaLog } from "@samvirke/kafka";
import { deriveEventId, E, mintPersonId, partitionCount, systemClock } from "@samvirke/kernel";
import type { LogPort, LogRecord, NewRecord, PersonId, WireBatch } from "@samvirke/kernel";
import { createDatabase, dropDatabase, makeStore } from "@samvirke/store";
import type { Store } from "@samvirke/store";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import type { StageDefinition } from "./definition.ts";
import { createHubTopics } from "./hub-topics.ts";
import { runRelay } from "./relay/run-relay.ts";
import type { RunningRelay } from "./relay/run-relay.ts";
import { runStage } from "./run-stage.ts";
import type { RunningStage } from "./run-stage.ts";
import { firstDifference, verifyTopic } from "./verify/verify.ts";
import { positionOf } from "./wire.ts";

const name = `road_${crypto.randomUUID().slice(0, 8)}`;
const [input, output] = [`${name}.in`, `${name}.out`];
const persons = Array.from({ length: 40 }, () => mintPersonId());
const patience = { timeout: 60_000, interval: 100 };
let store: Store;
let log: LogPort;
const poisoned = new Set<string>();
const relays: Array<RunningRelay> = [];
const stages: Array<RunningStage> = [];
const logs: Array<LogPort> = [];

const openLog = (): LogPort =>
  makeKafkaLog({ brokers: inject("kafkaBrokers"), clientId: name, sessionTimeout: 6_000, heartbeatInterval: 300 });
const relayDeps = () => ({
  topics: [input, output],
  log,
  store,
  clock: systemClock,
  observe: { event: () => undefined },
});
const startRelay = (): RunningRelay => {
  const relay = runRelay(relayDeps());
  relays.push(relay);
  return relay;
};
const stopAll = async (): Promise<void> => {
  await Promise.all([...relays.splice(0), ...stages.splice(0)].map((one) => one.stop()));
};

beforeAll(async () => {
  store = makeStore({ url: await createDatabase(inject("postgresUrl"), name), applicationName: "road test" });
  log = openLog();
  await store.migrate();
  await createHubTopics({ log, store }, [input, output]);
  for (const text of [
    "create schema view_road",
    "create table view_road.seen (cause uuid primary key, person uuid not null, n int not null)",
  ])
    await store.query({ name: "", text }, []);
});

afterAll(async () => {
  await stopAll();
  await log.deleteTopics([input, output]);
  await Promise.all([log, ...logs].map((one) => one.close()));
  await store.close();
  await dropDatabase(inject("postgresUrl"), name);
});

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const decode = <A>(bytes: Uint8Array): A => JSON.parse(new TextDecoder().decode(bytes)) as A;
interface Copied {
  readonly cause: string;
  readonly n: number;
}

const copyStage: StageDefinition<LogRecord, number> = {
  name: "copy",
  topic: input,
  accepts: (type) => type === "In",
  prepare: async (records) => records.map((record) => E.right(record)),
  states: { key: (record) => record.key, decode: (bytes) => decode<number>(bytes), encode },
  handle: (record, before = 0) => {
    if (poisoned.has(record.key)) throw new RangeError("poison");
    const value = encode({ cause: record.id, n: before + 1 });
    return {
      appends: [
        {
          topic: output,
          key: record.key,
          id: deriveEventId(record.id, "Out"),
          type: "Out",
          headers: record.headers,
          value,
        },
      ],
      rows: [],
      state: before + 1,
    };
  },
};

const rowStage: StageDefinition<LogRecord> = {
  name: "rows",
  topic: output,
  schema: "view_road",
  accepts: (type) => type === "Out",
  prepare: async (records) => records.map((record) => E.right(record)),
  handle: (record) => {
    const { cause, n } = decode<Copied>(record.value);
    return { appends: [], rows: [{ op: "insert", table: "seen", columns: { cause, person: record.key, n } }] };
  },
};

const redriveStage = (record: LogRecord) => E.right(decode<{ stage: string }>(record.value).stage);
const startStage = <S>(definition: StageDefinition<LogRecord, S>): RunningStage => {
  const own = openLog();
  logs.push(own);
  const deps = { log: own, store, clock: systemClock, observe: { event: () => undefined }, redriveStage };
  const stage = runStage(definition, deps);
  stages.push(stage);
  return stage;
};

let sent = 0;
const send = async (count: number): Promise<void> => {
  for (let left = count; left > 0; left -= 250) {
    const records = Array.from({ length: Math.min(250, left) }, (): NewRecord => {
      sent += 1;
      const key = persons[sent % persons.length] as PersonId;
      return {
        topic: input,
        key,
        id: deriveEventId(`${name} ${sent}`, "In"),
        type: "In",
        headers: [["number", String(sent)]],
        value: encode({}),
      };
    });
    await store.transact((t) => t.append(records));
    store.wake();
  }
};

const seen = () =>
  store.query<{ person: string; n: number }>(
    { name: "seen", text: "select person, n from view_road.seen order by person, n" },
    [],
  );

/** Every person's messages once, counted 1, 2, 3 …; a repeat, a loss or a wrong order breaks the count. */
const expectAll = async (): Promise<void> => {
  await vi.waitFor(async () => expect((await seen()).length).toBe(sent), patience);
  const numbers = Map.groupBy(await seen(), (row) => row.person);
  for (const rows of numbers.values()) expect(rows.map((row) => row.n)).toEqual(rows.map((_, i) => i + 1));
};

const everything = Array.from({ length: partitionCount }, (_, partition) => ({ partition, after: -1 }));

/** Kafka's partitions, repeats taken out, are the log. */
const expectCopies = async (topic: string): Promise<void> => {
  const own = await store.readLog(topic, everything, { records: 1e6, bytes: 1e9 });
  const found = everything.map((): Array<string> => []);
  const onBatch = async ({ partition, records }: WireBatch): Promise<void> => {
    const seenThere = found[partition] ?? [];
    for (const record of records)
      if (positionOf(record) === seenThere.length) seenThere.push(Buffer.from(record.value).toString("hex"));
  };
  const reader = openLog();
  await reader.subscribe({
    group: crypto.randomUUID(),
    topic,
    startAt: async () => undefined,
    onBatch,
    onStopped: () => undefined,
  });
  const wanted = everything.map(({ partition }) =>
    own.filter((record) => record.partition === partition).map((record) => Buffer.from(record.value).toString("hex")),
  );
  await vi.waitFor(() => expect(found.flat().length).toBe(own.length), patience);
  expect(found).toEqual(wanted);
  await reader.close();
};

describe("relay and stages on a real broker and database", () => {
  test("carry every message once and in order, through restarts of each in the middle", async () => {
    let relay = startRelay();
    let copy = startStage(copyStage);
    startStage(rowStage);
    await send(1_000);
    const sending = send(2_000);
    await copy.stop();
    copy = startStage(copyStage);
    await relay.stop();
    relay = startRelay();
    startStage(rowStage);
    await sending;
    await expectAll();
    expect(copy.state().state).toBe("running");
    await expectCopies(output);
  });

  test("a second relay stands by and takes over", async () => {
    const second = startRelay();
    const states = () => [...second.state().values()].map((topic) => topic.state);
    await vi.waitFor(() => expect(states()).toEqual(["standby", "standby"]), patience);
    await Promise.all(relays.filter((relay) => relay !== second).map((relay) => relay.stop()));
    await send(100);
    await expectAll();
    expect(states()).toEqual(["copying", "copying"]);
  });

  test("a person that fails waits, the others flow, a redrive drains in order", async () => {
    const [bad] = persons as [PersonId];
    poisoned.add(bad);
    await send(400);
    await vi.waitFor(async () => expect((await seen()).length).toBe(sent - 400 / persons.length), patience);
    expect(await store.parkedList({ stage: "copy" }, 10)).toMatchObject([
      { person: bad, records: 400 / persons.length, reason: "defect", attempts: 1 },
    ]);
    const redrive = async (): Promise<void> => {
      const id = deriveEventId(crypto.randomUUID(), "PersonRedriven");
      await store.transact((t) =>
        t.append([
          { topic: input, key: bad, id, type: "PersonRedriven", headers: [], value: encode({ stage: "copy" }) },
        ]),
      );
      store.wake();
    };
    await redrive();
    await vi.waitFor(
      async () => expect(await store.parkedList({ stage: "copy" }, 10)).toMatchObject([{ records: 10, attempts: 2 }]),
      patience,
    );
    poisoned.clear();
    await redrive();
    await expectAll();
    expect(await store.parkedCounts()).toEqual([]);
  });

  test("pause holds a stage, resume lets it go on", async () => {
    await store.setControl({ stage: "copy", paused: true, reason: "test", by: "test" });
    await vi.waitFor(() => expect(stages.some((one) => one.state().state === "paused")).toBe(true), patience);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = (await seen()).length;
    await send(100);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect((await seen()).length).toBe(before);
    await store.setControl({ stage: "copy", paused: false, reason: "test", by: "test" });
    await expectAll();
  });

  test("a topic that is deleted and made anew is seeded from the log, and nothing is done twice", async () => {
    await stopAll();
    await log.deleteTopics([output]);
    await vi.waitFor(async () => {
      await log.createTopics([output], partitionCount);
      expect((await log.bounds(output, 0)).next).toBe(0n);
    }, patience);
    startRelay();
    startStage(copyStage);
    startStage(rowStage);
    await send(200);
    await expectAll();
    await expectCopies(output);
  });

  test("a topic is deleted and filled anew under load by the running relay, with the stages running, as asked", async () => {
    const sending = send(1_000);
    await store.transact((t) => t.askReseed({ topic: output, deletes: true, by: "test", why: "test" }));
    await vi.waitFor(async () => expect((await store.reseed(output))?.state).toBe("seeding"), patience);
    await sending;
    await expectAll();
    const signal = new AbortController().signal;
    const deps = { log, store, clock: systemClock, signal, onRecord: () => undefined };
    expect(firstDifference(await verifyTopic(deps, output))).toBeUndefined();
    await expectCopies(output);
  });

  test("an older log that was restored is noticed: nothing runs until the topic is filled anew", async () => {
    await stopAll();
    const query = (text: string): Promise<unknown> => store.query({ name: "", text }, [input]);
    // What a restored database would hold: three records fewer in each partition, and the checkpoints of then.
    await query("update hub.log_head set next = next - 3 where topic = $1 and next > 3");
    await query(`delete from hub.log l using hub.log_head h
      where l.topic = $1 and h.topic = l.topic and h.partition = l.partition and l.position >= h.next`);
    await query("update hub.checkpoint set position = position - 3, hint = null where topic = $1 and position > 3");
    const before = await seen();
    const relay = startRelay();
    startStage(copyStage);
    const stage = stages.at(-1);
    const ahead = expect.stringContaining("Kafka is ahead of the log") as unknown;
    await vi.waitFor(
      () => expect(relay.state().get(input)).toMatchObject({ state: "waiting", reason: ahead }),
      patience,
    );
    await vi.waitFor(() => expect(stage?.state()).toMatchObject({ state: "waiting", reason: ahead }), patience);
    expect(await seen()).toEqual(before);

    await store.transact((t) => t.askReseed({ topic: input, deletes: true, by: "test", why: "restored" }));
    await vi.waitFor(() => expect(relay.state().get(input)).toMatchObject({ state: "copying" }), patience);
    await vi.waitFor(() => expect(stage?.state()).toMatchObject({ state: "running" }), patience);
    await send(100);
    startStage(rowStage);
    await expectAll();
  });
});
