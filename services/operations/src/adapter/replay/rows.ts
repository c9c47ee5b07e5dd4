import { isDeepStrictEqual } from "node:util";
import type { Statement } from "@samvirke/store";
import { differences } from "../../core/replay/difference.ts";
import type { Difference } from "../../core/replay/report.ts";
import type { StageEntry } from "../../core/stages.ts";
import type { Compared, Comparing } from "./appended.ts";

/** A projection's table as the database describes it. */
interface TableShape {
  readonly name: string;
  readonly key: ReadonlyArray<string>;
  readonly columns: ReadonlyArray<string>;
}

const shapesStatement: Statement = {
  name: "replay_shapes",
  text: `select c.relname as name,
      (select array_agg(a.attname order by k.ord)::text[] from unnest(i.indkey::int[]) with ordinality as k(num, ord)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num) as key,
      (select array_agg(a.attname order by a.attname)::text[] from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_index i on i.indrelid = c.oid and i.indisprimary
    where n.nspname = $1 and c.relkind = 'r' order by c.relname`,
};

const personColumns = ["person_id", "person"] as const;

const personColumnOf = ({ columns }: TableShape): string | undefined =>
  personColumns.find((name) => columns.includes(name));

// A row of a filter names no person, but what it filters does.
const restriction = (
  { run, everybody }: Comparing,
  {
    table,
    all,
    schema,
  }: { readonly table: TableShape; readonly all: ReadonlyArray<TableShape>; readonly schema: string },
): string => {
  if (everybody) return "true";
  const chosen = `select person from ${run}.person`;
  const own = personColumnOf(table);
  if (own !== undefined) return `t.${own} in (${chosen})`;
  const [key = ""] = table.key;
  const owners = all.filter((one) => one.key[0] === key && personColumnOf(one) !== undefined);
  const parts = owners.map(
    (owner) =>
      `t.${key} in (select o.${key} from ${schema}.${owner.name} o where o.${personColumnOf(owner) ?? ""} in (${chosen}))`,
  );
  return parts.length === 0 ? "false" : parts.join(" or ");
};

interface RowPair {
  readonly live: Readonly<Record<string, unknown>> | null;
  readonly own: Readonly<Record<string, unknown>> | null;
}

const pairsStatement = (
  comparing: Comparing,
  of: { readonly table: TableShape; readonly all: ReadonlyArray<TableShape>; readonly schema: string },
): Statement => {
  const { table, schema } = of;
  const on = table.key.map((name) => `l.${name} = o.${name}`).join(" and ");
  const live = `(select t.* from ${schema}.${table.name} t where ${restriction(comparing, of)})`;
  const own = `${comparing.run}_${schema}.${table.name}`;
  return {
    name: "",
    text: `select to_jsonb(l) as live, to_jsonb(o) as own from ${live} l full join ${own} o on ${on}
      where to_jsonb(l) is distinct from to_jsonb(o)`,
  };
};

const countStatement = (
  comparing: Comparing,
  of: { readonly table: TableShape; readonly all: ReadonlyArray<TableShape>; readonly schema: string },
): Statement => ({
  name: "",
  text: `select count(*) as n from ${of.schema}.${of.table.name} t where ${restriction(comparing, of)}`,
});

const mayTell = (_: string, text: string): boolean => !text.startsWith("\\x");

const changeOf = ({ live, own }: RowPair): Difference["change"] =>
  live === null ? "extra" : own === null ? "missing" : "changed";

const textIn = (row: Readonly<Record<string, unknown>>, name: string | undefined): string | null => {
  const value = name === undefined ? undefined : row[name];
  return typeof value === "string" ? value : null;
};

const differenceOf =
  (stage: string, table: TableShape) =>
  (pair: RowPair): Difference => {
    const { live, own } = pair;
    const row = own ?? live ?? {};
    return {
      stage,
      what: "row",
      type: table.name,
      change: changeOf(pair),
      id: table.key.map((name) => String(row[name])).join("/"),
      personId: textIn(row, personColumnOf(table)),
      causedBy: null,
      messageId: textIn(row, "archive_id"),
      rules: [],
      fields: live === null || own === null ? [] : differences(live, own, mayTell),
    };
  };

/** Compares the rows of a replayed stage with those that live. Persons in `moved` have had something since; they are left out. */
export const compareRows = async (
  comparing: Comparing,
  stage: StageEntry,
  moved: ReadonlySet<string>,
): Promise<Compared> => {
  const { schema } = stage;
  if (schema === undefined) return { differences: [], compared: 0 };
  const { store, run } = comparing;
  const all = await store.query<TableShape>(shapesStatement, [schema]);
  const own = await store.query<TableShape>(shapesStatement, [`${run}_${schema}`]);
  const shared = all.filter((table) =>
    own.some((one) => one.name === table.name && isDeepStrictEqual(one.key, table.key)),
  );
  const found: Array<Difference> = [];
  let compared = 0;
  for (const table of shared) {
    const of = { table, all, schema };
    const pairs = await store.query<RowPair>(pairsStatement(comparing, of), []);
    const [counted] = await store.query<{ n: number }>(countStatement(comparing, of), []);
    compared += counted?.n ?? 0;
    found.push(...pairs.map(differenceOf(stage.name, table)).filter(({ personId }) => !moved.has(personId ?? "")));
  }
  return { differences: found, compared };
};
