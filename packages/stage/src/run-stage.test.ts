import { E, logFailure } from "@samvirke/kernel";
import { afterEach, describe, expect, test, vi } from "vitest";
import { runRelay } from "./relay/run-relay.ts";
import { runStage } from "./run-stage.ts";
import { copying, decode, input, makeBench, output, person, redriveStage } from "./stage.cases.ts";
import type { Bench } from "./stage.cases.ts";
import type { StageDefinition } from "./definition.ts";

let bench: Bench;
afterEach(() => bench.end());
const soon = (check: () => unknown): Promise<unknown> => vi.waitFor(check, { timeout: 5_000, interval: 2 });
const parked = (n: number) =>
  bench.store
    .parkedOf("copy", person(n))
    .map(({ record, reason, attempts }) => [decode(record.value), reason, attempts]);

describe("parking", () => {
  test("a throw parks the record, the person's later ones wait behind it, the others flow", async () => {
    bench = await makeBench();
    const stage = bench.start(
      copying((value) => {
        if (value === "bad") throw new RangeError("a name that must not be seen");
        return {};
      }),
    );
    await bench.send(
      { key: person(1), value: 1 },
      { key: person(2), value: "bad" },
      { key: person(1), value: 2 },
      { key: person(2), value: 3 },
    );
    await soon(() => expect(bench.outputs()).toEqual([1, 2]));
    await bench.send({ key: person(2), value: 4 }, { key: person(1), value: 5 });
    await soon(() => expect(bench.outputs()).toEqual([1, 2, 5]));
    expect(parked(2)).toEqual([
      ["bad", "defect", 1],
      [3, "behind", 0],
      [4, "behind", 0],
    ]);
    expect(bench.store.parkedOf("copy", person(2))[0]?.detail).toMatch(/^RangeError at run-stage\.test\.ts:\d+$/);
    expect(stage.state()).toMatchObject({ state: "running", counters: { parked: 3, handled: 3 } });
  });

  test("a record that does not decode is parked with what prepare says", async () => {
    bench = await makeBench();
    bench.start({
      ...copying(),
      prepare: async (records) =>
        records.map((record) =>
          decode(record.value) === "odd" ? E.left({ reason: "contract", detail: "In.field: no int" }) : E.right(record),
        ),
    });
    await bench.send({ key: person(1), value: "odd" }, { key: person(2), value: 1 });
    await soon(() => expect(bench.outputs()).toEqual([1]));
    expect(bench.store.parkedOf("copy", person(1))).toMatchObject([{ reason: "contract", detail: "In.field: no int" }]);
  });

  test("the rows that a constraint refuses are found in the batch, each parked alone, none of their effects stay", async () => {
    const isBad = (n: unknown): boolean => [5, 6, 17].includes(Number(n));
    bench = await makeBench({ refuses: (_, change) => "columns" in change && isBad(change.columns["n"]) });
    bench.start({
      ...copying((n) => ({
        rows: [{ op: "insert", table: "row", columns: { n: Number(n) } }],
        state: Number(n) as never,
      })),
      states: {
        key: () => "shared",
        decode: (bytes) => decode<never>(bytes),
        encode: (n) => new TextEncoder().encode(String(n)),
      },
    });
    await bench.send(...Array.from({ length: 20 }, (_, n) => ({ key: person(n), value: n })));
    const good = Array.from({ length: 20 }, (_, n) => n).filter((n) => !isBad(n));
    await soon(() => expect(bench.outputs()).toEqual(good));
    expect([...(bench.store.tables.rows.get("view_copy.row")?.values() ?? [])].map((row) => row["n"])).toEqual(good);
    expect(decode(bench.store.tables.states.get("copy shared") ?? new Uint8Array())).toBe(19);
    expect([...bench.store.tables.parked.values()].map((p) => [decode(p.record.value), p.reason])).toEqual([
      [5, "constraint"],
      [6, "constraint"],
      [17, "constraint"],
    ]);
  });

  test.each([
    ["appends to the topic that it reads", { topic: input }],
    ["appends under a key that is no person", { key: "12345" as never }],
    ["appends without a type", { type: "" }],
  ])("a core that %s is at fault, not the batch", async (_, wrong) => {
    bench = await makeBench();
    const plain = copying();
    bench.start({
      ...plain,
      handle: (record, state) => {
        const { appends, rows } = plain.handle(record, state, () => undefined);
        return {
          rows,
          appends: decode(record.value) === "bad" ? appends.map((append) => ({ ...append, ...wrong })) : appends,
        };
      },
    });
    await bench.send({ key: person(1), value: "bad" }, { key: person(2), value: 1 });
    await soon(() => expect(bench.outputs()).toEqual([1]));
    expect(parked(1)).toEqual([["bad", "defect", 1]]);
  });

  test("a state that cannot be encoded parks its record alone", async () => {
    bench = await makeBench();
    const stage: StageDefinition<Parameters<ReturnType<typeof copying>["handle"]>[0], unknown> = {
      ...copying(),
      states: {
        key: (record) => record.key,
        decode: (bytes) => decode(bytes),
        encode: (state) => new TextEncoder().encode(BigInt(state as number).toString()),
      },
      handle: (record) => ({ ...copying().handle(record, undefined, () => undefined), state: decode(record.value) }),
    };
    bench.start(stage);
    await bench.send({ key: person(1), value: 1 }, { key: person(2), value: "bad" }, { key: person(3), value: 3 });
    await soon(() => expect(bench.outputs()).toEqual([1, 3]));
    expect(parked(2)).toEqual([["bad", "defect", 1]]);
  });
});

describe("redrive", () => {
  test("drains in order up to the next failure, which stays with everything behind it", async () => {
    bench = await makeBench();
    const bad = new Set<unknown>(["a", "c"]);
    bench.start(
      copying((value) => {
        if (bad.has(value)) throw new RangeError("bad");
        return {};
      }),
    );
    await bench.send(...["a", "b", "c", "d"].map((value) => ({ key: person(1), value })));
    await soon(() => expect(parked(1).length).toBe(4));
    const redrive = (stage = "copy") => bench.send({ key: person(1), type: "PersonRedriven", value: { stage } });
    await redrive("another");
    await redrive();
    await soon(() => expect(parked(1)[0]).toEqual(["a", "defect", 2]));
    bad.delete("a");
    await redrive();
    await soon(() =>
      expect(parked(1)).toEqual([
        ["c", "defect", 1],
        ["d", "behind", 0],
      ]),
    );
    expect(bench.outputs()).toEqual(["a", "b"]);
    bad.clear();
    await redrive();
    await bench.send({ key: person(1), value: "e" });
    await soon(() => expect(bench.outputs()).toEqual(["a", "b", "c", "d", "e"]));
    expect(parked(1)).toEqual([]);
  });
});

describe("trouble", () => {
  test("what is unavailable is waited for, visibly, and never parked", async () => {
    bench = await makeBench();
    let isAway = true;
    const plain = copying();
    const stage = bench.start({
      ...plain,
      prepare: (records) =>
        isAway ? Promise.reject(new Error("https://registry/12345678901")) : plain.prepare(records),
    });
    await bench.send({ key: person(1), value: 1 });
    await soon(() => expect(stage.state().state).toBe("waiting"));
    expect(stage.state().reason).not.toContain("12345678901");
    isAway = false;
    await soon(() => expect(bench.outputs()).toEqual([1]));
    await soon(() => expect(stage.state()).toMatchObject({ state: "running", reason: undefined }));
    expect(bench.store.tables.parked.size).toBe(0);
  });

  test("a release that parks too much stops red with nothing of that batch done, and goes on when resumed", async () => {
    bench = await makeBench();
    let isBroken = false;
    const stage = bench.start(
      copying(() => {
        if (isBroken) throw new RangeError("bad release");
        return {};
      }),
    );
    const all = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) => ({ key: person(from + i), value: from + i }));
    await bench.send(...all(0, 900));
    await soon(() => expect(bench.outputs().length).toBe(900));
    isBroken = true;
    await bench.send(...all(900, 100));
    await soon(() => expect(bench.store.tables.parked.size).toBe(100));
    expect(stage.state().state).toBe("running");
    const { position } = await bench.checkpoint("copy", person(1));
    await bench.send(...all(1_000, 5));
    await soon(() =>
      expect(stage.state()).toMatchObject({ state: "stopped", reason: expect.stringContaining("bad release") }),
    );
    expect([bench.store.tables.parked.size, (await bench.checkpoint("copy", person(1))).position]).toEqual([
      100,
      position,
    ]);
    isBroken = false;
    bench.clock.time += 1;
    bench.store.setControl("copy", { paused: false, reason: "fixed", at: bench.clock.time });
    await soon(() => expect(bench.outputs().length).toBe(905));
    expect(stage.state().state).toBe("running");
  });

  test("many bad persons over a longer time are bad data, not a bad release", async () => {
    bench = await makeBench();
    const stage = bench.start(
      copying((value) => {
        if (Number(value) % 2 === 1) throw new RangeError("bad");
        return {};
      }),
    );
    for (let n = 0; n < 300; n += 50) {
      await bench.send(...Array.from({ length: 50 }, (_, i) => ({ key: person(n + i), value: n + i })));
      await soon(() => expect(bench.outputs().length).toBe((n + 50) / 2));
      bench.clock.time += 30_000;
    }
    expect([stage.state().state, bench.store.tables.parked.size]).toEqual(["running", 150]);
  });

  test("paused by hand it holds, resumed it goes on", async () => {
    bench = await makeBench();
    const stage = bench.start(copying());
    bench.store.setControl("copy", { paused: true, reason: "maintenance", at: 1 });
    await soon(() => expect(stage.state()).toMatchObject({ state: "paused", reason: "maintenance" }));
    await bench.send({ key: person(1), value: 1 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(bench.outputs()).toEqual([]);
    bench.store.setControl("copy", { paused: false, reason: undefined, at: 2 });
    await soon(() => expect(bench.outputs()).toEqual([1]));
  });

  test("refuses a topic with another number of partitions", async () => {
    bench = await makeBench({}, 6);
    const stage = bench.start(copying());
    await expect(stage.done).rejects.toMatchObject({ fate: "fatal", message: expect.stringContaining("6 partitions") });
    await expect(bench.relay.done).rejects.toMatchObject({ fate: "fatal" });
  });

  test("a fatal failure of the log ends the stage, so that its process is started anew", async () => {
    bench = await makeBench();
    const log = bench.broker.port();
    const stage = runStage(copying(), {
      log,
      store: bench.port,
      clock: bench.clock,
      observe: { event: () => undefined },
      redriveStage: () => E.right(undefined),
    });
    await new Promise((resolve) => setTimeout(resolve, 10));
    log.fail(logFailure("fatal", "the adapter gave up"));
    await expect(stage.done).rejects.toThrow("the adapter gave up");
    await stage.stop();
  });

  test("a subscription that ended by itself is taken again", async () => {
    bench = await makeBench();
    const log = bench.broker.port();
    const deps = { store: bench.port, clock: bench.clock, observe: { event: () => undefined }, redriveStage };
    const stage = runStage(copying(), { ...deps, log });
    await bench.send({ key: person(1), value: 1 });
    await soon(() => expect(bench.outputs()).toEqual([1]));
    log.fail(logFailure("fenced", "the group forgot this member"));
    await bench.send({ key: person(1), value: 2 });
    await soon(() => expect(bench.outputs()).toEqual([1, 2]));
    await stage.stop();
    await stage.done;
  });
});

describe("positions", () => {
  const handled = async (count: number): Promise<void> => {
    await bench.send(...Array.from({ length: count }, (_, i) => ({ key: person(i), value: i })));
    await soon(() => expect(bench.outputs().length).toBe(count));
  };

  test("a record that Kafka no longer has stops the stage with the missing position", async () => {
    bench = await makeBench();
    const first = bench.start(copying());
    await handled(5);
    await first.stop();
    await bench.send(...[5, 6, 7].map((value) => ({ key: person(value), value })));
    await soon(() => expect(bench.broker.records(input, 3).length).toBe(8));
    bench.broker.expire(input, 3, 6n);
    const second = bench.start(copying());
    await soon(() =>
      expect(second.state()).toMatchObject({
        state: "stopped",
        reason: expect.stringContaining("position 5 of c.in 3"),
      }),
    );
    expect(bench.outputs().length).toBe(5);
  });

  test("a topic seeded anew has other offsets; the stage finds its place by position", async () => {
    bench = await makeBench();
    const first = bench.start(copying());
    await handled(50);
    await Promise.all([first.stop(), bench.relay.stop()]);
    await bench.log.deleteTopics([input]);
    await bench.log.createTopics([input], 12);
    const relay = runRelay({
      topics: [input],
      log: bench.broker.port(),
      store: bench.port,
      clock: bench.clock,
      observe: { event: () => undefined },
      pollMs: 5,
    });
    const second = bench.start(copying());
    await bench.send({ key: person(1), value: "new" });
    await soon(() => expect(bench.outputs().length).toBe(51));
    expect(second.state().counters).toMatchObject({ handled: 1 });
    await relay.stop();
  });

  test("records that the relay did not write are counted and change nothing", async () => {
    bench = await makeBench();
    const stage = bench.start(copying());
    await bench.log.append(
      input,
      new Map([[3, [{ key: person(1), headers: [["ce_type", "In"]], value: new Uint8Array(3) }]]]),
    );
    await handled(3);
    expect(stage.state().counters).toMatchObject({ foreign: 1, handled: 3, parked: 0 });
  });

  test("types that the stage does not accept move the checkpoint and nothing else", async () => {
    bench = await makeBench();
    bench.start(copying());
    await bench.send(
      { key: person(1), type: "Other", value: 1 },
      { key: person(1), value: 2 },
      { key: person(1), type: "Other", value: 3 },
    );
    await soon(async () => expect((await bench.checkpoint("copy", person(1))).position).toBe(2));
    expect(bench.outputs()).toEqual([2]);
    expect(
      bench.store.tables.log
        .get(output)
        ?.flat()
        .map((r) => r.position),
    ).toEqual([0]);
  });
});
