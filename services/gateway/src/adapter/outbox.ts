import { topics } from "@samvirke/contracts";
import type { EventId, Instant, PersonId, Topic } from "@samvirke/kernel";
import { partitionCount } from "@samvirke/kernel";
import type { Statement, Store } from "@samvirke/store";
import { apiName } from "../core/acceptance.ts";
import type { Cursor, Place, Stream } from "../core/cursor.ts";
import { positionIn, printCursor } from "../core/cursor.ts";
import { holesPerSlot, pageOf } from "../core/page.ts";
import type { Reader, Sector } from "../core/party.ts";
import { asArray } from "./sql-array.ts";

interface Source {
  readonly topic: Topic;
  /** The stage that takes up the topic's documents. */
  readonly stage: string;
}

const sources: Readonly<Record<Stream, Source>> = {
  receipt: { topic: topics.receiptOutbound, stage: "case-receipts" },
  health: { topic: topics.healthOutbound, stage: "case-health" },
  welfare: { topic: topics.welfareOutbound, stage: "case-welfare" },
  employer: { topic: topics.employerOutbound, stage: "case-employer" },
};

/** Streams in which a side can have something to fetch. */
const streamsOf: Readonly<Record<Sector, ReadonlyArray<Stream>>> = {
  health: ["receipt", "health"],
  welfare: ["receipt", "welfare"],
  employer: ["receipt", "employer"],
};

interface EntryRow extends Place {
  readonly what: "fresh" | "late" | "parked";
  readonly rank: number;
  readonly message_id: string;
  readonly in_reply_to: string | null;
  readonly kind: string;
  readonly content_type: string;
  readonly shape: string | null;
}

/**
 * A party fetches what is addressed to one of its aliases ($1); of the topics in $2 its side receives everything.
 * Nothing older than $3 is offered any more; the log keeps it.
 */
export const visible = `o.written_at >= $3 and (o.topic = any($2::text[])
    or exists (select 1 from view_case.outbox_party p where p.message_id = o.message_id and p.party = any($1::text[])))`;

const columns = "o.message_id, o.in_reply_to, o.kind, o.content_type, o.shape";

// One statement, so that documents and parked records are seen at one moment. Ranked within each partition, so that no
// partition waits for another to run dry.
const pageStatement: Statement = {
  name: "gateway_outbox",
  text: `with slot as (
      select * from unnest($4::text[], $5::text[], $6::text[], $7::int[], $8::bigint[]) as s(stream, topic, stage, partition, after)
    ), fresh as (
      select r.* from slot s cross join lateral (
        select 'fresh' as what, s.stream, o.partition, o.position, row_number() over (order by o.position) as rank, ${columns}
        from view_case.outbox o
        where o.topic = s.topic and o.partition = s.partition and o.position > s.after and ${visible}
        order by o.position limit $12
      ) r order by r.rank, r.stream, r.partition limit $12
    )
    select * from fresh
    union all
    select 'late', h.stream, h.partition, h.position, 0, ${columns}
      from unnest($9::text[], $10::int[], $11::bigint[]) as h(stream, partition, position)
      join slot s on s.stream = h.stream and s.partition = h.partition
      join view_case.outbox o on o.topic = s.topic and o.partition = h.partition and o.position = h.position
      where ${visible}
    union all
    select 'parked', s.stream, s.partition, k.position, 0, null, null, null, null, null from slot s cross join lateral (
      select p.position from hub.parked p where p.stage = s.stage and p.topic = s.topic and p.partition = s.partition
      order by p.position limit ${holesPerSlot + 1}
    ) k`,
};

interface Slot {
  readonly stream: Stream;
  readonly partition: number;
}

const slotsOf = (sector: Sector): ReadonlyArray<Slot> =>
  streamsOf[sector].flatMap((stream) =>
    Array.from({ length: partitionCount }, (_, partition) => ({ stream, partition })),
  );

/** A party's mailbox as far back as it is offered. */
export interface Mailbox {
  readonly reader: Reader;
  /** Documents written before this instant are not offered. */
  readonly since: Instant;
}

/** Who asks, as the statements take it: the welfare side receives its whole stream. */
const asking = ({ reader, since }: Mailbox): readonly [aliases: string, topics: string, since: number] => [
  asArray(reader.aliases),
  asArray(reader.sector === "welfare" ? [topics.welfareOutbound] : []),
  since,
];

/** What a statement that reads after a cursor takes, as $1 to $11. */
export const afterCursor = (mailbox: Mailbox, after: Cursor): ReadonlyArray<string | number> => {
  const slots = slotsOf(mailbox.reader.sector);
  return [
    ...asking(mailbox),
    asArray(slots.map(({ stream }) => stream)),
    asArray(slots.map(({ stream }) => sources[stream].topic)),
    asArray(slots.map(({ stream }) => sources[stream].stage)),
    asArray(slots.map(({ partition }) => partition)),
    asArray(slots.map((slot) => positionIn(after, slot))),
    asArray(after.holes.map(({ stream }) => stream)),
    asArray(after.holes.map(({ partition }) => partition)),
    asArray(after.holes.map(({ position }) => position)),
  ];
};

/** One document of a mailbox, without its content. */
export interface OutboxItem {
  readonly messageId: string;
  readonly kind: string;
  readonly contentType: string;
  /** Name of the format and its version, where kind and content type do not tell enough. */
  readonly shape: string | null;
  readonly inReplyTo: string | null;
  readonly link: string;
}

const itemOf = (row: EntryRow): OutboxItem => ({
  messageId: row.message_id,
  kind: apiName(row.kind),
  contentType: row.content_type,
  shape: row.shape,
  inReplyTo: row.in_reply_to,
  link: `/v1/outbox/${row.message_id}`,
});

/** A page of a party's mailbox. */
export interface OutboxPage {
  readonly items: ReadonlyArray<OutboxItem>;
  readonly cursor: string;
  readonly more: boolean;
}

const byRank = (a: EntryRow, b: EntryRow): number => a.rank - b.rank || (a.stream < b.stream ? -1 : 1);

/** What the hub wrote to a party after a cursor. */
export const readOutbox = async (
  store: Pick<Store, "query">,
  mailbox: Mailbox,
  { after, limit }: { readonly after: Cursor; readonly limit: number },
): Promise<OutboxPage> => {
  const found = await store.query<EntryRow>(pageStatement, [...afterCursor(mailbox, after), limit + 1]);
  const of = (what: EntryRow["what"]): ReadonlyArray<EntryRow> => found.filter((row) => row.what === what).sort(byRank);
  const page = pageOf(after, { fresh: of("fresh"), late: of("late"), parked: of("parked") }, limit);
  return { items: page.rows.map(itemOf), cursor: printCursor(page.cursor), more: page.more };
};

/** A document of the mailbox as it is kept. */
export interface OutboxRecord {
  readonly contentType: string;
  readonly person: PersonId;
  readonly id: EventId;
  readonly value: Uint8Array;
}

const recordStatement: Statement = {
  name: "gateway_outbox_record",
  text: `select o.content_type as "contentType", o.person_id as person, o.event_id as id, o.event as value
    from view_case.outbox o where o.message_id = $4 and ${visible}`,
};

/** One document of a party's mailbox; undefined when there is none for this party. */
export const readOutboxRecord = async (
  store: Pick<Store, "query">,
  mailbox: Mailbox,
  messageId: string,
): Promise<OutboxRecord | undefined> =>
  (await store.query<OutboxRecord>(recordStatement, [...asking(mailbox), messageId]))[0];
