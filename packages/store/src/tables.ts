import type { ColumnType, Table } from "@samvirke/kernel";
import type { Session } from "./session.ts";

const nameForm = /^[a-z][a-z0-9_]{0,40}$/;

const quoted = (name: string): string => {
  if (!nameForm.test(name))
    throw new Error("a name of a schema, table or column has other characters than a-z, 0-9 and _");
  return `"${name}"`;
};

// Bytes are sealed, so they would not become smaller.
const column = ([name, type]: readonly [string, ColumnType]): string =>
  `${quoted(name)} ${type}${type === "bytea" ? " storage external" : ""}`;

const createTable = (schema: string, { name, key }: Table): string => {
  const columns = Object.entries(key).map((entry) => `${column(entry)} not null`);
  const primary = Object.keys(key).map(quoted).join(", ");
  return `create table if not exists ${quoted(schema)}.${quoted(name)} (${columns.join(", ")}, primary key (${primary})) with (toast_tuple_target = 8160)`;
};

const addColumns = (schema: string, { name, columns }: Table): ReadonlyArray<string> =>
  Object.entries(columns).map(
    (entry) => `alter table ${quoted(schema)}.${quoted(name)} add column if not exists ${column(entry)}`,
  );

const addIndexes = (schema: string, { name, indexes = [] }: Table): ReadonlyArray<string> =>
  indexes.map((columns) => {
    const index = quoted(`${name}_${columns.join("_")}`.slice(0, 40));
    return `create index if not exists ${index} on ${quoted(schema)}.${quoted(name)} (${columns.map(quoted).join(", ")})`;
  });

const statementsFor = (schema: string, table: Table): ReadonlyArray<string> => [
  createTable(schema, table),
  ...addColumns(schema, table),
  ...addIndexes(schema, table),
];

/** Creates a projection's schema and tables, and adds columns that are new; what is there stays. One process at a time. */
export const createTables = async (session: Session, schema: string, tables: ReadonlyArray<Table>): Promise<void> => {
  await session.rows({ name: "lock_tables", text: "select pg_advisory_xact_lock(hashtextextended($1, 2))" }, [schema]);
  const statements = [
    `create schema if not exists ${quoted(schema)}`,
    ...tables.flatMap((table) => statementsFor(schema, table)),
  ];
  for (const text of statements) await session.rows({ name: "", text }, []);
};
