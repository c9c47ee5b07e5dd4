import { deriveEventId, partitionOf } from "@samvirke/kernel";
import type { RowChange } from "@samvirke/kernel";
import { afterEach, describe, expect, test, vi } from "vitest";
import { copying, decode, encode, input, makeBench, output, person } from "./stage.cases.ts";
import type { Bench } from "./stage.cases.ts";

let bench: Bench;
afterEach(() => bench.end());

const soon = (assert: () => void): Promise<void> => vi.waitFor(assert, { timeout: 20_000, interval: 5 });
const parked = (n: number, stage = "copy") =>
  bench.store.parkedOf(stage, person(n)).map((p) => [decode(p.record.value), p.reason, p.attempts]);
const redrive = (n: number) => bench.send({ key: person(n), value: { stage: "copy" }, type: "PersonRedriven" });

describe("too long", () => {
  test("a core that does not end is broken off; its record is parked, the others of the batch are handled", async () => {
    bench = await makeBench();
    const endless = copying((value) => {
      // What loops for ever catches everything, too.
      while (value === "endless") {
        try {
          JSON.parse("{");
        } catch {
          continue;
        }
      }
      return {};
    });
    const persons = [1, 2, 3, 4, 5];
    await bench.send(...persons.map((n) => ({ key: person(n), value: n === 3 ? "endless" : n })));
    bench.start({ ...endless, longestMs: 60 });
    await soon(() => expect(bench.outputs()).toEqual([1, 2, 4, 5]));
    expect(parked(3)).toEqual([["endless", "too-long", 1]]);
    expect(bench.store.parkedOf("copy", person(3))[0]?.detail).toBe("longer than 60 ms");
  });

  test("a process that stood still is no fault of the record: it is handled when it comes again", async () => {
    bench = await makeBench();
    const cell = new Int32Array(new SharedArrayBuffer(4));
    let attempts = 0;
    const stage = copying(() => {
      attempts += 1;
      if (attempts <= 2) Atomics.wait(cell, 0, 0, 2_000);
      return {};
    });
    await bench.send({ key: person(1), value: 1 });
    const running = bench.start({ ...stage, longestMs: 60 });
    await soon(() => expect(bench.outputs()).toEqual([1]));
    expect(attempts).toBe(3);
    expect(running.state().counters).toMatchObject({ parked: 0, retries: 2 });
  });

  test("what would be longer than a topic takes is parked and told in bytes", async () => {
    bench = await makeBench();
    const plain = copying();
    const huge = new Uint8Array(80 * 1024 * 1024 + 1);
    bench.start({
      ...plain,
      handle: (record, state, at) => {
        const { appends, rows } = plain.handle(record, state, at);
        return {
          rows,
          appends: appends.map((one) => (decode(record.value) === "huge" ? { ...one, value: huge } : one)),
        };
      },
    });
    await bench.send({ key: person(1), value: "huge" }, { key: person(2), value: 2 });
    await soon(() => expect(bench.outputs()).toEqual([2]));
    expect(parked(1)).toEqual([["huge", "too-long", 1]]);
    expect(bench.store.parkedOf("copy", person(1))[0]?.detail).toContain("83886081 bytes");
  });

  test("a value too long for its column is told apart from another constraint", async () => {
    bench = await makeBench();
    const rows = (value: unknown): ReadonlyArray<RowChange> => [
      { op: "insert", table: "row", columns: { n: String(value) } },
    ];
    const store = bench.store.port({ refuses: () => false });
    const refusing = {
      ...store,
      transact: <T>(work: Parameters<typeof store.transact<T>>[0]) =>
        store.transact<T>((t) =>
          work({
            ...t,
            change: (schema, changes, manner) => {
              if (!changes.some((one) => "columns" in one && one.columns["n"] === "long"))
                return t.change(schema, changes, manner);
              return Promise.reject(Object.assign(new Error("row: 22001 n"), { constraint: "n", isTooLong: true }));
            },
          }),
        ),
    };
    bench.start(
      copying((value) => ({ rows: rows(value) })),
      { store: refusing },
    );
    await bench.send({ key: person(1), value: "long" }, { key: person(2), value: 2 });
    await soon(() => expect(bench.outputs()).toEqual([2]));
    expect(parked(1)).toEqual([["long", "too-long", 1]]);
  });
});

describe("a redrive meets the code that runs", () => {
  test("a stage that is started anew with a repaired core handles what the old one parked", async () => {
    bench = await makeBench();
    const old = bench.start(
      copying((value) => {
        if (value === "a") throw new RangeError("the old mapping");
        return {};
      }),
    );
    await bench.send({ key: person(1), value: "a" }, { key: person(1), value: "b" });
    await soon(() => expect(parked(1)).toHaveLength(2));
    await old.stop();
    const plain = copying();
    const repaired = bench.start({
      ...plain,
      handle: (record, state, at) => ({
        rows: [],
        appends: plain
          .handle(record, state, at)
          .appends.map((one) => ({ ...one, value: encode(`new ${decode<string>(record.value)}`) })),
      }),
    });
    await redrive(1);
    await soon(() => expect(parked(1)).toEqual([]));
    expect(bench.outputs()).toEqual(["new a", "new b"]);
    await redrive(1);
    await bench.send({ key: person(1), value: "c" });
    await soon(() => expect(bench.outputs()).toEqual(["new a", "new b", "new c"]));
    expect(repaired.state().counters.redriven).toBe(2);
  });
});

describe("discarded records", () => {
  const start = () =>
    bench.start(
      copying((value) => {
        if (value === "poison") throw new RangeError("bad");
        return {};
      }),
    );
  const discard = (position: number): void => {
    const partition = partitionOf(person(1));
    bench.store.tables.discarded.set(`copy ${input} ${partition}`, new Set([position]));
  };

  test("are passed by when the stage reads its topic from the beginning again", async () => {
    bench = await makeBench();
    discard(1);
    start();
    await bench.send(...["a", "poison", "b"].map((value) => ({ key: person(1), value })));
    await soon(() => expect(bench.outputs()).toEqual(["a", "b"]));
    expect(parked(1)).toEqual([]);
    expect((await bench.checkpoint("copy", person(1))).position).toBe(2);
  });

  test("are those of one place alone: the same record elsewhere is handled", async () => {
    bench = await makeBench();
    discard(7);
    start();
    await bench.send(...["a", "poison", "b"].map((value) => ({ key: person(1), value })));
    await soon(() => expect(parked(1)).toHaveLength(2));
    expect(bench.outputs()).toEqual(["a"]);
  });
});

describe("a trial", () => {
  const ask = async (n: number) => {
    const id = deriveEventId(`trial ${n}`, "trial");
    bench.store.tables.answers.clear();
    bench.store.tables.trials.set("copy", [{ id, person: person(n) }]);
    await soon(() => expect(bench.store.tables.answers.has(id)).toBe(true));
    return bench.store.tables.answers.get(id);
  };

  test("tells of each record what would become of it, and keeps nothing", async () => {
    bench = await makeBench();
    const bad = new Set<unknown>(["a", "c"]);
    bench.start(
      copying((value) => {
        if (bad.has(value)) throw new RangeError("bad");
        return { rows: [{ op: "insert", table: "row", columns: { n: String(value) } }] };
      }),
    );
    await bench.send(...["a", "b", "c", "d"].map((value) => ({ key: person(1), value })));
    await soon(() => expect(parked(1)).toHaveLength(4));
    const before = structuredClone(bench.store.tables.parked);

    expect((await ask(1))?.map(({ fate, reason }) => [fate, reason])).toEqual([
      ["fails", "defect"],
      ["waits", "behind"],
      ["waits", "behind"],
      ["waits", "behind"],
    ]);
    bad.delete("a");
    const tried = await ask(1);
    expect(tried?.map(({ fate }) => fate)).toEqual(["handled", "handled", "fails", "waits"]);
    expect(tried?.[0]).toMatchObject({ appends: { [`${output} Out`]: 1 }, rows: { row: 1 }, position: 0, type: "In" });
    expect(tried?.[2]).toMatchObject({ appends: {}, rows: {}, reason: "defect" });

    expect(bench.store.tables.parked).toEqual(before);
    expect(bench.outputs()).toEqual([]);
    expect([...bench.store.tables.rows.values()].flatMap((rows) => [...rows.values()])).toEqual([]);
    expect((await bench.checkpoint("copy", person(1))).position).toBe(3);
  });

  test("is answered by a stage that is paused, and is no answer where the stage cannot try", async () => {
    let isAway = false;
    bench = await makeBench();
    const stage = copying(() => {
      throw new RangeError("bad");
    });
    bench.start({
      ...stage,
      prepare: (records) => (isAway ? Promise.reject(new Error("a register is away")) : stage.prepare(records)),
    });
    await bench.send({ key: person(1), value: "a" });
    await soon(() => expect(parked(1)).toHaveLength(1));
    bench.store.setControl("copy", { paused: true, reason: "test", at: 1 });
    expect(await ask(1)).toMatchObject([{ fate: "fails" }]);
    isAway = true;
    expect(await ask(1)).toBeNull();
  });
});
