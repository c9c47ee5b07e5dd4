/** Waits, or returns at once when the signal is or becomes aborted. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

export const realSleep: Sleep = (ms, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
  });

const longestMs = 2_000;

/** Waits that double from 50 ms on, up to two seconds. */
export const backOffMs = (attempt: number): number => Math.min(longestMs, 50 * 2 ** Math.min(attempt, 10));
