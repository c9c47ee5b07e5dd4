import type { LogRecord, NewRecord, PersonId, Topic } from "@samvirke/kernel";
import { partitionOf } from "@samvirke/kernel";
import { arrayLiteral } from "./arrays.ts";
import { logColumns, logRecord } from "./log.ts";
import type { LogRow } from "./log.ts";
import type { Session } from "./session.ts";

const runForm = /^(replay|rebuild)_[0-9a-f]{8}$/;

/**
 * The name of a run: its database schema, and what stands before the names of the stages and schemas that it uses.
 *
 * Throws for any other name, since it becomes part of statements.
 */
export const runName = (text: string): string => {
  if (!runForm.test(text)) throw new Error("not the name of a replay or rebuild");
  return text;
};

const plain = (text: string) => ({ name: "", text });

const makeStatements = (run: string): ReadonlyArray<string> => [
  `create schema ${run}`,
  `create table ${run}.person (person uuid primary key)`,
  `create table ${run}.source (topic text, partition smallint, position bigint, primary key (topic, partition, position))`,
  `create table ${run}.appended (rank bigint generated always as identity, topic text not null,
    partition smallint not null, key uuid not null, id uuid not null, type text not null, headers json not null,
    value bytea not null, primary key (topic, id, rank))`,
  `alter table ${run}.appended alter column value set storage external`,
  `create index on ${run}.appended (topic, key, rank)`,
];

/** Makes the place of a run: whom it is about, and what its stages would have appended. */
export const createRun = async (session: Session, name: string, persons: ReadonlyArray<PersonId>): Promise<void> => {
  const run = runName(name);
  for (const text of makeStatements(run)) await session.rows(plain(text), []);
  const text = `insert into ${run}.person select distinct unnest($1::uuid[])`;
  await session.count(plain(text), [arrayLiteral(persons)]);
};

/** Takes away everything that a run made: its schemas, checkpoints, states and parked records. */
export const dropRun = async (session: Session, name: string): Promise<void> => {
  const run = runName(name);
  const schemas = await session.rows<{ name: string }>(
    plain("select nspname as name from pg_namespace where nspname = $1 or nspname like $1 || '\\_%'"),
    [run],
  );
  for (const schema of schemas) await session.rows(plain(`drop schema if exists "${schema.name}" cascade`), []);
  for (const table of ["checkpoint", "parked", "state"])
    await session.count(plain(`delete from hub.${table} where stage like $1`), [`${run}:%`]);
};

/** Names of the runs that are there. */
export const listRuns = async (session: Session): Promise<ReadonlyArray<string>> => {
  const rows = await session.rows<{ name: string }>(
    { name: "runs", text: "select nspname as name from pg_namespace where nspname ~ '^(replay|rebuild)_[0-9a-f]{8}$'" },
    [],
  );
  return rows.map(({ name }) => name);
};

/** Keeps what a stage of a run would have appended to the log; its `ce_source` tells which stage. */
export const capture = async (session: Session, run: string, records: ReadonlyArray<NewRecord>): Promise<void> => {
  const lists = [
    records.map(({ topic }) => topic),
    records.map(({ key, partition }) => partition ?? partitionOf(key)),
    records.map(({ key }) => key),
    records.map(({ id }) => id),
    records.map(({ type }) => type),
    records.map(({ headers }) => JSON.stringify(headers)),
    records.map(({ value }) => `\\x${Buffer.from(value).toString("hex")}`),
  ];
  const text = `insert into ${runName(run)}.appended (topic, partition, key, id, type, headers, value)
    select r.* from unnest($1::text[], $2::smallint[], $3::uuid[], $4::uuid[], $5::text[], $6::json[], $7::bytea[])
      as r(topic, partition, key, id, type, headers, value)`;
  await session.count({ name: `capture_${run}`, text }, lists.map(arrayLiteral));
};

/** A part of a topic: up to a position of each partition, of some persons or of everybody. */
export interface RunSource {
  readonly run: string;
  readonly topic: Topic;
  /** Last position that belongs to it, per partition. */
  readonly until: ReadonlyMap<number, number>;
  /** Types of records that are read of every partition of these persons, whoever they are about. */
  readonly forAll: ReadonlyArray<string>;
}

/** Notes where the records of a run's persons lie; answers how many there are. */
export const chooseSource = async (session: Session, { run, topic, until, forAll }: RunSource): Promise<number> => {
  const text = `insert into ${runName(run)}.source
    select l.topic, l.partition, l.position from hub.log l
      join unnest($2::smallint[], $3::bigint[]) as u(partition, until) on u.partition = l.partition and l.position <= u.until
    where l.topic = $1 and (l.key in (select person from ${run}.person) or l.type = any($4::text[]))
    on conflict do nothing`;
  return session.count(plain(text), [
    topic,
    arrayLiteral([...until.keys()]),
    arrayLiteral([...until.values()]),
    arrayLiteral(forAll),
  ]);
};

/** The next chosen records of a partition after a position, in order. */
export const readSource = async (
  session: Session,
  { run, topic }: Pick<RunSource, "run" | "topic">,
  from: { readonly partition: number; readonly after: number; readonly records: number },
): Promise<ReadonlyArray<LogRecord>> => {
  const columns = logColumns.replace(/\b(topic|partition|position)\b/g, "l.$1");
  const text = `select ${columns} from ${runName(run)}.source s
    join hub.log l on l.topic = $1 and l.partition = s.partition and l.position = s.position
    where s.topic = $1 and s.partition = $2 and s.position > $3 order by s.position limit $4`;
  const rows = await session.rows<LogRow>({ name: `source_${run}`, text }, [
    topic,
    from.partition,
    from.after,
    from.records,
  ]);
  return rows.map(logRecord);
};
