import { setTimeout as delay } from "node:timers/promises";
import type { Producer } from "kafkajs";
import pg from "pg";
import { makeKafka } from "../checker/kafka.ts";
import type { LogLine, TopicLine } from "./lines.ts";
import { lineOf, logText } from "./lines.ts";

/** A hub's data at rest, copied, so that each tampering meets them whole. */
export interface Copy {
  readonly url: string;
  readonly rows: <Row>(text: string, values?: ReadonlyArray<unknown>) => Promise<ReadonlyArray<Row>>;
  /** Writes a topic of the copy from the copied log, changed on the way. */
  readonly reseed: (
    topic: string,
    change?: (lines: ReadonlyArray<TopicLine>) => ReadonlyArray<TopicLine>,
  ) => Promise<void>;
  /** Kafka's names of the topics that were written for the copy. */
  readonly topics: () => Readonly<Record<string, string>>;
  readonly drop: () => Promise<void>;
}

const batch = 500;

const produce = async (producer: Producer, topic: string, lines: ReadonlyArray<TopicLine>): Promise<void> => {
  for (let at = 0; at < lines.length; at += batch) {
    const messages = lines
      .slice(at, at + batch)
      .map(({ partition, key, headers, value }) => ({ partition, key, headers, value }));
    await producer.send({ topic, acks: -1, messages });
  }
};

const administer = async (url: string, text: string): Promise<void> => {
  const address = new URL(url);
  address.pathname = "/postgres";
  const client = new pg.Client({ connectionString: address.href, application_name: "drill-sabotage" });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
};

const partitions = 12;

const dropTries = 50;
const dropPauseMs = 200;

/** Drops a copy; a server's own worker, such as its vacuum, may not be ended by this role and is waited for. */
const dropPatiently = async ({ url, name }: { readonly url: string; readonly name: string }): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await administer(url, `drop database "${name}" with (force)`);
    } catch (error) {
      if (tries === dropTries) throw error;
      await delay(dropPauseMs);
    }
  }
};

/** Copies a database that nobody uses any more, under a name of its own. */
export const copyHub = async (of: {
  readonly url: string;
  readonly brokers: ReadonlyArray<string>;
  readonly name: string;
}): Promise<Copy> => {
  const address = new URL(of.url);
  const original = address.pathname.slice(1);
  await administer(of.url, `create database "${of.name}" template "${original}" strategy wal_log`);
  address.pathname = `/${of.name}`;
  const client = new pg.Client({ connectionString: address.href, application_name: "drill-sabotage" });
  await client.connect();
  const kafka = makeKafka(of.brokers);
  const written = new Map<string, string>();
  const rows: Copy["rows"] = async <Row>(text: string, values: ReadonlyArray<unknown> = []) =>
    (await client.query(text, [...values])).rows as ReadonlyArray<Row>;
  const reseed: Copy["reseed"] = async (topic, change = (lines) => lines) => {
    const lines = change((await rows<LogLine>(logText, [topic])).map(lineOf));
    const name = `${of.name}.${topic}`;
    const admin = kafka.admin();
    const producer = kafka.producer({ allowAutoTopicCreation: false });
    await Promise.all([admin.connect(), producer.connect()]);
    try {
      await admin.createTopics({
        topics: [{ topic: name, numPartitions: partitions, replicationFactor: 1 }],
        waitForLeaders: true,
      });
      await produce(producer, name, lines);
    } finally {
      await Promise.all([admin.disconnect(), producer.disconnect()]);
    }
    written.set(topic, name);
  };
  return {
    url: address.href,
    rows,
    reseed,
    topics: () => Object.fromEntries(written),
    drop: async () => {
      await client.end();
      await dropPatiently(of);
    },
  };
};
