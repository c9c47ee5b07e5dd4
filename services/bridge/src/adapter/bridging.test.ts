import { foreignAvro, readContainer } from "@samvirke/contracts";
import { readJsonRecord } from "@samvirke/formats";
import { makeObserve } from "@samvirke/observe";
import { makeMemoryBroker, makeMemoryStore } from "@samvirke/testing";
import { expect, test, vi } from "vitest";
import type { BridgedTopic } from "../core/topics.ts";
import type { BridgeDeps } from "./bridging.ts";
import { bridgeStage, startBridging } from "./bridging.ts";
import type { Parcel } from "./parcel.ts";

const statuses: BridgedTopic = { topic: "statuses", notation: "JSON", isKeyed: false };
const answers: BridgedTopic = { topic: "answers", notation: "JSON", isKeyed: true };
const meetings: BridgedTopic = { topic: "meetings", notation: "AVRO", isKeyed: false };
const writer = { type: "record", name: "Meeting", fields: [{ name: "id", type: "string" }] };

const open = async (more: Partial<BridgeDeps> = {}) => {
  const broker = makeMemoryBroker();
  const store = makeMemoryStore();
  const log = broker.port();
  await log.createTopics(["statuses", "answers", "meetings"], 2);
  const kept: Array<Parcel> = [];
  const lines: Array<string> = [];
  const deps: BridgeDeps = {
    log,
    store: store.port() as unknown as BridgeDeps["store"],
    hand: async (parcel) => {
      kept.push(parcel);
      return "kept";
    },
    writerOf: async (id) => (id === 7 ? writer : undefined),
    observe: makeObserve({ service: "bridge", level: "debug", write: (line) => void lines.push(line) }),
    group: "bridge",
    skipped: new Set(),
    ...more,
  };
  const append = (
    topic: string,
    partition: number,
    ...records: ReadonlyArray<readonly [key: string, value: string | Uint8Array]>
  ) =>
    log.append(
      topic,
      new Map([[partition, records.map(([key, value]) => ({ key, headers: [], value: Buffer.from(value) }))]]),
    );
  const position = async (topic: string, partition: number) =>
    (await deps.store.checkpoint(bridgeStage, topic, partition)).position;
  return {
    deps,
    kept,
    lines,
    append,
    position,
    start: (more2: Partial<BridgeDeps> = {}) => startBridging({ ...deps, ...more2 }, [statuses, answers, meetings]),
  };
};

const text = ({ bytes }: Parcel): string => Buffer.from(bytes).toString("utf8");

test("records come as they were written, null values and keys that say something as the hub's contract", async () => {
  const { append, kept, start } = await open();
  const avro = foreignAvro(writer).encode({ id: "m1" });
  await append("statuses", 0, ["c1", '{ "a": "ø" }'], ["c1", ""]);
  await append("answers", 0, ["m1", '{"svar":1 }']);
  await append(
    "meetings",
    1,
    ["k", Buffer.concat([Buffer.from([0, 0, 0, 0, 7]), avro])],
    ["k", Buffer.concat([Buffer.from([0, 0, 0, 0, 9]), avro])],
  );
  const running = await start();
  await vi.waitFor(() => expect(kept).toHaveLength(5));
  await running.stop();
  const of = (topic: string) => kept.filter((parcel) => parcel.topic === topic);
  expect(of("statuses").map(text)).toEqual(['{ "a": "ø" }', '{"key":"c1","value":null}']);
  expect(of("answers").map(text)).toEqual(['{"key":"m1","value":{"svar":1 }}']);
  expect(readJsonRecord(of("answers")[0]!.bytes)).toEqual({ key: "m1", value: { svar: 1 } });
  const [known, unknown] = of("meetings");
  expect(readContainer(known!.bytes)).toEqual({ writer, body: Buffer.from(avro) });
  expect(unknown!.bytes[4]).toBe(9);
  expect(of("meetings").map(({ contentType }) => contentType)).toEqual(Array(2).fill("application/vnd.apache.avro"));
});

test("a position moves after its records are kept, and a restart goes on from it", async () => {
  const { append, kept, position, start } = await open();
  await append("statuses", 0, ["a", "1"], ["b", "2"]);
  const first = await start();
  await vi.waitFor(async () => expect(await position("statuses", 0)).toBe(1));
  await first.stop();
  await append("statuses", 0, ["a", "3"]);
  const second = await start();
  await vi.waitFor(async () => expect(await position("statuses", 0)).toBe(2));
  await second.stop();
  expect(kept.map(text).toSorted()).toEqual(["1", "2", "3"]);
});

test("what the gateway cannot say stays where it is and comes again, in its key's order", async () => {
  const taken: Array<string> = [];
  let away = true;
  const hand: BridgeDeps["hand"] = async (parcel) => {
    if (away && text(parcel) === "2") throw new Error("away");
    taken.push(text(parcel));
    return "kept";
  };
  const { append, position, start } = await open({ hand });
  await append("statuses", 0, ["a", "1"], ["a", "2"], ["a", "3"]);
  const running = await start();
  await vi.waitFor(() => expect(taken).toContain("1"));
  expect(await position("statuses", 0)).toBe(-1);
  expect(taken).not.toContain("3");
  away = false;
  await vi.waitFor(async () => expect(await position("statuses", 0)).toBe(2), { timeout: 10_000 });
  await running.stop();
  expect(taken.slice(-2)).toEqual(["2", "3"]);
});

test("a record that the gateway refuses stops its partition alone, is told by place, and passes when that is named", async () => {
  const taken: Array<string> = [];
  const hand: BridgeDeps["hand"] = async (parcel) => {
    if (text(parcel) === "bad secret") return "refused";
    taken.push(text(parcel));
    return "kept";
  };
  const { append, lines, position, start } = await open({ hand });
  await append("statuses", 0, ["a", "bad secret"], ["a", "2"]);
  await append("statuses", 1, ["b", "3"]);
  const running = await start();
  await vi.waitFor(async () => expect(await position("statuses", 1)).toBe(0));
  await vi.waitFor(() => expect(lines.join("")).toContain("record-refused"));
  expect([await position("statuses", 0), taken]).toEqual([-1, ["3"]]);
  expect(lines.join("")).not.toContain("secret");
  await running.stop();
  const after = await start({ skipped: new Set(["statuses/0/0"]) });
  await vi.waitFor(async () => expect(await position("statuses", 0)).toBe(1));
  await after.stop();
  expect(taken).toEqual(["3", "2"]);
});
