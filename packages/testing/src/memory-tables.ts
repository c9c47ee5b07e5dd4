import { partitionCount } from "@samvirke/kernel";
import type {
  Checkpoint,
  Columns,
  LogRecord,
  ParkedRecord,
  RowChange,
  StageControl,
  StageReport,
  ReseedState,
  Topic,
  Trial,
  TrialAnswer,
} from "@samvirke/kernel";

/** What is committed. */
export interface MemoryTables {
  readonly log: Map<Topic, ReadonlyArray<Array<LogRecord>>>;
  readonly checkpoints: Map<string, Checkpoint>;
  readonly parked: Map<string, ParkedRecord>;
  readonly states: Map<string, Uint8Array>;
  /** Rows per schema and table, by their key. */
  readonly rows: Map<string, Map<string, Columns>>;
  readonly controls: Map<string, StageControl>;
  readonly reports: Map<string, StageReport>;
  readonly hints: Map<Topic, ReadonlyMap<number, number>>;
  readonly reseeds: Map<Topic, { readonly state: ReseedState; readonly deletes: boolean }>;
  /** Positions of discarded records, per stage, topic and partition. */
  readonly discarded: Map<string, Set<number>>;
  /** Trials that wait, per stage, and their answers by id. */
  readonly trials: Map<string, ReadonlyArray<Trial>>;
  readonly answers: Map<string, TrialAnswer["records"]>;
}

export const emptyTables = (): MemoryTables => ({
  log: new Map(),
  checkpoints: new Map(),
  parked: new Map(),
  states: new Map(),
  rows: new Map(),
  controls: new Map(),
  reports: new Map(),
  hints: new Map(),
  reseeds: new Map(),
  discarded: new Map(),
  trials: new Map(),
  answers: new Map(),
});

export const createTopic = (tables: MemoryTables, topic: Topic): void => {
  if (!tables.log.has(topic))
    tables.log.set(
      topic,
      Array.from({ length: partitionCount }, () => []),
    );
};

export const partitionLog = (tables: MemoryTables, topic: Topic, partition: number): Array<LogRecord> => {
  const found = tables.log.get(topic)?.[partition];
  if (!found) throw new Error(`the log has no partition ${partition} of topic ${topic}`);
  return found;
};

const rowKey = (key: Columns): string => JSON.stringify(Object.entries(key).sort());

/** Changes one row. */
export const changeRow = (tables: MemoryTables, schema: string, change: RowChange): void => {
  const name = `${schema}.${change.table}`;
  const rows = tables.rows.get(name) ?? new Map<string, Columns>();
  tables.rows.set(name, rows);
  if (change.op === "insert") rows.set(`${rows.size} ${rowKey(change.columns)}`, change.columns);
  else if (change.op === "delete") rows.delete(rowKey(change.key));
  else rows.set(rowKey(change.key), { ...rows.get(rowKey(change.key)), ...change.columns, ...change.key });
};

/** Row locks: whoever asks for a held one waits until its holder's transaction ends. */
export interface Locks {
  readonly acquire: (name: string, holder: object) => Promise<void>;
  readonly releaseAll: (holder: object) => void;
}

export const makeLocks = (): Locks => {
  const held = new Map<string, object>();
  const queues = new Map<string, Array<{ readonly holder: object; readonly grant: () => void }>>();
  return {
    acquire: (name, holder) => {
      const owner = held.get(name);
      if (owner === holder) return Promise.resolve();
      if (owner === undefined) {
        held.set(name, holder);
        return Promise.resolve();
      }
      return new Promise((grant) => queues.set(name, [...(queues.get(name) ?? []), { holder, grant }]));
    },
    releaseAll: (holder) => {
      for (const [name, owner] of held) {
        if (owner !== holder) continue;
        const [next, ...rest] = queues.get(name) ?? [];
        queues.set(name, rest);
        if (next) held.set(name, next.holder);
        else held.delete(name);
        next?.grant();
      }
    },
  };
};
