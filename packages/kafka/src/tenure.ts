import type { LogFailure, SubscribeOptions } from "@samvirke/kernel";
import type { KafkaLogConfig } from "./config.ts";
import { makeDelivery } from "./delivering.ts";
import { codeOf, failureOf } from "./failure.ts";
import { fetchFrom } from "./fetching.ts";
import type { Seat } from "./membership.ts";
import { makePartition, moveTo, type Partition } from "./partition.ts";
import { makePulse } from "./pulse.ts";
import { earliestOffset } from "./reading.ts";
import type { Session } from "./session.ts";
import { backOff, makeBell, makeEnding, sleep } from "./timing.ts";

const defaultPartitionBytes = 524_288;
const longestLocatePause = 5_000;

export interface Holder {
  readonly options: SubscribeOptions;
  readonly config: KafkaLogConfig;
  readonly isPaused: () => boolean;
}

/** The time for which a member holds its partitions: one generation of the group. */
export interface Tenure {
  readonly seek: (partition: number, offset: bigint) => void;
  /** Something outside changed: paused or resumed. */
  readonly nudge: () => void;
  /** No new batch starts; the running ones are told by their heartbeat. */
  readonly end: (failure?: LogFailure) => void;
  /** Why it ended, when no batch runs any more; undefined when it was asked to end. */
  readonly over: Promise<LogFailure | undefined>;
}

interface Place {
  readonly session: Session;
  readonly leaders: ReadonlyMap<number, number>;
}

/** Asks the subscriber where to begin until it knows, or until the partition is sought or given up. */
const locate = async (holder: Holder, session: Session, work: { partition: Partition; ended: AbortSignal }) => {
  const { topic, startAt } = holder.options;
  const { partition, ended } = work;
  const { epoch } = partition;
  for (let attempt = 0; !ended.aborted && partition.epoch === epoch; attempt++) {
    try {
      const hint = await startAt(partition.id);
      const from = hint ?? (await earliestOffset(await session.broker(partition.leader), topic, partition.id));
      if (partition.epoch === epoch) moveTo(partition, from);
    } catch (error) {
      holder.config.onProblem({ event: "start-unknown", topic, partition: partition.id, code: codeOf(error) });
      await sleep(backOff(attempt, longestLocatePause), ended);
    }
  }
};

/** Ends once, with the first reason. */
const makeEnd = () => {
  const ending = makeEnding();
  const bell = makeBell();
  let reason: LogFailure | undefined;
  return {
    bell,
    ended: ending.signal,
    reason: () => reason,
    end: (failure?: LogFailure): void => {
      if (ending.signal.aborted) return;
      reason = failure;
      ending.abort();
      bell.ring();
    },
  };
};

const whenAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));

/** Begins to read the partitions of a seat. */
export const beginTenure = (holder: Holder, seat: Seat, { session, leaders }: Place): Tenure => {
  const { options, config, isPaused } = holder;
  const { topic, group } = options;
  const { bell, ended, end, reason } = makeEnd();
  const quiet = makeEnding();
  const fail = (what: string) => (error: unknown) => end(failureOf(error, `${what} ${topic}`));
  const partitions = seat.partitions.map((id) => makePartition(id, leaders.get(id) ?? -1));
  const pulse = makePulse(group, seat, { config, listener: { onLost: end, onTrouble: fail("membership for") } });
  const signals = { onRoom: bell.ring, onUnreadable: fail("decoding records of") };
  const delivery = makeDelivery({ ...holder, ...signals, partitions, pulse, ended });
  const maxBytesPerPartition = options.maxBytesPerPartition ?? defaultPartitionBytes;
  const paceMs = options.paceMs ?? config.fetchPace;
  const source = { session, topic, config, maxBytesPerPartition, paceMs, partitions, isPaused, ended, bell };

  for (const node of new Set(partitions.map(({ leader }) => leader)))
    void fetchFrom({ ...source, onChunk: delivery.pump }, node).catch(fail("fetching from"));
  for (const partition of partitions) void locate(holder, session, { partition, ended }).then(bell.ring);
  void pulse.run(quiet.signal);
  const wind = async (): Promise<LogFailure | undefined> => {
    await whenAborted(ended);
    await delivery.drained();
    // What is still on its way, a fetch or a heartbeat, is ignored when it comes.
    quiet.abort();
    return reason();
  };
  const nudge = (): void => {
    bell.ring();
    delivery.pump();
  };
  const seek = (id: number, offset: bigint): void => {
    for (const partition of partitions) if (partition.id === id) moveTo(partition, offset);
    bell.ring();
  };
  return { end, over: wind(), nudge, seek };
};
