import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Problem } from "@samvirke/contracts";
import type { Either, TrialAnswer } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { ParkedPerson, Store, TrialWish } from "@samvirke/store";
import { dryRunDocument } from "../core/dry-run-document.ts";
import type { DryRunDocument } from "../core/dry-run-document.ts";
import type { Selection } from "../core/selection.ts";

export interface DryRunDeps {
  readonly store: Pick<Store, "askTrials" | "forgetTrials" | "parkedList" | "trialAnswers">;
}

const patienceMs = 60_000;
const pauseMs = 100;

const untilAnswered = async (
  { store }: DryRunDeps,
  ids: ReadonlyArray<string>,
): Promise<ReadonlyMap<string, TrialAnswer>> => {
  const end = performance.now() + patienceMs;
  for (;;) {
    const answers = await store.trialAnswers(ids);
    if (answers.length === ids.length || performance.now() > end) return new Map(answers.map((one) => [one.id, one]));
    await delay(pauseMs);
  }
};

const wishOf = ({ stage, person }: ParkedPerson): TrialWish => ({ id: randomUUID(), stage, person });

/**
 * What would become of parked records with the code that runs: each stage tries its own, in a transaction that is rolled
 * back. Nothing is appended and nothing kept.
 */
export const dryRun = async (
  deps: DryRunDeps,
  selection: Selection,
  limit: number,
): Promise<Either<Problem, DryRunDocument>> => {
  const { store } = deps;
  const parked = await store.parkedList(selection, limit + 1);
  if (parked.length === 0) return E.left({ name: "nothing-parked" });
  const wishes = parked.slice(0, limit).map(wishOf);
  const ids = wishes.map(({ id }) => id);
  try {
    await store.askTrials(wishes);
    const answers = await untilAnswered(deps, ids);
    return E.right(dryRunDocument(wishes, answers, parked.length > limit));
  } finally {
    await store.forgetTrials(ids);
  }
};
