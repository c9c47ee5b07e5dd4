import type { Sleep } from "../sleep.ts";
import { realSleep } from "../sleep.ts";

/** Waits until as many more records may have been handled. */
export type Pace = (records: number) => Promise<void>;

export interface PaceDeps {
  readonly signal: AbortSignal;
  /** Milliseconds that only go forward. */
  readonly now?: () => number;
  readonly sleep?: Sleep;
}

/**
 * Keeps all who share it at a number of records a second; whoever was slower before may not catch up on it.
 * Without a number nobody waits.
 */
export const makePace = (
  recordsPerSecond: number | undefined,
  { signal, now = () => performance.now(), sleep = realSleep }: PaceDeps,
): Pace => {
  if (recordsPerSecond === undefined) return () => Promise.resolve();
  let free = now();
  return async (records) => {
    free = Math.max(free, now()) + (records * 1_000) / recordsPerSecond;
    const wait = free - now();
    if (wait > 0) await sleep(wait, signal);
  };
};
