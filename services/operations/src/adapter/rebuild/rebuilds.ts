import type { Problem } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { Act } from "@samvirke/store";
import type { Grounds } from "../../core/parameters.ts";
import type { RebuildTold } from "../../core/rebuild/told.ts";
import { isResumable, isUnderWay } from "../../core/rebuild/told.ts";
import type { RebuildWish, ResumeWish } from "../../core/rebuild/wish.ts";
import { carryOut } from "./carry-out.ts";
import type { RebuildDeps } from "./carry-out.ts";
import { detailsOf, makeRebuild, placeOf, rememberedIn, tell } from "./rebuild.ts";
import type { Rebuild } from "./rebuild.ts";

type Answer = Promise<Either<Problem, RebuildTold>>;

/** Rebuilds of this process and of those before it. */
export interface Rebuilds {
  readonly begin: (wish: RebuildWish) => Answer;
  readonly list: () => Promise<ReadonlyArray<RebuildTold>>;
  readonly told: (id: string) => Answer;
  /** Stops it; what was done stays. */
  readonly cancel: (id: string, grounds: Grounds) => Answer;
  readonly resume: (id: string, wish: ResumeWish) => Answer;
  /** Takes away what it built, or what a switch kept of before. */
  readonly drop: (id: string, grounds: Grounds) => Answer;
  readonly close: () => Promise<void>;
}

interface Kept extends RebuildDeps {
  readonly rebuilds: Map<string, Rebuild>;
}

// Our own words carry no value; what else is thrown is told by its name alone.
const explain = (error: unknown): string => {
  if (!(error instanceof Error)) return "it failed";
  return error.name === "Error" ? error.message : error.name;
};

// The lock goes with the process that holds it, so that another may resume what a dead one left.
const underLock = async (rebuild: Rebuild, kept: Kept, wish: ResumeWish): Promise<void> => {
  const lock = await kept.store.lock(`rebuild/${rebuild.wish.projection}`);
  if (lock === undefined) throw new Error("another process rebuilds this projection");
  try {
    await carryOut(rebuild, kept, wish);
  } finally {
    await lock.release();
  }
};

const follow = async (rebuild: Rebuild, kept: Kept, wish: ResumeWish): Promise<void> => {
  try {
    await underLock(rebuild, kept, wish);
    if (isUnderWay(rebuild.state)) rebuild.state = "cancelled";
  } catch (error) {
    rebuild.state = rebuild.ending.signal.aborted ? "cancelled" : "failed";
    rebuild.failure = rebuild.state === "failed" ? explain(error) : null;
  }
  rebuild.ended = kept.clock.now();
};

const write = (kept: Kept, rebuild: Rebuild, { act, by, reason }: Grounds & { readonly act: Act }): Promise<void> =>
  kept.store.transact((transaction) =>
    transaction.writeJournal({ act, stage: null, redrive: null, by, why: reason, details: detailsOf(rebuild) }),
  );

const recall = async ({ store, rebuilds }: Kept): Promise<void> => {
  for (const known of rememberedIn(await store.rebuildJournal()))
    if (!rebuilds.has(known.run)) rebuilds.set(known.run, known);
};

const find = async (kept: Kept, id: string): Promise<Either<Problem, Rebuild>> => {
  await recall(kept);
  const rebuild = kept.rebuilds.get(id);
  return rebuild ? E.right(rebuild) : E.left({ name: "not-found" });
};

const start = (rebuild: Rebuild, kept: Kept, wish: ResumeWish): void => {
  rebuild.finished = follow(rebuild, kept, wish);
};

const begin = async (kept: Kept, wish: RebuildWish): Answer => {
  await recall(kept);
  const standing = [...kept.rebuilds.values()].find(
    ({ wish: { projection }, state }) => projection === wish.projection && (isUnderWay(state) || isResumable(state)),
  );
  if (standing) return E.left({ name: "rebuild-under-way", detail: `${standing.run} is ${standing.state}.` });
  const rebuild = makeRebuild(wish, kept.clock.now());
  kept.rebuilds.set(rebuild.run, rebuild);
  await write(kept, rebuild, { ...wish, act: "rebuild" });
  start(rebuild, kept, { ...wish, accept: false });
  return E.right(tell(rebuild, kept.clock.now()));
};

const cancel = async (kept: Kept, rebuild: Rebuild, grounds: Grounds): Answer => {
  if (!isUnderWay(rebuild.state)) return E.left({ name: "rebuild-over", detail: `It is ${rebuild.state}.` });
  rebuild.ending.abort();
  await rebuild.finished;
  if (rebuild.state === "cancelled") await write(kept, rebuild, { ...grounds, act: "rebuild-cancel" });
  return E.right(tell(rebuild, kept.clock.now()));
};

const resume = async (kept: Kept, rebuild: Rebuild, wish: ResumeWish): Answer => {
  if (!isResumable(rebuild.state)) return E.left({ name: "rebuild-over", detail: `It is ${rebuild.state}.` });
  rebuild.state = "rebuilding";
  rebuild.wish = { ...rebuild.wish, recordsPerSecond: wish.recordsPerSecond ?? rebuild.wish.recordsPerSecond };
  rebuild.ending = new AbortController();
  [rebuild.ended, rebuild.failure] = [null, null];
  [rebuild.pace.records, rebuild.pace.since] = [0, kept.clock.now()];
  await write(kept, rebuild, { ...wish, act: "rebuild-resume" });
  start(rebuild, kept, wish);
  return E.right(tell(rebuild, kept.clock.now()));
};

const drop = async (kept: Kept, rebuild: Rebuild, grounds: Grounds): Answer => {
  const { state, run } = rebuild;
  if (isUnderWay(state) || state === "dropped") return E.left({ name: "rebuild-over", detail: `It is ${state}.` });
  if (state === "switched") await kept.store.runs.dropBefore(placeOf(rebuild));
  else await kept.store.runs.drop(run);
  await write(kept, rebuild, { ...grounds, act: "rebuild-drop" });
  rebuild.state = "dropped";
  return E.right(tell(rebuild, kept.clock.now()));
};

/** Keeps the rebuilds of this process, and knows those of earlier ones by the journal. */
export const makeRebuilds = (deps: RebuildDeps): Rebuilds => {
  const kept: Kept = { ...deps, rebuilds: new Map() };
  const { rebuilds, clock } = kept;
  const withFound = async (id: string, act: (rebuild: Rebuild) => Answer): Answer => {
    const found = await find(kept, id);
    return E.isLeft(found) ? found : act(found.right);
  };
  return {
    begin: (wish) => begin(kept, wish),
    list: async () => {
      await recall(kept);
      return [...rebuilds.values()].map((one) => tell(one, clock.now()));
    },
    told: (id) => withFound(id, (one) => Promise.resolve(E.right(tell(one, clock.now())))),
    cancel: (id, grounds) => withFound(id, (one) => cancel(kept, one, grounds)),
    resume: (id, wish) => withFound(id, (one) => resume(kept, one, wish)),
    drop: (id, grounds) => withFound(id, (one) => drop(kept, one, grounds)),
    close: async () => {
      for (const one of rebuilds.values()) one.ending.abort();
      await Promise.all([...rebuilds.values()].map(({ finished }) => finished));
    },
  };
};
