import { logFailure } from "@samvirke/kernel";
import type { Clock, OutgoingRecord, Topic, WireRecord } from "@samvirke/kernel";

/** One partition as the broker keeps it: records from `earliest` on. */
interface MemoryPartition {
  earliest: bigint;
  records: Array<WireRecord>;
}

export interface MemoryTopics {
  readonly partitions: (topic: Topic) => number | undefined;
  readonly create: (topic: Topic, partitions: number) => void;
  readonly remove: (topic: Topic) => void;
  readonly append: (topic: Topic, partition: number, records: ReadonlyArray<OutgoingRecord>) => void;
  readonly bounds: (topic: Topic, partition: number) => { readonly earliest: bigint; readonly next: bigint };
  /** Records from an offset on, at most `limit`. */
  readonly slice: (topic: Topic, partition: number, offset: bigint, limit: number) => ReadonlyArray<WireRecord>;
  /** Drops what lies before an offset, as retention does. */
  readonly expire: (topic: Topic, partition: number, before: bigint) => void;
  /** Resolves at the next change of any topic. */
  readonly changed: () => Promise<void>;
  /** Lets everyone who waits look again. */
  readonly touch: () => void;
}

const makeSignal = (): Pick<MemoryTopics, "changed" | "touch"> => {
  let waiting: Array<() => void> = [];
  return {
    changed: () => new Promise((resolve) => waiting.push(resolve)),
    touch: () => {
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
  };
};

const clip = (value: bigint, low: bigint, high: bigint): bigint => (value < low ? low : value > high ? high : value);

/** The storage of a broker in memory, shared by all of its ports. */
export const makeMemoryTopics = (clock: Clock): MemoryTopics => {
  const topics = new Map<Topic, ReadonlyArray<MemoryPartition>>();
  const signal = makeSignal();
  const find = (topic: Topic, partition: number): MemoryPartition => {
    const found = topics.get(topic)?.[partition];
    if (!found) throw logFailure("retriable", `no partition ${partition} of topic ${topic}`);
    return found;
  };
  const nextOf = (p: MemoryPartition): bigint => p.earliest + BigInt(p.records.length);
  return {
    ...signal,
    partitions: (topic) => topics.get(topic)?.length,
    create: (topic, partitions) => {
      if (topics.has(topic)) return;
      topics.set(
        topic,
        Array.from({ length: partitions }, () => ({ earliest: 0n, records: [] })),
      );
      signal.touch();
    },
    remove: (topic) => {
      topics.delete(topic);
    },
    append: (topic, partition, records) => {
      const p = find(topic, partition);
      for (const record of records) p.records.push({ ...record, offset: nextOf(p), timestamp: clock.now() });
      signal.touch();
    },
    bounds: (topic, partition) => {
      const p = find(topic, partition);
      return { earliest: p.earliest, next: nextOf(p) };
    },
    slice: (topic, partition, offset, limit) => {
      const p = find(topic, partition);
      const first = Number(clip(offset, p.earliest, nextOf(p)) - p.earliest);
      return p.records.slice(first, first + limit);
    },
    expire: (topic, partition, before) => {
      const p = find(topic, partition);
      const keepFrom = clip(before, p.earliest, nextOf(p));
      p.records = p.records.slice(Number(keepFrom - p.earliest));
      p.earliest = keepFrom;
    },
  };
};
