import type { Instant } from "./day.ts";
import type { PersonId } from "./ids.ts";
import type { ParkReason } from "./park-reason.ts";
import type { LogRecord, NewRecord, Topic } from "./record.ts";
import type { Trial, TrialAnswer } from "./trial.ts";

/** Highest position whose effects a stage has committed; -1 before the first. */
export interface Checkpoint {
  readonly position: number;
  /** Kafka offset of that record, a seek hint that may be stale. */
  readonly hint: bigint | undefined;
}

export interface Advance {
  readonly stage: string;
  readonly topic: Topic;
  readonly partition: number;
  readonly from: number;
  readonly to: number;
  readonly hint: bigint;
}

export interface ParkedRecord {
  readonly stage: string;
  readonly record: LogRecord;
  readonly reason: ParkReason;
  /** Path and rule, never a value. */
  readonly detail: string;
  readonly attempts: number;
  /** When it was parked, and when it last failed; absent on one that is to be parked. */
  readonly firstSeen?: Instant;
  readonly lastSeen?: Instant;
}

/** One change of a projection's row; columns not named stay as they are. */
export type RowChange =
  | { readonly op: "upsert"; readonly table: string; readonly key: Columns; readonly columns: Columns }
  | { readonly op: "insert"; readonly table: string; readonly columns: Columns }
  | { readonly op: "delete"; readonly table: string; readonly key: Columns };

export type Columns = Readonly<Record<string, ColumnValue>>;
export type ColumnValue = string | number | boolean | null | Uint8Array;

/** The database refused a row by a constraint: the record is at fault, not the moment. */
export interface ConstraintFailure extends Error {
  readonly constraint: string;
  /** True where a value is longer than its place takes. */
  readonly isTooLong?: boolean;
}

/** Narrows a rejection to a refused row. */
export const isConstraintFailure = (error: unknown): error is ConstraintFailure =>
  error instanceof Error && "constraint" in error && typeof error.constraint === "string";

/**
 * How rows are written. guarded: behind a savepoint, a refusal leaves no trace. bold: without one, a refusal ends the
 * transaction; quicker, and right where nothing is expected to be refused.
 */
export type Manner = "bold" | "guarded";

/**
 * What a stage may do inside its one transaction. Statements run in the order in which they are asked for, so one need
 * not be awaited before the next.
 */
export interface StageTransaction {
  /** Compare-and-set of checkpoints of one stage and topic, the first statement: those that moved; a missing one fences a stale instance. */
  readonly advance: (moves: ReadonlyArray<Advance>) => Promise<ReadonlySet<Advance>>;
  /** Which of these persons have parked records in this stage. */
  readonly parkedPersons: (stage: string, persons: ReadonlyArray<PersonId>) => Promise<ReadonlySet<PersonId>>;
  readonly parked: (stage: string, person: PersonId) => Promise<ReadonlyArray<ParkedRecord>>;
  readonly park: (records: ReadonlyArray<ParkedRecord>) => Promise<void>;
  readonly unpark: (stage: string, records: ReadonlyArray<LogRecord>) => Promise<void>;
  readonly states: (stage: string, keys: ReadonlyArray<string>) => Promise<ReadonlyMap<string, Uint8Array>>;
  readonly saveStates: (stage: string, states: ReadonlyMap<string, Uint8Array>) => Promise<void>;
  /** Runs row changes; rejects with ConstraintFailure when a row is refused. */
  readonly change: (schema: string, changes: ReadonlyArray<RowChange>, manner: Manner) => Promise<void>;
  /** The last statements: positions come from `log_head`, in order of topic and partition. */
  readonly append: (records: ReadonlyArray<NewRecord>) => Promise<void>;
}

/** What operations asked of a stage. A stage that stopped by itself starts again when it is resumed after that. */
export interface StageControl {
  readonly paused: boolean;
  readonly reason: string | undefined;
  /** When it was last paused or resumed; undefined when never. */
  readonly at: Instant | undefined;
  /** True where somebody waits for a trial of this stage. */
  readonly hasTrials?: boolean;
}

/** A place in a partition of a topic. */
export interface PartitionOf {
  readonly stage: string;
  readonly topic: Topic;
  readonly partition: number;
}

/** What the stage runner needs of the store. Rejections other than ConstraintFailure mean: unavailable, try again. */
export interface StageStore {
  readonly checkpoint: (stage: string, topic: Topic, partition: number) => Promise<Checkpoint>;
  /** Id of the record that the log holds at a place; undefined where it holds none. */
  readonly idAt: (topic: Topic, partition: number, position: number) => Promise<string | undefined>;
  /** Next position per partition of a topic. */
  readonly heads: (topic: Topic) => Promise<ReadonlyMap<number, number>>;
  /** One transaction, read committed; rolled back when `work` rejects. */
  readonly transact: <T>(work: (transaction: StageTransaction) => Promise<T>) => Promise<T>;
  readonly control: (stage: string) => Promise<StageControl>;
  /** Positions of records that were discarded: a stage passes them by, whenever it reads them again. */
  readonly discarded: (of: PartitionOf) => Promise<ReadonlySet<number>>;
  /** Takes some of the trials that wait for a stage; another instance does not get the same ones within a minute. */
  readonly takeTrials: (stage: string) => Promise<ReadonlyArray<Trial>>;
  readonly answerTrial: (answer: TrialAnswer) => Promise<void>;
  /** The latest state of an instance, for `status`. */
  readonly report: (report: StageReport) => Promise<void>;
  /** Wakes whoever waits for new records; coalesced, at most every 5 ms. */
  readonly wake: () => void;
}

export interface StageReport {
  readonly stage: string;
  readonly instance: string;
  readonly state: "running" | "waiting" | "paused" | "stopped";
  readonly reason: string | undefined;
  readonly at: Instant;
}

/** Where reading of one partition of the log goes on. */
export interface LogCursor {
  readonly partition: number;
  /** The last position already had; -1 before the first. */
  readonly after: number;
}

export interface ReadBound {
  /** Most records of one partition. */
  readonly records: number;
  /** Most bytes of values of one partition; the first record always comes. */
  readonly bytes: number;
}

/** A lock that lives as long as its session; one holder in all processes. */
export interface StoreLock {
  /** Resolves when the lock is gone, by release or because its session ended. */
  readonly lost: Promise<void>;
  readonly isHeld: () => boolean;
  readonly release: () => Promise<void>;
}

/** What the relay needs of the store. */
/** asked: the relay has not looked; refused: the topic holds records and was not to be deleted; seeding: made anew, being filled. */
export type ReseedState = "asked" | "refused" | "seeding";

export interface RelayStore extends Pick<StageStore, "heads" | "idAt"> {
  /** Next position per partition, of every topic at once. */
  readonly allHeads: () => Promise<ReadonlyMap<Topic, ReadonlyMap<number, number>>>;
  /** Ordered by partition and position. */
  readonly readLog: (
    topic: Topic,
    cursors: ReadonlyArray<LogCursor>,
    bound: ReadBound,
  ) => Promise<ReadonlyArray<LogRecord>>;
  /** Highest position known to be in Kafka, per partition: may lag, never leads. */
  readonly relayHints: (topic: Topic) => Promise<ReadonlyMap<number, number>>;
  readonly saveRelayHints: (topic: Topic, hints: ReadonlyMap<number, number>) => Promise<void>;
  /** The latest wish that the topic is filled anew; undefined where there was none. */
  readonly reseed: (topic: Topic) => Promise<{ readonly state: ReseedState; readonly deletes: boolean } | undefined>;
  readonly answerReseed: (topic: Topic, state: ReseedState) => Promise<void>;
  /** Undefined when another session holds it. */
  readonly lock: (name: string) => Promise<StoreLock | undefined>;
  /** Calls back after each wake, and after a lost connection came back; resolves to the way to end it. */
  readonly listen: (onWake: () => void) => Promise<() => Promise<void>>;
}

/** Creates what the log needs for topics: their place and their heads. */
export interface TopicStore {
  readonly createTopics: (topics: ReadonlyArray<Topic>) => Promise<void>;
}
