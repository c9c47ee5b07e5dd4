import { describe, expect, test } from "vitest";
import type { Advance, StageTransaction } from "@samvirke/kernel";
import { BadRelease } from "./commit.ts";
import type { Chunk } from "./commit.ts";
import type { StageDefinition } from "./definition.ts";
import { makeJointCommit } from "./joint.ts";

const definition: StageDefinition<string> = {
  name: "trial",
  topic: "t",
  accepts: () => true,
  prepare: () => Promise.resolve([]),
  handle: () => ({ appends: [], rows: [] }),
};

const chunk = (partition: number): Chunk<string> => ({
  move: { stage: "trial", topic: "t", partition, from: -1, to: 0, hint: 0n },
  items: [],
});

/** A store that notes which partitions each transaction advanced; the first waits until it is let go. */
const begun = (): Promise<void> => new Promise((resolve) => void setImmediate(() => setImmediate(resolve)));

const trial = (
  refuse: (moves: ReadonlyArray<Advance>) => Error | undefined = () => undefined,
  stale: number[] = [],
) => {
  const transactions: number[][] = [];
  const gate = Promise.withResolvers<void>();
  const transact = async <A>(work: (transaction: StageTransaction) => Promise<A>): Promise<A> => {
    const moves: Advance[] = [];
    const advance: StageTransaction["advance"] = (asked) => {
      moves.push(...asked);
      return Promise.resolve(new Set(asked.filter(({ partition }) => !stale.includes(partition))));
    };
    const done = await work({ advance } as StageTransaction);
    transactions.push(moves.map(({ partition }) => partition));
    if (transactions.length === 1) await gate.promise;
    const refused = refuse(moves);
    if (refused) throw refused;
    return done;
  };
  const breaker = { wouldTrip: () => false, note: () => undefined };
  const commit = makeJointCommit(definition, { store: { transact }, breaker, maxBatch: 10 });
  return { commit, transactions, letGo: gate.resolve };
};

describe("chunks of several partitions", () => {
  test("that come together share a transaction, and so do those that come while it runs", async () => {
    const { commit, transactions, letGo } = trial();
    const first = [5, 4].map((partition) => commit(chunk(partition)));
    await begun();
    const second = [3, 2, 1].map((partition) => commit(chunk(partition)));
    letGo();
    const done = await Promise.all([...first, ...second]);
    expect(done.every((one) => one !== undefined)).toBe(true);
    expect(transactions).toEqual([
      [5, 4],
      [3, 2, 1],
    ]);
  });

  test("of which one is stale: that one is told, the others are done", async () => {
    const { commit, letGo } = trial(undefined, [2]);
    const all = [9, 8, 1, 2, 3].map((partition) => commit(chunk(partition)));
    letGo();
    const done = await Promise.all(all);
    expect(done.map((one) => one !== undefined)).toEqual([true, true, true, false, true]);
  });

  test("that fail together are tried apart, and only the one at fault fails", async () => {
    const { commit, transactions, letGo } = trial((moves) =>
      moves.some(({ partition }) => partition === 2) ? new Error("not now") : undefined,
    );
    const all = [9, 8, 1, 2, 3].map((partition) => commit(chunk(partition)));
    letGo();
    const ends = await Promise.allSettled(all);
    expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "rejected", "fulfilled"]);
    expect(transactions).toEqual([[9, 8, 1, 2, 3], [9], [8], [1], [2], [3]]);
  });

  test("of a bad release are not tried apart", async () => {
    const { commit, transactions, letGo } = trial((moves) => (moves.length > 1 ? new BadRelease("bad") : undefined));
    const all = [9, 8, 1, 2].map((partition) => commit(chunk(partition)));
    letGo();
    const ends = await Promise.allSettled(all);
    expect(ends.every(({ status }) => status === "rejected")).toBe(true);
    expect(transactions).toHaveLength(1);
  });
});
