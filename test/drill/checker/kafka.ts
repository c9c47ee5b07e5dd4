import kafkajs from "kafkajs";
import { sha256 } from "./ids.ts";

/** A record as it lies in a topic. */
export interface TopicRecord {
  readonly offset: number;
  readonly key: string;
  /** Names and values in their order, as one text. */
  readonly headers: string;
  readonly position: number;
  readonly sha256: string;
}

export type TopicContent = ReadonlyMap<number, ReadonlyArray<TopicRecord>>;

const positionHeader = "samvirke_position";

type RawHeaders = Readonly<Record<string, Buffer | string | ReadonlyArray<Buffer | string> | undefined>>;

const textOf = (value: RawHeaders[string]): string =>
  Array.isArray(value) ? value.map(String).join("\u0000") : String(value ?? "");

/** Headers as one text that tells them all, in their order. */
export const headerText = (pairs: ReadonlyArray<readonly [string, string]>): string =>
  pairs.map(([name, value]) => `${name}=${value}`).join("\n");

const recordOf = (message: kafkajs.KafkaMessage): TopicRecord => {
  const headers = (message.headers ?? {}) as RawHeaders;
  return {
    offset: Number(message.offset),
    key: String(message.key),
    headers: headerText(Object.entries(headers).map(([name, value]) => [name, textOf(value)])),
    position: Number(textOf(headers[positionHeader]) || "-1"),
    sha256: sha256(message.value ?? Buffer.alloc(0)),
  };
};

const patience = 120_000;

/** A client of the broker that says nothing. */
export const makeKafka = (brokers: ReadonlyArray<string>): kafkajs.Kafka =>
  new kafkajs.Kafka({
    clientId: "drill-checker",
    brokers: [...brokers],
    logLevel: kafkajs.logLevel.NOTHING,
    retry: { retries: 20, initialRetryTime: 100, maxRetryTime: 2_000 },
  });

type Ends = ReadonlyMap<string, ReadonlyMap<number, number>>;

const endsOf = async (kafka: kafkajs.Kafka, topics: ReadonlyArray<string>): Promise<Ends> => {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const ends = new Map<string, ReadonlyMap<number, number>>();
    for (const topic of topics) {
      const offsets = await admin.fetchTopicOffsets(topic);
      ends.set(topic, new Map(offsets.map(({ partition, high }) => [partition, Number(high)])));
    }
    return ends;
  } finally {
    await admin.disconnect();
  }
};

/** Everything that lies in the topics now, read by a consumer of its own. */
export const readTopics = async (
  brokers: ReadonlyArray<string>,
  topics: ReadonlyArray<string>,
): Promise<ReadonlyMap<string, TopicContent>> => {
  const kafka = makeKafka(brokers);
  const ends = await endsOf(kafka, topics);
  const found = new Map(topics.map((topic) => [topic, new Map<number, Array<TopicRecord>>()]));
  const open = new Set<string>();
  for (const [topic, partitions] of ends)
    for (const [partition, end] of partitions) {
      found.get(topic)?.set(partition, []);
      if (end > 0) open.add(`${topic} ${partition}`);
    }
  const done = Promise.withResolvers<void>();
  if (open.size === 0) return found;
  const late = setTimeout(() => done.reject(new Error("the topics could not be read to their ends in time")), patience);
  const consumer = kafka.consumer({
    groupId: `drill-checker-${process.pid}-${process.hrtime.bigint()}`,
    maxBytesPerPartition: 4 * 1024 * 1024,
    maxWaitTimeInMs: 100,
  });
  consumer.on(consumer.events.CRASH, ({ payload }) => payload.restart || done.reject(payload.error));
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      partitionsConsumedConcurrently: 4,
      eachBatch: async ({ batch }) => {
        const list = found.get(batch.topic)?.get(batch.partition);
        for (const message of batch.messages) list?.push(recordOf(message));
        const end = ends.get(batch.topic)?.get(batch.partition) ?? 0;
        if (Number(batch.lastOffset()) + 1 >= end) open.delete(`${batch.topic} ${batch.partition}`);
        if (open.size === 0) done.resolve();
        await Promise.resolve();
      },
    });
    await done.promise;
  } finally {
    clearTimeout(late);
    await consumer.disconnect();
  }
  return found;
};
