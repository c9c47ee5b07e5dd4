import { randomUUID } from "node:crypto";
import type { Problem } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { Act, ParkedPerson, RedriveHolder, Store, StoreTransaction } from "@samvirke/store";
import { StageHeld } from "@samvirke/store";
import type { Grounds } from "../core/parameters.ts";
import { redriveDocument } from "../core/redrive-document.ts";
import type { RedriveDocument } from "../core/redrive-document.ts";
import type { Steering } from "../core/redrive-state.ts";
import { steered } from "../core/redrive-state.ts";
import type { RedriveWish, Selection } from "../core/selection.ts";

export interface RedriveDeps {
  readonly store: Pick<Store, "parkedList" | "redriveHolders" | "redriveProgress" | "transact">;
  /** Tells whoever works on redrives that there is something to do. */
  readonly kick: () => void;
}

/** Most persons of one redrive; whoever is left is told and can be redriven next. */
const most = 100_000;

const heldText = ({ stage, by, since, redrive, state }: RedriveHolder): string =>
  `${by} has ${stage} since ${since.toISOString()} with redrive ${redrive}, which is ${state}.`;

/** The problem of a stage that somebody has; undefined where nobody has one of them. */
export const heldProblem = async (
  { store }: Pick<RedriveDeps, "store">,
  stages: ReadonlyArray<string>,
): Promise<Problem | undefined> => {
  const holders = await store.redriveHolders(stages);
  if (holders.length === 0) return undefined;
  return { name: "redrive-under-way", detail: holders.map(heldText).join(" ") };
};

const scopeOf = ({ stage, reason, ids }: Selection): Readonly<Record<string, unknown>> => ({
  stage: stage ?? null,
  class: reason ?? null,
  ids: ids?.length ?? null,
});

const act = (
  name: Act,
  of: { readonly id: string; readonly stages: ReadonlyArray<string>; readonly persons: number },
  { by, reason }: Grounds,
): Parameters<StoreTransaction["writeJournal"]>[0] => ({
  act: name,
  stage: of.stages.length === 1 ? (of.stages[0] ?? null) : null,
  redrive: of.id,
  by,
  why: reason,
  details: { stages: of.stages, persons: of.persons },
});

const begin = async (
  { store }: RedriveDeps,
  { selection, by, reason }: RedriveWish,
  parked: ReadonlyArray<ParkedPerson>,
): Promise<string> => {
  const id = randomUUID();
  const targets = parked.map(({ stage, person }) => ({ stage, person }));
  const stages = [...new Set(targets.map(({ stage }) => stage))];
  await store.transact(async (transaction) => {
    await transaction.beginRedrive({ id, by, why: reason, scope: scopeOf(selection), targets });
    await transaction.writeJournal(act("redrive", { id, stages, persons: targets.length }, { by, reason }));
  });
  return id;
};

/** A redrive by its id. */
export const readRedriveOf = async (
  { store }: Pick<RedriveDeps, "store">,
  id: string,
): Promise<RedriveDocument | undefined> => {
  const [facts] = await store.redriveProgress(id, 1);
  return facts && redriveDocument(facts);
};

export interface Begun extends RedriveDocument {
  /** Whether more persons are parked there than one redrive takes. */
  readonly more: boolean;
}

/**
 * Begins a redrive of those who are parked now. It takes its stages for as long as it is open, is worked on from here
 * and goes on where it was after a restart.
 */
export const beginRedrive = async (deps: RedriveDeps, wish: RedriveWish): Promise<Either<Problem, Begun>> => {
  const parked = await deps.store.parkedList(wish.selection, most + 1);
  if (parked.length === 0) return E.left({ name: "nothing-parked" });
  const taken = parked.slice(0, most);
  const stages = [...new Set(taken.map(({ stage }) => stage))];
  const isHeld = await heldProblem(deps, stages);
  if (isHeld) return E.left(isHeld);
  try {
    const id = await begin(deps, wish, taken);
    deps.kick();
    const begun = await readRedriveOf(deps, id);
    return begun ? E.right({ ...begun, more: parked.length > most }) : E.left({ name: "internal" });
  } catch (error) {
    // Somebody was a moment quicker.
    if (error instanceof StageHeld) return E.left((await heldProblem(deps, stages)) ?? { name: "redrive-under-way" });
    throw error;
  }
};

const acts = { stop: "redrive-stop", continue: "redrive-continue", cancel: "redrive-cancel" } as const;

/** Stops, continues or cancels a redrive; whoever was sent to a stage already is handled all the same. */
export const steerRedrive = async (
  deps: RedriveDeps,
  of: { readonly id: string; readonly steering: Steering },
  grounds: Grounds,
): Promise<Either<Problem, RedriveDocument>> => {
  const before = await readRedriveOf(deps, of.id);
  if (!before) return E.left({ name: "not-found" });
  const isDone = await deps.store.transact(async (transaction) => {
    const state = await transaction.lockRedrive(of.id);
    const next = state && steered(state, of.steering);
    if (!next) return false;
    await transaction.setRedriveState(of.id, next);
    const told = { id: of.id, stages: before.stages, persons: before.persons.waiting };
    await transaction.writeJournal(act(acts[of.steering], told, grounds));
    return true;
  });
  const after = await readRedriveOf(deps, of.id);
  if (!isDone || !after) return E.left({ name: "redrive-over", detail: `It is ${after?.state ?? before.state}.` });
  deps.kick();
  return E.right(after);
};
