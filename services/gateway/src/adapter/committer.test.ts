import { expect, test } from "vitest";
import { Busy, makeCommitter } from "./committer.ts";
import type { CommitterOptions } from "./committer.ts";

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

/** A committer whose transactions are let go by hand. */
const rig = (more: Partial<CommitterOptions<number, number>> = {}) => {
  const batches: Array<ReadonlyArray<number>> = [];
  const gates: Array<{ readonly go: () => void; readonly fail: (error: Error) => void }> = [];
  const committer = makeCommitter<number, number>({
    commit: (batch) => {
      batches.push(batch);
      return new Promise((resolve, reject) =>
        gates.push({ go: () => resolve(batch.map((n) => n * 10)), fail: reject }),
      );
    },
    sizeOf: () => 1,
    isWorthRetrying: () => true,
    committers: 2,
    maxBatch: 4,
    maxBatchBytes: 100,
    capacity: 10,
    ...more,
  });
  return { committer, batches, gates };
};

test("what comes while a transaction runs shares the next one", async () => {
  const { committer, batches, gates } = rig();
  const results = [committer.submit(1), committer.submit(2)];
  gates[0]!.go();
  await tick();
  gates[1]!.go();
  expect(await Promise.all(results)).toEqual([10, 20]);
  expect(batches).toEqual([[1], [2]]);
});

test("a second transaction runs beside the first when enough waits", async () => {
  const { committer, batches } = rig();
  for (const n of [1, 2, 3]) void committer.submit(n);
  await tick();
  expect(batches).toEqual([[1], [2, 3]]);
});

test("batches keep their bounds in number and bytes; one larger than the bound goes alone", async () => {
  const { committer, batches, gates } = rig({ committers: 1, sizeOf: (n) => n, maxBatch: 3, maxBatchBytes: 10 });
  for (const n of [1, 2, 2, 2, 99, 5, 6]) void committer.submit(n);
  for (let at = 0; at < 6; at += 1) {
    await tick();
    gates[at]?.go();
  }
  expect(batches).toEqual([[1], [2, 2, 2], [99], [5], [6]]);
});

test("when a batch fails, each of its items gets its own attempt", async () => {
  const seen: Array<ReadonlyArray<number>> = [];
  const committer = makeCommitter<number, number>({
    commit: async (batch) => {
      seen.push(batch);
      await tick();
      if (batch.includes(3)) throw new Error("3 is at fault");
      return batch;
    },
    sizeOf: () => 1,
    isWorthRetrying: () => true,
    committers: 1,
    maxBatch: 10,
    maxBatchBytes: 100,
    capacity: 10,
  });
  const results = await Promise.allSettled([1, 2, 3, 4].map((n) => committer.submit(n)));
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  expect(seen).toEqual([[1], [2, 3, 4], [2], [3], [4]]);
});

test("when the database is away, one attempt speaks for the whole batch", async () => {
  let attempts = 0;
  const { committer } = rig({
    isWorthRetrying: () => false,
    commit: async () => {
      attempts += 1;
      await tick();
      throw new Error("away");
    },
  });
  const results = await Promise.allSettled([1, 2, 3].map((n) => committer.submit(n)));
  expect(results.every(({ status }) => status === "rejected")).toBe(true);
  expect(attempts).toBe(2);
});

test("a full queue refuses at once, and takes again when there is room", async () => {
  const { committer, gates } = rig({ committers: 1, capacity: 2 });
  const taken = [1, 2, 3].map((n) => committer.submit(n));
  await expect(committer.submit(4)).rejects.toBeInstanceOf(Busy);
  expect(committer.queued()).toBe(2);
  gates[0]!.go();
  await tick();
  const later = committer.submit(5);
  gates[1]!.go();
  await tick();
  gates[2]!.go();
  expect(await Promise.all([...taken, later])).toEqual([10, 20, 30, 50]);
});

test("closing takes nothing more and finishes what is queued", async () => {
  const { committer, gates } = rig({ committers: 1 });
  const taken = [1, 2].map((n) => committer.submit(n));
  const closed = committer.close();
  await expect(committer.submit(3)).rejects.toBeInstanceOf(Busy);
  gates[0]!.go();
  await tick();
  gates[1]!.go();
  await closed;
  expect(await Promise.all(taken)).toEqual([10, 20]);
});

test("an item that comes in the moment a run ends is not left behind", async () => {
  const { committer } = rig({ commit: async (batch) => batch });
  for (let n = 0; n < 200; n += 1) await committer.submit(n).then(() => committer.submit(n));
});
