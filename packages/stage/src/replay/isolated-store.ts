import type { NewRecord } from "@samvirke/kernel";
import type { Store, StoreTransaction } from "@samvirke/store";
import type { Names } from "../hub/names.ts";
import { runNames } from "../hub/names.ts";

/** What becomes of the records that a stage would append. captured: kept with the run; counted: only counted. */
export type Appending = "captured" | "counted";

/** A run that is to touch nothing that lives. */
export interface Isolation {
  readonly run: string;
  readonly appending: Appending;
}

/** What a run would have done to the outside. */
export interface SideEffects {
  /** Records that its stages would have appended. */
  appended: number;
}

const refuse = (): Promise<never> => Promise.reject(new Error("a replay changes nothing that lives"));

interface Inside {
  readonly isolation: Isolation;
  readonly names: Names;
  readonly effects: SideEffects;
}

const appendOf =
  (transaction: StoreTransaction, { isolation, effects }: Inside) =>
  async (records: ReadonlyArray<NewRecord>): Promise<void> => {
    effects.appended += records.length;
    if (isolation.appending === "captured") await transaction.capture(isolation.run, records);
  };

/** A stage's transaction under the names of the run; what only doors may do is refused. */
const isolated = (transaction: StoreTransaction, inside: Inside): StoreTransaction => {
  const { stage, schema } = inside.names;
  return {
    advance: async (moves) => {
      const own = new Map(moves.map((move) => [{ ...move, stage: stage(move.stage) }, move] as const));
      const moved = await transaction.advance([...own.keys()]);
      return new Set([...own].flatMap(([mine, asked]) => (moved.has(mine) ? [asked] : [])));
    },
    parkedPersons: (name, persons) => transaction.parkedPersons(stage(name), persons),
    parked: (name, person) => transaction.parked(stage(name), person),
    park: (records) => transaction.park(records.map((record) => ({ ...record, stage: stage(record.stage) }))),
    unpark: (name, records) => transaction.unpark(stage(name), records),
    states: (name, keys) => transaction.states(stage(name), keys),
    saveStates: (name, states) => transaction.saveStates(stage(name), states),
    change: (name, changes, manner) => transaction.change(schema(name), changes, manner),
    append: appendOf(transaction, inside),
    capture: transaction.capture,
    appendPlaced: refuse,
    insertArchive: refuse,
    findOrCreatePersons: refuse,
    addPersons: refuse,
    lockPersons: refuse,
    findPersons: refuse,
    mergePersons: refuse,
    survivorsOf: refuse,
    claimWireIds: refuse,
    waitUnder: refuse,
    waitingUnder: refuse,
    moveClock: refuse,
    writeJournal: refuse,
    askReseed: refuse,
    setControl: refuse,
    discard: refuse,
    beginRedrive: refuse,
    lockRedrive: refuse,
    setRedriveState: refuse,
    nextOfRedrive: refuse,
    sentOfRedrive: refuse,
  };
};

const nothing = (): Promise<void> => Promise.resolve();

/** The store as the stages of a run see it: what lives can be read, what is written lies under the run's own names. */
export const isolatedStore = (store: Store, isolation: Isolation, effects: SideEffects): Store => {
  const names = runNames(isolation.run);
  const inside: Inside = { isolation, names, effects };
  return {
    ...store,
    migrate: nothing,
    createTopics: nothing,
    createTables: (schema, tables) => store.createTables(names.schema(schema), tables),
    checkpoint: (stage, topic, partition) => store.checkpoint(names.stage(stage), topic, partition),
    transact: (work) => store.transact((transaction) => work(isolated(transaction, inside))),
    control: () => Promise.resolve({ paused: false, reason: undefined, at: undefined }),
    report: nothing,
    setControl: refuse,
    saveRelayHints: refuse,
    answerReseed: refuse,
    takeTrials: refuse,
    answerTrial: refuse,
    settleRedrive: refuse,
    askTrials: refuse,
    forgetTrials: refuse,
    lock: refuse,
    listen: refuse,
    wake: () => undefined,
  };
};
