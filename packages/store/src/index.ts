export { createDatabase, dropDatabase } from "./database.ts";
export type { Place } from "./append.ts";
export type { ArchiveEntry } from "./archive.ts";
export type { WireClaim, WireHolder, WireWait } from "./wire-ids.ts";
export type { ControlWish } from "./control.ts";
export type { StoreFailure } from "./failure.ts";
export { makeKeyPort } from "./key-port.ts";
export type { KeyPortOptions, StoredKeyPort } from "./key-port.ts";
export { loadMasterKey } from "./master-key.ts";
export type { Migrations } from "./migrate.ts";
export type { StageLag } from "./operations.ts";
export type { DiscardDone, Discarded, DiscardedQuery, DiscardWish } from "./discards.ts";
export type { Act, JournalEntry, JournalLine } from "./journal.ts";
export type { OperationsReads } from "./operations-reads.ts";
export type { OperationsTransaction } from "./operations-transaction.ts";
export type { ParkedClass, ParkedCount, ParkedFilter, ParkedPerson } from "./parking.ts";
export type {
  NewRedrive,
  RedriveHolder,
  RedrivePerson,
  RedriveProgress,
  RedriveState,
  RedriveTarget,
} from "./redrives.ts";
export { StageHeld } from "./redrives.ts";
export type { TrialWish } from "./trials.ts";
export type { WrappedSecret } from "./persons.ts";
export type { Parameter, Statement } from "./session.ts";
export { makeStore } from "./store.ts";
export type { Store, StoreOptions } from "./store.ts";
export type { StoreTransaction } from "./transaction.ts";
export type { OnProblem } from "./wake.ts";
export type { RebuildPlace } from "./rebuild-place.ts";
export type { Proof, Unlike } from "./rebuild-proof.ts";
export type { Positions, Standstill } from "./rebuild-switch.ts";
