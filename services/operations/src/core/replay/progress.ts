import type { Group, StageReport } from "./report.ts";
import type { ReplayWish } from "./wish.ts";

/** How far a stage of a replay is. */
export interface StageProgress {
  readonly stage: string;
  readonly state: "waiting" | "replaying" | "replayed";
  /** Records to read; null until they are counted. */
  readonly of: number | null;
  readonly records: number;
}

/** A replay as it is told. */
export interface ReplayTold {
  readonly replayId: string;
  readonly state: "replaying" | "comparing" | "done" | "broken-off" | "failed";
  readonly wish: ReplayWish;
  /** The commit of the code that was run, where it is known. */
  readonly commit: string | null;
  readonly began: string;
  readonly ended: string | null;
  /** Persons that it is about; null for everybody. */
  readonly persons: number | null;
  readonly progress: ReadonlyArray<StageProgress>;
  /** Records a second over the stage that is being replayed, and seconds until all is replayed, as far as that can be told. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
  readonly failure: string | null;
  readonly stages: ReadonlyArray<StageReport>;
  /** Persons who had something since it began; their rows were left out. */
  readonly movedOn: number;
  readonly groups: ReadonlyArray<Group>;
}

/** What a replay's process told last, with the time that passed since the first of it. Unit: milliseconds. */
export interface Pace {
  readonly records: number;
  readonly ms: number;
}

/** Rate, and time left where every stage's size is known. */
export const paceOf = (
  progress: ReadonlyArray<StageProgress>,
  { records, ms }: Pace,
): Pick<ReplayTold, "rate" | "secondsLeft"> => {
  if (records === 0 || ms === 0) return { rate: null, secondsLeft: null };
  const rate = (records * 1_000) / ms;
  const left = progress.map(({ of, records: done }) => (of === null ? Number.NaN : of - done));
  const all = left.reduce((sum, one) => sum + one, 0);
  return { rate: Math.round(rate), secondsLeft: Number.isNaN(all) ? null : Math.ceil(all / rate) };
};
