import { logFailure, type LogPort, type Stretch, type Topic, type WireRecord } from "@samvirke/kernel";
import { offsetAfter, recordsFrom } from "./batch-decode.ts";
import type { Desk } from "./desk.ts";
import { codeOf } from "./failure.ts";
import { type FetchAnswer, fetchCall } from "./fetch-request.ts";
import { createErrorFromCode, type KafkaBroker } from "./kafkajs.ts";
import type { Session } from "./session.ts";

const earliestTimestamp = -2;
const latestTimestamp = -1;
// With read committed the latest offset is the last stable one: where reading ends now.
const readCommitted = 1;
// The broker sends the first batch whole, however small the limit.
const oneBatch = 1;
const manyBatches = 1_048_576;

/** The node that leads a partition. */
const leaderOf = async (session: Session, topic: Topic, partition: number): Promise<KafkaBroker> => {
  const leader = (await session.knownLeaders(topic)).get(partition);
  if (leader === undefined) throw logFailure("retriable", `kafka: ${topic} has no partition ${partition}`);
  return session.broker(leader);
};

const listOffset = async (
  broker: KafkaBroker,
  place: { readonly topic: Topic; readonly partition: number },
  timestamp: number,
): Promise<bigint> => {
  const partitions = [{ partition: place.partition, timestamp }];
  const request = { replicaId: -1, isolationLevel: readCommitted, topics: [{ topic: place.topic, partitions }] };
  const { responses } = await broker.listOffsets(request);
  return BigInt(responses[0]?.partitions[0]?.offset ?? 0);
};

/** Offset of the first record that a partition still has. */
export const earliestOffset = (broker: KafkaBroker, topic: Topic, partition: number): Promise<bigint> =>
  listOffset(broker, { topic, partition }, earliestTimestamp);

const fetchOne = async (
  broker: KafkaBroker,
  place: { readonly topic: Topic; readonly partition: number },
  { fetchOffset, maxBytes }: { readonly fetchOffset: bigint; readonly maxBytes: number },
): Promise<FetchAnswer> => {
  const from = [{ partition: place.partition, fetchOffset, maxBytes }];
  const call = fetchCall(place.topic, from, { maxWait: 0, maxBytes });
  const { errorCode, answers } = await broker.connectionPool.send(call);
  const code = errorCode === 0 ? (answers[0]?.errorCode ?? 0) : errorCode;
  if (code !== 0) throw createErrorFromCode(code);
  if (answers[0] === undefined) throw logFailure("retriable", "kafka: fetch answer for another request");
  return answers[0];
};

const readOn = async (
  broker: KafkaBroker,
  place: { readonly topic: Topic; readonly partition: number },
  offset: bigint,
): Promise<WireRecord | undefined> => {
  for (let at = offset; ;) {
    const { bytes, aborted, stable } = await fetchOne(broker, place, { fetchOffset: at, maxBytes: oneBatch });
    const record = recordsFrom(bytes, at, aborted)[0];
    if (record !== undefined) return record;
    const next = offsetAfter(bytes);
    if (next === undefined || next <= at || next >= stable) return undefined;
    at = next;
  }
};

const readAt = async (
  session: Session,
  place: { readonly topic: Topic; readonly partition: number },
  offset: bigint,
) => {
  const broker = await leaderOf(session, place.topic, place.partition);
  const from = offset < 0n ? 0n : offset;
  try {
    return await readOn(broker, place, from);
  } catch (error) {
    if (codeOf(error) !== "OFFSET_OUT_OF_RANGE") throw error;
    const earliest = await earliestOffset(broker, place.topic, place.partition);
    return from < earliest ? readOn(broker, place, earliest) : undefined;
  }
};

const readMany = async (
  session: Session,
  place: { readonly topic: Topic; readonly partition: number },
  offset: bigint,
): Promise<Stretch> => {
  const broker = await leaderOf(session, place.topic, place.partition);
  const from = { fetchOffset: offset, maxBytes: manyBatches };
  const { bytes, aborted } = await fetchOne(broker, place, from);
  return { records: recordsFrom(bytes, offset, aborted), next: offsetAfter(bytes) ?? offset };
};

/** Looks into a partition, without a group. */
export const makeReading = (desk: Desk): Pick<LogPort, "bounds" | "read" | "readMany"> => ({
  bounds: (topic, partition) =>
    desk.ask(`reading the bounds of ${topic}`, async (session) => {
      const broker = await leaderOf(session, topic, partition);
      const place = { topic, partition };
      const earliest = await listOffset(broker, place, earliestTimestamp);
      return { earliest, next: await listOffset(broker, place, latestTimestamp) };
    }),
  read: (topic, partition, offset) =>
    desk.ask(`reading from ${topic}`, (session) => readAt(session, { topic, partition }, offset)),
  readMany: (topic, partition, offset) =>
    desk.ask(`reading from ${topic}`, (session) => readMany(session, { topic, partition }, offset)),
});
