import { logFailure, partitionCount } from "@samvirke/kernel";
import type { Clock, LogFailure, LogPort, StageStore, Subscription } from "@samvirke/kernel";
import { randomUUID } from "node:crypto";
import { makeBreaker } from "./breaker.ts";
import { zeroCounters } from "./counters.ts";
import type { StageCounters } from "./counters.ts";
import type { StageDefinition } from "./definition.ts";
import { describeTrouble } from "./describe.ts";
import type { Observe } from "./observe.ts";
import { backOffMs, realSleep } from "./sleep.ts";
import type { Sleep } from "./sleep.ts";
import { makeStatus } from "./status.ts";
import type { StatusView } from "./status.ts";
import { watch } from "./watch.ts";
import { makeWorker } from "./worker.ts";
import type { RedriveStage, Worker, WorkerDeps } from "./worker.ts";

export interface StageDeps {
  readonly log: LogPort;
  readonly store: StageStore;
  readonly clock: Clock;
  readonly observe: Observe;
  readonly redriveStage: RedriveStage;
  /** Names this process in reports. */
  readonly instance?: string;
  readonly sleep?: Sleep;
  /** Partitions handled side by side. */
  readonly concurrency?: number;
  /** Most records of one transaction. */
  readonly maxBatch?: number;
  /** How often control is read and the stage reports. Unit: milliseconds. */
  readonly tickMs?: number;
}

export interface StageSnapshot extends StatusView {
  readonly stage: string;
  /** Highest committed position per partition that this instance holds. */
  readonly positions: ReadonlyMap<number, number | undefined>;
  readonly counters: Readonly<StageCounters>;
}

export interface RunningStage {
  /** Resolves after `stop`; rejects when the stage cannot go on in this process, which should end then. */
  readonly done: Promise<void>;
  readonly stop: () => Promise<void>;
  readonly state: () => StageSnapshot;
}

/** Runs a stage until it is stopped; returns at once and waits for what is not there yet. */
export const runStage = <P, S = never>(definition: StageDefinition<P, S>, deps: StageDeps): RunningStage => {
  const { log, store, clock, observe, sleep = realSleep } = deps;
  const { name: stage, topic } = definition;
  const instance = deps.instance ?? randomUUID();
  const ending = new AbortController();
  const done = Promise.withResolvers<void>();
  const counters = zeroCounters();
  const workers = new Map<number, Worker>();
  let subscription: Subscription | undefined;

  const status = makeStatus(clock, ({ state, reason }) => {
    if (state === "stopped") subscription?.pause();
    observe.event(state === "running" ? "info" : "warn", `stage-${state}`, { stage, reason: reason ?? "" });
  });
  const workerDeps: WorkerDeps = {
    ...deps,
    sleep,
    status,
    counters,
    signal: ending.signal,
    breaker: makeBreaker(clock),
    maxBatch: deps.maxBatch ?? 1_000,
    seek: (partition, offset) => {
      if (!subscription) throw logFailure("retriable", "the subscription is not open yet");
      subscription.seek(partition, offset);
    },
  };

  const renew = (partition: number): Worker => {
    const worker = makeWorker(definition, partition, workerDeps);
    workers.set(partition, worker);
    return worker;
  };
  const fail = (failure: LogFailure): void => {
    observe.event("error", "stage-failed", { stage, reason: failure.message });
    ending.abort();
    void subscription?.close().catch(() => undefined);
    done.reject(failure);
  };
  const onStopped = (failure: LogFailure): void => {
    subscription = undefined;
    if (ending.signal.aborted) return;
    if (failure.fate === "fatal") fail(failure);
    else void open();
  };

  const subscribe = async (): Promise<Subscription> => {
    const partitions = await log.partitions(topic);
    if (partitions === undefined) throw logFailure("retriable", `no topic ${topic}`);
    if (partitions !== partitionCount) throw logFailure("fatal", `${topic} has ${partitions} partitions, not ${partitionCount}`);
    return log.subscribe({
      group: `${topic}.${stage}`,
      topic,
      concurrency: deps.concurrency ?? 4,
      startAt: (partition) => renew(partition).start(),
      onBatch: (batch) => (workers.get(batch.partition) ?? renew(batch.partition)).take(batch),
      onAssigned: (held) => [...workers.keys()].filter((p) => !held.includes(p)).forEach((p) => workers.delete(p)),
      onStopped,
    });
  };

  const open = async (): Promise<void> => {
    for (let tries = 0; !ending.signal.aborted && !subscription; tries += 1) {
      try {
        subscription = await subscribe();
        status.waits("subscription", undefined);
        if (ending.signal.aborted) await subscription.close();
        else if (!status.isOpen()) subscription.pause();
      } catch (error) {
        if (error instanceof Error && "fate" in error && error.fate === "fatal") return fail(error as LogFailure);
        status.waits("subscription", describeTrouble(error));
        await sleep(backOffMs(tries), ending.signal);
      }
    }
  };

  const opened = open();
  const watched = watch(definition, {
    ...deps,
    sleep,
    status,
    counters,
    instance,
    signal: ending.signal,
    workers,
    tickMs: deps.tickMs ?? 1_000,
    subscription: () => subscription,
  });
  return {
    done: done.promise,
    state: () => ({
      stage,
      ...status.view(),
      positions: new Map([...workers].map(([partition, worker]) => [partition, worker.position()])),
      counters: { ...counters },
    }),
    stop: async () => {
      ending.abort();
      await opened;
      await subscription?.close();
      await watched;
      done.resolve();
    },
  };
};
