import { logFailure } from "@samvirke/kernel";
import type { SubscribeOptions, Subscription, WireBatch } from "@samvirke/kernel";
import type { MemoryTopics } from "./memory-topic.ts";

/** What a test may turn on in the delivery of records. */
export interface DeliveryHooks {
  /** Called before each delivery; may wait or reject. */
  readonly step: (point: string) => Promise<void>;
  /** Most records of the next batch. */
  readonly batchSize: () => number;
  /** How many records the next batch goes back: at-least-once made visible. */
  readonly repeat: () => number;
  /** Waits after a rejected batch. */
  readonly backOff: () => Promise<void>;
}

/** A member of a consumer group. */
export interface MemoryMember extends Subscription {
  readonly options: SubscribeOptions;
  /** Takes a new assignment; what runs for a lost partition is stale from now on. */
  readonly assign: (partitions: ReadonlyArray<number>) => void;
  /** Stops at once, without a word, as a killed process does. */
  readonly kill: () => void;
}

interface Parts {
  readonly topics: MemoryTopics;
  readonly hooks: DeliveryHooks;
  readonly leave: (member: MemoryMember) => void;
}

const closeBoundMs = 30_000;

const bounded = async (work: Promise<unknown>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(logFailure("retriable", "close took too long")), closeBoundMs);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
};

interface Reading {
  readonly generation: number;
  position: bigint;
  /** Counts seeks, so that a batch that ends after a seek leaves the position alone. */
  seeks: number;
}

/** One member: a reading loop per partition and generation; batches of one partition follow each other even across generations. */
export const makeMember = (options: SubscribeOptions, parts: Parts): MemoryMember => {
  const { topics, hooks } = parts;
  const readings = new Map<number, Reading>();
  const running = new Map<number, Promise<void>>();
  let generation = 0;
  let isPaused = false;
  let isClosed = false;

  const isCurrent = (reading: Reading): boolean => !isClosed && reading.generation === generation;

  const deliver = async (partition: number, reading: Reading): Promise<void> => {
    const { earliest, next } = topics.bounds(options.topic, partition);
    if (reading.position < earliest || reading.position > next) reading.position = earliest;
    const back = BigInt(hooks.repeat());
    const from = reading.position - earliest > back ? reading.position - back : earliest;
    const records = topics.slice(options.topic, partition, from, hooks.batchSize());
    const last = records.at(-1);
    if (isPaused || !last) return topics.changed();
    const heartbeat = async (): Promise<void> => {
      await hooks.step("heartbeat");
      if (!isCurrent(reading)) throw logFailure("fenced", "no longer a member of this generation");
    };
    const seeks = reading.seeks;
    const batch: WireBatch = { topic: options.topic, partition, records, nextOffset: last.offset + 1n, heartbeat };
    await options.onBatch(batch);
    if (seeks === reading.seeks) reading.position = batch.nextOffset;
  };

  const begin = async (partition: number, reading: Reading): Promise<void> => {
    const seeks = reading.seeks;
    const start = await options.startAt(partition);
    if (seeks === reading.seeks) reading.position = start ?? topics.bounds(options.topic, partition).earliest;
  };

  const attempt = async (reading: Reading, work: () => Promise<void>): Promise<boolean> => {
    try {
      await hooks.step("fetch");
      if (isCurrent(reading)) await work();
      return true;
    } catch {
      await hooks.backOff();
      return false;
    }
  };

  const read = async (partition: number, reading: Reading): Promise<void> => {
    while (isCurrent(reading) && !(await attempt(reading, () => begin(partition, reading))));
    while (isCurrent(reading)) await attempt(reading, () => deliver(partition, reading));
  };

  const member: MemoryMember = {
    options,
    assign: (partitions) => {
      generation += 1;
      readings.clear();
      for (const partition of partitions) {
        const reading: Reading = { generation, position: 0n, seeks: 0 };
        readings.set(partition, reading);
        const before = running.get(partition) ?? Promise.resolve();
        running.set(
          partition,
          before.then(() => read(partition, reading)),
        );
      }
      topics.touch();
      options.onAssigned?.(partitions);
    },
    kill: () => {
      isClosed = true;
      parts.leave(member);
      topics.touch();
    },
    seek: (partition, offset) => {
      const reading = readings.get(partition);
      if (!reading) return;
      reading.position = offset;
      reading.seeks += 1;
      topics.touch();
    },
    pause: () => {
      isPaused = true;
    },
    resume: () => {
      isPaused = false;
      topics.touch();
    },
    close: async () => {
      member.kill();
      await bounded(Promise.all(running.values()));
    },
  };
  return member;
};
