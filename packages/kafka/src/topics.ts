import { logFailure, type LogPort, type Topic } from "@samvirke/kernel";
import type { KafkaLogConfig } from "./config.ts";
import type { Desk } from "./desk.ts";
import { codeOf } from "./failure.ts";
import type { Session } from "./session.ts";
import { makeEnding, sleep } from "./timing.ts";

// The gateway takes bodies of 64 MiB; a broker takes requests of 100 MiB.
const largestBatch = 90 * 1024 * 1024;
const timeout = 10_000;
const never = makeEnding().signal;

const countPartitions = async (session: Session, topic: Topic): Promise<number | undefined> => {
  try {
    return (await session.leaders(topic)).size;
  } catch (error) {
    if (codeOf(error) === "UNKNOWN_TOPIC_OR_PARTITION") return undefined;
    throw error;
  }
};

/** A create request for several topics fails as a whole with the parts inside; existing topics are no failure. */
const isOnly = (code: string, error: unknown): boolean => {
  const parts: unknown = error instanceof Error && "errors" in error ? error.errors : [error];
  return Array.isArray(parts) && parts.every((part) => codeOf(part) === code);
};

const firstPart = (error: unknown): unknown => {
  const parts: unknown = error instanceof Error && "errors" in error ? error.errors : undefined;
  return Array.isArray(parts) ? parts.find((part) => codeOf(part) !== "TOPIC_ALREADY_EXISTS") : error;
};

const until = async (what: string, isDone: () => Promise<boolean>): Promise<void> => {
  for (const deadline = Date.now() + timeout; ;) {
    if (await isDone()) return;
    if (Date.now() > deadline) throw logFailure("retriable", `kafka: ${what} took longer than ${timeout} ms`);
    await sleep(20, never);
  }
};

const create = async (session: Session, topics: ReadonlyArray<Topic>, shape: readonly [number, number]) => {
  const [numPartitions, replicationFactor] = shape;
  const configEntries = [{ name: "max.message.bytes", value: String(largestBatch) }];
  const wanted = topics.map((topic) => ({ topic, numPartitions, replicationFactor, configEntries }));
  try {
    await (await session.anyBroker()).createTopics({ topics: wanted, timeout });
  } catch (error) {
    if (!isOnly("TOPIC_ALREADY_EXISTS", error)) throw firstPart(error);
  }
};

const remove = async (session: Session, topics: ReadonlyArray<Topic>): Promise<void> => {
  try {
    await (await session.anyBroker()).deleteTopics({ topics: [...topics], timeout });
  } catch (error) {
    if (codeOf(error) !== "UNKNOWN_TOPIC_OR_PARTITION") throw error;
  }
};

/** Topics: counted, created, deleted. Each call ends when the brokers say that it is so. */
export const makeTopics = (
  desk: Desk,
  config: KafkaLogConfig,
): Pick<LogPort, "partitions" | "createTopics" | "deleteTopics"> => {
  const partitions = (topic: Topic): Promise<number | undefined> =>
    desk.ask(`counting the partitions of ${topic}`, (session) => countPartitions(session, topic));
  const missing = async (topics: ReadonlyArray<Topic>): Promise<ReadonlyArray<Topic>> => {
    const counts = await Promise.all(topics.map(partitions));
    return topics.filter((_, i) => counts[i] === undefined);
  };
  return {
    partitions,
    createTopics: async (topics, count) => {
      const lacking = await missing([...new Set(topics)]);
      if (lacking.length === 0) return;
      await desk.ask("creating topics", (session) => create(session, lacking, [count, config.replicationFactor]));
      await until("creating topics", async () => (await missing(lacking)).length === 0);
    },
    deleteTopics: async (topics) => {
      const absent = new Set(await missing(topics));
      const present = [...new Set(topics)].filter((topic) => !absent.has(topic));
      if (present.length === 0) return;
      await desk.ask("deleting topics", (session) => remove(session, present));
      await until("deleting topics", async () => (await missing(present)).length === present.length);
    },
  };
};
