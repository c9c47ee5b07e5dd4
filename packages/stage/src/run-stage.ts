import { logFailure, partitionCount } from "@samvirke/kernel";
import type { Clock, LogFailure, LogPort, StageStore } from "@samvirke/kernel";
import { randomUUID } from "node:crypto";
import { makeBreaker } from "./breaker.ts";
import { zeroCounters } from "./counters.ts";
import type { StageCounters } from "./counters.ts";
import type { StageDefinition } from "./definition.ts";
import { makeJointCommit } from "./joint.ts";
import type { Observe } from "./observe.ts";
import { makePreparing } from "./preparing.ts";
import type { Preparing, RedriveStage } from "./preparing.ts";
import { takeSeat } from "./seat.ts";
import type { Seat } from "./seat.ts";
import { realSleep } from "./sleep.ts";
import type { Sleep } from "./sleep.ts";
import { makeStatus } from "./status.ts";
import type { Status, StatusView } from "./status.ts";
import { serveTrials } from "./trial.ts";
import { makeFollowControl, watch } from "./watch.ts";
import type { FollowControl } from "./watch.ts";
import { makeWorker } from "./worker.ts";
import type { Worker, WorkerDeps } from "./worker.ts";

export interface StageDeps {
  readonly log: LogPort;
  readonly store: StageStore;
  readonly clock: Clock;
  readonly observe: Observe;
  readonly redriveStage: RedriveStage;
  /** Names this process in reports. */
  readonly instance?: string;
  readonly sleep?: Sleep;
  /** Least milliseconds between two looks for records; the log port's own where absent. */
  readonly paceMs?: number;
  /** Partitions handled side by side. */
  readonly concurrency?: number;
  /** Most records of one transaction. */
  readonly maxBatch?: number;
  /** Most records of one partition that are held ready at once; what a stage needs of memory grows with it. */
  readonly maxChunk?: number;
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

/** What the parts of a running stage share. */
interface Run {
  readonly deps: StageDeps;
  readonly sleep: Sleep;
  readonly status: Status;
  readonly counters: StageCounters;
  readonly workers: Map<number, Worker>;
  readonly ending: AbortController;
  readonly done: PromiseWithResolvers<void>;
  readonly followControl: FollowControl;
  seat: Seat | undefined;
}

const begin = (stage: string, deps: StageDeps): Run => {
  const status = makeStatus(deps.clock, ({ state, reason }) => {
    if (state === "stopped") run.seat?.current()?.pause();
    deps.observe.event(state === "running" ? "info" : "warn", `stage-${state}`, { stage, reason: reason ?? "" });
  });
  const run: Run = {
    deps,
    sleep: deps.sleep ?? realSleep,
    status,
    counters: zeroCounters(),
    workers: new Map(),
    ending: new AbortController(),
    done: Promise.withResolvers(),
    followControl: makeFollowControl(stage, { store: deps.store, status, subscription: () => run.seat?.current() }),
    seat: undefined,
  };
  return run;
};

const workerDeps = (run: Run): WorkerDeps => ({
  log: run.deps.log,
  store: run.deps.store,
  sleep: run.sleep,
  status: run.status,
  counters: run.counters,
  signal: run.ending.signal,
  breaker: makeBreaker(run.deps.clock),
  maxBatch: run.deps.maxBatch ?? 1_000,
  maxChunk: run.deps.maxChunk ?? 100,
  seek: (partition, offset) => {
    const subscription = run.seat?.current();
    if (!subscription) throw logFailure("retriable", "the subscription is not open yet");
    subscription.seek(partition, offset);
  },
});

const sit = <P, S>(definition: StageDefinition<P, S>, run: Run, preparing: Preparing<P>): Seat => {
  const { deps, sleep, status, workers, ending, followControl } = run;
  const { name: stage, topic } = definition;
  const shared = workerDeps(run);
  const commitChunk = makeJointCommit(definition, shared);
  const renew = (partition: number): Worker => {
    const worker = makeWorker({ definition, preparing, commitChunk }, partition, shared);
    workers.set(partition, worker);
    return worker;
  };
  const fail = (failure: LogFailure): void => {
    deps.observe.event("error", "stage-failed", { stage, reason: failure.message });
    ending.abort();
    void run.seat?.leave().catch(() => undefined);
    run.done.reject(failure);
  };
  const options = {
    group: `${topic}.${stage}`,
    topic,
    concurrency: deps.concurrency ?? partitionCount,
    ...(deps.paceMs === undefined ? {} : { paceMs: deps.paceMs }),
    startAt: (partition: number) => renew(partition).start(),
    onBatch: (batch: Parameters<Worker["take"]>[0]) =>
      (workers.get(batch.partition) ?? renew(batch.partition)).take(batch),
    onAssigned: (held: ReadonlyArray<number>) =>
      [...workers.keys()]
        .filter((partition) => !held.includes(partition))
        .forEach((partition) => workers.delete(partition)),
  };
  return takeSeat(options, { log: deps.log, status, sleep, signal: ending.signal, followControl, fail });
};

/** Runs a stage until it is stopped; returns at once and waits for what is not there yet. */
export const runStage = <P, S = never>(definition: StageDefinition<P, S>, deps: StageDeps): RunningStage => {
  const run = begin(definition.name, deps);
  const { sleep, status, counters, workers, ending, done, followControl } = run;
  const preparing = makePreparing(definition, deps.redriveStage);
  const seat = sit(definition, run, preparing);
  run.seat = seat;
  const { instance = randomUUID(), tickMs = 1_000 } = deps;
  const trials = (): Promise<void> => serveTrials({ definition, preparing, store: deps.store }, ending.signal);
  const shared = {
    ...deps,
    instance,
    tickMs,
    sleep,
    status,
    counters,
    workers,
    followControl,
    serveTrials: trials,
  };
  const watched = watch(definition, { ...shared, signal: ending.signal, subscription: seat.current });
  return {
    done: done.promise,
    state: () => ({
      stage: definition.name,
      ...status.view(),
      positions: new Map([...workers].map(([partition, worker]) => [partition, worker.position()])),
      counters: { ...counters },
    }),
    stop: async () => {
      ending.abort();
      await seat.leave();
      await watched;
      done.resolve();
    },
  };
};
