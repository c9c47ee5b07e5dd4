import type { EventId, PersonId } from "./ids.ts";
import type { Instant } from "./day.ts";

/** The hub's topics. */
export type Topic = string;

/** Every topic has this many partitions; a stage refuses to start on another count. */
export const partitionCount = 12;

/** Ordered record headers, all text. */
export type Headers = ReadonlyArray<readonly [name: string, value: string]>;

/** A record to be appended to the log. */
export interface NewRecord {
  readonly topic: Topic;
  readonly key: PersonId;
  /** `ce_id`; unique within its topic. */
  readonly id: EventId;
  /** `ce_type`: the record's name in the contracts. */
  readonly type: string;
  /** Everything else that goes into headers: `ce_source`, `ce_time`, `correlationid`, … */
  readonly headers: Headers;
  /** Confluent-framed Avro, compartments sealed. */
  readonly value: Uint8Array;
  /** Only for records that go to every partition (DayPassed); else the key decides. */
  readonly partition?: number;
}

/** A record with its place in the log. Position: gap-free from 0 per topic and partition. */
export interface LogRecord extends NewRecord {
  readonly partition: number;
  readonly position: number;
  /** When the log took it. */
  readonly recordedAt: Instant;
}

/** The partition of a person: person ids are random, so their first 32 bits spread evenly. */
export const partitionOf = (person: PersonId): number => Number.parseInt(person.slice(0, 8), 16) % partitionCount;

/** The value of the first header of that name. */
export const header = (headers: Headers, name: string): string | undefined =>
  headers.find(([key]) => key === name)?.[1];

/** Header that names a record's position in the log. */
export const positionHeader = "samvirke_position";

/** Header that names when the log took a record, in milliseconds since 1970. */
export const recordedAtHeader = "samvirke_recorded_at";
