import { setTimeout as sleep } from "node:timers/promises";

const first = 250;
const longest = 10_000;

// Who lived this long died of something new: the waiting starts small again.
const healthyAfter = 30_000;

/** Keeps something running until it is told to end: starts it again with growing pauses. */
export interface Kept {
  readonly stop: () => Promise<void>;
}

/** One life: resolves with how it ended. */
export type Life = (signal: AbortSignal) => Promise<string>;

const failureText = (error: unknown): string => (error instanceof Error ? error.message : "an unknown error");

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { signal }).catch(() => undefined);

/** Lives, and lives again after each end, until stopped. */
export const keepAlive = (life: Life, onEnd: (how: string, wait: number) => void): Kept => {
  const stopping = new AbortController();
  const loop = async (): Promise<void> => {
    let wait = first;
    while (!stopping.signal.aborted) {
      const began = performance.now();
      const how = await life(stopping.signal).catch(failureText);
      if (stopping.signal.aborted) return;
      wait = performance.now() - began > healthyAfter ? first : wait;
      onEnd(how, wait);
      await pause(wait, stopping.signal);
      wait = Math.min(wait * 2, longest);
    }
  };
  const ended = loop();
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
};
