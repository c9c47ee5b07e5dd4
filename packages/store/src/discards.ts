import type { LogRecord, ParkedRecord, PartitionOf, PersonId, Topic } from "@samvirke/kernel";
import { parked } from "./parking.ts";
import type { Session, Statement } from "./session.ts";

const positionsStatement: Statement = {
  name: "discarded_positions",
  text: "select position from hub.discarded where stage = $1 and topic = $2 and partition = $3",
};

const findStatement: Statement = {
  name: "parked_by_id",
  text: "select topic, partition, position, person from hub.parked where stage = $1 and id = $2 order by position",
};

// Every transaction of the stage locks this row first: while we hold it, nothing that is parked changes.
const lockStatement: Statement = {
  name: "discard_lock",
  text: "select 1 from hub.checkpoint where stage = $1 and topic = $2 and partition = $3 for update",
};

const discardStatement: Statement = {
  name: "discard",
  text: `with gone as (
      delete from hub.parked where stage = $1 and topic = $2 and partition = $3 and position = $4
      returning stage, topic, partition, position, person, id, type, reason, detail, attempts)
    insert into hub.discarded (stage, topic, partition, position, person, id, type, reason, detail, attempts, by, why)
    select g.*, $5, $6 from gone g`,
};

const listStatement: Statement = {
  name: "discarded_list",
  text: `select stage, topic, partition, position, person, id, type, reason, detail, attempts, by, why, at
    from hub.discarded where ($1::text is null or stage = $1) and ($2::uuid is null or person = $2)
    order by at desc, stage, topic, partition, position limit $3`,
};

/** Positions of a partition that a stage passes by, because somebody discarded the record. */
export const discarded = async (
  session: Session,
  { stage, topic, partition }: PartitionOf,
): Promise<ReadonlySet<number>> => {
  const rows = await session.rows<{ position: number }>(positionsStatement, [stage, topic, partition]);
  return new Set(rows.map(({ position }) => position));
};

/** A wish to give up one parked record. */
export interface DiscardWish {
  readonly stage: string;
  /** The record's own id. */
  readonly id: string;
  readonly by: string;
  readonly why: string;
}

/** What was discarded, and what of the person stays parked in the stage. */
export interface DiscardDone {
  readonly park: ParkedRecord;
  /** Whether the others waited behind it. */
  readonly wasFirst: boolean;
  readonly left: number;
}

interface PlaceRow extends Pick<LogRecord, "topic" | "partition" | "position"> {
  readonly person: PersonId;
}

/** Takes one record out of parking for good; undefined where it is not parked. To be run in a transaction. */
export const discard = async (session: Session, wish: DiscardWish): Promise<DiscardDone | undefined> => {
  const [place] = await session.rows<PlaceRow>(findStatement, [wish.stage, wish.id]);
  if (!place) return undefined;
  const at = [wish.stage, place.topic, place.partition];
  await session.rows(lockStatement, at);
  const before = await parked(session, wish.stage, place.person);
  const index = before.findIndex(({ record }) => record.topic === place.topic && record.position === place.position);
  const park = before[index];
  if (!park) return undefined;
  await session.count(discardStatement, [...at, place.position, wish.by, wish.why]);
  return { park, wasFirst: index === 0, left: before.length - 1 };
};

/** A record that somebody gave up, and why. */
export interface Discarded {
  readonly stage: string;
  readonly topic: Topic;
  readonly partition: number;
  readonly position: number;
  readonly person: PersonId;
  readonly id: string;
  readonly type: string;
  readonly reason: string;
  readonly detail: string;
  readonly attempts: number;
  readonly by: string;
  readonly why: string;
  readonly at: Date;
}

export interface DiscardedQuery {
  readonly stage: string | undefined;
  readonly person: PersonId | undefined;
  readonly limit: number;
}

/** What was discarded, newest first. */
export const discardedList = (
  session: Pick<Session, "rows">,
  { stage, person, limit }: DiscardedQuery,
): Promise<ReadonlyArray<Discarded>> => session.rows(listStatement, [stage ?? null, person ?? null, limit]);
