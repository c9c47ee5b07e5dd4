import { lineageOf, originOf, topics } from "@samvirke/contracts";
import type { Headers, PersonId, Topic } from "@samvirke/kernel";
import { partitionOf } from "@samvirke/kernel";
import type { Statement, Store } from "@samvirke/store";
import type { DiscardedFacts, ParkedFacts, RecordFacts, StagePlace } from "../core/case-facts.ts";
import { standingOf } from "../core/stage-status.ts";
import { stages } from "../core/stages.ts";
import { readControls } from "./stage-facts.ts";

interface RecordRow {
  readonly id: string;
  readonly type: string;
  readonly topic: Topic;
  readonly partition: number;
  readonly position: number;
  readonly headers: Headers;
  readonly recorded_at: number;
}

const recordsStatement: Statement = {
  name: "operations_person_records",
  text: `select id, type, topic, partition, position, headers, date_part('epoch', recorded_at) * 1000 as recorded_at
    from hub.log where key = $1 and topic = any($2::text[]) order by recorded_at, topic, position`,
};

const read: ReadonlyArray<Topic> = [
  topics.messages,
  topics.events,
  topics.receiptOutbound,
  topics.welfareOutbound,
  topics.healthOutbound,
  topics.employerOutbound,
];

/** Every record of a person, oldest first, without content. What a message led to carries its id as correlation. */
export const readRecords = async (
  store: Pick<Store, "query">,
  person: PersonId,
): Promise<ReadonlyArray<RecordFacts>> => {
  const rows = await store.query<RecordRow>(recordsStatement, [person, `{${read.join(",")}}`]);
  return rows.map(({ id, headers, recorded_at, ...place }) => ({
    eventId: id,
    ...place,
    recordedAt: Math.round(recorded_at),
    messageId: lineageOf(headers).correlationId ?? null,
    writtenBy: originOf(headers).source?.replace("/samvirke/", "") ?? null,
    causedBy: originOf(headers).causationId ?? null,
  }));
};

const parkedStatement: Statement = {
  name: "operations_person_parked",
  text: `select stage, topic, partition, position, type, reason, detail, attempts,
      date_part('epoch', first_seen) * 1000 as "firstSeen", date_part('epoch', last_seen) * 1000 as "lastSeen"
    from hub.parked where person = $1 order by stage, position`,
};

/** What is parked of a person, in every stage. */
export const readParked = async (
  store: Pick<Store, "query">,
  person: PersonId,
): Promise<ReadonlyArray<ParkedFacts>> => {
  const rows = await store.query<ParkedFacts>(parkedStatement, [person]);
  return rows.map((row) => ({ ...row, firstSeen: Math.round(row.firstSeen), lastSeen: Math.round(row.lastSeen) }));
};

const discardedStatement: Statement = {
  name: "operations_person_discarded",
  text: "select stage, topic, position, by, why, date_part('epoch', at) * 1000 as at from hub.discarded where person = $1 order by stage, position",
};

/** What was given up of a person, in every stage. */
export const readDiscarded = (store: Pick<Store, "query">, person: PersonId): Promise<ReadonlyArray<DiscardedFacts>> =>
  store.query(discardedStatement, [person]);

const checkpointsStatement: Statement = {
  name: "operations_checkpoints",
  text: "select stage, topic, position from hub.checkpoint where partition = $1",
};

/** Where each stage stands in a person's partition, and what it is doing. */
export const readPlaces = async (
  store: Pick<Store, "query" | "reports">,
  person: PersonId,
  now: number,
): Promise<ReadonlyArray<StagePlace>> => {
  const [rows, reports, controls] = await Promise.all([
    store.query<{ stage: string; topic: Topic; position: number }>(checkpointsStatement, [partitionOf(person)]),
    store.reports(),
    readControls(store),
  ]);
  return stages.map(({ name, topic }) => {
    const told = { control: controls.get(name), reports: reports.filter(({ stage }) => stage === name) };
    const row = rows.find((one) => one.stage === name && one.topic === topic);
    return { stage: name, checkpoint: row?.position ?? -1, ...standingOf(told, now) };
  });
};
