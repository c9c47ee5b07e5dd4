import type { Columns, RowChange } from "@samvirke/kernel";

/** Rows of one table that one statement takes: the same columns in the same order. */
export interface RowStep {
  readonly kind: "upsert" | "insert" | "delete";
  readonly table: string;
  readonly keys: ReadonlyArray<string>;
  /** Columns besides the keys. */
  readonly columns: ReadonlyArray<string>;
  readonly rows: ReadonlyArray<Columns>;
}

interface KeyedRow {
  readonly key: Columns;
  /** The row goes first, so that columns from before do not stay. */
  isDeleted: boolean;
  columns: Columns | undefined;
}

interface KeyedRun {
  readonly kind: "keyed";
  readonly table: string;
  readonly keys: ReadonlyArray<string>;
  readonly rows: Map<string, KeyedRow>;
}

interface InsertRun {
  readonly kind: "insert";
  readonly table: string;
  readonly rows: Array<Columns>;
}

type Run = KeyedRun | InsertRun;

const nameForm = /^[a-z_][a-z0-9_]{0,62}$/;

/** The name of a schema, table or column, quoted. */
export const quoted = (name: string): string => {
  if (!nameForm.test(name)) throw new Error("not a name of a schema, table or column");
  return `"${name}"`;
};

const namesOf = (columns: Columns): ReadonlyArray<string> => Object.keys(columns).sort();
const sameNames = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): boolean => a.join() === b.join();

const keyText = (keys: ReadonlyArray<string>, key: Columns): string =>
  JSON.stringify(
    keys.map((name) => (key[name] instanceof Uint8Array ? Buffer.from(key[name]).toString("hex") : key[name])),
  );

const addKeyed = (run: KeyedRun, change: Exclude<RowChange, { op: "insert" }>): void => {
  const name = keyText(run.keys, change.key);
  const row = run.rows.get(name) ?? { key: change.key, isDeleted: false, columns: undefined };
  run.rows.set(name, row);
  if (change.op === "upsert") row.columns = { ...row.columns, ...change.columns };
  else [row.isDeleted, row.columns] = [true, undefined];
};

const runFor = (last: Run | undefined, change: RowChange): Run => {
  if (change.op === "insert") return last?.kind === "insert" ? last : { kind: "insert", table: change.table, rows: [] };
  const keys = namesOf(change.key);
  if (last?.kind === "keyed" && sameNames(last.keys, keys)) return last;
  return { kind: "keyed", table: change.table, keys, rows: new Map() };
};

const grouped = <A>(rows: ReadonlyArray<A>, columnsOf: (row: A) => Columns): ReadonlyArray<ReadonlyArray<A>> => [
  ...Map.groupBy(rows, (row) => namesOf(columnsOf(row)).join()).values(),
];

const keyedSteps = (run: KeyedRun): ReadonlyArray<RowStep> => {
  const { table, keys } = run;
  const rows = [...run.rows.values()];
  const deleted = rows.filter((row) => row.isDeleted).map((row) => row.key);
  const kept = rows.flatMap(({ key, columns }) => (columns ? [{ key, columns }] : []));
  const upserts = grouped(kept, (row) => row.columns).map((group): RowStep => {
    const columns = namesOf(group[0]?.columns ?? {}).filter((name) => !keys.includes(name));
    return { kind: "upsert", table, keys, columns, rows: group.map((row) => ({ ...row.columns, ...row.key })) };
  });
  return deleted.length === 0 ? upserts : [{ kind: "delete", table, keys, columns: [], rows: deleted }, ...upserts];
};

const insertSteps = ({ table, rows }: InsertRun): ReadonlyArray<RowStep> =>
  grouped(rows, (row) => row).map((group) => ({
    kind: "insert",
    table,
    keys: [],
    columns: namesOf(group[0] ?? {}),
    rows: group,
  }));

/**
 * The statements that a list of changes needs, few and large.
 *
 * Shape: within a table the outcome is that of the changes one by one (a later column wins, columns merge, a delete
 * forgets what came before); tables follow each other as they first appear.
 */
export const planRows = (changes: ReadonlyArray<RowChange>): ReadonlyArray<RowStep> => {
  const tables = new Map<string, Array<Run>>();
  for (const change of changes) {
    const runs = tables.get(change.table) ?? [];
    tables.set(change.table, runs);
    const last = runs.at(-1);
    const run = runFor(last, change);
    if (run !== last) runs.push(run);
    if (change.op === "insert") (run as InsertRun).rows.push(change.columns);
    else addKeyed(run as KeyedRun, change);
  }
  return [...tables.values()].flat().flatMap((run) => (run.kind === "keyed" ? keyedSteps(run) : insertSteps(run)));
};
