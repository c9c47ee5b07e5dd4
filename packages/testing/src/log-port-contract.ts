import { randomUUID } from "node:crypto";
import type { LogPort, OutgoingRecord, SubscribeOptions, Subscription, Topic, WireBatch } from "@samvirke/kernel";
import { afterEach, describe, expect, test } from "vitest";

const patience = 30_000;

/** Waits until it holds; the test's own message names what did not come. */
const until = async (isSo: () => boolean, what = "it"): Promise<void> => {
  for (const deadline = Date.now() + patience; !isSo(); await pause(5))
    if (Date.now() > deadline) throw new Error(`${what} did not come about`);
};
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const out = (text: string, headers: OutgoingRecord["headers"] = []): OutgoingRecord => ({
  key: `key-${text}`,
  headers,
  value: Buffer.from(text),
});
const textOf = (value: Uint8Array): string => Buffer.from(value).toString();
const numbers = (from: number, count: number): ReadonlyArray<OutgoingRecord> =>
  Array.from({ length: count }, (_, i) => out(String(from + i)));
const fateOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "resolved",
    (failure: { readonly fate?: string }) => failure.fate ?? "no fate",
  );

/** What one member saw, per partition, in the order in which it saw it. */
interface Seen {
  readonly texts: (partition: number) => ReadonlyArray<string>;
  readonly count: () => number;
  readonly batches: ReadonlyArray<WireBatch>;
  readonly take: (batch: WireBatch) => void;
}

const makeSeen = (): Seen => {
  const batches: Array<WireBatch> = [];
  const records = (of: ReadonlyArray<WireBatch>) => of.flatMap((batch) => batch.records);
  return {
    batches,
    take: (batch) => void batches.push(batch),
    texts: (partition) =>
      records(batches.filter((batch) => batch.partition === partition)).map(({ value }) => textOf(value)),
    count: () => records(batches).length,
  };
};

/**
 * What every adapter of the log port holds to.
 *
 * Shape: each call of `makePort` gives a new port on the same broker, as another process has it.
 */
export const logPortContract = (name: string, makePort: () => LogPort | Promise<LogPort>): void => {
  describe(`${name} keeps the log port's contract`, () => {
    const ports: Array<LogPort> = [];
    const topics: Array<Topic> = [];

    const newPort = async (): Promise<LogPort> => {
      const port = await makePort();
      ports.push(port);
      return port;
    };
    const setUp = async (partitions = 1): Promise<{ readonly port: LogPort; readonly topic: Topic }> => {
      const port = await newPort();
      const topic = `contract.${randomUUID()}`;
      topics.push(topic);
      await port.createTopics([topic], partitions);
      return { port, topic };
    };
    const read = async (
      port: LogPort,
      topic: Topic,
      more: Partial<SubscribeOptions> = {},
    ): Promise<{ readonly seen: Seen; readonly subscription: Subscription }> => {
      const seen = makeSeen();
      const subscription = await port.subscribe({
        group: `group.${randomUUID()}`,
        topic,
        startAt: async () => undefined,
        onBatch: async (batch) => seen.take(batch),
        onStopped: () => undefined,
        ...more,
      });
      return { seen, subscription };
    };

    afterEach(async () => {
      const last = await makePort();
      await Promise.all(ports.splice(0).map((port) => port.close()));
      await last.deleteTopics(topics.splice(0));
      await last.close();
    });

    describe("topics", () => {
      test("a topic that is not there has no partitions", async () => {
        const port = await newPort();
        expect(await port.partitions(`contract.${randomUUID()}`)).toBeUndefined();
      });

      test("creating makes what is missing and leaves what is there", async () => {
        const { port, topic } = await setUp(3);
        await port.append(topic, new Map([[2, [out("kept")]]]));
        const other = `contract.${randomUUID()}`;
        topics.push(other);
        await port.createTopics([topic, other], 5);
        expect(await port.partitions(topic)).toBe(3);
        expect(await port.partitions(other)).toBe(5);
        expect(await port.bounds(topic, 2)).toEqual({ earliest: 0n, next: 1n });
      });

      test("a topic deleted and created again begins anew", async () => {
        const { port, topic } = await setUp();
        await port.append(topic, new Map([[0, numbers(0, 3)]]));
        await port.deleteTopics([topic]);
        expect(await port.partitions(topic)).toBeUndefined();
        await port.createTopics([topic], 2);
        expect(await port.bounds(topic, 0)).toEqual({ earliest: 0n, next: 0n });
        await port.append(topic, new Map([[0, [out("new")]]]));
        expect(textOf((await port.read(topic, 0, 0n))!.value)).toBe("new");
      });

      test("deleting what is not there does no harm", async () => {
        const { port, topic } = await setUp();
        await port.deleteTopics([`contract.${randomUUID()}`, topic]);
        expect(await port.partitions(topic)).toBeUndefined();
      });
    });

    describe("append", () => {
      test("a resolved append is seen whole and in order by another port", async () => {
        const { port, topic } = await setUp(2);
        await port.append(
          topic,
          new Map([
            [0, numbers(0, 50)],
            [1, numbers(100, 30)],
          ]),
        );
        const other = await newPort();
        expect(await other.bounds(topic, 0)).toEqual({ earliest: 0n, next: 50n });
        expect(await other.bounds(topic, 1)).toEqual({ earliest: 0n, next: 30n });
        expect(textOf((await other.read(topic, 1, 29n))!.value)).toBe("129");
      });

      test("appends of one port follow each other, however they were called", async () => {
        const { port, topic } = await setUp();
        await Promise.all([0, 10, 20, 30].map((from) => port.append(topic, new Map([[0, numbers(from, 10)]]))));
        const { seen } = await read(port, topic);
        await until(() => seen.count() === 40, "the records");
        expect(seen.texts(0)).toEqual(numbers(0, 40).map(({ value }) => textOf(value)));
      });

      test("an append to a topic that is not there is retriable, and the port goes on", async () => {
        const { port, topic } = await setUp();
        const missing = `contract.${randomUUID()}`;
        expect(await fateOf(port.append(missing, new Map([[0, [out("lost")]]])))).toBe("retriable");
        await port.append(topic, new Map([[0, [out("kept")]]]));
        expect((await port.bounds(topic, 0)).next).toBe(1n);
      });

      test("many records are read from an offset on, without a group, until there is nothing more", async () => {
        const { port, topic } = await setUp();
        for (const from of [0, 150, 300]) await port.append(topic, new Map([[0, numbers(from, 150)]]));
        const read: Array<string> = [];
        for (let [at, isOver] = [7n, false]; !isOver;) {
          const { records, next } = await port.readMany(topic, 0, at);
          expect(records[0]?.offset ?? at).toBe(at);
          read.push(...records.map(({ value }) => textOf(value)));
          [isOver, at] = [next === at, next];
        }
        expect(read).toEqual(numbers(7, 443).map(({ value }) => textOf(value)));
      });

      test("nothing to append is done at once", async () => {
        const { port, topic } = await setUp();
        await port.append(topic, new Map());
        await port.append(topic, new Map([[0, []]]));
        expect((await port.bounds(topic, 0)).next).toBe(0n);
      });

      test("headers keep their order and their repetitions, values their bytes, empty ones too", async () => {
        const { port, topic } = await setUp();
        const headers = [
          ["z", "last first"],
          ["2", "numbers stay"],
          ["1", "where they are"],
          ["z", "again"],
          ["__proto__", "no trick"],
          ["æøå", "Blåbærsyltetøy 🙂"],
          ["empty", ""],
        ] as const;
        const bytes = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
        await port.append(
          topic,
          new Map([
            [
              0,
              [
                { key: "nøkkel", headers, value: bytes },
                { ...out(""), headers: [] },
              ],
            ],
          ]),
        );
        const first = (await port.read(topic, 0, 0n))!;
        expect(first.headers).toEqual(headers);
        expect(first.key).toBe("nøkkel");
        expect(Buffer.from(first.value).equals(bytes)).toBe(true);
        expect(Math.abs(first.timestamp - Date.now())).toBeLessThan(60_000);
        const second = (await port.read(topic, 0, 1n))!;
        expect([second.headers, second.value.length, second.offset]).toEqual([[], 0, 1n]);
      });

      test("records larger than a fetch come whole and in order", async () => {
        const { port, topic } = await setUp(2);
        const big = Buffer.alloc(3_500_000, "x");
        const list = [
          out("before"),
          { ...out("big"), value: big },
          out("between"),
          { ...out("big"), value: big },
          out("after"),
        ];
        await port.append(topic, new Map([[1, list]]));
        const sizes: Array<number> = [];
        const onBatch = async ({ records }: WireBatch): Promise<void> =>
          void sizes.push(...records.map((r) => r.value.length));
        await read(port, topic, { onBatch, maxBytesPerPartition: 100_000 });
        await until(() => sizes.length === 5, "the large records");
        expect(sizes).toEqual([6, 3_500_000, 7, 3_500_000, 5]);
      });
    });

    describe("read", () => {
      test("gives the record at an offset, the first one for an offset before it, none at the end or after", async () => {
        const { port, topic } = await setUp();
        expect(await port.read(topic, 0, 0n)).toBeUndefined();
        await port.append(topic, new Map([[0, numbers(0, 5)]]));
        expect((await port.read(topic, 0, 3n))?.offset).toBe(3n);
        expect((await port.read(topic, 0, -1n))?.offset).toBe(0n);
        expect(await port.read(topic, 0, 5n)).toBeUndefined();
        expect(await port.read(topic, 0, 1_000n)).toBeUndefined();
      });

      test("a partition that is not there is a failure, not an empty one", async () => {
        const { port, topic } = await setUp();
        expect(await fateOf(port.bounds(topic, 7))).toBe("retriable");
        expect(await fateOf(port.read(topic, 7, 0n))).toBe("retriable");
      });
    });

    describe("a subscription", () => {
      test("gets every record of every partition once, in order, with where to go on", async () => {
        const { port, topic } = await setUp(3);
        const { seen } = await read(port, topic, { concurrency: 3 });
        for (let round = 0; round < 5; round++)
          await port.append(topic, new Map([0, 1, 2].map((p) => [p, numbers(round * 20, 20)])));
        await until(() => seen.count() === 300, "the records");
        for (const partition of [0, 1, 2]) {
          expect(seen.texts(partition)).toEqual(numbers(0, 100).map(({ value }) => textOf(value)));
          const mine = seen.batches.filter((batch) => batch.partition === partition);
          for (const [i, batch] of mine.entries()) {
            expect(batch.nextOffset).toBe(batch.records.at(-1)!.offset + 1n);
            if (i > 0) expect(batch.records[0]?.offset).toBe(mine[i - 1]?.nextOffset);
          }
        }
      });

      test("begins where startAt says, and at the earliest record for no or a useless hint", async () => {
        const { port, topic } = await setUp(5);
        await port.append(topic, new Map([0, 1, 2, 3, 4].map((p) => [p, numbers(0, 10)])));
        const hints = [undefined, 0n, 7n, 10n, 1_000n];
        const { seen } = await read(port, topic, { startAt: async (partition) => hints[partition] });
        await until(() => seen.count() === 33, "the records");
        await port.append(topic, new Map([[3, [out("at the end")]]]));
        await until(() => seen.count() === 34, "the record at the end");
        expect(seen.texts(2)).toEqual(["7", "8", "9"]);
        expect(seen.texts(3)).toEqual(["at the end"]);
        for (const partition of [0, 1, 4]) expect(seen.texts(partition)[0]).toBe("0");
      });

      test("asks again where to begin when the answer fails", async () => {
        const { port, topic } = await setUp();
        await port.append(topic, new Map([[0, numbers(0, 4)]]));
        let asked = 0;
        const startAt = async (): Promise<bigint> => {
          asked += 1;
          if (asked < 3) throw new Error("the database is away");
          return 2n;
        };
        const { seen } = await read(port, topic, { startAt });
        await until(() => seen.count() === 2, "the records");
        expect(seen.texts(0)).toEqual(["2", "3"]);
      });

      test("gives a rejected batch again, from its first record, while other partitions go on", async () => {
        const { port, topic } = await setUp(2);
        await port.append(
          topic,
          new Map([
            [0, numbers(0, 5)],
            [1, numbers(0, 5)],
          ]),
        );
        const seen = makeSeen();
        let rejections = 0;
        const onBatch = async (batch: WireBatch): Promise<void> => {
          if (batch.partition === 0 && (rejections < 4 || seen.texts(1).length < 5)) {
            rejections += 1;
            throw new Error("not yet");
          }
          seen.take(batch);
        };
        await read(port, topic, { onBatch });
        await until(() => seen.count() === 10, "the records");
        expect(rejections).toBeGreaterThanOrEqual(4);
        for (const partition of [0, 1]) expect(seen.texts(partition)).toEqual(["0", "1", "2", "3", "4"]);
      });

      test("runs partitions side by side, but never one partition's batches", async () => {
        const { port, topic } = await setUp(4);
        const running = new Map<number, number>();
        let most = 0;
        let overlaps = 0;
        let count = 0;
        const onBatch = async ({ partition, records }: WireBatch): Promise<void> => {
          running.set(partition, (running.get(partition) ?? 0) + 1);
          if ((running.get(partition) ?? 0) > 1) overlaps += 1;
          most = Math.max(most, [...running.values()].filter((n) => n > 0).length);
          await pause(20);
          running.set(partition, (running.get(partition) ?? 0) - 1);
          count += records.length;
        };
        await read(port, topic, { onBatch, concurrency: 4 });
        for (let i = 0; i < 10; i++) {
          await port.append(topic, new Map([0, 1, 2, 3].map((p) => [p, numbers(i, 1)])));
          await pause(10);
        }
        await until(() => count === 40, "the records");
        expect(overlaps).toBe(0);
        expect(most).toBeGreaterThan(1);
      });

      test("pauses after the running batches and goes on where it was", async () => {
        const { port, topic } = await setUp();
        const { seen, subscription } = await read(port, topic);
        await port.append(topic, new Map([[0, numbers(0, 3)]]));
        await until(() => seen.count() === 3, "the first records");
        subscription.pause();
        await port.append(topic, new Map([[0, numbers(3, 3)]]));
        await pause(400);
        expect(seen.count()).toBe(3);
        subscription.resume();
        await until(() => seen.count() === 6, "the records after the pause");
        expect(seen.texts(0)).toEqual(["0", "1", "2", "3", "4", "5"]);
      });

      test("goes on at an offset sought from outside", async () => {
        const { port, topic } = await setUp();
        await port.append(topic, new Map([[0, numbers(0, 6)]]));
        const { seen, subscription } = await read(port, topic);
        await until(() => seen.count() === 6, "the records");
        subscription.seek(0, 4n);
        await until(() => seen.count() === 8, "the records sought");
        expect(seen.texts(0).slice(6)).toEqual(["4", "5"]);
        subscription.seek(0, 1_000n);
        await until(() => seen.count() === 14, "the records from the earliest");
        expect(seen.texts(0).slice(8)).toEqual(["0", "1", "2", "3", "4", "5"]);
      });

      test("is not led astray by what was on its way when it sought", async () => {
        const { port, topic } = await setUp();
        await port.append(topic, new Map([[0, numbers(0, 6)]]));
        const { seen, subscription } = await read(port, topic);
        await until(() => seen.count() === 6, "the records");
        const expected = [...seen.texts(0)];
        for (let round = 6; round < 16; round++) {
          subscription.seek(0, 3n);
          await port.append(topic, new Map([[0, numbers(round, 1)]]));
          expected.push(...numbers(3, round - 2).map(({ value }) => textOf(value)));
          await until(() => seen.count() >= expected.length, "the records sought and the newest");
          expect(seen.texts(0)).toEqual(expected);
        }
      });

      test("goes on where it was sought, whatever startAt says later", async () => {
        const { port, topic } = await setUp();
        await port.append(topic, new Map([[0, numbers(0, 6)]]));
        const gate = Promise.withResolvers<bigint>();
        let asked = 0;
        const startAt = (): Promise<bigint> => {
          asked += 1;
          return gate.promise;
        };
        const { seen, subscription } = await read(port, topic, { startAt });
        await until(() => asked === 1, "the question where to begin");
        subscription.seek(0, 4n);
        await pause(50);
        gate.resolve(1n);
        await until(() => seen.count() >= 2, "the records sought");
        await pause(200);
        expect(seen.texts(0)).toEqual(["4", "5"]);
      });

      test.each(["resolves", "rejects"])("goes on at an offset sought by a batch that %s", async (end) => {
        const { port, topic } = await setUp();
        await port.append(topic, new Map([[0, numbers(0, 6)]]));
        const seen = makeSeen();
        const opened = Promise.withResolvers<Subscription>();
        const onBatch = async (batch: WireBatch): Promise<void> => {
          seen.take(batch);
          if (seen.batches.length > 1) return;
          (await opened.promise).seek(0, 3n);
          // Long enough for the records sought to be fetched while this batch still runs.
          await pause(300);
          if (end === "rejects") throw new Error("begin elsewhere");
        };
        const { subscription } = await read(port, topic, { onBatch });
        opened.resolve(subscription);
        await until(() => seen.texts(0).at(-1) === "5" && seen.batches.length > 1, "the records sought");
        const second = seen.batches[1]!.records.map(({ value }) => textOf(value));
        expect(second[0]).toBe("3");
      });

      test("outlives its topic's deletion and creation", async () => {
        const { port, topic } = await setUp();
        await port.append(topic, new Map([[0, numbers(0, 3)]]));
        const { seen } = await read(port, topic);
        await until(() => seen.count() === 3, "the records");
        await port.deleteTopics([topic]);
        await port.createTopics([topic], 1);
        await port.append(topic, new Map([[0, [out("reseeded")]]]));
        await until(() => seen.texts(0).includes("reseeded"), "the record of the new topic");
      });

      test("of a topic that is not there is refused as retriable", async () => {
        const port = await newPort();
        expect(await fateOf(read(port, `contract.${randomUUID()}`))).toBe("retriable");
      });

      test("closes after its running batch, and nothing comes after that", async () => {
        const { port, topic } = await setUp();
        await port.append(topic, new Map([[0, numbers(0, 3)]]));
        const gate = Promise.withResolvers<void>();
        let begun = 0;
        let ended = 0;
        const onBatch = async (): Promise<void> => {
          begun += 1;
          await gate.promise;
          ended += 1;
        };
        const { subscription } = await read(port, topic, { onBatch });
        await until(() => begun === 1, "the batch");
        const closed = subscription.close().then(() => ended);
        await pause(50);
        gate.resolve();
        expect(await closed).toBe(1);
        await port.append(topic, new Map([[0, numbers(3, 3)]]));
        await pause(400);
        expect(begun).toBe(1);
      });

      test("an unstopped one hears nothing of onStopped", async () => {
        const { port, topic } = await setUp();
        let stopped = 0;
        const { subscription } = await read(port, topic, { onStopped: () => void (stopped += 1) });
        await subscription.close();
        expect(stopped).toBe(0);
      });
    });

    describe("a group", () => {
      interface Member {
        readonly seen: Seen;
        readonly subscription: Subscription;
        readonly held: () => ReadonlyArray<number>;
      }
      const join = async (topic: Topic, group: string, more: Partial<SubscribeOptions> = {}): Promise<Member> => {
        let held: ReadonlyArray<number> = [];
        const onAssigned = (partitions: ReadonlyArray<number>): void => void (held = partitions);
        const member = await read(await newPort(), topic, { group, onAssigned, ...more });
        return { ...member, held: () => held };
      };
      const all = (...members: ReadonlyArray<Member>): ReadonlyArray<number> =>
        members.flatMap((member) => member.held()).toSorted((a, b) => a - b);

      test("two members share the partitions, and each record goes to one of them", async () => {
        const { port, topic } = await setUp(4);
        const group = `group.${randomUUID()}`;
        const first = await join(topic, group);
        await until(() => first.held().length === 4, "the first member's partitions");
        const second = await join(topic, group);
        await until(() => first.held().length === 2 && second.held().length === 2, "an even share");
        expect(all(first, second)).toEqual([0, 1, 2, 3]);
        await port.append(topic, new Map([0, 1, 2, 3].map((p) => [p, numbers(0, 3)])));
        await until(() => first.seen.count() + second.seen.count() === 12, "the records");
        for (const partition of first.held()) expect(second.seen.texts(partition)).toEqual([]);
      });

      test("a member that leaves hands its partitions to the others, where startAt says", async () => {
        const { port, topic } = await setUp(2);
        const group = `group.${randomUUID()}`;
        await port.append(topic, new Map([0, 1].map((p) => [p, numbers(0, 4)])));
        const next = new Map<number, bigint>();
        const more = { startAt: async (partition: number) => next.get(partition) ?? 0n };
        const onBatch =
          (seen: Seen) =>
          async (batch: WireBatch): Promise<void> => {
            seen.take(batch);
            next.set(batch.partition, batch.nextOffset);
          };
        const [a, b] = [makeSeen(), makeSeen()];
        const first = await join(topic, group, { ...more, onBatch: onBatch(a) });
        await until(() => a.count() === 8, "the records");
        const second = await join(topic, group, { ...more, onBatch: onBatch(b) });
        await until(() => second.held().length === 1 && first.held().length === 1, "an even share");
        await first.subscription.close();
        await until(() => second.held().length === 2, "all partitions");
        await port.append(topic, new Map([0, 1].map((p) => [p, [out("later")]])));
        await until(() => b.count() >= 2, "the later records");
        for (const partition of [0, 1]) expect(b.texts(partition)).toEqual(["later"]);
      });

      test("a successor gets the partitions at once when the only member has left", async () => {
        const { topic } = await setUp(2);
        const group = `group.${randomUUID()}`;
        const first = await join(topic, group);
        await until(() => first.held().length === 2, "the first member's partitions");
        await first.subscription.close();
        const start = Date.now();
        const second = await join(topic, group);
        await until(() => second.held().length === 2, "the successor's partitions");
        expect(Date.now() - start).toBeLessThan(1_500);
      });

      test("a member whose partition goes to another hears it by its heartbeat", async () => {
        const { port, topic } = await setUp(2);
        const group = `group.${randomUUID()}`;
        await port.append(topic, new Map([0, 1].map((p) => [p, numbers(0, 2)])));
        const gate = Promise.withResolvers<void>();
        const stuck = new Map<number, WireBatch>();
        const onBatch = async (batch: WireBatch): Promise<void> => {
          stuck.set(batch.partition, batch);
          await batch.heartbeat();
          await gate.promise;
        };
        await join(topic, group, { onBatch, concurrency: 2 });
        await until(() => stuck.size === 2, "the first member's batches");
        const second = await join(topic, group);
        await until(() => second.seen.count() > 0, "the other member's records");
        const moved = second.seen.batches[0]!.partition;
        expect(await fateOf(stuck.get(moved)!.heartbeat())).toBe("fenced");
        gate.resolve();
      });

      test("a batch that beats between its chunks keeps its partition", async () => {
        const { port, topic } = await setUp();
        await port.append(topic, new Map([[0, numbers(0, 2)]]));
        let ends = 0;
        const onBatch = async (batch: WireBatch): Promise<void> => {
          for (let i = 0; i < 30; i++) {
            await pause(100);
            await batch.heartbeat();
          }
          ends += 1;
        };
        const member = await join(topic, `group.${randomUUID()}`, { onBatch });
        await until(() => ends === 1, "the end of the batch");
        expect(member.held()).toEqual([0]);
      });
    });

    test("a closed port's subscriptions are closed, and its partitions free", async () => {
      const { port, topic } = await setUp();
      const group = `group.${randomUUID()}`;
      const { seen } = await read(port, topic, { group });
      await port.append(topic, new Map([[0, numbers(0, 1)]]));
      await until(() => seen.count() === 1, "the record");
      await port.close();
      const other = await read(await newPort(), topic, { group });
      await until(() => other.seen.count() === 1, "the record in another port");
    });
  });
};
