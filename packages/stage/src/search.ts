import { header, logFailure } from "@samvirke/kernel";
import type { Checkpoint, LogPort, StageStore, Topic, WireRecord } from "@samvirke/kernel";
import { positionOf } from "./wire.ts";

/** A partition of a topic in Kafka. */
export interface Place {
  readonly log: Pick<LogPort, "bounds" | "read">;
  readonly topic: Topic;
  readonly partition: number;
}

interface Found {
  readonly offset: bigint;
  readonly position: number;
  readonly id: string | undefined;
}

/** The record at or after an offset that the relay wrote, below a bound. */
const readAt = async ({ log, topic, partition }: Place, from: bigint, below: bigint): Promise<Found | undefined> => {
  let record: WireRecord | undefined = await log.read(topic, partition, from);
  while (record && record.offset < below) {
    const position = positionOf(record);
    if (position !== undefined) return { offset: record.offset, position, id: header(record.headers, "ce_id") };
    record = await log.read(topic, partition, record.offset + 1n);
  }
  return undefined;
};

/** Somewhere between a record at or below the position and one above it; Kafka may hold repeats, so it is a good guess. */
const bisect = async (place: Place, position: number): Promise<bigint> => {
  const bounds = await place.log.bounds(place.topic, place.partition);
  let [low, high] = [bounds.earliest, bounds.next];
  while (low < high) {
    const middle = (low + high) / 2n;
    const found = await readAt(place, middle, high);
    if (found && found.position <= position) low = found.offset + 1n;
    else high = middle;
  }
  return low;
};

/**
 * The offset to read from so that the record after the checkpoint comes.
 *
 * The hint is believed only when the record there names the checkpoint's position: a topic that was seeded anew or
 * has expired has others there.
 */
export const findStart = async (place: Place, checkpoint: Checkpoint): Promise<bigint | undefined> => {
  if (checkpoint.position < 0) return undefined;
  const { earliest, next } = await place.log.bounds(place.topic, place.partition);
  const { hint } = checkpoint;
  if (hint !== undefined && hint >= earliest && hint < next) {
    const found = await readAt(place, hint, hint + 1n);
    if (found?.position === checkpoint.position) return hint + 1n;
  }
  return bisect(place, checkpoint.position);
};

const lastFound = async (place: Place): Promise<Found | undefined> => {
  const { earliest, next } = await place.log.bounds(place.topic, place.partition);
  for (let offset = next - 1n; offset >= earliest; offset -= 1n) {
    const found = await readAt(place, offset, next);
    if (found) return found;
  }
  return undefined;
};

/**
 * Position of the last record of a partition that the relay wrote; undefined where there is none.
 *
 * Refuses a topic whose end is not the log's: an older log was restored, and what Kafka holds beyond it never happened.
 * Error: retriable, since a topic that is filled anew has the log's own records again.
 */
export const lastPosition = async (place: Place, store: Pick<StageStore, "idAt">): Promise<number | undefined> => {
  const last = await lastFound(place);
  if (last === undefined) return undefined;
  const { topic, partition } = place;
  const own = await store.idAt(topic, partition, last.position);
  if (own === last.id) return last.position;
  const what = own === undefined ? "Kafka is ahead of the log" : "Kafka and the log hold different records";
  throw logFailure(
    "retriable",
    `${what}: ${topic} ${partition} at position ${last.position}. An older log was restored: fill the topic anew (samvirke reseed ${topic} --delete)`,
  );
};
