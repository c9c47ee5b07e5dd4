import { partitionOf } from "@samvirke/kernel";
import type {
  Advance,
  ConstraintFailure,
  LogRecord,
  NewRecord,
  ParkedRecord,
  RowChange,
  StageTransaction,
} from "@samvirke/kernel";
import { changeRow, partitionLog } from "./memory-tables.ts";
import type { Locks, MemoryTables } from "./memory-tables.ts";

/** What a test may turn on in a store. */
export interface MemoryStoreHooks {
  /** Called before each statement, before and after each commit; may wait or reject. */
  readonly step: (point: string) => Promise<void>;
  /** True: a constraint refuses this change. */
  readonly refuses: (schema: string, change: RowChange) => boolean;
}

export interface TransactionParts {
  readonly tables: MemoryTables;
  readonly locks: Locks;
  readonly hooks: MemoryStoreHooks;
  readonly now: () => number;
}

export const checkpointKey = (of: Pick<Advance, "stage" | "topic" | "partition">): string =>
  `${of.stage} ${of.topic} ${of.partition}`;

export const parkKey = (stage: string, record: LogRecord): string =>
  `${stage} ${record.topic} ${record.partition} ${record.position}`;

export const parkedOf = (tables: MemoryTables, stage: string, person: string): ReadonlyArray<ParkedRecord> =>
  [...tables.parked.values()]
    .filter((park) => park.stage === stage && park.record.key === person)
    .sort((a, b) => a.record.position - b.record.position);

const refused = (change: RowChange): ConstraintFailure =>
  Object.assign(new Error(`${change.table}: 23514 refused`), { constraint: "refused" });

const placeOf = (record: NewRecord): { readonly topic: string; readonly partition: number } => ({
  topic: record.topic,
  partition: record.partition ?? partitionOf(record.key),
});

const appendOne = ({ tables, now }: TransactionParts, record: NewRecord): void => {
  const { topic, partition } = placeOf(record);
  const log = partitionLog(tables, topic, partition);
  log.push({ ...record, partition, position: log.length, recordedAt: now() });
};

/** A transaction whose writes show at once when it commits; checkpoint and head rows are locked until it ends. */
export interface OpenTransaction extends StageTransaction {
  readonly commit: () => void;
  readonly end: () => void;
}

export const openTransaction = (parts: TransactionParts): OpenTransaction => {
  const { tables, locks, hooks } = parts;
  const holder = {};
  const writes: Array<() => void> = [];
  let last: Promise<unknown> = Promise.resolve();
  /** Statements run in the order in which they are asked for; after one that failed none does anything. */
  const inOrder = <A>(statement: () => Promise<A>): Promise<A> => {
    const run = last.then(statement);
    last = run;
    run.catch(() => undefined);
    return run;
  };
  /** Where this transaction has moved checkpoints: it sees its own writes. */
  const moved = new Map<string, number>();
  const advanceOne = async (move: Advance): Promise<boolean> => {
    const key = checkpointKey(move);
    await locks.acquire(`checkpoint ${key}`, holder);
    if ((moved.get(key) ?? tables.checkpoints.get(key)?.position ?? -1) !== move.from) return false;
    moved.set(key, move.to);
    writes.push(() => tables.checkpoints.set(key, { position: move.to, hint: move.hint }));
    return true;
  };
  const write = (point: string, make: () => void): Promise<void> =>
    inOrder(async () => {
      await hooks.step(point);
      writes.push(make);
    });
  const read = <A>(point: string, make: () => A): Promise<A> =>
    inOrder(async () => {
      await hooks.step(point);
      return make();
    });
  const changeAll = async (schema: string, changes: ReadonlyArray<RowChange>): Promise<void> => {
    await hooks.step("change");
    const bad = changes.find((change) => hooks.refuses(schema, change));
    if (bad) throw refused(bad);
    writes.push(() => changes.forEach((change) => changeRow(tables, schema, change)));
  };
  return {
    commit: () => writes.forEach((one) => one()),
    end: () => locks.releaseAll(holder),
    advance: (moves) =>
      inOrder(async () => {
        await hooks.step("advance");
        const done = new Set<Advance>();
        for (const move of moves.toSorted((a, b) => a.partition - b.partition))
          if (await advanceOne(move)) done.add(move);
        return done;
      }),
    parkedPersons: (stage, persons) =>
      read("parked persons", () => new Set(persons.filter((person) => parkedOf(tables, stage, person).length > 0))),
    parked: (stage, person) => read("parked", () => parkedOf(tables, stage, person)),
    park: (records) =>
      write("park", () => records.forEach((park) => tables.parked.set(parkKey(park.stage, park.record), park))),
    unpark: (stage, records) =>
      write("unpark", () => records.forEach((record) => tables.parked.delete(parkKey(stage, record)))),
    states: (stage, keys) =>
      read("states", () => {
        const found = keys.map((key) => [key, tables.states.get(`${stage} ${key}`)] as const);
        return new Map(found.filter((entry): entry is readonly [string, Uint8Array] => entry[1] !== undefined));
      }),
    saveStates: (stage, states) =>
      write("save states", () => states.forEach((bytes, key) => tables.states.set(`${stage} ${key}`, bytes))),
    change: (schema, changes, manner) => {
      const before = last;
      const changed = inOrder(() => changeAll(schema, changes));
      // Behind its savepoint a refusal leaves the transaction as it was.
      if (manner === "guarded") last = changed.catch(() => before);
      return changed;
    },
    append: (records) =>
      inOrder(async () => {
        await hooks.step("append");
        const heads = [
          ...new Set(
            records.map(placeOf).map(({ topic, partition }) => `${topic} ${String(partition).padStart(2, "0")}`),
          ),
        ];
        for (const head of heads.sort()) await locks.acquire(`head ${head}`, holder);
        records.map(placeOf).forEach(({ topic, partition }) => partitionLog(tables, topic, partition));
        writes.push(() => records.forEach((record) => appendOne(parts, record)));
      }),
  };
};
