import type { LogFailure, SubscribeOptions } from "@samvirke/kernel";
import type { KafkaLogConfig } from "./config.ts";
import { type Delivery, makeDelivery } from "./delivering.ts";
import { codeOf, failureOf } from "./failure.ts";
import { fetchFrom } from "./fetching.ts";
import type { Seat } from "./membership.ts";
import { makePartition, moveTo, type Partition } from "./partition.ts";
import { makePulse } from "./pulse.ts";
import { earliestOffset } from "./reading.ts";
import type { Session } from "./session.ts";
import { backOff, makeBell, makeEnding, sleep } from "./timing.ts";

const defaultPartitionBytes = 1_048_576;
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

const locate = async (holder: Holder, session: Session, { partition, ended }: Locating): Promise<void> => {
  const { topic, startAt } = holder.options;
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

interface Locating {
  readonly partition: Partition;
  readonly ended: AbortSignal;
}

/** Begins to read the partitions of a seat. */
export const beginTenure = (
  holder: Holder,
  seat: Seat,
  place: { readonly session: Session; readonly leaders: ReadonlyMap<number, number> },
): Tenure => {
  const { options, config, isPaused } = holder;
  const { session, leaders } = place;
  const { topic, group } = options;
  const ending = makeEnding();
  const quiet = makeEnding();
  const ended = ending.signal;
  const bell = makeBell();
  let reason: LogFailure | undefined;
  const end = (failure?: LogFailure): void => {
    if (ended.aborted) return;
    reason = failure;
    ending.abort();
    bell.ring();
  };
  const fail = (what: string) => (error: unknown) => end(failureOf(error, `${what} ${topic}`));
  const partitions = seat.partitions.map((id) => makePartition(id, leaders.get(id) ?? -1));
  const listener = { onLost: end, onTrouble: fail("keeping membership for") };
  const pulse = makePulse(group, seat, { config, listener });
  const onUnreadable = fail("decoding records of");
  const onRoom = bell.ring;
  const delivery: Delivery = makeDelivery({ ...holder, partitions, pulse, ended, onRoom, onUnreadable });
  const maxBytesPerPartition = options.maxBytesPerPartition ?? defaultPartitionBytes;
  const fetching = { session, topic, config, maxBytesPerPartition, partitions, isPaused, ended, bell };

  const nodes = [...new Set(partitions.map(({ leader }) => leader))];
  for (const node of nodes)
    void fetchFrom({ ...fetching, onChunk: delivery.pump }, node).catch(fail("fetching from"));
  for (const partition of partitions) void locate(holder, session, { partition, ended }).then(bell.ring);
  void pulse.run(quiet.signal);
  const wind = async (): Promise<LogFailure | undefined> => {
    await new Promise<void>((resolve) => ended.addEventListener("abort", () => resolve(), { once: true }));
    await delivery.drained();
    // What is still on its way, a fetch or a heartbeat, is ignored when it comes.
    quiet.abort();
    return reason;
  };
  return {
    end,
    over: wind(),
    nudge: () => {
      bell.ring();
      delivery.pump();
    },
    seek: (id, offset) => {
      const partition = partitions.find((candidate) => candidate.id === id);
      if (partition !== undefined) moveTo(partition, offset);
      bell.ring();
    },
  };
};
