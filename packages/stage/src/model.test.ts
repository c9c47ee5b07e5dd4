import type { StageTransaction } from "@samvirke/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runModel } from "./model.cases.ts";
import type { Sabotage } from "./model.cases.ts";

const scenario = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 31 }),
  persons: fc.integer({ min: 1, max: 5 }),
  messages: fc.integer({ min: 1, max: 60 }),
  chaosSteps: fc.integer({ min: 0, max: 3_000 }),
  poison: fc.constantFrom(0, 0.05, 0.2),
});

const within =
  (change: (transaction: StageTransaction) => Partial<StageTransaction>): Sabotage =>
  (store) => ({
    ...store,
    transact: (work) => store.transact((transaction) => work({ ...transaction, ...change(transaction) })),
  });

const withoutCompareAndSet = within((transaction) => ({
  advance: async (moves) => {
    await transaction.advance(moves);
    return new Set(moves);
  },
}));

const checkpointBeforeEffects: Sabotage = (store) => ({
  ...store,
  transact: (work) =>
    store.transact((transaction) =>
      work({ ...transaction, advance: (moves) => store.transact((own) => own.advance(moves)) }),
    ),
});

const laterRecordsPass = within(() => ({ parkedPersons: async () => new Set() }));
const parkingForgets = within(() => ({ park: async () => undefined }));
const redriveForgets = within(() => ({ unpark: async () => undefined }));
const stateForgets = within(() => ({ saveStates: async () => undefined }));

const firstProblem = async (sabotage: Sabotage): Promise<string | undefined> => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const scene = { seed, persons: 3, messages: 40, chaosSteps: 1_500, calmSteps: 5_000, poison: 0.1 };
    const [problem] = await runModel(scene, sabotage);
    if (problem !== undefined) return problem;
  }
  return undefined;
};

describe("the delivery model", () => {
  test("one calm run", async () => {
    expect(await runModel({ seed: 1, persons: 3, messages: 20, chaosSteps: 0, poison: 0 })).toEqual([]);
  });

  test("under crashes, repeats, stale instances and parking: everything once, in order, nothing lost", async () => {
    const property = fc.asyncProperty(scenario, async (scene) => {
      expect(await runModel(scene)).toEqual([]);
    });
    // A red run prints its seed and the smallest scenario that fails.
    await fc.assert(property, { numRuns: Number(process.env["SAMVIRKE_MODEL_RUNS"] ?? 100) });
  });

  test.each([
    ["a checkpoint without compare-and-set", withoutCompareAndSet],
    ["a checkpoint that commits before its effects", checkpointBeforeEffects],
    ["parking that lets later records pass", laterRecordsPass],
    ["parking that forgets the record", parkingForgets],
    ["a redrive that leaves the records parked", redriveForgets],
    ["state that is not saved", stateForgets],
  ])("%s turns it red", async (_, sabotage) => {
    expect(await firstProblem(sabotage)).toBeDefined();
  });
});
