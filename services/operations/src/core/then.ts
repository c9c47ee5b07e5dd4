import type { Instant } from "@samvirke/kernel";
import type { CaseFacts, RecordFacts, StagePlace } from "./case-facts.ts";

/** A moment that is asked about: a time, or when the record at a position was taken. */
export type Moment =
  | { readonly by: "time"; readonly at: Instant }
  | { readonly by: "position"; readonly topic: string; readonly partition: number; readonly position: number };

const timeForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i;
const placeForm = /^([A-Za-z0-9._-]{1,249})\/(\d{1,5})\/(\d{1,15})$/;

/** Reads an RFC 3339 time or `topic/partition/position`; undefined where the text is neither. */
export const momentOf = (text: string): Moment | undefined => {
  const at = timeForm.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(at)) return { by: "time", at };
  const [, topic, partition, position] = placeForm.exec(text) ?? [];
  return topic === undefined
    ? undefined
    : { by: "position", topic, partition: Number(partition), position: Number(position) };
};

// What a stage wrote later because of a record, it had not handled before.
const firstLeft = (stage: string, { was, came }: Parted): number | undefined => {
  const causes = new Set(came.filter(({ writtenBy }) => writtenBy === stage).map(({ causedBy }) => causedBy));
  return was.find(({ eventId }) => causes.has(eventId))?.position;
};

interface Parted {
  readonly was: ReadonlyArray<RecordFacts>;
  readonly came: ReadonlyArray<RecordFacts>;
}

const placeThen =
  (parted: Parted) =>
  (place: StagePlace): StagePlace => {
    const left = firstLeft(place.stage, parted);
    const checkpoint = left === undefined ? place.checkpoint : Math.min(place.checkpoint, left - 1);
    return { ...place, checkpoint, state: "running", reason: null };
  };

/**
 * What of these facts was known at a moment. The rows have to be those of that moment already.
 *
 * Shape: the log tells what a stage had yet to handle where it wrote something of it later; stages that write nothing
 * to the log are taken to have kept up. What was parked then and is not any more left no trace in the log.
 */
export const factsThen = (facts: CaseFacts, at: Instant): CaseFacts => {
  const was = facts.records.filter(({ recordedAt }) => recordedAt <= at);
  const came = facts.records.filter(({ recordedAt }) => recordedAt > at);
  const known = new Set(was.map(({ messageId }) => messageId));
  return {
    ...facts,
    records: was,
    messages: facts.messages.filter(({ messageId, receivedAt }) => receivedAt <= at || known.has(messageId)),
    outbound: facts.outbound.filter(({ writtenAt }) => writtenAt <= at),
    parked: facts.parked.filter(({ firstSeen }) => firstSeen <= at),
    discarded: facts.discarded.filter((one) => one.at <= at),
    stages: facts.stages.map(placeThen({ was, came })),
  };
};
