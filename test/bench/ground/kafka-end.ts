import { Kafka, logLevel } from "kafkajs";
import type { Admin } from "kafkajs";

/** Counts what a topic holds, by the broker's own figures. */
export interface KafkaEnd {
  readonly of: (topic: string) => Promise<number>;
  readonly close: () => Promise<void>;
}

const countOf = async (admin: Admin, topic: string): Promise<number> => {
  const offsets = await admin.fetchTopicOffsets(topic);
  return offsets.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
};

export const openKafkaEnd = async (brokers: ReadonlyArray<string>): Promise<KafkaEnd> => {
  const admin = new Kafka({ clientId: "bench", brokers: [...brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  return { of: (topic) => countOf(admin, topic), close: () => admin.disconnect() };
};
