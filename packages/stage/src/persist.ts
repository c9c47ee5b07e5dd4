import { logFailure } from "@samvirke/kernel";
import type { LogFailure } from "@samvirke/kernel";
import { BadRelease } from "./commit.ts";
import type { StageCounters } from "./counters.ts";
import { describeTrouble } from "./describe.ts";
import { backOffMs } from "./sleep.ts";
import type { Sleep } from "./sleep.ts";
import type { Status } from "./status.ts";

const heartbeatMs = 500;
// Without a reason an abort makes an exception with a stack.
const over = "over";

const fateOf = (error: unknown): LogFailure["fate"] | undefined =>
  error instanceof Error && "fate" in error ? (error.fate as LogFailure["fate"]) : undefined;

/** What a stage retries with. */
export interface Persistence {
  readonly status: Status;
  readonly counters: StageCounters;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
}

export interface Attempt<A> {
  /** The part of the stage that waits when the work fails. */
  readonly part: string;
  readonly work: () => Promise<A>;
  readonly heartbeat: () => Promise<void>;
}

/** Work with heartbeats beside it; gives it up when this instance is fenced, the checkpoint makes what goes on harmless. */
const withHeartbeats = async <A>({ sleep }: Persistence, { work, heartbeat }: Attempt<A>): Promise<A> => {
  const ended = new AbortController();
  const beat = async (): Promise<never> => {
    while (!ended.signal.aborted) {
      await sleep(heartbeatMs, ended.signal);
      if (!ended.signal.aborted) await heartbeat();
    }
    return new Promise<never>(() => undefined);
  };
  return Promise.race([work(), beat()]).finally(() => ended.abort(over));
};

/** Rejects when the stage is not to go on: paused, stopped, closing. The batch comes again later. */
const assertOpen = ({ status, signal }: Persistence): void => {
  if (signal.aborted || !status.isOpen()) throw logFailure("retriable", "the stage is not reading");
};

/**
 * Tries work until it succeeds, with a growing back-off and the reason in the status; never gives up.
 * Ends without success only when this instance lost its partition, the stage is told to stop, or it must stop itself.
 */
export const persist = async <A>(persistence: Persistence, attempt: Attempt<A>): Promise<A> => {
  const { status, counters, sleep, signal } = persistence;
  for (let tries = 0; ; tries += 1) {
    assertOpen(persistence);
    try {
      const done = await withHeartbeats(persistence, attempt);
      status.waits(attempt.part, undefined);
      return done;
    } catch (error) {
      const fate = fateOf(error);
      if (fate === "fenced" || fate === "fatal") throw error;
      if (error instanceof BadRelease) {
        status.stop(error.message);
        throw error;
      }
      counters.retries += 1;
      status.waits(attempt.part, describeTrouble(error));
    }
    await sleep(backOffMs(tries), signal);
    await attempt.heartbeat();
  }
};
