import type { SubscribeOptions, WireBatch } from "@samvirke/kernel";
import { recordsFrom } from "./batch-decode.ts";
import type { KafkaLogConfig } from "./config.ts";
import { codeOf, failureOf } from "./failure.ts";
import type { Chunk, Partition } from "./partition.ts";
import type { Pulse } from "./pulse.ts";
import { backOff, sleep } from "./timing.ts";

const longestBackOff = 5_000;

export interface Delivering {
  readonly options: SubscribeOptions;
  readonly config: KafkaLogConfig;
  readonly partitions: ReadonlyArray<Partition>;
  readonly pulse: Pulse;
  readonly isPaused: () => boolean;
  readonly ended: AbortSignal;
  /** Called when a chunk is done with, and room for another. */
  readonly onRoom: () => void;
  /** Called when what was fetched cannot be decoded. */
  readonly onUnreadable: (error: unknown) => void;
}

/** Hands chunks to the subscriber: one at a time per partition, several partitions side by side. */
export interface Delivery {
  /** Hands over what is ready; called whenever that may have changed. */
  readonly pump: () => void;
  /** Resolves when no batch is running; new ones do not start once the tenure has ended. */
  readonly drained: () => Promise<void>;
}

/** Makes a delivery that hands nothing over before the first `pump`. */
export const makeDelivery = (delivering: Delivering): Delivery => {
  const { options, config, pulse, ended } = delivering;
  const running = new Set<Promise<void>>();
  const concurrency = options.concurrency ?? 1;
  // Who was served last stands last.
  let queue = delivering.partitions;

  const batchOf = (partition: Partition, chunk: Chunk): WireBatch => ({
    topic: options.topic,
    partition: partition.id,
    records: recordsFrom(chunk.bytes, chunk.from, chunk.aborted),
    nextOffset: chunk.next,
    heartbeat: () => pulse.sign(partition.id),
  });
  const postpone = (partition: Partition, error: unknown): void => {
    const pause = backOff(partition.attempts++, longestBackOff);
    partition.notBefore = Date.now() + pause;
    void sleep(pause, ended).then(pump);
    const { topic, group } = options;
    if (failureOf(error, "a batch").fate !== "fenced")
      config.onProblem({ event: "batch-rejected", topic, group, partition: partition.id, code: codeOf(error) });
  };
  const read = (partition: Partition, chunk: Chunk): WireBatch | undefined => {
    try {
      return batchOf(partition, chunk);
    } catch (error) {
      delivering.onUnreadable(error);
      return undefined;
    }
  };
  const hand = async (partition: Partition, chunk: Chunk): Promise<void> => {
    const { epoch } = partition;
    const batch = read(partition, chunk);
    if (batch === undefined) return;
    try {
      if (batch.records.length > 0) await options.onBatch(batch);
      if (partition.epoch !== epoch) return;
      partition.chunks = partition.chunks.slice(1);
      partition.attempts = 0;
    } catch (error) {
      if (partition.epoch === epoch && !ended.aborted) postpone(partition, error);
    }
  };
  const serve = async (partition: Partition, chunk: Chunk): Promise<void> => {
    partition.busy = true;
    pulse.started(partition.id);
    queue = [...queue.filter((other) => other !== partition), partition];
    await hand(partition, chunk);
    pulse.ended(partition.id);
    partition.busy = false;
    delivering.onRoom();
  };
  const nextReady = (): Partition | undefined =>
    queue.find(({ busy, chunks, notBefore }) => !busy && chunks.length > 0 && notBefore <= Date.now());
  const pump = (): void => {
    while (!ended.aborted && !delivering.isPaused() && running.size < concurrency) {
      const partition = nextReady();
      const chunk = partition?.chunks[0];
      if (partition === undefined || chunk === undefined) return;
      const service = serve(partition, chunk).finally(() => {
        running.delete(service);
        pump();
      });
      running.add(service);
    }
  };
  return {
    pump,
    drained: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
};
