import type { OutgoingRecord } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import { makeAppend } from "./append.ts";
import { recordsFrom } from "./batch-decode.ts";
import { withDefaults } from "./config.ts";
import type { Desk } from "./desk.ts";
import type { KafkaBroker, ProtocolCall } from "./kafkajs.ts";
import type { Session } from "./session.ts";

const config = withDefaults({ brokers: [], clientId: "append", requestTimeout: 1_000 });
const out = (text: string, size = 1): OutgoingRecord => ({ key: text, headers: [], value: Buffer.alloc(size) });
const numbers = (from: number, count: number): ReadonlyArray<OutgoingRecord> =>
  Array.from({ length: count }, (_, i) => out(String(from + i)));

interface Sent {
  readonly node: number;
  readonly keys: ReadonlyMap<number, ReadonlyArray<string>>;
  readonly sizes: ReadonlyArray<number>;
}
type Answer = (sent: Sent) => ReadonlyMap<number, number> | Error;

/** The batches of a produce request of one topic with a name of one letter. */
const batchesOf = (body: Buffer): ReadonlyMap<number, Buffer> => {
  const batches = new Map<number, Buffer>();
  for (let at = 19; at < body.length;) {
    const size = body.readInt32BE(at + 4);
    batches.set(body.readInt32BE(at), body.subarray(at + 8, at + 8 + size));
    at += 8 + size;
  }
  return batches;
};

const answerBytes = (codes: ReadonlyMap<number, number>): Buffer => {
  const bytes = Buffer.alloc(4 + 2 + 1 + 4 + codes.size * 30 + 4);
  bytes.writeInt32BE(1, 0);
  bytes.writeInt16BE(1, 4);
  bytes.write("t", 6);
  bytes.writeInt32BE(codes.size, 7);
  [...codes].forEach(([partition, code], i) => {
    bytes.writeInt32BE(partition, 11 + i * 30);
    bytes.writeInt16BE(code, 15 + i * 30);
  });
  return bytes;
};

/** Two brokers, each leading every other partition, that answer as told. */
const makeBrokers = (answer: Answer) => {
  const sent: Array<Sent> = [];
  let inFlight = 0;
  let most = 0;
  const send =
    (node: number) =>
    async <T>(call: ProtocolCall<T>): Promise<T> => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      const batches = batchesOf((await call.request.encode()).buffer);
      await new Promise((resolve) => setTimeout(resolve, 2));
      inFlight -= 1;
      const keys = new Map([...batches].map(([p, batch]) => [p, recordsFrom(batch, 0n, []).map(({ key }) => key)]));
      const request = { node, keys, sizes: [...batches.values()].map((batch) => batch.length) };
      sent.push(request);
      const codes = answer(request);
      if (codes instanceof Error) throw codes;
      return call.response.parse(await call.response.decode(answerBytes(codes)));
    };
  const session = {
    knownLeaders: async () => new Map([0, 1, 2, 3].map((partition) => [partition, partition % 2])),
    broker: async (node: number) => ({ connectionPool: { send: send(node) } }) as unknown as KafkaBroker,
  } as unknown as Session;
  const desk: Desk = {
    close: () => undefined,
    ask: async (_, work) => {
      for (let tries = 0; ; tries++) {
        try {
          return await work(session);
        } catch (error) {
          if (tries === 2) throw error;
        }
      }
    },
  };
  return { sent, append: makeAppend(desk, config), most: () => most };
};

const fine: Answer = ({ keys }) => new Map([...keys.keys()].map((partition) => [partition, 0]));
const keysOf = (sent: ReadonlyArray<Sent>, partition: number): ReadonlyArray<ReadonlyArray<string>> =>
  sent.flatMap(({ keys }) => (keys.has(partition) ? [keys.get(partition)!] : []));

describe("append", () => {
  test("sends each broker one request for its partitions", async () => {
    const { sent, append } = makeBrokers(fine);
    await append("t", new Map([0, 1, 2, 3].map((p) => [p, numbers(p * 10, 2)])));
    expect(sent.map(({ node, keys }) => [node, [...keys]])).toEqual([
      [
        0,
        [
          [0, ["0", "1"]],
          [2, ["20", "21"]],
        ],
      ],
      [
        1,
        [
          [1, ["10", "11"]],
          [3, ["30", "31"]],
        ],
      ],
    ]);
  });

  test("has one request in flight, however many calls wait (trap B)", async () => {
    const { sent, append, most } = makeBrokers(fine);
    await Promise.all([0, 10, 20].map((from) => append("t", new Map([[0, numbers(from, 2)]]))));
    expect(keysOf(sent, 0)).toEqual([
      ["0", "1"],
      ["10", "11"],
      ["20", "21"],
    ]);
    expect(most()).toBe(1);
  });

  test("cuts what is too much for a batch, in order, and never splits below one record", async () => {
    const { sent, append } = makeBrokers(fine);
    const list = [out("a", 500_000), out("b", 300_000), out("c", 500_000), out("d", 5_000_000), out("e")];
    await append("t", new Map([[0, list]]));
    expect(keysOf(sent, 0)).toEqual([["a", "b"], ["c"], ["d"], ["e"]]);
  });

  test("keeps a request below the broker's limit, and leaves no partition out", async () => {
    const { sent, append } = makeBrokers(fine);
    await append("t", new Map([0, 2].map((p) => [p, [out("a", 60_000_000), out("b", 60_000_000)]])));
    for (const { sizes } of sent) expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000_000);
    for (const partition of [0, 2]) expect(keysOf(sent, partition)).toEqual([["a"], ["b"]]);
  });

  test("sends the same records again when the answer is lost, and nothing later before them (trap B)", async () => {
    let losses = 2;
    const { sent, append } = makeBrokers((request) => (losses-- > 0 ? new Error("connection lost") : fine(request)));
    await append("t", new Map([[0, [out("a", 800_000), out("b", 800_000)]]]));
    expect(keysOf(sent, 0)).toEqual([["a"], ["a"], ["a"], ["b"]]);
  });

  test("sends again only what one partition's error left unwritten", async () => {
    let refusals = 1;
    const { sent, append } = makeBrokers(
      ({ keys }) =>
        new Map([...keys.keys()].map((partition) => [partition, partition === 2 && refusals-- > 0 ? 6 : 0])),
    );
    await append("t", new Map([0, 2].map((p) => [p, numbers(p, 1)])));
    expect(keysOf(sent, 0)).toEqual([["0"]]);
    expect(keysOf(sent, 2)).toEqual([["2"], ["2"]]);
  });

  test("rejects when it is refused to the end, and the next call is served", async () => {
    let refused = true;
    const { append, sent } = makeBrokers((request) => (refused ? new Map([[0, 10]]) : fine(request)));
    await expect(append("t", new Map([[0, numbers(0, 1)]]))).rejects.toMatchObject({ type: "MESSAGE_TOO_LARGE" });
    refused = false;
    await append("t", new Map([[0, numbers(1, 1)]]));
    expect(keysOf(sent, 0).at(-1)).toEqual(["1"]);
  });
});
