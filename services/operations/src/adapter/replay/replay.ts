import { randomBytes } from "node:crypto";
import type { ReplayNews } from "@samvirke/stage";
import type { Pace, ReplayTold, StageProgress } from "../../core/replay/progress.ts";
import { paceOf } from "../../core/replay/progress.ts";
import { groupsOf } from "../../core/replay/report.ts";
import type { Difference, StageReport } from "../../core/replay/report.ts";
import type { ReplayWish } from "../../core/replay/wish.ts";
import type { StageEntry } from "../../core/stages.ts";
import { withNeighbours } from "../../core/stages.ts";

/** One replay, from its wish to its report. */
export interface Replay {
  readonly run: string;
  readonly wish: ReplayWish;
  readonly stages: ReadonlyArray<StageEntry>;
  readonly ending: AbortController;
  readonly began: number;
  readonly progress: Map<string, StageProgress>;
  readonly done: Map<string, StageReport>;
  readonly pace: { records: number; since: number };
  state: ReplayTold["state"];
  commit: string | null;
  ended: number | null;
  persons: number | null;
  failure: string | null;
  moved: number;
  differences: ReadonlyArray<Difference>;
  finished: Promise<void>;
}

/** Notes what a replaying process tells. */
export const note = (replay: Replay, news: ReplayNews): void => {
  const { stage, records } = news;
  const before = replay.progress.get(stage);
  if (before === undefined) return;
  if (news.told === "began") {
    replay.progress.set(stage, { ...before, state: "replaying", of: records });
    return;
  }
  replay.pace.records += records - before.records;
  const state = news.told === "ended" ? "replayed" : "replaying";
  replay.progress.set(stage, { ...before, state, records });
  if (news.told !== "ended") return;
  const { parked, appended } = news;
  replay.done.set(stage, { stage, records, parked, appended, compared: 0, differing: 0 });
};

const timeOf = (at: number): string => new Date(at).toISOString();

/** A replay as it stands. */
export const tell = (replay: Replay, now: number): ReplayTold => {
  const progress = [...replay.progress.values()];
  const pace: Pace = { records: replay.pace.records, ms: (replay.ended ?? now) - replay.pace.since };
  return {
    replayId: replay.run,
    state: replay.state,
    wish: replay.wish,
    commit: replay.commit,
    began: timeOf(replay.began),
    ended: replay.ended === null ? null : timeOf(replay.ended),
    persons: replay.persons,
    progress,
    ...paceOf(progress, pace),
    failure: replay.failure,
    stages: [...replay.done.values()],
    movedOn: replay.moved,
    groups: groupsOf(replay.differences),
  };
};

/** A replay that is about to begin. */
export const makeReplay = (wish: ReplayWish, now: number): Replay => {
  const stages = withNeighbours(wish.stages);
  return {
    run: `replay_${randomBytes(4).toString("hex")}`,
    wish,
    stages,
    ending: new AbortController(),
    began: now,
    progress: new Map(stages.map(({ name }) => [name, { stage: name, state: "waiting", of: null, records: 0 }])),
    done: new Map(),
    pace: { records: 0, since: now },
    state: "replaying",
    commit: null,
    ended: null,
    persons: null,
    failure: null,
    moved: 0,
    differences: [],
    finished: Promise.resolve(),
  };
};
