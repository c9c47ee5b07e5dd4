import type { AbortedTransaction } from "./batch-decode.ts";

/** What one fetch brought for one partition, not decoded yet. */
export interface Chunk {
  readonly bytes: Buffer;
  readonly from: bigint;
  readonly next: bigint;
  readonly aborted: ReadonlyArray<AbortedTransaction>;
}

/** One assigned partition: where the next fetch goes on, and what waits to be handled. */
export interface Partition {
  readonly id: number;
  readonly leader: number;
  /** Undefined until it is known where to begin. */
  position: bigint | undefined;
  /** Counts seeks: what was fetched or handled for an earlier one is void. */
  epoch: number;
  chunks: ReadonlyArray<Chunk>;
  busy: boolean;
  /** Rejections of the first chunk in a row. */
  attempts: number;
  /** The first chunk was rejected and its back-off is not over. */
  waiting: boolean;
}

export const makePartition = (id: number, leader: number): Partition => ({
  id,
  leader,
  position: undefined,
  epoch: 0,
  chunks: [],
  busy: false,
  attempts: 0,
  waiting: false,
});

/** Reading goes on elsewhere. */
export const moveTo = (partition: Partition, position: bigint): void => {
  partition.epoch++;
  partition.chunks = [];
  partition.position = position;
  partition.attempts = 0;
  partition.waiting = false;
};

/** Bytes fetched ahead. */
export const buffered = ({ chunks }: Partition): number => chunks.reduce((sum, { bytes }) => sum + bytes.length, 0);
