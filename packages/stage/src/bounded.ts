import { Script } from "node:vm";

/** Work took longer than it may. */
export class TookTooLong extends Error {
  override readonly name = "TookTooLong";
  /** True where the work used the processor all the while; false where the process itself stood still. */
  readonly wasBusy: boolean;
  constructor(limitMs: number, wasBusy: boolean) {
    super(`longer than ${limitMs} ms`);
    this.wasBusy = wasBusy;
  }
}

const slot = Symbol.for("samvirke.stage.bounded");
const call = new Script(`globalThis[Symbol.for("samvirke.stage.bounded")]()`);

// On a machine with much else to do, or frozen for a while, less than this is used.
const busyShare = 0.5;

const isTimeout = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";

/**
 * Runs synchronous work and breaks it off where it is once its time is up; nothing in it can catch that. Costs about
 * 40 us, so it is meant for batches.
 *
 * Rejects by throwing TookTooLong. Unit: milliseconds.
 */
export const bounded = <A>(limitMs: number, work: () => A): A => {
  const results: Array<A> = [];
  const shelf = globalThis as unknown as Record<symbol, (() => void) | undefined>;
  shelf[slot] = () => void results.push(work());
  const before = process.threadCpuUsage();
  try {
    call.runInThisContext({ timeout: limitMs });
    return results[0] as A;
  } catch (error) {
    if (!isTimeout(error)) throw error;
    const { user, system } = process.threadCpuUsage(before);
    throw new TookTooLong(limitMs, user + system > busyShare * limitMs * 1_000);
  } finally {
    shelf[slot] = undefined;
  }
};
