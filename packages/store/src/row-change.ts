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

const typesStatement: Statement = {
  name: "column_types",
  text: `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type
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

interface Source {
  /** Expressions in the order of the columns, over the unnested row `r`. */
  readonly expressions: ReadonlyArray<string>;
  readonly unnested: ReadonlyArray<string>;
  readonly names: ReadonlyArray<string>;
  readonly values: ReadonlyArray<Parameter>;
}

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

interface Column {
  readonly expression: string;
  readonly unnested: ReadonlyArray<string>;
  readonly names: ReadonlyArray<string>;
  readonly values: ReadonlyArray<Parameter>;
}

const bytesColumn = (index: number, at: number, values: ReadonlyArray<ColumnValue | undefined>): Column => {
  const { body, starts, lengths } = blob(values.map(bytesOf));
  return {
    expression: `substring($${at}::bytea from r.s${index} for r.l${index})`,
    unnested: [`$${at + 1}::int[]`, `$${at + 2}::int[]`],
    names: [`s${index}`, `l${index}`],
    values: [body, arrayLiteral(starts), arrayLiteral(lengths)],
  };
};

const plainColumn = (
  index: number,
  at: number,
  of: { type: string; values: ReadonlyArray<ColumnValue | undefined> },
): Column => ({
  expression: `r.c${index}`,
  unnested: [`$${at}::${of.type}[]`],
  names: [`c${index}`],
  values: [arrayLiteral(of.values.map(plainOf))],
});

const sourceOf = (rows: ReadonlyArray<Columns>, columns: ReadonlyArray<string>, types: ColumnTypes): Source => {
  const parts: Array<Column> = [];
  let at = 1;
  columns.forEach((column, index) => {
    const type = types.get(column) ?? "text";
    const values = rows.map((row) => row[column]);
    const part = type === "bytea" ? bytesColumn(index, at, values) : plainColumn(index, at, { type, values });
    parts.push(part);
    at += part.values.length;
  });
  return {
    expressions: parts.map((part) => part.expression),
    unnested: parts.flatMap((part) => part.unnested),
    names: parts.flatMap((part) => part.names),
    values: parts.flatMap((part) => part.values),
  };
};

const onConflict = (step: RowStep): string => {
  if (step.kind !== "upsert") return "";
  const set = step.columns.map((name) => `${quoted(name)} = excluded.${quoted(name)}`).join(", ");
  return ` on conflict (${step.keys.map(quoted).join(", ")}) do ${set === "" ? "nothing" : `update set ${set}`}`;
};

const textOf = (target: string, step: RowStep, source: Source): string => {
  const from = `unnest(${source.unnested.join(", ")}) as r(${source.names.join(", ")})`;
  const columns = [...step.keys, ...step.columns];
  if (step.kind === "delete") {
    const matches = columns.map((name, i) => `t.${quoted(name)} = ${source.expressions[i]}`).join(" and ");
    return `delete from ${target} t using ${from} where ${matches}`;
  }
  const into = `${target} (${columns.map(quoted).join(", ")})`;
  return `insert into ${into} select ${source.expressions.join(", ")} from ${from}${onConflict(step)}`;
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

const runStep = async (session: Session, { schema, catalogue }: Target, step: RowStep): Promise<void> => {
  const types = catalogue.known(schema, step.table) ?? noTypes;
  const source = sourceOf(step.rows, [...step.keys, ...step.columns], types);
  const text = textOf(`${quoted(schema)}.${quoted(step.table)}`, step, source);
  // PostgreSQL cuts statement names at 63 bytes, so the columns go in as a hash.
  await session.count({ name: `${step.kind}_${shorten(text)}`, text, table: step.table }, source.values);
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
