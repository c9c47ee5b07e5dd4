import type { Place } from "@samvirke/contracts";
import type { Columns, ColumnType, RowChange, Table } from "@samvirke/kernel";

/** A fact as far as a row that keeps it needs it: its place and its sealed bytes. */
export interface Keepable extends Place {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Columns of a row that keeps one event, sealed as it was. */
export const keptColumns: Readonly<Record<string, ColumnType>> = {
  event_id: "uuid",
  event_type: "text",
  event: "bytea",
  partition: "integer",
  position: "bigint",
  recorded_at: "bigint",
};

/** The event of a row that keeps one. */
export const kept = (fact: Keepable): Columns => ({
  event_id: fact.id,
  event_type: fact.type,
  event: fact.bytes,
  partition: fact.partition,
  position: fact.position,
  recorded_at: fact.recordedAt,
});

/** Columns of a further event in the same row, under a name of its own. */
export const slotColumns = (name: string): Readonly<Record<string, ColumnType>> => ({
  [`${name}_id`]: "uuid",
  [`${name}_type`]: "text",
  [name]: "bytea",
});

/** A further event in the same row. */
export const slot = (name: string, fact: Keepable): Columns => ({
  [`${name}_id`]: fact.id,
  [`${name}_type`]: fact.type,
  [name]: fact.bytes,
});

/** A row with these columns; others that it has stay as they are. */
export const put = (table: string, key: Columns, columns: Columns = {}): RowChange => ({
  op: "upsert",
  table,
  key,
  columns,
});

/** The rows with this key, or with this part of a key, go. */
export const drop = (table: string, key: Columns): RowChange => ({ op: "delete", table, key });

/** One row of a party filter for each alias. */
export const grants = (table: string, key: Columns, aliases: ReadonlyArray<string>): ReadonlyArray<RowChange> =>
  [...new Set(aliases)].map((party) => put(table, { ...key, party }));

/** A table about a person that keeps an event. */
export const subject = (
  name: string,
  key: Table["key"],
  { columns = {}, indexes = [] }: { readonly columns?: Table["columns"]; readonly indexes?: Table["indexes"] } = {},
): Table => ({
  name,
  key,
  columns: Object.fromEntries(
    Object.entries({ person_id: "uuid" as const, ...columns, ...keptColumns }).filter(([column]) => !(column in key)),
  ),
  indexes: [["person_id"], ...(indexes ?? [])],
});

/** The party filter of a table: who holds one of a row's aliases sees it. */
export const filterOf = (table: string, key: Table["key"]): Table => ({
  name: `${table}_party`,
  key: { ...key, party: "text" },
  columns: {},
  indexes: [["party"]],
});
