import type { ReplayTold } from "../../core/replay/progress.ts";
import type { Difference } from "../../core/replay/report.ts";
import type { ReplayWish } from "../../core/replay/wish.ts";
import { carryOut } from "./carry-out.ts";
import type { ReplayDeps } from "./carry-out.ts";
import { makeReplay, tell } from "./replay.ts";
import type { Replay } from "./replay.ts";

/** Replays of this process: begun, watched, broken off, forgotten. */
export interface Replays {
  readonly begin: (wish: ReplayWish) => ReplayTold;
  readonly list: () => ReadonlyArray<ReplayTold>;
  readonly told: (id: string) => ReplayTold | undefined;
  readonly differences: (id: string) => ReadonlyArray<Difference> | undefined;
  /** Breaks it off where it still runs, and takes away what it made. */
  readonly forget: (id: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

// Our own words carry no value; what else is thrown is told by its name alone.
const explain = (error: unknown): string => {
  if (!(error instanceof Error)) return "it failed";
  return error.name === "Error" || error.name === "NoCandidate" ? error.message : error.name;
};

const follow = async (replay: Replay, deps: ReplayDeps): Promise<void> => {
  try {
    await carryOut(replay, deps);
    replay.state = replay.ending.signal.aborted ? "broken-off" : "done";
  } catch (error) {
    replay.state = "failed";
    replay.failure = explain(error);
  }
  replay.ended = deps.clock.now();
};

/** Keeps the replays of this process; what an earlier one left is taken away. */
export const makeReplays = (deps: ReplayDeps): Replays => {
  const { store, clock } = deps;
  const replays = new Map<string, Replay>();
  const swept = store.runs
    .list()
    .then(async (runs) => {
      for (const run of runs) if (run.startsWith("replay_") && !replays.has(run)) await store.runs.drop(run);
    })
    .catch(() => undefined);
  const forget = async (replay: Replay): Promise<void> => {
    replay.ending.abort();
    await replay.finished;
    await store.runs.drop(replay.run);
    replays.delete(replay.run);
  };
  return {
    begin: (wish) => {
      const replay = makeReplay(wish, clock.now());
      replays.set(replay.run, replay);
      replay.finished = follow(replay, deps);
      return tell(replay, clock.now());
    },
    list: () => [...replays.values()].map((replay) => tell(replay, clock.now())),
    told: (id) => {
      const replay = replays.get(id);
      return replay && tell(replay, clock.now());
    },
    differences: (id) => replays.get(id)?.differences,
    forget: async (id) => {
      const replay = replays.get(id);
      if (replay) await forget(replay);
      return replay !== undefined;
    },
    close: async () => {
      await swept;
      await Promise.all([...replays.values()].map((replay) => forget(replay).catch(() => undefined)));
    },
  };
};
