import type { Clock, LogPort, StageControl, StageStore, Subscription } from "@samvirke/kernel";
import type { StageCounters } from "./counters.ts";
import type { StageDefinition } from "./definition.ts";
import { findStart } from "./search.ts";
import type { Sleep } from "./sleep.ts";
import type { Status } from "./status.ts";
import type { Worker } from "./worker.ts";

export interface WatchDeps {
  readonly log: LogPort;
  readonly store: StageStore;
  readonly clock: Clock;
  readonly status: Status;
  readonly counters: StageCounters;
  readonly instance: string;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
  readonly workers: ReadonlyMap<number, Worker>;
  readonly subscription: () => Subscription | undefined;
  readonly followControl: FollowControl;
  readonly tickMs: number;
  /** Answers what somebody wants to know before a redrive. */
  readonly serveTrials: () => Promise<void>;
}

type Definition = Pick<StageDefinition<never>, "name" | "topic">;

const idleTicks = 5;

/** A store that is away is told by the workers; here the next tick comes soon enough. */
const tolerate = (work: Promise<void>): Promise<void> => work.catch(() => undefined);

/** Does what operations asked for; answers what that was. */
export type FollowControl = () => Promise<StageControl>;

const pause = ({ status, subscription }: Steered, reason: string | undefined): void => {
  if (status.view().state === "paused") return;
  status.pause(reason);
  subscription()?.pause();
};

const resume = ({ status, subscription }: Steered): void => {
  status.resume();
  subscription()?.resume();
};

export interface Steered {
  readonly store: Pick<StageStore, "control">;
  readonly status: Status;
  readonly subscription: () => Subscription | undefined;
}

/** Pauses and resumes; a stage that stopped by itself goes on when it is resumed after that, by any clock. */
export const makeFollowControl = (stage: string, steered: Steered): FollowControl => {
  let seen: StageControl["at"];
  return async () => {
    const control = await steered.store.control(stage);
    const isNew = control.at !== seen;
    seen = control.at;
    const isStopped = steered.status.stoppedAt() !== undefined;
    if (control.paused) pause(steered, control.reason);
    else if (isStopped ? isNew : steered.status.view().state === "paused") resume(steered);
    return control;
  };
};

/** Sets reading back to where Kafka has the next record; where it has none the relay is behind. */
const heal = async ({ name, topic }: Definition, deps: WatchDeps, partition: number): Promise<void> => {
  const { log, store, status, counters, workers } = deps;
  const [checkpoint, { earliest, next }] = await Promise.all([
    store.checkpoint(name, topic, partition),
    log.bounds(topic, partition),
  ]);
  const start = (await findStart({ log, topic, partition }, checkpoint)) ?? earliest;
  status.waits(`idle ${partition}`, start < next ? undefined : `the relay is behind in partition ${partition}`);
  if (start >= next || checkpoint.position !== workers.get(partition)?.position()) return;
  counters.healed += 1;
  deps.subscription()?.seek(partition, start);
};

/** Looks for records that should have come: the log is ahead of a checkpoint that has not moved since the last look. */
const makeIdleCheck = (definition: Definition, deps: WatchDeps): (() => Promise<void>) => {
  const { store, status, workers } = deps;
  let before = new Map<number, number | undefined>();
  return async () => {
    const heads = await store.heads(definition.topic);
    const now = new Map([...workers].map(([partition, worker]) => [partition, worker.position()]));
    const last = before;
    before = now;
    for (const [partition, position] of now) {
      if (position === undefined) continue;
      const isSilent = (heads.get(partition) ?? 0) - 1 > position && last.get(partition) === position;
      if (!isSilent) status.waits(`idle ${partition}`, undefined);
      else if (!status.isWaiting(`partition ${partition}`)) await heal(definition, deps, partition);
    }
  };
};

/** One serving at a time, beside the ticks. */
const makeServing = (serveTrials: () => Promise<void>): ((control: StageControl) => void) => {
  let isServing = false;
  return ({ hasTrials }) => {
    if (hasTrials !== true || isServing) return;
    isServing = true;
    void tolerate(serveTrials()).then(() => (isServing = false));
  };
};

/** Follows control, reports for `status`, and notices silence, once a tick, until the signal. */
export const watch = async (definition: Definition, deps: WatchDeps): Promise<void> => {
  const { store, clock, status, instance, sleep, signal, tickMs } = deps;
  const checkIdle = makeIdleCheck(definition, deps);
  const serve = makeServing(deps.serveTrials);
  for (let tick = 1; !signal.aborted; tick += 1) {
    await tolerate(deps.followControl().then(serve));
    if (tick % idleTicks === 0 && status.isOpen()) await tolerate(checkIdle());
    await tolerate(store.report({ stage: definition.name, instance, ...status.view(), at: clock.now() }));
    await sleep(tickMs, signal);
  }
};
