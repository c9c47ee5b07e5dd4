import type { Clock, LogPort, RelayStore, Topic, WireRecord } from "@samvirke/kernel";
import type { Sleep } from "../sleep.ts";
import { positionOf, toWire } from "../wire.ts";
import { emptyChain, linked, partThatDiffers } from "./chain.ts";
import { readOwn, readTopic } from "./readers.ts";
import type { TopicReader } from "./readers.ts";
import type { PartitionVerdict, TopicDifference } from "./verdict.ts";

export interface CompareDeps {
  readonly log: Pick<LogPort, "bounds" | "readMany" | "partitions">;
  readonly store: Pick<RelayStore, "heads" | "readLog">;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
  /** How long Kafka may be behind the log without any news. Unit: milliseconds. */
  readonly patienceMs: number;
  readonly onRecord: () => void;
}

/** What is compared: Kafka's offsets were read before the log's head, so nothing below `next` may be at or above it. */
export interface Extent {
  readonly topic: Topic;
  readonly partition: number;
  readonly earliest: bigint;
  readonly next: bigint;
  readonly head: number;
}

type Writable<A> = { -readonly [K in keyof A]: A[K] };
type Found = Omit<TopicDifference, "partition">;

interface Walk {
  readonly deps: CompareDeps;
  readonly extent: Extent;
  readonly reader: TopicReader;
  readonly own: ReturnType<typeof readOwn>;
  readonly seen: Writable<Pick<PartitionVerdict, "foreign" | "repeats">>;
  from: number;
  expected: number;
  chains: readonly [log: Uint8Array, topic: Uint8Array];
}

const pollMs = 50;

/** The next record; the relay may still be on its way, so the end is believed only after a while. */
const nextRecord = async ({ deps, extent, reader, expected }: Walk): Promise<WireRecord | undefined> => {
  const began = deps.clock.now();
  for (;;) {
    const record = await reader.next();
    if (record || expected >= extent.head || deps.signal.aborted) return record;
    if (deps.clock.now() - began >= deps.patienceMs) return undefined;
    await deps.sleep(pollMs, deps.signal);
  }
};

const matched = async (walk: Walk, record: WireRecord): Promise<Found | undefined> => {
  const ours = toWire(await walk.own(walk.expected));
  walk.chains = [linked(walk.chains[0], ours), linked(walk.chains[1], record)];
  const field = partThatDiffers(ours, record);
  if (field !== undefined) return { position: walk.expected, what: "changed", field, offset: String(record.offset) };
  walk.expected += 1;
  walk.deps.onRecord();
  return undefined;
};

const judged = async (walk: Walk, record: WireRecord, position: number): Promise<Found | undefined> => {
  const offset = String(record.offset);
  if (position >= walk.extent.head)
    return record.offset < walk.extent.next ? { position, what: "extra", field: null, offset } : undefined;
  if (position < walk.expected) {
    walk.seen.repeats += 1;
    return undefined;
  }
  if (position === walk.expected) return matched(walk, record);
  const what = (await walk.reader.comesSoon(walk.expected)) ? "swapped" : "missing";
  return { position: walk.expected, what, field: null, offset };
};

const take = (walk: Walk, record: WireRecord): Promise<Found | undefined> | undefined => {
  const position = positionOf(record);
  if (position === undefined) {
    walk.seen.foreign += 1;
    return undefined;
  }
  // What lies before the first record of a partition that lost its beginning has expired.
  if (walk.from < 0) walk.from = walk.expected = walk.extent.earliest > 0n ? position : 0;
  return judged(walk, record, position);
};

const isThrough = ({ extent, expected }: Walk, record: WireRecord): boolean =>
  expected >= extent.head && record.offset + 1n >= extent.next;

/** The first difference among the records that come; undefined when they end or are all there. */
const readThrough = async (walk: Walk): Promise<Found | undefined> => {
  for (;;) {
    const record = await nextRecord(walk);
    if (!record || walk.deps.signal.aborted) return undefined;
    const found = await take(walk, record);
    if (found || isThrough(walk, record)) return found;
  }
};

const walkOn = async (walk: Walk): Promise<Found | undefined> => {
  const { extent } = walk;
  if (extent.head === 0 && extent.next === extent.earliest) return undefined;
  const found = await readThrough(walk);
  const hasExpired = walk.from < 0 && extent.earliest > 0n;
  if (found || walk.expected >= extent.head || hasExpired) return found;
  return { position: walk.expected, what: "missing", field: null, offset: null };
};

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Compares one partition in order, until its end or the first difference; memory does not grow with it. */
export const comparePartition = async (deps: CompareDeps, extent: Extent): Promise<PartitionVerdict> => {
  const walk: Walk = {
    deps,
    extent,
    reader: readTopic(deps.log, extent, extent.earliest),
    own: readOwn(deps.store, extent),
    seen: { foreign: 0, repeats: 0 },
    from: -1,
    expected: 0,
    chains: [emptyChain, emptyChain],
  };
  const found = await walkOn(walk);
  const { partition } = extent;
  const from = Math.max(0, walk.from);
  return {
    partition,
    from,
    records: walk.expected - from,
    ...walk.seen,
    logChain: hex(walk.chains[0]),
    topicChain: hex(walk.chains[1]),
    difference: found ? { partition, ...found } : null,
  };
};
