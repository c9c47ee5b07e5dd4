import type pg from "pg";

export interface Row {
  readonly partition: number;
  readonly key: string;
  readonly id: string;
  readonly type: string;
  readonly headers: string;
  readonly value: Buffer;
}

/** Tables of a bare loop in a schema of its own: a log with a counter row per partition, and checkpoints. */
export const makeTables = async (database: pg.Pool, schema: string): Promise<void> => {
  await database.query(`drop schema if exists ${schema} cascade;
    create schema ${schema};
    create table ${schema}.log (partition smallint not null, position bigint not null, key uuid not null, id uuid not null, type text not null,
      headers json not null, value bytea not null, recorded_at timestamptz not null, primary key (partition, position));
    alter table ${schema}.log alter column value set storage external;
    create table ${schema}.head (partition smallint primary key, next bigint not null default 0) with (fillfactor = 20);
    create table ${schema}.checkpoint (partition smallint primary key, position bigint not null);
    insert into ${schema}.head (partition) select generate_series(0, 11)`);
};

/** Appends records of one partition with all their bytes as one parameter. */
export const append = async (client: pg.PoolClient, schema: string, rows: ReadonlyArray<Row>): Promise<void> => {
  const [first] = rows;
  if (!first) return;
  const { rows: heads } = await client.query<{ first: string }>({
    name: `${schema} head`,
    text: `update ${schema}.head set next = next + $2 where partition = $1 returning next - $2 as first`,
    values: [first.partition, rows.length],
  });
  const bodies = rows.flatMap(({ headers, value }) => [Buffer.from(headers), value]);
  let next = 1;
  const starts = bodies.map((body) => {
    const start = next;
    next += body.length;
    return start;
  });
  const even = <A>(list: ReadonlyArray<A>): ReadonlyArray<A> => list.filter((_, index) => index % 2 === 0);
  const odd = <A>(list: ReadonlyArray<A>): ReadonlyArray<A> => list.filter((_, index) => index % 2 === 1);
  const lengths = bodies.map((body) => body.length);
  await client.query({
    name: `${schema} append`,
    text: `insert into ${schema}.log (partition, position, key, id, type, headers, value, recorded_at)
      select $1::smallint, $2::bigint + r.rank - 1, r.key, r.id, r.type, convert_from(substring($10::bytea from r.hs for r.hl), 'UTF8')::json,
        substring($10::bytea from r.vs for r.vl), clock_timestamp()
      from unnest($3::uuid[], $4::uuid[], $5::text[], $6::int[], $7::int[], $8::int[], $9::int[]) with ordinality as r(key, id, type, hs, hl, vs, vl, rank)`,
    values: [
      first.partition,
      heads[0]?.first,
      ...[
        rows.map(({ key }) => key),
        rows.map(({ id }) => id),
        rows.map(({ type }) => type),
        even(starts),
        even(lengths),
        odd(starts),
        odd(lengths),
      ].map((list) => `{${list.join(",")}}`),
      Buffer.concat(bodies),
    ],
  });
};

/** One transaction that moves a checkpoint from one position to the next and does its work. */
export const step = async (
  database: pg.Pool,
  move: { readonly schema: string; readonly partition: number; readonly from: number; readonly to: number },
  work: (client: pg.PoolClient) => Promise<void>,
): Promise<void> => {
  const client = await database.connect();
  try {
    await client.query("begin");
    const { rowCount } = await client.query({
      name: `${move.schema} advance`,
      text: `insert into ${move.schema}.checkpoint values ($1, $3) on conflict (partition) do update set position = $3 where checkpoint.position = $2`,
      values: [move.partition, move.from, move.to],
    });
    if (rowCount !== 1) throw new Error("the checkpoint is elsewhere");
    await work(client);
    await client.query("commit");
  } finally {
    client.release();
  }
};
