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
  readonly tickMs: number;
}

type Definition = Pick<StageDefinition<never>, "name" | "topic">;

const idleTicks = 5;

/** A store that is away is told by the workers; here the next tick comes soon enough. */
const tolerate = (work: Promise<void>): Promise<void> => work.catch(() => undefined);

const follow = ({ status, subscription }: WatchDeps, control: StageControl): void => {
  const { state } = status.view();
  if (control.paused) {
    if (state === "paused") return;
    status.pause(control.reason);
    subscription()?.pause();
    return;
  }
  const stoppedAt = status.stoppedAt();
  const isResumed = stoppedAt === undefined ? state === "paused" : (control.at ?? 0) > stoppedAt;
  if (!isResumed) return;
  status.resume();
  subscription()?.resume();
};

/**
 * Looks for records that should have come: the log is ahead of a checkpoint that has not moved since the last look.
 * Where Kafka has them reading is set back, else the relay is behind.
 */
const makeIdleCheck = ({ name, topic }: Definition, deps: WatchDeps): (() => Promise<void>) => {
  const { log, store, status, counters, workers } = deps;
  let before = new Map<number, number | undefined>();

  const heal = async (partition: number): Promise<void> => {
    const place = { log, topic, partition };
    const [checkpoint, { earliest, next }] = await Promise.all([
      store.checkpoint(name, topic, partition),
      log.bounds(topic, partition),
    ]);
    const start = (await findStart(place, checkpoint)) ?? earliest;
    status.waits(`idle ${partition}`, start < next ? undefined : `the relay is behind in partition ${partition}`);
    if (start >= next || checkpoint.position !== workers.get(partition)?.position()) return;
    counters.healed += 1;
    deps.subscription()?.seek(partition, start);
  };

  return async () => {
    const heads = await store.heads(topic);
    const now = new Map([...workers].map(([partition, worker]) => [partition, worker.position()]));
    const last = before;
    before = now;
    for (const [partition, position] of now) {
      if (position === undefined) continue;
      const isBehind = (heads.get(partition) ?? 0) - 1 > position;
      if (isBehind && last.get(partition) === position && status.view().state !== "waiting") await heal(partition);
      else if (!isBehind || last.get(partition) !== position) status.waits(`idle ${partition}`, undefined);
    }
  };
};

/** Follows control, reports for `status`, and notices silence, once a tick, until the signal. */
export const watch = async (definition: Definition, deps: WatchDeps): Promise<void> => {
  const { store, clock, status, instance, sleep, signal, tickMs } = deps;
  const checkIdle = makeIdleCheck(definition, deps);
  for (let tick = 1; !signal.aborted; tick += 1) {
    await tolerate(store.control(definition.name).then((control) => follow(deps, control)));
    if (tick % idleTicks === 0 && status.isOpen()) await tolerate(checkIdle());
    await tolerate(store.report({ stage: definition.name, instance, ...status.view(), at: clock.now() }));
    await sleep(tickMs, signal);
  }
};
