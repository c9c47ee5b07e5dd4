import type { Store } from "@samvirke/store";

/** Tells waiters that something may have changed. */
export interface News {
  /** Resolves at the next wake, at the latest after so many milliseconds. */
  readonly next: (withinMs: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** News from the store's wakes; one listening connection serves every waiter of the process. */
export const makeNews = async (store: Pick<Store, "listen">): Promise<News> => {
  const waiters = new Set<() => void>();
  const wakeAll = (): void => {
    for (const waiter of waiters) waiter();
  };
  const end = await store.listen(wakeAll);
  return {
    next: (withinMs) =>
      new Promise((resolve) => {
        const settle = (): void => {
          clearTimeout(timer);
          waiters.delete(settle);
          resolve();
        };
        const timer = setTimeout(settle, withinMs);
        waiters.add(settle);
      }),
    close: async () => {
      wakeAll();
      await end();
    },
  };
};

const pollMs = 500;
const spacingMs = 20;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export interface Wait<A> {
  readonly read: () => Promise<A>;
  readonly isEnough: (value: A) => boolean;
  readonly seconds: number;
  /** Ends the waiting early: the caller left, or the gateway closes. */
  readonly signal: AbortSignal;
}

/** Reads until it is enough or the time is up. Wakes come many a second, so reads keep a distance. */
export const waitFor = async <A>(news: News, wait: Wait<A>): Promise<A> => {
  const end = performance.now() + wait.seconds * 1000;
  for (;;) {
    // Asked for before the read, so that a change during it is not missed.
    const coming = news.next(pollMs);
    const value = await wait.read();
    const left = end - performance.now();
    if (wait.isEnough(value) || left <= 0 || wait.signal.aborted) return value;
    await Promise.race([coming, pause(left)]);
    await pause(Math.min(spacingMs, Math.max(0, end - performance.now())));
  }
};
