import type { EventId, Headers, LogCursor, LogRecord, PersonId, ReadBound, Topic } from "@samvirke/kernel";
import { partitionCount } from "@samvirke/kernel";
import { arrayLiteral } from "./arrays.ts";
import type { Session, Statement } from "./session.ts";

/** A log record as the tables hand it out. */
export interface LogRow {
  readonly topic: Topic;
  readonly partition: number;
  readonly position: number;
  readonly key: string;
  readonly id: string;
  readonly type: string;
  readonly headers: Headers;
  readonly value: Uint8Array;
  readonly recorded_at: number;
}

/** The columns of a LogRow; the instant in milliseconds. */
export const logColumns = `topic, partition, position, key, id, type, headers, value,
  date_part('epoch', recorded_at) * 1000 as recorded_at`;

/** The record of a row. The tables hold UUIDs only, so the ids need no second look. */
export const logRecord = (row: LogRow): LogRecord => ({
  topic: row.topic,
  partition: row.partition,
  position: row.position,
  key: row.key as PersonId,
  id: row.id as EventId,
  type: row.type,
  headers: row.headers,
  value: row.value,
  recordedAt: Math.round(row.recorded_at),
});

const topicsStatement: Statement = { name: "topics", text: "select distinct topic from hub.log_head" };
const headsStatement: Statement = {
  name: "heads",
  text: "select partition, next from hub.log_head where topic = $1",
};

const allHeadsStatement: Statement = {
  name: "all_heads",
  text: "select topic, partition, next from hub.log_head",
};

// The running sum counts the records before: the first one always comes, however large. The order is made by the
// caller: here it would sort whole rows, on disk.
const readStatement: Statement = {
  name: "read_log",
  text: `select ${logColumns} from unnest($2::smallint[], $3::bigint[]) as c(p, after)
    cross join lateral (
      select b.* from (
        select l.*, sum(octet_length(l.value)) over (order by l.position) - octet_length(l.value) as before
        from (
          select * from hub.log where topic = $1 and partition = c.p and position > c.after order by position limit $4
        ) l
      ) b where b.before < $5
    ) r`,
};

const recordedAtStatement: Statement = {
  name: "recorded_at",
  text: `select date_part('epoch', recorded_at) * 1000 as at from hub.log where topic = $1 and partition = $2 and position = $3`,
};

const idAtStatement: Statement = {
  name: "id_at",
  text: "select id from hub.log where topic = $1 and partition = $2 and position = $3",
};

const byKeyStatement: Statement = {
  name: "log_by_key",
  text: `select ${logColumns} from hub.log where topic = $1 and key = $2 order by position`,
};

const createTopicStatement: Statement = { name: "create_topic", text: "select hub.create_topic($1, $2)" };
const lockTopicsStatement: Statement = {
  name: "lock_topics",
  text: "select pg_advisory_xact_lock(hashtextextended('samvirke topics', 0))",
};

/** Next position per partition; empty when the log has no such topic. */
export const heads = async (session: Session, topic: Topic): Promise<ReadonlyMap<number, number>> => {
  const rows = await session.rows<{ partition: number; next: number }>(headsStatement, [topic]);
  return new Map(rows.map((row) => [row.partition, row.next]));
};

/** What a read of the log is about. */
export interface LogRange {
  readonly topic: Topic;
  readonly cursors: ReadonlyArray<LogCursor>;
  readonly bound: ReadBound;
}

/** Records after the cursors, ordered by partition and position. */
export const readLog = async (session: Session, { topic, cursors, bound }: LogRange): Promise<Array<LogRecord>> => {
  const partitions = arrayLiteral(cursors.map((cursor) => cursor.partition));
  const after = arrayLiteral(cursors.map((cursor) => cursor.after));
  const rows = await session.rows<LogRow>(readStatement, [topic, partitions, after, bound.records, bound.bytes]);
  return rows.map(logRecord).sort((a, b) => a.partition - b.partition || a.position - b.position);
};

/** Everything that a topic holds of one person, in order. */
export const readPerson = async (session: Session, topic: Topic, person: PersonId): Promise<ReadonlyArray<LogRecord>> =>
  (await session.rows<LogRow>(byKeyStatement, [topic, person])).map(logRecord);

/** Id of the record at a place; undefined when there is none. */
export const idAt = async (
  session: Session,
  { topic, partition, position }: { readonly topic: Topic; readonly partition: number; readonly position: number },
): Promise<string | undefined> =>
  (await session.rows<{ id: string }>(idAtStatement, [topic, partition, position]))[0]?.id;

/** When the log took the record at a place; undefined when there is none. */
export const recordedAt = async (
  session: Session,
  place: { readonly topic: Topic; readonly partition: number; readonly position: number },
): Promise<number | undefined> => {
  const { topic, partition, position } = place;
  const rows = await session.rows<{ at: number }>(recordedAtStatement, [topic, partition, position]);
  return rows[0] && Math.round(rows[0].at);
};

const topicForm = /^[a-z0-9][a-z0-9._-]{0,50}$/;

interface HeadRow {
  readonly topic: Topic;
  readonly partition: number;
  readonly next: number;
}

/** Next positions of every topic. */
export const allHeads = async (session: Session): Promise<ReadonlyMap<Topic, ReadonlyMap<number, number>>> => {
  const all = new Map<Topic, Map<number, number>>();
  for (const { topic, partition, next } of await session.rows<HeadRow>(allHeadsStatement, [])) {
    const known = all.get(topic) ?? new Map<number, number>();
    all.set(topic, known.set(partition, next));
  }
  return all;
};

/** Gives topics their tables and heads; what is there stays. */
export const createTopics = async (session: Session, topics: ReadonlyArray<Topic>): Promise<void> => {
  const wrong = topics.find((topic) => !topicForm.test(topic));
  if (wrong !== undefined) throw new Error(`not a topic name: ${wrong}`);
  await session.rows(lockTopicsStatement, []);
  // What is there is left alone: making a partition, even one that exists, would lock the log against its readers.
  const there = await session.rows<{ topic: Topic }>(topicsStatement, []);
  const missing = topics.filter((topic) => !there.some((known) => known.topic === topic));
  for (const topic of missing) await session.rows(createTopicStatement, [topic, partitionCount]);
};
