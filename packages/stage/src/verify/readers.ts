import type { LogPort, LogRecord, RelayStore, Topic, WireRecord } from "@samvirke/kernel";
import { logFailure } from "@samvirke/kernel";
import { positionOf } from "../wire.ts";

/** One partition of a topic. */
interface Where {
  readonly topic: Topic;
  readonly partition: number;
}

/** Records of Kafka one after the other, no more than one fetch of them in memory. */
export interface TopicReader {
  /** Undefined at the end, for now. */
  readonly next: () => Promise<WireRecord | undefined>;
  /** Whether one of the next records names the position; as far as two fetches reach. */
  readonly comesSoon: (position: number) => Promise<boolean>;
}

/** Reads a partition of Kafka from an offset on. */
export const readTopic = (log: Pick<LogPort, "readMany">, { topic, partition }: Where, from: bigint): TopicReader => {
  let [waiting, at, offset]: [ReadonlyArray<WireRecord>, number, bigint] = [[], 0, from];
  const fetch = async (): Promise<ReadonlyArray<WireRecord>> => {
    for (;;) {
      const { records, next } = await log.readMany(topic, partition, offset);
      const hasEnded = next <= offset;
      offset = next;
      if (records.length > 0 || hasEnded) return records;
    }
  };
  return {
    next: async () => {
      if (at >= waiting.length) [waiting, at] = [await fetch(), 0];
      return waiting[at++];
    },
    comesSoon: async (position) => {
      if (waiting.slice(at).some((record) => positionOf(record) === position)) return true;
      const more = await fetch();
      [waiting, at] = [[...waiting.slice(at), ...more], 0];
      return more.some((record) => positionOf(record) === position);
    },
  };
};

const bound = { records: 500, bytes: 1_000_000 };

/** Answers with the record of the log at each position, asked in order; rejects when the log itself misses one. */
export const readOwn = (store: Pick<RelayStore, "readLog">, { topic, partition }: Where) => {
  let [waiting, at]: [ReadonlyArray<LogRecord>, number] = [[], 0];
  return async (position: number): Promise<LogRecord> => {
    if (at >= waiting.length)
      [waiting, at] = [await store.readLog(topic, [{ partition, after: position - 1 }], bound), 0];
    const record = waiting[at++];
    if (record?.position !== position)
      throw logFailure("fatal", `the log misses position ${position} of partition ${partition} of ${topic}`);
    return record;
  };
};
