import type { LogRecord, ParkedRecord, ParkReason, PersonId } from "@samvirke/kernel";
import { arrayLiteral } from "./arrays.ts";
import { logColumns, logRecord } from "./log.ts";
import type { LogRow } from "./log.ts";
import type { Session, Statement } from "./session.ts";

const personsStatement: Statement = {
  name: "parked_persons",
  text: "select distinct person from hub.parked where stage = $1 and person = any($2::uuid[])",
};

const parkedColumns = `stage, person as key, reason, detail, attempts, date_part('epoch', first_seen) * 1000 as first_seen,
  date_part('epoch', last_seen) * 1000 as last_seen, ${logColumns.replace(" key,", "")}`;

const ofPersonStatement: Statement = {
  name: "parked_of_person",
  text: `select ${parkedColumns} from hub.parked where stage = $1 and person = $2 order by position`,
};

const parkStatement: Statement = {
  name: "park",
  text: `insert into hub.parked (stage, topic, partition, position, person, id, type, headers, value, recorded_at, reason, detail, attempts)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, to_timestamp($10::float8 / 1000), $11, $12, $13)
    on conflict (stage, topic, partition, position) do update
    set reason = excluded.reason, detail = excluded.detail, attempts = excluded.attempts, last_seen = now()`,
};

const unparkStatement: Statement = {
  name: "unpark",
  text: `delete from hub.parked p using unnest($2::text[], $3::smallint[], $4::bigint[]) as u(topic, partition, position)
    where p.stage = $1 and p.topic = u.topic and p.partition = u.partition and p.position = u.position`,
};

// A stage's name has no colon: what replays and rebuilds park, or keep of before, is nobody's to redrive.
const headsOf = (where: string): string =>
  `select stage, person, count(*) as records, min(first_seen) as since, max(last_seen) as last_seen,
      max(attempts) as attempts,
      (array_agg(reason order by position))[1] as reason, (array_agg(detail order by position))[1] as detail
    from hub.parked where position(':' in stage) = 0 ${where} group by stage, person`;

// Ids are those of persons or of parked records.
const listStatement: Statement = {
  name: "parked_list",
  text: `with wanted as (select stage, person from hub.parked where person in (select unnest($3::uuid[]))
      union select stage, person from hub.parked where id in (select unnest($3::uuid[])))
    select * from (${headsOf(`and ($1::text is null or stage = $1)
      and ($3::uuid[] is null or (stage, person) in (select stage, person from wanted))`)}) heads
    where $4::text is null or reason = $4 order by since, stage, person limit $2`,
};

const classStatement: Statement = {
  name: "parked_classes",
  text: `select stage, reason, count(*) as persons, sum(records)::bigint as records, min(since) as oldest,
      count(*) filter (where age < interval '1 hour') as hour,
      count(*) filter (where age >= interval '1 hour' and age < interval '1 day') as day,
      count(*) filter (where age >= interval '1 day' and age < interval '7 days') as week,
      count(*) filter (where age >= interval '7 days') as older
    from (select h.*, now() - since as age from (${headsOf("")}) h) heads group by stage, reason order by stage, reason`,
};

const countStatement: Statement = {
  name: "parked_count",
  text: "select stage, count(distinct person) as persons, count(*) as records from hub.parked where position(':' in stage) = 0 group by stage",
};

interface ParkedRow extends LogRow {
  readonly stage: string;
  readonly reason: ParkReason;
  readonly detail: string;
  readonly attempts: number;
  readonly first_seen: number;
  readonly last_seen: number;
}

const parkedRecord = (row: ParkedRow): ParkedRecord => ({
  stage: row.stage,
  record: logRecord(row),
  reason: row.reason,
  detail: row.detail,
  attempts: row.attempts,
  firstSeen: Math.round(row.first_seen),
  lastSeen: Math.round(row.last_seen),
});

/** Which of these persons have something parked in a stage. */
export const parkedPersons = async (
  session: Session,
  stage: string,
  persons: ReadonlyArray<PersonId>,
): Promise<ReadonlySet<PersonId>> => {
  const rows = await session.rows<{ person: PersonId }>(personsStatement, [stage, arrayLiteral(persons)]);
  return new Set(rows.map((row) => row.person));
};

/** What is parked of a person in a stage, in order. */
export const parked = async (session: Session, stage: string, person: PersonId): Promise<ReadonlyArray<ParkedRecord>> =>
  (await session.rows<ParkedRow>(ofPersonStatement, [stage, person])).map(parkedRecord);

/** Parks records, or notes another failed attempt. */
export const park = async (session: Session, records: ReadonlyArray<ParkedRecord>): Promise<void> => {
  const written = records.map(({ stage, record, reason, detail, attempts }) => {
    const place = [stage, record.topic, record.partition, record.position];
    const content = [record.key, record.id, record.type, JSON.stringify(record.headers), record.value];
    return session.count(parkStatement, [...place, ...content, record.recordedAt, reason, detail, attempts]);
  });
  await Promise.all(written);
};

/** Takes records out of parking. */
export const unpark = async (session: Session, stage: string, records: ReadonlyArray<LogRecord>): Promise<void> => {
  const lists = [records.map((r) => r.topic), records.map((r) => r.partition), records.map((r) => r.position)];
  await session.count(unparkStatement, [stage, ...lists.map(arrayLiteral)]);
};

/** A person with parked records; the reason is that of the first of them. */
export interface ParkedPerson {
  readonly stage: string;
  readonly person: PersonId;
  readonly records: number;
  readonly since: Date;
  readonly last_seen: Date;
  readonly attempts: number;
  readonly reason: ParkReason;
  readonly detail: string;
}

export interface ParkedCount {
  readonly stage: string;
  readonly persons: number;
  readonly records: number;
}

/** Which of those who are parked; what is absent does not matter. */
export interface ParkedFilter {
  readonly stage?: string | undefined;
  /** Of the person's first parked record. */
  readonly reason?: ParkReason | undefined;
  /** Ids of persons or of parked records. */
  readonly ids?: ReadonlyArray<string> | undefined;
}

/** Persons with parked records, oldest first. */
export const parkedList = (
  session: Session,
  { stage, reason, ids }: ParkedFilter,
  limit: number,
): Promise<ReadonlyArray<ParkedPerson>> =>
  session.rows(listStatement, [stage ?? null, limit, ids ? arrayLiteral(ids) : null, reason ?? null]);

/** How many persons wait in a stage for one reason, and for how long: less than an hour, a day, a week, or longer. */
export interface ParkedClass {
  readonly stage: string;
  readonly reason: ParkReason;
  readonly persons: number;
  readonly records: number;
  readonly oldest: Date;
  readonly hour: number;
  readonly day: number;
  readonly week: number;
  readonly older: number;
}

/** How much is parked, per stage and reason of the first record of each person. */
export const parkedClasses = (session: Session): Promise<ReadonlyArray<ParkedClass>> =>
  session.rows(classStatement, []);

/** How much is parked, per stage. */
export const parkedCounts = (session: Session): Promise<ReadonlyArray<ParkedCount>> => session.rows(countStatement, []);
