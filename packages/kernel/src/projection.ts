import type { RowChange } from "./store-port.ts";

export type ColumnType = "uuid" | "text" | "integer" | "bigint" | "boolean" | "bytea";

/** A projection's table as data; the stage creates it in the projection's schema. */
export interface Table {
  readonly name: string;
  readonly key: Readonly<Record<string, ColumnType>>;
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly indexes?: ReadonlyArray<ReadonlyArray<string>>;
}

/** What a projection makes of one record: its rows, and what subscribers are told. */
export interface Projected<Change = never> {
  readonly rows: ReadonlyArray<RowChange>;
  readonly changes: ReadonlyArray<Change>;
}
