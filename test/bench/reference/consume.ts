import { randomUUID } from "node:crypto";
import { Kafka, logLevel } from "kafkajs";
import type { IHeaders, KafkaMessage } from "kafkajs";

export interface Read {
  readonly key: string;
  readonly id: string;
  readonly type: string;
  readonly position: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Buffer;
}

const headersOf = (headers: IHeaders = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

const recordOf = (message: KafkaMessage): Read => {
  const headers = headersOf(message.headers);
  return {
    key: String(message.key),
    id: headers["ce_id"] ?? "",
    type: headers["ce_type"] ?? "",
    position: Number(headers["samvirke_position"] ?? -1),
    headers,
    value: message.value ?? Buffer.alloc(0),
  };
};

const most = 1_000;

/** Reads a topic by kafkajs's own consumer, from the beginning, four partitions side by side. */
export const consume = async (
  options: { readonly brokers: ReadonlyArray<string>; readonly topic: string; readonly maxWaitTimeInMs?: number },
  take: (partition: number, records: ReadonlyArray<Read>) => Promise<void>,
): Promise<() => Promise<void>> => {
  const kafka = new Kafka({ clientId: "bare", brokers: [...options.brokers], logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({
    groupId: `bare-${randomUUID()}`,
    minBytes: 1,
    maxWaitTimeInMs: options.maxWaitTimeInMs ?? 100,
  });
  await consumer.connect();
  await consumer.subscribe({ topic: options.topic, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    partitionsConsumedConcurrently: 4,
    eachBatch: async ({ batch, heartbeat, resolveOffset }) => {
      for (let from = 0; from < batch.messages.length; from += most) {
        const messages = batch.messages.slice(from, from + most);
        await take(batch.partition, messages.map(recordOf));
        resolveOffset(messages.at(-1)?.offset ?? "0");
        await heartbeat();
      }
    },
  });
  return () => consumer.disconnect();
};
