import type { Columns, ColumnValue, RowChange } from "@samvirke/kernel";
import { arrayLiteral, blob } from "./arrays.ts";
import { constraintFailure } from "./failure.ts";
import { planRows, quoted } from "./row-plan.ts";
import type { RowStep } from "./row-plan.ts";
import type { Parameter, Session, Statement } from "./session.ts";

/** Types of a table's columns, as PostgreSQL writes them. */
export type ColumnTypes = ReadonlyMap<string, string>;
export interface TypeCatalogue {
  readonly known: (schema: string, table: string) => ColumnTypes | undefined;
  readonly load: (session: Session, schema: string, table: string) => Promise<void>;
}

// Without its length: a cast to varchar(12) would cut a longer value without a word, where the insert itself refuses it.
const typesStatement: Statement = {
  name: "column_types",
  text: `select a.attname as name, format_type(a.atttypid, null) as type
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = $1 and c.relname = $2 and a.attnum > 0 and not a.attisdropped`,
};

/** Looks up column types once per table. */
export const makeTypeCatalogue = (): TypeCatalogue => {
  const found = new Map<string, ColumnTypes>();
  return {
    known: (schema, table) => found.get(`${schema}.${table}`),
    load: async (session, schema, table) => {
      const rows = await session.rows<{ name: string; type: string }>(typesStatement, [schema, table]);
      if (rows.length > 0) found.set(`${schema}.${table}`, new Map(rows.map((row) => [row.name, row.type])));
    },
  };
};

const wrongType = "22000";

const bytesOf = (value: ColumnValue | undefined): Uint8Array | null => {
  if (value instanceof Uint8Array) return value;
  if (value === null || value === undefined) return null;
  throw constraintFailure("row", { code: wrongType, constraint: "text where bytes belong" });
};

const plainOf = (value: ColumnValue | undefined): string | number | boolean | null => {
  if (value instanceof Uint8Array)
    throw constraintFailure("row", { code: wrongType, constraint: "bytes where text belongs" });
  return value ?? null;
};

/** What a column is in a statement: where its parameters stand, and what the row's value is made of. */
interface Column {
  readonly name: string;
  readonly isBytes: boolean;
  readonly expression: string;
  readonly unnested: ReadonlyArray<string>;
  readonly names: ReadonlyArray<string>;
}

const columnOf = (name: string, type: string, [index, at]: readonly [index: number, at: number]): Column =>
  type === "bytea"
    ? {
        name,
        isBytes: true,
        expression: `substring($${at}::bytea from r.s${index} for r.l${index})`,
        unnested: [`$${at + 1}::int[]`, `$${at + 2}::int[]`],
        names: [`s${index}`, `l${index}`],
      }
    : {
        name,
        isBytes: false,
        expression: `r.c${index}`,
        unnested: [`$${at}::${type}[]`],
        names: [`c${index}`],
      };

const columnsOf = (step: RowStep, types: ColumnTypes): ReadonlyArray<Column> => {
  const columns: Array<Column> = [];
  let at = 1;
  [...step.keys, ...step.columns].forEach((name, index) => {
    const column = columnOf(name, types.get(name) ?? "text", [index, at]);
    columns.push(column);
    at += column.isBytes ? 3 : 1;
  });
  return columns;
};

const valuesOf = ({ name, isBytes }: Column, rows: ReadonlyArray<Columns>): ReadonlyArray<Parameter> => {
  const values = rows.map((row) => row[name]);
  if (!isBytes) return [arrayLiteral(values.map(plainOf))];
  const { body, starts, lengths } = blob(values.map(bytesOf));
  return [body, arrayLiteral(starts), arrayLiteral(lengths)];
};

const onConflict = (step: RowStep): string => {
  if (step.kind !== "upsert") return "";
  const set = step.columns.map((name) => `${quoted(name)} = excluded.${quoted(name)}`).join(", ");
  return ` on conflict (${step.keys.map(quoted).join(", ")}) do ${set === "" ? "nothing" : `update set ${set}`}`;
};

const textOf = (target: string, step: RowStep, columns: ReadonlyArray<Column>): string => {
  const unnested = columns.flatMap((column) => column.unnested).join(", ");
  const from = `unnest(${unnested}) as r(${columns.flatMap(({ names }) => names).join(", ")})`;
  if (step.kind === "delete") {
    const matches = columns.map(({ name, expression }) => `t.${quoted(name)} = ${expression}`).join(" and ");
    return `delete from ${target} t using ${from} where ${matches}`;
  }
  const into = `${target} (${columns.map(({ name }) => quoted(name)).join(", ")})`;
  const expressions = columns.map(({ expression }) => expression).join(", ");
  return `insert into ${into} select ${expressions} from ${from}${onConflict(step)}`;
};

const shorten = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return `${text.length.toString(36)}_${hash.toString(36)}`;
};

interface Target {
  readonly schema: string;
  readonly catalogue: TypeCatalogue;
}

const noTypes: ColumnTypes = new Map();

/** A step's statement, without its rows. */
interface Prepared {
  readonly types: ColumnTypes;
  readonly statement: Statement;
  readonly columns: ReadonlyArray<Column>;
}

const prepare = (schema: string, step: RowStep, types: ColumnTypes): Prepared => {
  const columns = columnsOf(step, types);
  const text = textOf(`${quoted(schema)}.${quoted(step.table)}`, step, columns);
  // PostgreSQL cuts statement names at 63 bytes, so the columns go in as a hash.
  return { types, columns, statement: { name: `${step.kind}_${shorten(text)}`, text, table: step.table } };
};

// A process changes few tables in few ways, again and again.
const kept = new Map<string, Prepared>();

const preparedFor = ({ schema, catalogue }: Target, step: RowStep): Prepared => {
  const types = catalogue.known(schema, step.table) ?? noTypes;
  const name = [step.kind, schema, step.table, step.keys.length, ...step.keys, ...step.columns].join();
  const known = kept.get(name);
  if (known?.types === types) return known;
  const made = prepare(schema, step, types);
  kept.set(name, made);
  return made;
};

const runStep = async (session: Session, target: Target, step: RowStep): Promise<void> => {
  const { statement, columns } = preparedFor(target, step);
  await session.count(
    statement,
    columns.flatMap((column) => valuesOf(column, step.rows)),
  );
};

/** Runs row changes in few statements, sent together once the tables' types are known. */
export const changeRows = async (
  session: Session,
  target: Target,
  changes: ReadonlyArray<RowChange>,
): Promise<void> => {
  const { schema, catalogue } = target;
  const steps = planRows(changes);
  const unknown = new Set(steps.map(({ table }) => table).filter((table) => !catalogue.known(schema, table)));
  for (const table of unknown) await catalogue.load(session, schema, table);
  await Promise.all(steps.map((step) => runStep(session, target, step)));
};
