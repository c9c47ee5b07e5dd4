import { expect, test, vi } from "vitest";
import { copying, input, makeBench, output, person } from "../stage.cases.ts";
import { fromWire, positionOf } from "../wire.ts";

const patience = { timeout: 10_000, interval: 5 };
const key = person(0);
const partition = 3;
const sent = 60;

const makeSeeded = async () => {
  const bench = await makeBench();
  const stage = bench.start(copying());
  for (let n = 0; n < sent; n += 1) await bench.send({ key, value: n });
  await vi.waitFor(() => expect(bench.outputs()).toHaveLength(sent), patience);
  return { bench, stage };
};

const inKafka = (bench: Awaited<ReturnType<typeof makeBench>>) =>
  bench.broker.records(input, partition).map((record) => positionOf(record));

/** A wish as operations makes it; the relay looks for one twice a second. */
const ask = (bench: Awaited<ReturnType<typeof makeBench>>, deletes: boolean): void => {
  bench.store.tables.reseeds.set(input, { state: "asked", deletes });
  bench.clock.time += 1_000;
};
const stateOf = (bench: Awaited<ReturnType<typeof makeBench>>) => bench.store.tables.reseeds.get(input)?.state;

test("a topic that holds records is left alone unless it may be deleted", async () => {
  const { bench } = await makeSeeded();
  ask(bench, false);
  await vi.waitFor(() => expect(stateOf(bench)).toBe("refused"), patience);
  expect(inKafka(bench)).toHaveLength(sent);
  await bench.end();
});

test("a topic is deleted and filled anew from the log while messages come; the stage does nothing twice and misses nothing", async () => {
  const { bench } = await makeSeeded();
  bench.broker.expire(input, partition, 20n);
  ask(bench, true);
  for (let n = sent; n < 2 * sent; n += 1) await bench.send({ key, value: n });
  await vi.waitFor(() => expect(stateOf(bench)).toBe("seeding"), patience);
  const all = Array.from({ length: 2 * sent }, (_, n) => n);
  await vi.waitFor(() => expect(inKafka(bench)).toEqual(all), patience);
  const log = bench.store.tables.log.get(input)?.[partition];
  expect(bench.broker.records(input, partition).map((record) => fromWire(input, partition, record))).toEqual(log);
  await vi.waitFor(() => expect(bench.outputs()).toEqual(all), patience);
  expect(bench.store.tables.log.get(output)?.flat()).toHaveLength(2 * sent);
  await bench.end();
});

test("a topic that was deleted by hand is made and filled anew", async () => {
  const { bench } = await makeSeeded();
  await bench.log.deleteTopics([input]);
  ask(bench, false);
  await vi.waitFor(() => expect(stateOf(bench)).toBe("seeding"), patience);
  await vi.waitFor(() => expect(inKafka(bench)).toHaveLength(sent), patience);
  await bench.end();
});
