import type { ArchiveId, NewRecord, PersonId, StageTransaction } from "@samvirke/kernel";
import { append } from "./append.ts";
import type { Place } from "./append.ts";
import { insertArchive } from "./archive.ts";
import type { ArchiveEntry } from "./archive.ts";
import { advance } from "./checkpoint.ts";
import { lockPersons, mergePersons, survivorsOf } from "./links.ts";
import type { Merge, PersonLock } from "./links.ts";
import { moveClock } from "./operations.ts";
import { operationsTransaction } from "./operations-transaction.ts";
import type { OperationsTransaction } from "./operations-transaction.ts";
import { park, parked, parkedPersons, unpark } from "./parking.ts";
import { addPersons, findOrCreatePersons, findPersons } from "./persons.ts";
import type { WrappedSecret } from "./persons.ts";
import { capture } from "./replay-run.ts";
import { changeRows } from "./row-change.ts";
import type { TypeCatalogue } from "./row-change.ts";
import type { Session } from "./session.ts";
import { saveStates, states } from "./state.ts";
import { behindSavepoint } from "./transact.ts";
import type { RunCommand } from "./transact.ts";
import { claimWireIds, waitingUnder, waitUnder } from "./wire-ids.ts";
import type { WireClaim, WireHolder, WireWait } from "./wire-ids.ts";

/** What one transaction of the hub may do: a stage's part, the gateway's and that of operations. */
export interface StoreTransaction extends StageTransaction, OperationsTransaction {
  /** As `append`, and tells the places in the order given. Last statement of its transaction. */
  readonly appendPlaced: (records: ReadonlyArray<NewRecord>) => Promise<ReadonlyArray<Place>>;
  /** Keeps with a replay what one of its stages would have appended. */
  readonly capture: (run: string, records: ReadonlyArray<NewRecord>) => Promise<void>;
  /** The ids that are new; the others are repeats. Waits for a concurrent insert of the same id. */
  readonly insertArchive: (entries: ReadonlyArray<ArchiveEntry>) => Promise<ReadonlySet<ArchiveId>>;
  /** The persons behind HMACs of identity numbers, in the order given; `mint` makes who is unknown. */
  readonly findOrCreatePersons: (
    hmacs: ReadonlyArray<Uint8Array>,
    mint: () => WrappedSecret,
  ) => Promise<ReadonlyArray<PersonId>>;
  /** Adds persons without a number (pseudo-persons); who is there stays as they are. */
  readonly addPersons: (secrets: ReadonlyArray<WrappedSecret>) => Promise<void>;
  /** Holds the person index to the end of the transaction, whose first statement this is. */
  readonly lockPersons: (how: PersonLock) => Promise<void>;
  /** The persons that these HMACs lead to, undefined where none, in the order given. */
  readonly findPersons: (hmacs: ReadonlyArray<Uint8Array>) => Promise<ReadonlyArray<PersonId | undefined>>;
  /** Makes persons one; only where the lock is held alone. */
  readonly mergePersons: (merge: Merge) => Promise<void>;
  /** Those of some persons who were merged, with whom they are now. */
  readonly survivorsOf: (persons: ReadonlyArray<PersonId>) => Promise<ReadonlyMap<PersonId, PersonId>>;
  /** Notes the first message that bears each alias, else the first that names it; answers who holds each, in the order given. */
  readonly claimWireIds: (claims: ReadonlyArray<WireClaim>) => Promise<ReadonlyArray<WireHolder>>;
  /** Notes who waits until something bears an alias. */
  readonly waitUnder: (waits: ReadonlyArray<WireWait>) => Promise<void>;
  /** Who waits under aliases, in the order in which they came. */
  readonly waitingUnder: (aliases: ReadonlyArray<Uint8Array>) => Promise<ReadonlyArray<WireWait>>;
  /** Moves the clock's day when it is still `from`. */
  readonly moveClock: (from: number | undefined, to: number) => Promise<boolean>;
}

/** The functions of one open transaction. */
export const makeTransaction = (session: Session, run: RunCommand, catalogue: TypeCatalogue): StoreTransaction => ({
  ...operationsTransaction(session),
  advance: (moves) => advance(session, moves),
  parkedPersons: (stage, persons) => parkedPersons(session, stage, persons),
  parked: (stage, person) => parked(session, stage, person),
  park: (records) => park(session, records),
  unpark: (stage, records) => unpark(session, stage, records),
  states: (stage, keys) => states(session, stage, keys),
  saveStates: (stage, values) => saveStates(session, stage, values),
  change: (schema, changes, manner) => {
    const write = (): Promise<void> => changeRows(session, { schema, catalogue }, changes);
    return manner === "bold" ? write() : behindSavepoint(run, write);
  },
  append: async (records) => {
    await append(session, records);
  },
  appendPlaced: (records) => append(session, records),
  capture: (run, records) => capture(session, run, records),
  insertArchive: (entries) => insertArchive(session, entries),
  findOrCreatePersons: (hmacs, mint) => findOrCreatePersons(session, hmacs, mint),
  addPersons: (secrets) => addPersons(session, secrets),
  lockPersons: (how) => lockPersons(session, how),
  findPersons: (hmacs) => findPersons(session, hmacs),
  mergePersons: (merge) => mergePersons(session, merge),
  survivorsOf: (persons) => survivorsOf(session, persons),
  claimWireIds: (claims) => claimWireIds(session, claims),
  waitUnder: (waits) => waitUnder(session, waits),
  waitingUnder: (aliases) => waitingUnder(session, aliases),
  moveClock: (from, to) => moveClock(session, from, to),
});
