import type { Seen } from "../content.ts";
import type { Evidence } from "../evidence.ts";
import type { Report } from "../finding.ts";
import type { Sent } from "../ledger.ts";

type Row = Readonly<Record<string, unknown>>;

/** Columns that a row must have. */
export type Wanted = Readonly<Record<string, unknown>>;

export interface WantedRow {
  readonly columns: Wanted;
  readonly message: Sent | undefined;
}

/** A table and the rows that must be in it. */
export interface View {
  readonly table: string;
  /** Columns that name a row. */
  readonly keys: ReadonlyArray<string>;
  /** Columns of bytes, compared by their hashes. */
  readonly bytes?: ReadonlyArray<string>;
  /** Rows that must be there, by their keys with spaces between. */
  readonly wanted: ReadonlyMap<string, WantedRow>;
}

const nameOf = (keys: ReadonlyArray<string>, row: Row): string => keys.map((key) => String(row[key])).join(" ");

const compareRow = (report: Report, { table, keys, wanted }: View, row: Row): void => {
  const name = nameOf(keys, row);
  const found = wanted.get(name);
  if (!found) return report.note("duplicated", `${table} ${name}`, "no message calls for this row");
  const differing = Object.entries(found.columns).filter(
    ([column, value]) => (row[column] ?? null) !== (value ?? null),
  );
  if (differing.length === 0) return;
  const names = differing.map(([column]) => column).join(", ");
  report.note("wrong", `${table} ${name}`, `it is not what the log says: ${names}`, found.message?.n);
};

const columnsOf = ({ keys, bytes = [], wanted }: View): ReadonlyArray<string> => {
  const named = [...wanted.values()].flatMap(({ columns }) => Object.keys(columns));
  return [...new Set([...keys, ...named])].map((column) =>
    bytes.includes(column) ? `encode(sha256(${column}), 'hex') as ${column}` : column,
  );
};

/** Every row of a table is one that must be there, as it must be; none is missing. */
export const checkView = async ({ database }: Evidence, report: Report, view: View): Promise<void> => {
  const rows = await database.rows<Row>(`select ${columnsOf(view).join(", ")} from ${view.table}`);
  const found = new Set(rows.map((row) => nameOf(view.keys, row)));
  for (const row of rows) compareRow(report, view, row);
  for (const [name, { message }] of view.wanted)
    if (!found.has(name)) report.note("lost", `${view.table} ${name}`, "its row is missing", message?.n);
};

/** Columns of a row that keeps one event. */
export const kept = (seen: Seen | undefined): Wanted => ({
  event_id: seen?.id,
  event_type: seen?.type,
  event: seen?.sha256,
  partition: seen?.partition,
  position: seen?.position,
});
