import { setTimeout as delay } from "node:timers/promises";
import { logFailure, type Topic } from "@samvirke/kernel";
import { offsetAfter } from "./batch-decode.ts";
import type { KafkaLogConfig } from "./config.ts";
import { type FetchAnswer, fetchCall } from "./fetch-request.ts";
import { createErrorFromCode } from "./kafkajs.ts";
import { buffered, moveTo, type Partition } from "./partition.ts";
import { earliestOffset } from "./reading.ts";
import type { Session } from "./session.ts";
import { type Bell, within } from "./timing.ts";

const outOfRange = 1;
// A service stays below 200 MB: what is fetched ahead is bounded per process, however many partitions it holds.
const responseBytes = 4_000_000;
const aheadBytes = 6_000_000;
// A partition that waits for room must not wait for a whole long poll of the others.
const shortWait = 10;
const idleWait = 100;

export interface Fetching {
  readonly session: Session;
  readonly topic: Topic;
  readonly config: KafkaLogConfig;
  readonly maxBytesPerPartition: number;
  readonly paceMs: number;
  readonly partitions: ReadonlyArray<Partition>;
  readonly isPaused: () => boolean;
  readonly ended: AbortSignal;
  /** Rings when there may be something to fetch again. */
  readonly bell: Bell;
  readonly onChunk: () => void;
}

interface Asked {
  readonly partition: Partition;
  readonly epoch: number;
  readonly fetchOffset: bigint;
}

const ready = (fetching: Fetching): ReadonlyArray<Asked> => {
  const ahead = fetching.partitions.reduce((sum, partition) => sum + buffered(partition), 0);
  if (fetching.isPaused() || ahead >= aheadBytes) return [];
  return fetching.partitions.flatMap((partition) =>
    partition.position === undefined || buffered(partition) >= fetching.maxBytesPerPartition
      ? []
      : [{ partition, epoch: partition.epoch, fetchOffset: partition.position }],
  );
};

// The broker sends only the first partition's first batch whole when it is larger than the limits: each gets its turn.
const rotate = <T>(list: ReadonlyArray<T>, by: number): ReadonlyArray<T> => {
  const start = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
};

const restart = async (fetching: Fetching, { partition, epoch }: Asked): Promise<void> => {
  const { session, topic, config } = fetching;
  config.onProblem({ event: "offset-out-of-range", topic, partition: partition.id });
  const earliest = await earliestOffset(await session.broker(partition.leader), topic, partition.id);
  if (partition.epoch === epoch) moveTo(partition, earliest);
};

const take = async (fetching: Fetching, asked: Asked, answer: FetchAnswer): Promise<void> => {
  const { partition, epoch, fetchOffset } = asked;
  if (partition.epoch !== epoch) return;
  if (answer.errorCode === outOfRange) return restart(fetching, asked);
  if (answer.errorCode !== 0) throw createErrorFromCode(answer.errorCode);
  const next = offsetAfter(answer.bytes);
  if (next === undefined || next <= fetchOffset) return;
  partition.chunks = [...partition.chunks, { bytes: answer.bytes, from: fetchOffset, next, aborted: answer.aborted }];
  partition.position = next;
  fetching.onChunk();
};

const fetchOnce = async (fetching: Fetching, node: number, asked: ReadonlyArray<Asked>): Promise<void> => {
  const { config, topic, maxBytesPerPartition } = fetching;
  const crowded = asked.length < fetching.partitions.length;
  const maxWait = crowded ? Math.min(shortWait, config.maxWait) : config.maxWait;
  const from = asked.map(({ partition, fetchOffset }) => ({
    partition: partition.id,
    fetchOffset,
    maxBytes: maxBytesPerPartition,
  }));
  const call = fetchCall(topic, from, { maxWait, maxBytes: responseBytes });
  const broker = await fetching.session.broker(node);
  const answer = await within(config.requestTimeout * 2 + maxWait, "a fetch", broker.connectionPool.send(call));
  if (answer.errorCode !== 0) throw createErrorFromCode(answer.errorCode);
  const byId = new Map(asked.map((entry) => [entry.partition.id, entry]));
  for (const part of answer.answers) {
    const entry = byId.get(part.partition);
    if (entry === undefined) throw logFailure("retriable", "kafka: fetch answer for another request");
    await take(fetching, entry, part);
  }
};

// A fetch that had to wait is followed at once; only answers in quick succession are slowed down, and grow by that.
const paced = async ({ paceMs, ended }: Fetching, fetch: () => Promise<void>): Promise<void> => {
  const started = performance.now();
  await fetch();
  const left = paceMs - (performance.now() - started);
  if (left > 0 && !ended.aborted) await delay(left);
};

/** Fetches what one node leads until the signal; rejects when the session is no good any more. */
export const fetchFrom = async (fetching: Fetching, node: number): Promise<void> => {
  const mine: Fetching = { ...fetching, partitions: fetching.partitions.filter(({ leader }) => leader === node) };
  for (let turn = 0; !fetching.ended.aborted; turn++) {
    const asked = rotate(ready(mine), turn);
    if (asked.length === 0) await fetching.bell.heard(idleWait);
    else await paced(mine, () => fetchOnce(mine, node, asked));
  }
};
