import type { Place } from "./append.ts";
import { setControl } from "./control.ts";
import type { ControlWish } from "./control.ts";
import { discard } from "./discards.ts";
import type { DiscardDone, DiscardWish } from "./discards.ts";
import { askReseed } from "./reseeds.ts";
import type { ReseedWish } from "./reseeds.ts";
import { writeJournal } from "./journal.ts";
import type { JournalEntry } from "./journal.ts";
import { beginRedrive, lockRedrive, nextOfRedrive, sentOfRedrive, setRedriveState } from "./redrives.ts";
import type { NewRedrive, RedrivePerson, RedriveState } from "./redrives.ts";
import type { Session } from "./session.ts";

/** What those on call change, each together with its line in the journal. */
export interface OperationsTransaction {
  readonly writeJournal: (entry: JournalEntry) => Promise<void>;
  readonly askReseed: (wish: ReseedWish) => Promise<void>;
  readonly setControl: (wish: ControlWish) => Promise<void>;
  /** Takes one record out of parking for good; undefined where it is not parked. */
  readonly discard: (wish: DiscardWish) => Promise<DiscardDone | undefined>;
  /** Rejects with StageHeld where another redrive has one of the stages. */
  readonly beginRedrive: (redrive: NewRedrive) => Promise<void>;
  /** The state of a redrive, which nobody else changes until the transaction ends; undefined where there is none. */
  readonly lockRedrive: (id: string) => Promise<RedriveState | undefined>;
  readonly setRedriveState: (id: string, state: RedriveState) => Promise<void>;
  readonly nextOfRedrive: (id: string, most: number) => Promise<ReadonlyArray<RedrivePerson>>;
  readonly sentOfRedrive: (id: string, sent: ReadonlyArray<Place & { readonly rank: number }>) => Promise<void>;
}

/** The changes of operations in one open transaction. */
export const operationsTransaction = (session: Session): OperationsTransaction => ({
  writeJournal: (entry) => writeJournal(session, entry),
  askReseed: (wish) => askReseed(session, wish),
  setControl: (wish) => setControl(session, wish),
  discard: (wish) => discard(session, wish),
  beginRedrive: (redrive) => beginRedrive(session, redrive),
  lockRedrive: (id) => lockRedrive(session, id),
  setRedriveState: (id, state) => setRedriveState(session, id, state),
  nextOfRedrive: (id, most) => nextOfRedrive(session, id, most),
  sentOfRedrive: (id, sent) => sentOfRedrive(session, id, sent),
});
