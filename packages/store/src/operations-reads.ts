import type { TrialAnswer } from "@samvirke/kernel";
import { discardedList } from "./discards.ts";
import type { Discarded, DiscardedQuery } from "./discards.ts";
import { readJournal, rebuildJournal } from "./journal.ts";
import type { JournalLine } from "./journal.ts";
import { parkedClasses, parkedList } from "./parking.ts";
import type { ParkedClass, ParkedFilter, ParkedPerson } from "./parking.ts";
import { redriveHolders, redriveProgress, runningRedrives, settleRedrive } from "./redrives.ts";
import type { RedriveHolder, RedriveProgress } from "./redrives.ts";
import type { Session } from "./session.ts";
import { askTrials, forgetTrials, trialAnswers } from "./trials.ts";
import type { TrialWish } from "./trials.ts";

/** What those on call look at, and what needs no transaction of its own. */
export interface OperationsReads {
  readonly parkedList: (filter: ParkedFilter, limit: number) => Promise<ReadonlyArray<ParkedPerson>>;
  readonly parkedClasses: () => Promise<ReadonlyArray<ParkedClass>>;
  readonly discardedList: (query: DiscardedQuery) => Promise<ReadonlyArray<Discarded>>;
  readonly journal: (stage: string | undefined, limit: number) => Promise<ReadonlyArray<JournalLine>>;
  readonly rebuildJournal: () => Promise<ReadonlyArray<JournalLine>>;
  readonly redriveHolders: (stages: ReadonlyArray<string>) => Promise<ReadonlyArray<RedriveHolder>>;
  readonly redriveProgress: (id: string | undefined, limit: number) => Promise<ReadonlyArray<RedriveProgress>>;
  readonly runningRedrives: () => Promise<ReadonlyArray<string>>;
  /** Notes what became of those whom their stage has come past; answers how many. */
  readonly settleRedrive: (id: string) => Promise<number>;
  readonly askTrials: (wishes: ReadonlyArray<TrialWish>) => Promise<void>;
  readonly trialAnswers: (ids: ReadonlyArray<string>) => Promise<ReadonlyArray<TrialAnswer>>;
  readonly forgetTrials: (ids: ReadonlyArray<string>) => Promise<void>;
}

/** The reads of operations over the pool. */
export const operationsReads = (session: Session): OperationsReads => ({
  parkedList: (filter, limit) => parkedList(session, filter, limit),
  parkedClasses: () => parkedClasses(session),
  discardedList: (query) => discardedList(session, query),
  journal: (stage, limit) => readJournal(session, stage, limit),
  rebuildJournal: () => rebuildJournal(session),
  redriveHolders: (stages) => redriveHolders(session, stages),
  redriveProgress: (id, limit) => redriveProgress(session, id, limit),
  runningRedrives: () => runningRedrives(session),
  settleRedrive: (id) => settleRedrive(session, id),
  askTrials: (wishes) => askTrials(session, wishes),
  trialAnswers: (ids) => trialAnswers(session, ids),
  forgetTrials: (ids) => forgetTrials(session, ids),
});
