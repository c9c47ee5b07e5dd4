import type { Instant } from "@samvirke/kernel";

/** How far a reader is in one partition. */
export interface PartitionProgress {
  readonly partition: number;
  /** Highest position handled; -1 before the first. */
  readonly position: number;
  /** Positions not yet handled. */
  readonly behind: number;
  /** When the log took the oldest of them; null when there is none. */
  readonly since: Instant | null;
}

/** How far a reader is behind. Unit: positions over all partitions, seconds since the oldest unhandled record came. */
export interface Lag {
  readonly positions: number;
  readonly seconds: number;
}

const millis = 1_000;

const age = (since: Instant | null, now: Instant): number => (since === null ? 0 : Math.max(0, now - since) / millis);

/** Lag over partitions; seconds to a tenth. */
export const lagOf = (progress: ReadonlyArray<PartitionProgress>, now: Instant): Lag => ({
  positions: progress.reduce((sum, { behind }) => sum + behind, 0),
  seconds: Math.round(Math.max(0, ...progress.map(({ since }) => age(since, now))) * 10) / 10,
});

/** The reader's place per partition, as a list by partition. */
export const checkpointsOf = (progress: ReadonlyArray<PartitionProgress>): ReadonlyArray<number> =>
  [...progress].sort((a, b) => a.partition - b.partition).map(({ position }) => position);
