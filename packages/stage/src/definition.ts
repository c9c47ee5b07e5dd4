import type { Either, LogRecord, NewRecord, RowChange, Topic } from "@samvirke/kernel";

/** Why a record of ours cannot be handled: it does not decode (contract), or our code fails on it (defect). */
export interface ParkFailure {
  readonly reason: "contract" | "defect";
  /** Path and rule, never a value. */
  readonly detail: string;
}

/** Everything that handling one record brings about. */
export interface Effects<State = never> {
  readonly appends: ReadonlyArray<NewRecord>;
  readonly rows: ReadonlyArray<RowChange>;
  /** The new state under the record's state key; absent: as before. Never changed in place. */
  readonly state?: State;
  /** New states under the record's further keys. */
  readonly others?: ReadonlyMap<string, State>;
}

/** How a stage keeps state between records; the codec gets the prepared record, for the person's keys. */
export interface StateCodec<Prepared, State> {
  readonly key: (prepared: Prepared) => string | undefined;
  /** Further keys, of a record that concerns many. */
  readonly others?: (prepared: Prepared) => ReadonlyArray<string>;
  readonly decode: (bytes: Uint8Array, prepared: Prepared, key: string) => State;
  readonly encode: (state: State, prepared: Prepared, key: string) => Uint8Array;
}

/** One stage: a pure core with what it reads and where it keeps things. */
export interface StageDefinition<Prepared, State = never> {
  /** Name of checkpoint, parking and consumer group. */
  readonly name: string;
  readonly topic: Topic;
  /** False: not for this stage, no error and no log line. */
  readonly accepts: (type: string) => boolean;
  /** True: prepared only when everything before it is committed, because preparing looks at what that left. */
  readonly isAlone?: (type: string) => boolean;
  /** Database schema of the rows that it changes. */
  readonly schema?: string;
  /**
   * Everything that needs the outside (keys, archive, registries, decoding), for a whole batch, before the transaction.
   * Answers in the order given. A rejection means unavailable: the batch waits.
   */
  readonly prepare: (records: ReadonlyArray<LogRecord>) => Promise<ReadonlyArray<Either<ParkFailure, Prepared>>>;
  readonly states?: StateCodec<Prepared, State>;
  /** How long handling one record, or a batch of them, may take; 5 s where absent. Unit: milliseconds. */
  readonly longestMs?: number;
  /** Pure; may run more than once for a record. A throw parks the record. */
  readonly handle: (
    prepared: Prepared,
    state: State | undefined,
    others: (key: string) => State | undefined,
  ) => Effects<State>;
}

/** The handling of a record that brings nothing about. */
export const noEffects: Effects<never> = { appends: [], rows: [] };
