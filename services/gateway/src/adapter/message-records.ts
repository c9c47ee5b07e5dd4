import { topics } from "@samvirke/contracts";
import type { ArchiveId, PersonId } from "@samvirke/kernel";
import type { Statement, Store } from "@samvirke/store";
import type { Leg } from "../core/road.ts";

/** Where a record of a message's road lies, and since when. */
export interface RoadRecord {
  readonly position: number;
  readonly recordedAt: number;
}

interface RecordRow {
  readonly topic: string;
  readonly type: string;
  readonly position: number;
  readonly recorded_at: number;
}

// The correlation id of everything that a message leads to is its archive id.
const statement: Statement = {
  name: "gateway_road",
  text: `select topic, type, position, date_part('epoch', recorded_at) * 1000 as recorded_at from hub.log
    where key = $1 and topic = any($2::text[]) and headers::text like '%"correlationid","' || $3 || '"%'
    order by topic, position`,
};

const outbound: Readonly<Record<string, Leg>> = {
  [topics.receiptOutbound]: "receipt",
  [topics.welfareOutbound]: "welfare",
  [topics.healthOutbound]: "health",
  [topics.employerOutbound]: "employer",
};

const legOf = ({ topic, type }: RecordRow): Leg | undefined => {
  if (topic === topics.messages) return type === "MessageReceived" ? "message" : undefined;
  // What follows from a decision is part of it: the last of its events is the one that everybody has to pass.
  if (topic === topics.events) return type === "PersonRedriven" ? undefined : "decision";
  return outbound[topic];
};

const read = [topics.messages, topics.events, ...Object.keys(outbound)];

/** The records of a message's road, by leg; of several of one leg the last. */
export const readRoad = async (
  store: Pick<Store, "query">,
  archiveId: ArchiveId,
  person: PersonId,
): Promise<ReadonlyMap<Leg, RoadRecord>> => {
  const rows = await store.query<RecordRow>(statement, [person, `{${read.join(",")}}`, archiveId]);
  return new Map(
    rows.flatMap((row) => {
      const leg = legOf(row);
      return leg === undefined
        ? []
        : [[leg, { position: row.position, recordedAt: Math.round(row.recorded_at) }] as const];
    }),
  );
};
