import { setMaxListeners } from "node:events";
import { logFailure } from "@samvirke/kernel";

/** The end of something, for which any number of waits may listen. */
export const makeEnding = (): AbortController => {
  const ending = new AbortController();
  setMaxListeners(0, ending.signal);
  return ending;
};

/** Waits, or returns at once when the signal is or becomes aborted. */
export const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
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

/** The promise's outcome, or a retriable failure when it takes longer: no call of ours waits for ever. */
export const within = async <T>(ms: number, what: string, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const failure = logFailure("retriable", `kafka: ${what} took longer than ${ms} ms`);
      reject(Object.assign(failure, { code: "TOOK_TOO_LONG" }));
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Waits that grow: 50, 100, 200 ms … up to the limit. */
export const backOff = (attempt: number, limit: number): number => Math.min(limit, 50 * 2 ** Math.min(attempt, 16));

/** Lets several calls wait for the next ring. */
export interface Bell {
  readonly ring: () => void;
  readonly heard: (ms: number) => Promise<void>;
}

export const makeBell = (): Bell => {
  const waiting = new Set<() => void>();
  return {
    ring: () => {
      for (const wake of waiting) wake();
    },
    heard: (ms) =>
      new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        waiting.add(wake);
      }),
  };
};
