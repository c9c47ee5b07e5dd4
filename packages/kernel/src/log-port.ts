import type { Headers, Topic } from "./record.ts";

/** A record as it lies in Kafka. */
export interface WireRecord {
  readonly offset: bigint;
  readonly key: string;
  readonly headers: Headers;
  readonly value: Uint8Array;
  /** Milliseconds since 1970, as the broker has it. */
  readonly timestamp: number;
}

export type OutgoingRecord = Pick<WireRecord, "key" | "headers" | "value">;

/** What one fetch brought for one partition. */
export interface WireBatch {
  readonly topic: Topic;
  readonly partition: number;
  readonly records: ReadonlyArray<WireRecord>;
  /** Where reading goes on; counts gaps that the topic has (compaction, control records). */
  readonly nextOffset: bigint;
  /** Tells the group that this member is alive; rejects with a fenced failure when it no longer is a member. */
  readonly heartbeat: () => Promise<void>;
}

/**
 * Failure of the distribution log.
 * retriable: try again later; fenced: this instance lost its partitions, its work is stale; fatal: stop the process.
 */
export interface LogFailure extends Error {
  readonly fate: "retriable" | "fenced" | "fatal";
}

/** Records of one partition that follow each other. */
export interface Stretch {
  readonly records: ReadonlyArray<WireRecord>;
  /** Where reading goes on; the offset that was asked for when there is nothing more. */
  readonly next: bigint;
}

export interface SubscribeOptions {
  readonly group: string;
  readonly topic: Topic;
  /** Where to begin in a partition just assigned: an offset (a hint that may be stale or out of range), or undefined for the earliest record. */
  readonly startAt: (partition: number) => Promise<bigint | undefined>;
  /** One batch of one partition, in offset order; batches of one partition never overlap, partitions may run side by side. A rejection makes the batch come again after a back-off. */
  readonly onBatch: (batch: WireBatch) => Promise<void>;
  /** The partitions that this member holds after each rebalance. */
  readonly onAssigned?: (partitions: ReadonlyArray<number>) => void;
  /** The subscription ended by itself and will not come back. */
  readonly onStopped: (failure: LogFailure) => void;
  readonly concurrency?: number;
  readonly maxBytesPerPartition?: number;
  /** Least milliseconds between the starts of two fetches: records that come closer together come together. */
  readonly paceMs?: number;
}

export interface Subscription {
  /** Reading of a partition goes on at this offset. */
  readonly seek: (partition: number, offset: bigint) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Ends after the running batches; rejects when that takes longer than the bound. */
  readonly close: () => Promise<void>;
}

/** Kafka, as narrow as the hub needs it. One contract suite holds every adapter to the same behaviour. */
export interface LogPort {
  /** Number of partitions, or undefined when there is no such topic. */
  readonly partitions: (topic: Topic) => Promise<number | undefined>;
  /** Creates what is missing; never changes what is there. */
  readonly createTopics: (topics: ReadonlyArray<Topic>, partitions: number) => Promise<void>;
  readonly deleteTopics: (topics: ReadonlyArray<Topic>) => Promise<void>;
  /** Appends in order, acknowledged by all in-sync replicas; resolves when all are durable. One call at a time per port: a second waits for the first. On failure any prefix per partition may have been written. */
  readonly append: (topic: Topic, records: ReadonlyMap<number, ReadonlyArray<OutgoingRecord>>) => Promise<void>;
  /** The first and the last record's offsets: [earliest, next). */
  readonly bounds: (topic: Topic, partition: number) => Promise<{ readonly earliest: bigint; readonly next: bigint }>;
  /** The record at or next after an offset, or undefined at the end. */
  readonly read: (topic: Topic, partition: number, offset: bigint) => Promise<WireRecord | undefined>;
  /** What one fetch brings from an offset on. */
  readonly readMany: (topic: Topic, partition: number, offset: bigint) => Promise<Stretch>;
  readonly subscribe: (options: SubscribeOptions) => Promise<Subscription>;
  readonly close: () => Promise<void>;
}

/** Makes a failure of the distribution log. */
export const logFailure = (fate: LogFailure["fate"], message: string, cause?: unknown): LogFailure =>
  Object.assign(new Error(message, { cause }), { fate });
