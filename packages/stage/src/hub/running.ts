/** A service that runs in this process. */
export interface Running {
  /** Finishes what is under way and ends. */
  readonly stop: () => Promise<void>;
  /** Rejects when the service ended by itself and has to be started again. */
  readonly ended: Promise<void>;
}

/** Several as one: stopped together, ended when the first of them ends. */
export const together = (parts: ReadonlyArray<Running>): Running => ({
  stop: async () => {
    await Promise.all(parts.map((part) => part.stop()));
  },
  ended: Promise.race(parts.map((part) => part.ended)),
});

/** A service that closes what it was given when it is stopped. */
export const withHub = (hub: { readonly close: () => Promise<void> }, running: Running): Running => ({
  stop: async () => {
    await running.stop();
    await hub.close();
  },
  ended: running.ended,
});
