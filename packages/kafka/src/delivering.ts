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

const batchOf = ({ options, pulse }: Delivering, partition: Partition, chunk: Chunk): WireBatch => ({
  topic: options.topic,
  partition: partition.id,
  records: recordsFrom(chunk.bytes, chunk.from, chunk.aborted),
  nextOffset: chunk.next,
  heartbeat: () => pulse.sign(partition.id),
});

/** The batch, or undefined when what was fetched cannot be decoded, which ends the tenure. */
const decode = (delivering: Delivering, partition: Partition, chunk: Chunk): WireBatch | undefined => {
  try {
    return batchOf(delivering, partition, chunk);
  } catch (error) {
    delivering.onUnreadable(error);
    return undefined;
  }
};

const report = ({ options, config }: Delivering, partition: Partition, error: unknown): void => {
  const { topic, group } = options;
  if (failureOf(error, "a batch").fate === "fenced") return;
  config.onProblem({ event: "batch-rejected", topic, group, partition: partition.id, code: codeOf(error) });
};

const postpone = async (delivering: Delivering, partition: Partition): Promise<void> => {
  const { epoch } = partition;
  partition.waiting = true;
  await sleep(backOff(partition.attempts++, longestBackOff), delivering.ended);
  if (partition.epoch === epoch) partition.waiting = false;
};

/** Lets the subscriber handle a partition's first chunk; a rejected one stays the first. */
const hand = async (delivering: Delivering, partition: Partition, chunk: Chunk): Promise<"done" | "rejected"> => {
  const { epoch } = partition;
  const batch = decode(delivering, partition, chunk);
  if (batch === undefined) return "done";
  try {
    if (batch.records.length > 0) await delivering.options.onBatch(batch);
  } catch (error) {
    if (partition.epoch !== epoch || delivering.ended.aborted) return "done";
    report(delivering, partition, error);
    return "rejected";
  }
  if (partition.epoch === epoch) {
    partition.chunks = partition.chunks.slice(1);
    partition.attempts = 0;
  }
  return "done";
};

/** Makes a delivery that hands nothing over before the first `pump`. */
export const makeDelivery = (delivering: Delivering): Delivery => {
  const { options, pulse, ended } = delivering;
  const running = new Set<Promise<void>>();
  const concurrency = options.concurrency ?? 1;
  // Who was served last stands last.
  let queue = delivering.partitions;

  const serve = async (partition: Partition, chunk: Chunk): Promise<void> => {
    partition.busy = true;
    pulse.started(partition.id);
    queue = [...queue.filter((other) => other !== partition), partition];
    const outcome = await hand(delivering, partition, chunk);
    pulse.ended(partition.id);
    partition.busy = false;
    if (outcome === "rejected") void postpone(delivering, partition).then(pump);
    delivering.onRoom();
  };
  const nextReady = (): Partition | undefined =>
    queue.find(({ busy, waiting, chunks }) => !busy && !waiting && chunks.length > 0);
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
