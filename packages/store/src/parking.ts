import type { LogRecord, ParkedRecord, ParkReason, PersonId } from "@samvirke/kernel";
import { arrayLiteral } from "./arrays.ts";
import { logColumns, logRecord } from "./log.ts";
import type { LogRow } from "./log.ts";
import type { Session, Statement } from "./session.ts";

const personsStatement: Statement = {
  name: "parked_persons",
  text: "select distinct person from hub.parked where stage = $1 and person = any($2::uuid[])",
};

const parkedColumns = `stage, person as key, reason, detail, attempts, ${logColumns.replace(" key,", "")}`;

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

const listStatement: Statement = {
  name: "parked_list",
  text: `select stage, person, count(*) as records, min(first_seen) as since, max(last_seen) as last_seen,
      max(attempts) as attempts,
      (array_agg(reason order by position))[1] as reason, (array_agg(detail order by position))[1] as detail
    from hub.parked where $1::text is null or stage = $1 group by stage, person order by min(first_seen) limit $2`,
};

const countStatement: Statement = {
  name: "parked_count",
  text: "select stage, count(distinct person) as persons, count(*) as records from hub.parked group by stage",
};

interface ParkedRow extends LogRow {
  readonly stage: string;
  readonly reason: ParkReason;
  readonly detail: string;
  readonly attempts: number;
}

const parkedRecord = (row: ParkedRow): ParkedRecord => ({
  stage: row.stage,
  record: logRecord(row),
  reason: row.reason,
  detail: row.detail,
  attempts: row.attempts,
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
  for (const { stage, record, reason, detail, attempts } of records) {
    const place = [stage, record.topic, record.partition, record.position];
    const content = [record.key, record.id, record.type, JSON.stringify(record.headers), record.value];
    await session.count(parkStatement, [...place, ...content, record.recordedAt, reason, detail, attempts]);
  }
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

/** Persons with parked records, oldest first; of one stage or of all. */
export const parkedList = (
  session: Session,
  stage: string | undefined,
  limit: number,
): Promise<ReadonlyArray<ParkedPerson>> => session.rows(listStatement, [stage ?? null, limit]);

/** How much is parked, per stage. */
export const parkedCounts = (session: Session): Promise<ReadonlyArray<ParkedCount>> => session.rows(countStatement, []);
