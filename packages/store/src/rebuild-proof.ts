import { partitionCount } from "@samvirke/kernel";
import type { RebuildPlace } from "./rebuild-place.ts";
import { placesOf, stageNames } from "./rebuild-place.ts";
import { quoted } from "./row-plan.ts";
import type { Session } from "./session.ts";

/** A place where rebuilt and live rows are not the same. */
export interface Unlike {
  /** `schema.table`; `state` or `parked` and the stage for what a stage keeps of its own. */
  readonly table: string;
  /** Of the person; null where rows name none. */
  readonly partition: number | null;
  /** Rows there, live and rebuilt. */
  readonly live: number;
  readonly rebuilt: number;
  /** First keys that differ, parts joined by `/`. */
  readonly keys: ReadonlyArray<string>;
}

/** What the comparison came to. */
export interface Proof {
  /** Live rows that were compared. */
  readonly rows: number;
  readonly tables: number;
  readonly unlike: ReadonlyArray<Unlike>;
}

/** Two sets of rows that are to be the same, as they stand in statements. */
interface Pair {
  readonly table: string;
  readonly live: string;
  readonly rebuilt: string;
  readonly columns: ReadonlyArray<string>;
  readonly key: ReadonlyArray<string>;
  /** The partition of a row; -1 where it has none. */
  readonly partition: string;
}

interface Shape {
  readonly name: string;
  readonly key: ReadonlyArray<string>;
  readonly columns: ReadonlyArray<string>;
}

const plain = (text: string) => ({ name: "", text });

const shapesText = `select c.relname as name,
    (select array_agg(a.attname order by k.ord)::text[] from unnest(i.indkey::int[]) with ordinality as k(num, ord)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num) as key,
    (select array_agg(a.attname order by a.attname)::text[] from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
  where n.nspname = $1 and c.relkind = 'r' order by c.relname`;

// As the log does it: the first 32 bits of the person's id.
const partitionOfText = (text: string): string =>
  `coalesce((('x' || substr(${text}, 1, 8))::bit(32)::bigint % ${partitionCount})::int, -1)`;

const personColumns = ["person_id", "person"] as const;

const partitionIn = (columns: ReadonlyArray<string>): string => {
  const person = personColumns.find((name) => columns.includes(name));
  return person === undefined ? "-1" : partitionOfText(`${quoted(person)}::text`);
};

const unlikeShape = (table: string, keys: ReadonlyArray<string>): Unlike => ({
  table,
  partition: null,
  live: 0,
  rebuilt: 0,
  keys,
});

const columnsMissing = (live: Shape, rebuilt: Shape): ReadonlyArray<string> => [
  ...live.columns.filter((name) => !rebuilt.columns.includes(name)).map((name) => `column ${name}: live only`),
  ...rebuilt.columns.filter((name) => !live.columns.includes(name)).map((name) => `column ${name}: rebuilt only`),
];

interface Planned {
  readonly pairs: ReadonlyArray<Pair>;
  readonly unlike: ReadonlyArray<Unlike>;
}

const tablePair = (place: RebuildPlace, live: Shape, rebuilt: Shape): Planned => {
  const { live: at, rebuilt: of } = placesOf(place);
  const table = `${at}.${live.name}`;
  const missing = columnsMissing(live, rebuilt);
  const columns = live.columns.filter((name) => rebuilt.columns.includes(name));
  const pair: Pair = {
    table,
    live: `${quoted(at)}.${quoted(live.name)}`,
    rebuilt: `${quoted(of)}.${quoted(live.name)}`,
    columns,
    key: live.key ?? columns,
    partition: partitionIn(columns),
  };
  return { pairs: [pair], unlike: missing.length === 0 ? [] : [unlikeShape(table, missing)] };
};

const tablesOf = async (session: Session, place: RebuildPlace): Promise<Planned> => {
  const places = placesOf(place);
  const live = await session.rows<Shape>(plain(shapesText), [places.live]);
  const rebuilt = await session.rows<Shape>(plain(shapesText), [places.rebuilt]);
  const names = [...new Set([...live, ...rebuilt].map(({ name }) => name))];
  const planned = names.map((name): Planned => {
    const [one, other] = [live, rebuilt].map((shapes) => shapes.find((shape) => shape.name === name));
    if (one && other) return tablePair(place, one, other);
    const only = one ? "table: live only" : "table: rebuilt only";
    return { pairs: [], unlike: [unlikeShape(`${places.live}.${name}`, [only])] };
  });
  return { pairs: planned.flatMap(({ pairs }) => pairs), unlike: planned.flatMap(({ unlike }) => unlike) };
};

interface KeptTable {
  readonly table: string;
  readonly key: ReadonlyArray<string>;
  readonly columns: ReadonlyArray<string>;
  readonly partition: string;
}

// Why and how often something is parked differs by nature; who waits where does not.
const keptTables: ReadonlyArray<KeptTable> = [
  {
    table: "state",
    key: ["key"],
    columns: ["key", "value"],
    partition: `case when key ~ '^[0-9a-f]{8}-' then ${partitionOfText("key")} else -1 end`,
  },
  {
    table: "parked",
    key: ["topic", "partition", "position"],
    columns: ["topic", "partition", "position", "person"],
    partition: "partition",
  },
];

const keptPairs = (run: string, stage: string): ReadonlyArray<Pair> => {
  const { live, rebuilt } = stageNames(run, stage);
  return keptTables.map(({ table, key, columns, partition }) => {
    const of = (name: string): string =>
      `(select ${columns.join(", ")} from hub.${table} where stage = '${name}') kept`;
    return { table: `${table} ${live}`, live: of(live), rebuilt: of(rebuilt), columns, key, partition };
  });
};

// Count and sum see each row as often as it is there, in any order.
const sumsOf = ({ columns, partition }: Pair, source: string): string =>
  `select ${partition} as part, count(*) as n,
      sum(hash_record_extended(row(${columns.map(quoted).join(", ")}), 0)::numeric) as hash
    from ${source} group by 1`;

const placesText = (pair: Pair): string => `with l as (${sumsOf(pair, pair.live)}), r as (${sumsOf(pair, pair.rebuilt)})
  select coalesce(l.part, r.part) as part, coalesce(l.n, 0) as live, coalesce(r.n, 0) as rebuilt,
    coalesce(l.n = r.n and l.hash = r.hash, false) as same
  from l full join r on r.part = l.part order by 1`;

const shownKeys = 5;

const keysText = ({ columns, key, partition, live, rebuilt }: Pair): string => {
  const rows = (source: string): string =>
    `select ${columns.map(quoted).join(", ")} from ${source} where ${partition} = $1`;
  const [one, other] = [rows(live), rows(rebuilt)];
  const name = `concat_ws('/', ${key.map((column) => `${quoted(column)}::text`).join(", ")})`;
  return `select distinct ${name} as key
    from ((${one} except all ${other}) union all (${other} except all ${one})) d order by 1 limit ${shownKeys}`;
};

interface PlaceRow {
  readonly part: number;
  readonly live: number;
  readonly rebuilt: number;
  readonly same: boolean;
}

const unlikeAt = async (session: Session, pair: Pair, { part, live, rebuilt }: PlaceRow): Promise<Unlike> => {
  const keys = await session.rows<{ key: string }>(plain(keysText(pair)), [part]);
  return { table: pair.table, partition: part < 0 ? null : part, live, rebuilt, keys: keys.map(({ key }) => key) };
};

/** Compares rows, states and parked records of a rebuild with what lives, per table and partition. */
export const prove = async (session: Session, place: RebuildPlace): Promise<Proof> => {
  const { pairs: tables, unlike } = await tablesOf(session, place);
  const pairs = [...tables, ...place.stages.flatMap(({ name }) => keptPairs(place.run, name))];
  const found: Array<Unlike> = [...unlike];
  let rows = 0;
  for (const pair of pairs) {
    const places = await session.rows<PlaceRow>(plain(placesText(pair)), []);
    rows += places.reduce((sum, { live }) => sum + live, 0);
    for (const one of places) if (!one.same) found.push(await unlikeAt(session, pair, one));
  }
  return { rows, tables: tables.length, unlike: found };
};
