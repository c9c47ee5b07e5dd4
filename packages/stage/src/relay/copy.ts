import { logFailure, partitionCount } from "@samvirke/kernel";
import type {
  Clock,
  LogPort,
  LogRecord,
  OutgoingRecord,
  ReadBound,
  RelayStore,
  StoreLock,
  Topic,
} from "@samvirke/kernel";
import type { Sleep } from "../sleep.ts";
import { lastPosition } from "../search.ts";
import { toWire } from "../wire.ts";
import { makeReseeding } from "./reseed.ts";
import type { Bell } from "./bell.ts";

export interface CopyDeps {
  readonly topic: Topic;
  readonly log: LogPort;
  readonly store: RelayStore;
  readonly bell: Bell;
  /** The topic's heads as seen last; undefined before that. */
  readonly heads: () => ReadonlyMap<number, number> | undefined;
  readonly signal: AbortSignal;
  readonly bound: ReadBound;
  /** How long to wait without a wake. Unit: milliseconds. */
  readonly pollMs: number;
  /** Least milliseconds between two copies when there is little to copy. */
  readonly paceMs: number;
  readonly sleep: Sleep;
  readonly clock: Clock;
  readonly onCopied: (records: number) => void;
}

/** Last position in Kafka per partition; reading goes on after it. */
export type Cursors = ReadonlyMap<number, number>;

const checkPartitions = async ({ log, topic }: CopyDeps): Promise<void> => {
  const partitions = await log.partitions(topic);
  if (partitions === undefined) throw logFailure("retriable", `no topic ${topic}`);
  if (partitions !== partitionCount)
    throw logFailure("fatal", `${topic} has ${partitions} partitions, not ${partitionCount}`);
};

/**
 * Where copying goes on, by what Kafka holds. A partition that never held a record (new, or made anew to be seeded)
 * begins at the start of the log; one whose records have all expired goes by the hint.
 */
export const resume = async (deps: CopyDeps): Promise<Cursors> => {
  await checkPartitions(deps);
  const { log, store, topic } = deps;
  const hints = await store.relayHints(topic);
  const cursors = new Map<number, number>();
  for (let partition = 0; partition < partitionCount; partition += 1) {
    const { next } = await log.bounds(topic, partition);
    const last = await lastPosition({ log, topic, partition }, store);
    cursors.set(partition, last ?? (next === 0n ? -1 : (hints.get(partition) ?? -1)));
  }
  return cursors;
};

const advance = (cursors: Cursors, records: ReadonlyArray<LogRecord>): Cursors => {
  const moved = new Map(cursors);
  for (const { partition, position } of records) {
    // The log is gap-free; a copy that skipped would be found by no one downstream.
    if (position !== (moved.get(partition) ?? -1) + 1)
      throw logFailure(
        "fatal",
        `the log misses position ${(moved.get(partition) ?? -1) + 1} of partition ${partition}`,
      );
    moved.set(partition, position);
  }
  return moved;
};

const wire = (records: ReadonlyArray<LogRecord>): ReadonlyMap<number, ReadonlyArray<OutgoingRecord>> => {
  const batches = new Map<number, Array<OutgoingRecord>>();
  for (const record of records) {
    const batch = batches.get(record.partition);
    if (batch) batch.push(toWire(record));
    else batches.set(record.partition, [toWire(record)]);
  }
  return batches;
};

// Only partitions that are behind are read: a look at the others would cost the database as much.
const read = async ({ store, topic, bound, heads }: CopyDeps, cursors: Cursors): Promise<ReadonlyArray<LogRecord>> => {
  const known = heads();
  const behind = [...cursors].filter(([partition, after]) => !known || (known.get(partition) ?? 0) - 1 > after);
  if (behind.length === 0) return [];
  return store.readLog(
    topic,
    behind.map(([partition, after]) => ({ partition, after })),
    bound,
  );
};

/** The next records, read while the ones before them are on their way to Kafka. */
interface Ahead {
  readonly cursors: Cursors;
  readonly records: Promise<ReadonlyArray<LogRecord>>;
}

const readAhead = (deps: CopyDeps, cursors: Cursors): Ahead => {
  const records = read(deps, cursors);
  records.catch(() => undefined);
  return { cursors, records };
};

const isOver = (deps: CopyDeps, lock: StoreLock): boolean => deps.signal.aborted || !lock.isHeld();

const hintEveryMs = 5_000;

/** Writes the hint now and then: it may lag, and may be missing after a crash. */
const makeHinting = ({ store, topic, clock }: CopyDeps) => {
  let hinted: Cursors | undefined;
  let at = clock.now();
  return async (cursors: Cursors): Promise<void> => {
    if (cursors === hinted || clock.now() - at < hintEveryMs) return;
    [hinted, at] = [cursors, clock.now()];
    await store.saveRelayHints(topic, cursors);
  };
};

const many = 200;

/** Waits for company: few records at a time cost the broker and the database as much as many. */
const rest = async ({ paceMs, sleep, signal }: CopyDeps, started: number): Promise<void> => {
  const left = paceMs - (performance.now() - started);
  if (left > 0) await sleep(left, signal);
};

/** What is copied next: what was read ahead, unless the topic is to be filled anew. */
const makeFollowing = (deps: CopyDeps) => {
  const reseeded = makeReseeding(deps);
  return async (ahead?: Ahead): Promise<Ahead> => {
    const anew = await reseeded();
    return anew || !ahead ? readAhead(deps, anew ?? (await resume(deps))) : ahead;
  };
};

/** Copies a topic's log to Kafka, partition by partition, in order, one request in flight, until the lock is lost. */
export const copy = async (deps: CopyDeps, lock: StoreLock): Promise<void> => {
  const hint = makeHinting(deps);
  const following = makeFollowing(deps);
  let ahead = await following();
  while (!isOver(deps, lock)) {
    ahead = await following(ahead);
    const { cursors } = ahead;
    const records = await ahead.records;
    // Everything up to these cursors is in Kafka, acknowledged.
    await hint(cursors);
    if (records.length === 0) {
      await deps.bell.heard(deps.pollMs);
      ahead = readAhead(deps, cursors);
      continue;
    }
    const started = performance.now();
    const isQuiet = deps.paceMs > 0 && records.length < many;
    const after = advance(cursors, records);
    if (!isQuiet) ahead = readAhead(deps, after);
    if (isOver(deps, lock)) return;
    await deps.log.append(deps.topic, wire(records));
    deps.onCopied(records.length);
    if (!isQuiet) continue;
    await rest(deps, started);
    ahead = readAhead(deps, after);
  }
};
