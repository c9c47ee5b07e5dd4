import { logFailure, partitionCount } from "@samvirke/kernel";
import type { LogFailure, LogPort, SubscribeOptions, Subscription } from "@samvirke/kernel";
import { describeTrouble } from "./describe.ts";
import { backOffMs } from "./sleep.ts";
import type { Sleep } from "./sleep.ts";
import type { Status } from "./status.ts";

export interface SeatDeps {
  readonly log: LogPort;
  readonly status: Status;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
  /** Looks whether the stage is paused, before it reads anything. */
  readonly followControl: () => Promise<unknown>;
  /** The stage cannot go on in this process. */
  readonly fail: (failure: LogFailure) => void;
}

/** A stage's place in its group, taken again when it is lost. */
export interface Seat {
  readonly current: () => Subscription | undefined;
  /** Gives the place up; the signal comes first. */
  readonly leave: () => Promise<void>;
}

const isFatal = (error: unknown): error is LogFailure =>
  error instanceof Error && "fate" in error && error.fate === "fatal";

const subscribe = async (log: LogPort, options: SubscribeOptions): Promise<Subscription> => {
  const partitions = await log.partitions(options.topic);
  if (partitions === undefined) throw logFailure("retriable", `no topic ${options.topic}`);
  if (partitions !== partitionCount)
    throw logFailure("fatal", `${options.topic} has ${partitions} partitions, not ${partitionCount}`);
  return log.subscribe(options);
};

/** Subscribes, waits while the log is away, and subscribes again after a subscription that ended by itself. */
export const takeSeat = (options: Omit<SubscribeOptions, "onStopped">, deps: SeatDeps): Seat => {
  const { log, status, sleep, signal, fail } = deps;
  const held: { subscription: Subscription | undefined } = { subscription: undefined };

  const onStopped = (failure: LogFailure): void => {
    held.subscription = undefined;
    if (signal.aborted) return;
    if (isFatal(failure)) fail(failure);
    else opened = open();
  };
  const attempt = async (): Promise<void> => {
    await deps.followControl();
    const subscription = await subscribe(log, { ...options, onStopped });
    held.subscription = subscription;
    status.waits("subscription", undefined);
    if (!status.isOpen()) subscription.pause();
  };
  const open = async (): Promise<void> => {
    for (let tries = 0; !signal.aborted && !held.subscription; tries += 1) {
      try {
        await attempt();
      } catch (error) {
        if (isFatal(error)) return fail(error);
        status.waits("subscription", describeTrouble(error));
        await sleep(backOffMs(tries), signal);
      }
    }
  };
  let opened = open();
  return {
    current: () => held.subscription,
    leave: async () => {
      await opened;
      await held.subscription?.close();
    },
  };
};
