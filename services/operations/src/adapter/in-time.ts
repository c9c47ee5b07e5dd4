import { setTimeout as delay } from "node:timers/promises";

/** What work yields within a bound, or undefined when it fails or takes longer. Unit: milliseconds. */
export const inTime = async <A>(work: Promise<A>, withinMs: number): Promise<A | undefined> => {
  const ending = new AbortController();
  const late = delay(withinMs, undefined, { signal: ending.signal }).catch(() => undefined);
  try {
    return await Promise.race([work.catch(() => undefined), late]);
  } finally {
    ending.abort();
  }
};
