import { fixedIds, loadCatalogue, makeCodec } from "@samvirke/contracts";
import { E, partitionCount, partitionOf, printDay } from "@samvirke/kernel";
import type { LogRecord } from "@samvirke/kernel";
import { createDatabase, dropDatabase, makeStore } from "@samvirke/store";
import type { Store } from "@samvirke/store";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startTicking } from "./ticking.ts";
import { tellDays } from "./tell-days.ts";

const name = `clock_${crypto.randomUUID().slice(0, 8)}`;
const topic = "samvirke.messages";
const catalogue = loadCatalogue();
const codec = makeCodec({ catalogue, ids: fixedIds(catalogue) });
let store: Store;
let now = Date.parse("2026-03-02T08:00:00Z");

const deps = () => ({ store, codec, clock: { now: () => now } });

beforeAll(async () => {
  store = makeStore({ url: await createDatabase(inject("postgresUrl"), name), applicationName: "clock test" });
  await store.migrate();
  await store.createTopics([topic]);
});

afterAll(async () => {
  await store.close();
  await dropDatabase(inject("postgresUrl"), name);
});

const everything = Array.from({ length: partitionCount }, (_, partition) => ({ partition, after: -1 }));
const read = (): Promise<ReadonlyArray<LogRecord>> => store.readLog(topic, everything, { records: 1_000, bytes: 1e7 });

const dayOf = (record: LogRecord): string => {
  const decoded = codec.decodeAs("DayPassed", record);
  return E.isRight(decoded) ? `${printDay(decoded.right.value.day)} ${decoded.right.value.partition}` : "unreadable";
};

/** The days of each partition, in the order of the log. */
const told = async (): Promise<ReadonlyArray<ReadonlyArray<string>>> => {
  const records = await read();
  return everything.map(({ partition }) => records.filter((record) => record.partition === partition).map(dayOf));
};

const inEach = (...days: ReadonlyArray<string>) =>
  everything.map(({ partition }) => days.map((day) => `${day} ${partition}`));

test("the first start tells nothing and notes yesterday", async () => {
  expect(await tellDays(deps())).toBe(0);
  expect(await told()).toEqual(inEach());
  expect(await store.clockDay()).toBe(Date.parse("2026-03-01T00:00:00Z") / 86_400_000);
});

test("a day that ended is told once in each partition, under a key that leads there", async () => {
  now = Date.parse("2026-03-02T23:00:00Z");
  expect(await tellDays(deps())).toBe(1);
  expect(await tellDays(deps())).toBe(0);
  expect(await told()).toEqual(inEach("2026-03-02"));
  for (const record of await read()) expect(partitionOf(record.key)).toBe(record.partition);
});

test("missed days are told in sequence, once, by however many instances", async () => {
  now = Date.parse("2026-03-07T06:00:00Z");
  const counts = await Promise.all([tellDays(deps()), tellDays(deps()), tellDays(deps())]);
  await tellDays(deps());
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  expect(await told()).toEqual(inEach("2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06"));
});

test("a transaction that fails half-way leaves no day told and none skipped", async () => {
  now = Date.parse("2026-03-08T06:00:00Z");
  const failing: Pick<Store, "clockDay" | "transact" | "wake"> = {
    ...store,
    transact: (work) =>
      store.transact((transaction) =>
        work({
          ...transaction,
          append: (records) => transaction.append(records).then(() => Promise.reject(new Error("killed"))),
        }),
      ),
  };
  await expect(tellDays({ ...deps(), store: failing })).rejects.toThrow("killed");
  expect((await told())[0]).toHaveLength(5);
  expect(await tellDays(deps())).toBe(1);
  expect((await told())[0]?.at(-1)).toBe("2026-03-07 0");
});

test("the service tells by itself, waits while the store is away, and stops", async () => {
  now = Date.parse("2026-03-09T06:00:00Z");
  const events: Array<string> = [];
  let away = true;
  const flaky = { ...store, clockDay: () => (away ? Promise.reject(new Error("away")) : store.clockDay()) };
  const observe = { event: (_: string, event: string) => void events.push(event) } as unknown as Parameters<
    typeof startTicking
  >[0]["observe"];
  const running = startTicking({ ...deps(), store: flaky, observe, everyMs: 10 });
  await expect.poll(() => events).toContain("part-away");
  away = false;
  await expect.poll(() => events).toContain("days-told");
  await running.stop();
  expect((await told())[3]?.at(-1)).toBe("2026-03-08 3");
});
