import { systemClock } from "@samvirke/kernel";
import type {
  Clock,
  LogRecord,
  RelayStore,
  StageControl,
  StageStore,
  StoreLock,
  Topic,
  TopicStore,
} from "@samvirke/kernel";
import { createTopic, emptyTables, makeLocks } from "./memory-tables.ts";
import type { Locks, MemoryTables } from "./memory-tables.ts";
import { checkpointKey, openTransaction, parkedOf } from "./memory-transaction.ts";
import type { MemoryStoreHooks, TransactionParts } from "./memory-transaction.ts";

/** A store as one process holds it. */
export interface MemoryStorePort extends StageStore, RelayStore, TopicStore {
  /** Ends the process's sessions without a word: its session locks and listeners are gone. */
  readonly crash: () => void;
}

/** A database in memory: many ports, one set of tables. */
export interface MemoryStore {
  readonly port: (hooks?: Partial<MemoryStoreHooks>) => MemoryStorePort;
  /** What is committed, for a test to look at and to change. */
  readonly tables: MemoryTables;
  readonly setControl: (stage: string, control: StageControl) => void;
  readonly parkedOf: (stage: string, person: string) => ReturnType<typeof parkedOf>;
}

export interface MemoryStoreOptions {
  readonly clock?: Clock;
  readonly hooks?: Partial<MemoryStoreHooks>;
}

interface Shared {
  readonly tables: MemoryTables;
  readonly locks: Locks;
  readonly clock: Clock;
  readonly sessions: Map<string, object>;
  readonly listeners: Map<() => void, object>;
}

const transactIn =
  (shared: Shared, hooks: MemoryStoreHooks): StageStore["transact"] =>
  async (work) => {
    const parts: TransactionParts = { tables: shared.tables, locks: shared.locks, hooks, now: shared.clock.now };
    const transaction = openTransaction(parts);
    try {
      await hooks.step("begin");
      const result = await work(transaction);
      await hooks.step("commit");
      transaction.commit();
      transaction.end();
      await hooks.step("committed");
      return result;
    } finally {
      transaction.end();
    }
  };

const readLogIn =
  ({ tables }: Shared, hooks: MemoryStoreHooks): RelayStore["readLog"] =>
  async (topic, cursors, bound) => {
    await hooks.step("read log");
    const found: Array<LogRecord> = [];
    for (const { partition, after } of cursors.toSorted((a, b) => a.partition - b.partition))
      found.push(...(tables.log.get(topic)?.[partition]?.slice(after + 1, after + 1 + bound.records) ?? []));
    return found;
  };

const sessionLock =
  ({ sessions }: Shared, hooks: MemoryStoreHooks, held: Map<string, () => void>): RelayStore["lock"] =>
  async (name): Promise<StoreLock | undefined> => {
    await hooks.step("lock");
    if (sessions.has(name)) return undefined;
    const mine = {};
    sessions.set(name, mine);
    const lost = Promise.withResolvers<void>();
    const isHeld = (): boolean => sessions.get(name) === mine;
    const drop = (): void => {
      if (isHeld()) sessions.delete(name);
      lost.resolve();
    };
    held.set(name, drop);
    return { lost: lost.promise, isHeld, release: async () => drop() };
  };

const headsOf = ({ tables }: Shared, topic: Topic): ReadonlyMap<number, number> =>
  new Map((tables.log.get(topic) ?? []).map((records, partition) => [partition, records.length]));

const makePort = (shared: Shared, hooks: MemoryStoreHooks): MemoryStorePort => {
  const { tables, listeners } = shared;
  const self = {};
  const held = new Map<string, () => void>();
  const after = async <A>(point: string, read: () => A): Promise<A> => {
    await hooks.step(point);
    return read();
  };
  return {
    transact: transactIn(shared, hooks),
    checkpoint: (stage, topic, partition) =>
      after(
        "checkpoint",
        () => tables.checkpoints.get(checkpointKey({ stage, topic, partition })) ?? { position: -1, hint: undefined },
      ),
    heads: (topic) => after("heads", () => headsOf(shared, topic)),
    idAt: async (topic, partition, position) => tables.log.get(topic)?.[partition]?.[position]?.id,
    allHeads: () =>
      after("heads", () => new Map([...tables.log.keys()].map((topic) => [topic, headsOf(shared, topic)]))),
    control: (stage) =>
      after("control", () => ({
        ...(tables.controls.get(stage) ?? { paused: false, reason: undefined, at: undefined }),
        hasTrials: (tables.trials.get(stage) ?? []).length > 0,
      })),
    discarded: (of) => after("discarded", () => tables.discarded.get(checkpointKey(of)) ?? new Set<number>()),
    takeTrials: (stage) =>
      after("take trials", () => {
        const taken = tables.trials.get(stage) ?? [];
        tables.trials.delete(stage);
        return taken;
      }),
    answerTrial: ({ id, records }) => after("answer trial", () => void tables.answers.set(id, records)),
    report: (report) => after("report", () => void tables.reports.set(`${report.stage} ${report.instance}`, report)),
    wake: () => listeners.forEach((_, onWake) => onWake()),
    readLog: readLogIn(shared, hooks),
    relayHints: (topic) => after("hints", () => tables.hints.get(topic) ?? new Map<number, number>()),
    saveRelayHints: (topic, hints) =>
      after("save hints", () => void tables.hints.set(topic, new Map([...(tables.hints.get(topic) ?? []), ...hints]))),
    reseed: async (topic) => tables.reseeds.get(topic),
    answerReseed: async (topic, state) =>
      void tables.reseeds.set(topic, { deletes: tables.reseeds.get(topic)?.deletes === true, state }),
    lock: sessionLock(shared, hooks, held),
    listen: async (onWake) => {
      listeners.set(onWake, self);
      return async () => void listeners.delete(onWake);
    },
    createTopics: async (topics) => topics.forEach((topic) => createTopic(tables, topic)),
    crash: () => {
      held.forEach((drop) => drop());
      listeners.forEach((owner, onWake) => owner === self && listeners.delete(onWake));
    },
  };
};

const defaultHooks: MemoryStoreHooks = { step: () => Promise.resolve(), refuses: () => false };

/** A store in memory with PostgreSQL's promises as far as the hub leans on them: row locks held to the commit, reads of what is committed, all or nothing. */
export const makeMemoryStore = (options: MemoryStoreOptions = {}): MemoryStore => {
  const shared: Shared = {
    tables: emptyTables(),
    locks: makeLocks(),
    clock: options.clock ?? systemClock,
    sessions: new Map(),
    listeners: new Map(),
  };
  return {
    port: (hooks) => makePort(shared, { ...defaultHooks, ...options.hooks, ...hooks }),
    tables: shared.tables,
    setControl: (stage, control) => void shared.tables.controls.set(stage, control),
    parkedOf: (stage, person) => parkedOf(shared.tables, stage, person),
  };
};
