import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createServer } from "node:net";
import type { LogFailure, LogPort, WireBatch } from "@samvirke/kernel";
import { ConfigResourceTypes, Kafka, logLevel, Partitioners, type Admin, type Producer } from "kafkajs";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { offsetAfter, recordsFrom } from "./batch-decode.ts";
import { withDefaults } from "./config.ts";
import { fetchCall } from "./fetch-request.ts";
import { makeKafkaLog, type LogProblem } from "./index.ts";
import { openSession } from "./session.ts";

// kafkajs's own client plays the part of others' producers and of the broker's administrator.
const brokers = [...inject("kafkaBrokers")];
const kafka = new Kafka({ clientId: "traps-of-others", brokers, logLevel: logLevel.NOTHING });
const problems: Array<LogProblem> = [];
const onProblem = (problem: LogProblem): void => void problems.push(problem);
const open = (): LogPort =>
  makeKafkaLog({ brokers, clientId: "traps", sessionTimeout: 2_000, heartbeatInterval: 300, onProblem });
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const until = async (isSo: () => boolean | Promise<boolean>, what: string): Promise<void> => {
  for (const deadline = Date.now() + 60_000; !(await isSo()); await pause(20))
    if (Date.now() > deadline) throw new Error(`${what} did not come about`);
};
const textOf = (value: Uint8Array): string => Buffer.from(value).toString();
const out = (key: string, value = key) => ({ key, headers: [], value: Buffer.from(value) });
const topics: Array<string> = [];
const newTopic = (): string => {
  const topic = `traps.${randomUUID()}`;
  topics.push(topic);
  return topic;
};

let admin: Admin;
let port: LogPort;
beforeAll(async () => {
  admin = kafka.admin();
  await admin.connect();
  port = open();
});
afterAll(async () => {
  await port.deleteTopics(topics);
  await port.close();
  await admin.disconnect();
});

describe("trap C: a really compacted topic", () => {
  const topic = newTopic();
  const rounds = 3;
  const perRound = 12;
  const big = Buffer.alloc(100_000, "x");
  let firstKept: bigint;

  const writeAsOther = async (producer: Producer): Promise<void> => {
    // An idempotent producer's last batch is kept, emptied: its sequence number must outlive its records.
    await producer.connect();
    for (let i = 0; i < perRound; i++)
      await producer.send({ topic, messages: [{ key: "same", value: big, partition: 0 }] });
    await producer.disconnect();
  };

  beforeAll(async () => {
    const cleaner = [{ name: "log.cleaner.backoff.ms", value: "200" }];
    await admin.alterConfigs({
      validateOnly: false,
      resources: [{ type: ConfigResourceTypes.BROKER, name: "1", configEntries: cleaner }],
    });
    const configEntries = [
      ["cleanup.policy", "compact"],
      ["segment.bytes", String(1024 * 1024)],
      ["min.cleanable.dirty.ratio", "0.01"],
      ["max.compaction.lag.ms", "500"],
      ["delete.retention.ms", "0"],
    ].map(([name, value]) => ({ name: name!, value: value! }));
    await admin.createTopics({ topics: [{ topic, numPartitions: 1, configEntries }] });
    for (let round = 0; round < rounds; round++)
      await writeAsOther(kafka.producer({ idempotent: true, createPartitioner: Partitioners.DefaultPartitioner }));
    // One batch of three records, of which only the middle one will be left.
    await port.append(topic, new Map([[0, [out("same"), out("kept"), out("late")]]]));
    await port.append(topic, new Map([[0, [out("same", "last"), out("late", "last")]]]));
    // What fills up the segment is not compacted, so that what is before it is.
    for (let i = 0; i < 12; i++) await port.append(topic, new Map([[0, [{ ...out(`filler-${i}`), value: big }]]]));
    firstKept = BigInt(rounds * perRound + 1);
    await until(async () => (await port.read(topic, 0, 0n))?.offset === firstKept, "the compaction");
  }, 120_000);

  test("has emptied batches at its beginning, which is what makes it a test", async () => {
    const session = await openSession(withDefaults({ brokers, clientId: "traps" }));
    const broker = await session.broker((await session.leaders(topic)).get(0)!);
    const from = [{ partition: 0, fetchOffset: 0n, maxBytes: 1 }];
    const { answers } = await broker.connectionPool.send(fetchCall(topic, from, { maxWait: 0, maxBytes: 1 }));
    session.close();
    expect(recordsFrom(answers[0]!.bytes, 0n, [])).toEqual([]);
    expect(offsetAfter(answers[0]!.bytes)).toBe(BigInt(perRound));
  });

  test("is passed by a reader whose fetches bring one emptied batch at a time", async () => {
    const batches: Array<WireBatch> = [];
    const onBatch = async (batch: WireBatch): Promise<void> => void batches.push(batch);
    const subscription = await port.subscribe({
      group: `group.${randomUUID()}`,
      topic,
      startAt: async () => 0n,
      onBatch,
      onStopped: () => undefined,
      maxBytesPerPartition: 100,
    });
    const records = () => batches.flatMap((batch) => batch.records);
    await until(() => records().length === 15, "the records that are left");
    await subscription.close();
    const small = records().filter(({ value }) => value.length < 100);
    expect(small.map(({ value }) => textOf(value))).toEqual(["kept", "last", "last"]);
    const first = batches[0]!;
    expect(first.records.at(-1)!.offset).toBe(firstKept);
    expect(first.nextOffset).toBe(firstKept + 2n);
    const { next } = await port.bounds(topic, 0);
    expect(batches.at(-1)!.nextOffset).toBe(next);
  });

  test("is passed by a reader that begins inside a gap, and by a single read", async () => {
    const seen: Array<bigint> = [];
    const subscription = await port.subscribe({
      group: `group.${randomUUID()}`,
      topic,
      startAt: async () => 5n,
      onBatch: async ({ records }) => void seen.push(...records.map(({ offset }) => offset)),
      onStopped: () => undefined,
    });
    await until(() => seen.length === 15, "the records that are left");
    await subscription.close();
    expect(seen[0]).toBe(firstKept);
    for (const offset of [0n, 5n, firstKept - 1n, firstKept])
      expect((await port.read(topic, 0, offset))?.offset).toBe(firstKept);
    expect((await port.read(topic, 0, firstKept + 1n))?.offset).toBe(firstKept + 2n);
  });
});

test("trap A: records of aborted transactions are not shown, a key of zero bytes does not end the filter", async () => {
  const topic = newTopic();
  await port.createTopics([topic], 1);
  const make = () =>
    kafka.producer({
      transactionalId: randomUUID(),
      maxInFlightRequests: 1,
      idempotent: true,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
  const [a, b] = [make(), make()];
  await Promise.all([a.connect(), b.connect()]);
  const [lost, kept] = [await a.transaction(), await b.transaction()];
  const send = (to: { readonly send: Producer["send"] }, key: string | Buffer, value: string) =>
    to.send({ topic, messages: [{ key, value, partition: 0 }] });
  await send(lost, "k", "lost 1");
  await send(kept, "k", "kept 1");
  await send(lost, Buffer.alloc(4), "lost 2");
  await send(lost, "k", "lost 3");
  await port.append(topic, new Map([[0, [out("plain")]]]));
  await kept.commit();
  await lost.abort();
  await port.append(topic, new Map([[0, [out("end")]]]));
  await Promise.all([a.disconnect(), b.disconnect()]);
  const seen: Array<string> = [];
  const subscription = await port.subscribe({
    group: `group.${randomUUID()}`,
    topic,
    startAt: async () => undefined,
    onBatch: async ({ records }) => void seen.push(...records.map(({ value }) => textOf(value))),
    onStopped: () => undefined,
  });
  await until(() => seen.includes("end"), "the last record");
  await subscription.close();
  expect(seen).toEqual(["kept 1", "plain", "end"]);
  expect(textOf((await port.read(topic, 0, 0n))!.value)).toBe("kept 1");
});

test("traps F and L: reading, seeking and starting out of range commit nothing in the group", async () => {
  const topic = newTopic();
  await port.createTopics([topic], 2);
  await port.append(topic, new Map([0, 1].map((p) => [p, [out("a"), out("b")]])));
  const groupId = `group.${randomUUID()}`;
  let count = 0;
  const subscription = await port.subscribe({
    group: groupId,
    topic,
    startAt: async () => 99n,
    onBatch: async ({ records }) => void (count += records.length),
    onStopped: () => undefined,
  });
  await until(() => count === 4, "the records from the earliest");
  subscription.seek(0, 1n);
  await until(() => count === 5, "the record sought");
  await subscription.close();
  const [offsets] = await admin.fetchOffsets({ groupId, topics: [topic] });
  expect(offsets?.partitions.map(({ offset }) => offset)).toEqual(["-1", "-1"]);
  expect(problems.filter((problem) => problem.event === "offset-out-of-range" && problem.topic === topic)).toHaveLength(
    2,
  );
});

test("trap E: a subscription that the group refuses for good stops as fatal, and says so", async () => {
  const topic = newTopic();
  await port.createTopics([topic], 1);
  const hasty = makeKafkaLog({ brokers, clientId: "hasty", sessionTimeout: 100, heartbeatInterval: 50, onProblem });
  const stopped = Promise.withResolvers<LogFailure>();
  const subscription = await hasty.subscribe({
    group: `group.${randomUUID()}`,
    topic,
    startAt: async () => undefined,
    onBatch: async () => undefined,
    onStopped: stopped.resolve,
  });
  const failure = await stopped.promise;
  expect([failure.fate, failure.message]).toEqual([
    "fatal",
    "kafka: joining the group failed (INVALID_SESSION_TIMEOUT)",
  ]);
  await subscription.close();
  await hasty.close();
});

test("a batch that never ends makes close reject within its bound, and the partitions are free", async () => {
  const topic = newTopic();
  await port.createTopics([topic], 1);
  await port.append(topic, new Map([[0, [out("a")]]]));
  const group = `group.${randomUUID()}`;
  const stuck = makeKafkaLog({ brokers, clientId: "stuck", sessionTimeout: 30_000, closeTimeout: 300, onProblem });
  let begun = false;
  const onBatch = (): Promise<void> => {
    begun = true;
    return new Promise(() => undefined);
  };
  await stuck.subscribe({ group, topic, startAt: async () => undefined, onBatch, onStopped: () => undefined });
  await until(() => begun, "the batch");
  await expect(stuck.close()).rejects.toMatchObject({ fate: "fatal" });
  const start = Date.now();
  let count = 0;
  const other = await port.subscribe({
    group,
    topic,
    startAt: async () => undefined,
    onBatch: async ({ records }) => void (count += records.length),
    onStopped: () => undefined,
  });
  await until(() => count === 1, "the record elsewhere");
  expect(Date.now() - start).toBeLessThan(3_000);
  await other.close();
});

test("trap M: a worker that hangs loses its partition though its process lives and beats", async () => {
  const topic = newTopic();
  await port.createTopics([topic], 2);
  const group = `group.${randomUUID()}`;
  const other = open();
  const held = [0, 0];
  const stuck = new Set<number>();
  const seen: Array<string> = [];
  const gate = Promise.withResolvers<void>();
  const join = (who: LogPort, index: number) =>
    who.subscribe({
      group,
      topic,
      startAt: async () => undefined,
      onAssigned: (partitions) => void (held[index] = partitions.length),
      onBatch: async ({ partition, records }) => {
        seen.push(...records.map(() => `${partition} ${index}`));
        if (index === 1 || stuck.size > 0) return;
        stuck.add(partition);
        await gate.promise;
      },
      onStopped: () => undefined,
    });
  await Promise.all([join(port, 0), join(other, 1)]);
  await until(() => held[0] === 1 && held[1] === 1, "an even share");
  await port.append(topic, new Map([0, 1].map((p) => [p, [out("a")]])));
  await until(() => stuck.size === 1, "the batch that hangs");
  const partition = [...stuck][0]!;
  await until(() => seen.includes(`${partition} 1`), "the other member's turn");
  gate.resolve();
  await other.close();
});

describe("processes", () => {
  const index = new URL("./index.ts", import.meta.url).href;
  const run = (script: string): ChildProcess =>
    spawn(
      process.execPath,
      ["--input-type=module", "-e", `import { makeKafkaLog } from ${JSON.stringify(index)};\n${script}`],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
  const reading = (topic: string, group: string): string => `
    const port = makeKafkaLog({ brokers: ${JSON.stringify(brokers)}, clientId: "child", sessionTimeout: 2000, heartbeatInterval: 300 });
    await port.append(${JSON.stringify(topic)}, new Map([[0, [{ key: "k", headers: [], value: Buffer.from("v") }]]]));
    const seen = Promise.withResolvers();
    await port.subscribe({ group: ${JSON.stringify(group)}, topic: ${JSON.stringify(topic)}, startAt: async () => undefined,
      onBatch: async () => seen.resolve(), onStopped: () => {} });
    await seen.promise;
    console.log("seen");`;
  const line = (child: ChildProcess): Promise<unknown> => new Promise((resolve) => child.stdout?.once("data", resolve));
  const exit = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once("exit", resolve));

  test("a process ends by itself once its port is closed", async () => {
    const topic = newTopic();
    await port.createTopics([topic], 1);
    const child = run(`${reading(topic, `group.${randomUUID()}`)}\nawait port.close();`);
    const ended = exit(child);
    await line(child);
    const start = Date.now();
    expect(await ended).toBe(0);
    expect(Date.now() - start).toBeLessThan(1_500);
  });

  test("a process ends by itself when the broker takes connections but never answers", async () => {
    const silent = createServer(() => undefined).listen(0, "127.0.0.1");
    await new Promise((resolve) => silent.once("listening", resolve));
    const address = silent.address();
    const target = typeof address === "object" && address !== null ? `127.0.0.1:${address.port}` : "";
    const child = run(`
      const port = makeKafkaLog({ brokers: [${JSON.stringify(target)}], clientId: "child", requestTimeout: 500 });
      await port.partitions("t").catch((failure) => console.log(failure.fate));
      await port.close();`);
    const ended = exit(child);
    const said = await line(child);
    expect(String(said)).toBe("retriable\n");
    const start = Date.now();
    expect(await ended).toBe(0);
    expect(Date.now() - start).toBeLessThan(1_500);
    silent.close();
  });

  test("trap M: a killed process's partitions go to another after the session time-out", async () => {
    const topic = newTopic();
    const group = `group.${randomUUID()}`;
    await port.createTopics([topic], 1);
    const child = run(`${reading(topic, group)}\nsetInterval(() => {}, 1000);`);
    await line(child);
    child.kill("SIGKILL");
    await exit(child);
    const start = Date.now();
    let count = 0;
    const subscription = await port.subscribe({
      group,
      topic,
      startAt: async () => undefined,
      onBatch: async ({ records }) => void (count += records.length),
      onStopped: () => undefined,
    });
    await until(() => count === 1, "the record");
    expect(Date.now() - start).toBeLessThan(6_000);
    await subscription.close();
  });
});
