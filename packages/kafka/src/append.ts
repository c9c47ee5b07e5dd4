import { logFailure, type LogPort, type OutgoingRecord, type Topic } from "@samvirke/kernel";
import { encodeBatch, roomFor } from "./batch-encode.ts";
import type { KafkaLogConfig } from "./config.ts";
import type { Desk } from "./desk.ts";
import { createErrorFromCode } from "./kafkajs.ts";
import { type ProduceAnswer, produceCall } from "./produce-request.ts";
import type { Session } from "./session.ts";
import { within } from "./timing.ts";

// A batch stays below the broker's default limit (1 MiB) unless one record alone is larger; a request stays far below
// the broker's limit for requests (100 MiB).
const batchBytes = 900_000;
const requestBytes = 24_000_000;

/** What of one partition is still to be written. */
interface Rest {
  readonly records: ReadonlyArray<OutgoingRecord>;
  /** Records before this one are acknowledged. */
  done: number;
}

interface Slice {
  readonly count: number;
  readonly batch: Buffer;
}

const sliceOf = (rest: Rest, timestamp: number): Slice => {
  let room = 0;
  let end = rest.done;
  for (let next = rest.records[end]; next !== undefined; next = rest.records[++end]) {
    room += roomFor(next);
    if (room > batchBytes && end > rest.done) break;
  }
  return { count: end - rest.done, batch: encodeBatch(rest.records.slice(rest.done, end), timestamp) };
};

/** The next slice of every partition that one broker leads, as much as one request may hold. */
const slicesFor = (rests: ReadonlyArray<readonly [number, Rest]>): ReadonlyMap<number, Slice> => {
  const slices = new Map<number, Slice>();
  const timestamp = Date.now();
  let size = 0;
  for (const [partition, rest] of rests) {
    if (size > requestBytes) break;
    const slice = sliceOf(rest, timestamp);
    slices.set(partition, slice);
    size += slice.batch.length;
  }
  return slices;
};

const settle = (rests: ReadonlyMap<number, Rest>, slices: ReadonlyMap<number, Slice>) => (answer: ProduceAnswer) => {
  const rest = rests.get(answer.partition);
  if (answer.errorCode === 0 && rest !== undefined) rest.done += slices.get(answer.partition)?.count ?? 0;
};

const send = async (session: Session, request: { readonly topic: Topic; readonly timeout: number }, work: Work) => {
  const broker = await session.broker(work.leader);
  const slices = slicesFor(work.rests);
  const batches = new Map([...slices].map(([partition, { batch }]) => [partition, batch]));
  const call = produceCall(request.topic, batches, request.timeout);
  const { answers } = await within(request.timeout * 2, "appending", broker.connectionPool.send(call));
  answers.forEach(settle(new Map(work.rests), slices));
  const refused = answers.find(({ errorCode }) => errorCode !== 0);
  if (refused !== undefined) throw createErrorFromCode(refused.errorCode);
};

interface Work {
  readonly leader: number;
  readonly rests: ReadonlyArray<readonly [number, Rest]>;
}

const byLeader = (rests: ReadonlyMap<number, Rest>, leaders: ReadonlyMap<number, number>): ReadonlyArray<Work> => {
  const open = [...rests].filter(([, rest]) => rest.done < rest.records.length);
  const grouped = Map.groupBy(open, ([partition]) => leaders.get(partition));
  return [...grouped].map(([leader, group]) => {
    if (leader === undefined) throw logFailure("retriable", "kafka: appending to a partition that is not there");
    return { leader, rests: group };
  });
};

/**
 * Appends with one request in flight per broker and the same records again after a failure (trap B): a repeat is
 * possible, a gap or another order is not.
 */
export const makeAppend = (desk: Desk, config: KafkaLogConfig): LogPort["append"] => {
  const request = { timeout: config.requestTimeout };
  const drain = async (session: Session, topic: Topic, rests: ReadonlyMap<number, Rest>): Promise<void> => {
    const leaders = await session.knownLeaders(topic);
    for (let works = byLeader(rests, leaders); works.length > 0; works = byLeader(rests, leaders)) {
      const ends = await Promise.allSettled(works.map((work) => send(session, { topic, ...request }, work)));
      const failed = ends.find((end) => end.status === "rejected");
      if (failed !== undefined) throw failed.reason;
    }
  };
  let last: Promise<unknown> = Promise.resolve();
  return (topic, records) => {
    const rests = new Map([...records].map(([partition, list]) => [partition, { records: list, done: 0 }]));
    const ended = last.then(() => desk.ask(`appending to ${topic}`, (session) => drain(session, topic, rests)));
    last = ended.catch(() => undefined);
    return ended;
  };
};
