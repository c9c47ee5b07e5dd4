import type { LogRecord, WireBatch } from "@samvirke/kernel";
import { fromWire } from "./wire.ts";

/** A record of the batch with its Kafka offset. */
export interface Taken {
  readonly record: LogRecord;
  readonly offset: bigint;
}

export interface BatchPlan {
  /** Exactly the positions after the checkpoint, without a gap. */
  readonly taken: ReadonlyArray<Taken>;
  /** Repeats at or below the checkpoint. */
  readonly dropped: number;
  /** Records that the relay did not write. */
  readonly foreign: number;
  /** Offset of the first record beyond a gap. */
  readonly gapAt: bigint | undefined;
}

/** What of a batch comes next after a checkpoint. */
export const planBatch = (batch: WireBatch, checkpoint: number): BatchPlan => {
  const taken: Array<Taken> = [];
  let [dropped, foreign, next] = [0, 0, checkpoint + 1];
  for (const wire of batch.records) {
    const record = fromWire(batch.topic, batch.partition, wire);
    if (record === undefined) foreign += 1;
    else if (record.position < next) dropped += 1;
    else if (record.position > next) return { taken, dropped, foreign, gapAt: wire.offset };
    else {
      taken.push({ record, offset: wire.offset });
      next += 1;
    }
  }
  return { taken, dropped, foreign, gapAt: undefined };
};

/** Parts of at most `most` records; a record that `isAlone` names gets a part of its own. */
export const splitTaken = (
  taken: ReadonlyArray<Taken>,
  most: number,
  isAlone: (record: LogRecord) => boolean,
): ReadonlyArray<ReadonlyArray<Taken>> => {
  const parts: Array<Array<Taken>> = [];
  let isOpen = false;
  for (const item of taken) {
    const last = parts.at(-1);
    const alone = isAlone(item.record);
    if (last && isOpen && !alone && last.length < most) last.push(item);
    else parts.push([item]);
    isOpen = !alone;
  }
  return parts;
};
