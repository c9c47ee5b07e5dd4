import type { Ground } from "./place.ts";
import { readers } from "./place.ts";
import type { Side } from "./model.ts";

/** Columns that say how a row stands, by table; a table that is not here is shown by its name alone. */
const telling: Readonly<Record<string, ReadonlyArray<string>>> = {
  sick_leave: ["outcome", "used", "withdrawn"],
  referral: ["status"],
  referral_copy: ["copy_kind"],
  dialogue: ["kind"],
  meeting: ["revision", "ended"],
  meeting_answer: ["by", "answer"],
  duty: ["kind", "state", "withdrawn"],
  effort: ["sector", "closed"],
  spell: ["source"],
  decision: ["subject"],
  plan: ["format"],
  consent: ["status"],
  delivery: ["outcome"],
  person_status: ["kind"],
};

/** What readers are helped by and nobody is shown. */
const hidden: ReadonlySet<string> = new Set(["referral_event", "person_link", "person_status", "consent"]);

interface TableRow {
  readonly name: string;
  readonly columns: ReadonlyArray<string>;
}

const tablesOf = async ({ database }: Ground, schema: string): Promise<ReadonlyArray<TableRow>> => {
  const { rows } = await database.query<TableRow>(
    `select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
     from information_schema.columns where table_schema = $1 group by table_name order by table_name`,
    [schema],
  );
  return rows;
};

type Row = Readonly<Record<string, unknown>>;

const wordOf = (value: unknown): ReadonlyArray<string> => {
  if (value === true) return ["yes"];
  return typeof value === "string" || typeof value === "number" ? [String(value)] : [];
};

const shown = (name: string, row: Row): string =>
  [name, ...(telling[name] ?? []).flatMap((column) => wordOf(row[column]))].join(" ");

interface Reading {
  readonly ground: Ground;
  readonly schema: string;
  readonly tables: ReadonlyArray<TableRow>;
  readonly aliases: ReadonlyArray<string> | undefined;
  readonly person: string;
}

const filterOf = ({ schema, tables, aliases }: Reading, { name, columns }: TableRow): string | undefined => {
  if (aliases === undefined) return "true";
  if (columns.includes("party")) return "t.party = any($2::text[])";
  const filter = tables.find((table) => table.name === `${name}_party`);
  if (filter === undefined) return undefined;
  const key = filter.columns.filter((column) => column !== "party" && columns.includes(column));
  const joined = key.map((column) => `p.${column} = t.${column}`).join(" and ");
  return `exists (select 1 from ${schema}.${filter.name} p where ${joined} and p.party = any($2::text[]))`;
};

const rowsIn = async (reading: Reading, table: TableRow): Promise<ReadonlyArray<string>> => {
  const { ground, schema, aliases = [], person } = reading;
  const filter = filterOf(reading, table);
  if (filter === undefined) return [];
  const { rows } = await ground.database.query<Row>(
    `select t.* from ${schema}.${table.name} t where t.person_id = $1 and ($2::text[] is not null) and ${filter}`,
    [person, aliases],
  );
  return rows.map((row) => shown(table.name, row));
};

/** What a side sees of a person: every row that its reader has grounds for. Source: canonical model 0, audiences. */
export const seenBy = async (ground: Ground, side: Side, person: string): Promise<ReadonlyArray<string>> => {
  const schema = `view_${side}`;
  const tables = await tablesOf(ground, schema);
  const aliases = side === "welfare" ? undefined : (ground.caller(readers[side])?.aliases ?? []);
  const reading = { ground, schema, tables, aliases, person };
  const own = tables.filter(({ name, columns }) => columns.includes("person_id") && !hidden.has(name));
  const all = await Promise.all(own.map((table) => rowsIn(reading, table)));
  const list = all.flat();
  // A spell is shown to whoever has an open certificate of the person's.
  const hasCertificate = list.some((row) => row.startsWith("sick_leave "));
  if (side !== "health" || !hasCertificate || !tables.some(({ name }) => name === "spell")) return list;
  const { rows } = await ground.database.query<Row>("select * from view_health.spell where person_id = $1", [person]);
  return [...list, ...rows.map((row) => shown("spell", row))];
};
