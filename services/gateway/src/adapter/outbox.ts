import { topics } from "@samvirke/contracts";
import type { EventId, PersonId, Topic } from "@samvirke/kernel";
import { partitionCount } from "@samvirke/kernel";
import type { Statement, Store } from "@samvirke/store";
import { apiName } from "../core/acceptance.ts";
import type { Cursor, Place, Stream } from "../core/cursor.ts";
import { advance, positionIn, printCursor } from "../core/cursor.ts";
import type { Reader, Sector } from "../core/party.ts";
import { asArray } from "./sql-array.ts";

const streamTopics: Readonly<Record<Stream, Topic>> = {
  receipt: topics.receiptOutbound,
  health: topics.healthOutbound,
  welfare: topics.welfareOutbound,
};

/** Streams in which a side can have something to fetch. */
const streamsOf: Readonly<Record<Sector, ReadonlyArray<Stream>>> = {
  health: ["receipt", "health"],
  welfare: ["receipt", "welfare"],
};

interface EntryRow {
  readonly message_id: string;
  readonly stream: Stream;
  readonly partition: number;
  readonly position: number;
  readonly in_reply_to: string | null;
  readonly kind: string;
  readonly content_type: string;
}

// A party fetches what is addressed to one of its aliases ($1); of the topics in $2 its side receives everything.
const visible = `(o.topic = any($2::text[])
    or exists (select 1 from view_case.outbox_party p where p.message_id = o.message_id and p.party = any($1::text[])))`;

// By rank within its partition, so that no partition waits for another to run dry.
const pageStatement: Statement = {
  name: "gateway_outbox",
  text: `select r.* from unnest($3::text[], $4::text[], $5::int[], $6::bigint[]) as c(stream, topic, partition, after)
    cross join lateral (
      select o.message_id, c.stream, o.partition, o.position, o.in_reply_to, o.kind, o.content_type,
        row_number() over (order by o.position) as rank
      from view_case.outbox o
      where o.topic = c.topic and o.partition = c.partition and o.position > c.after and ${visible}
      order by o.position limit $7
    ) r order by r.rank, r.stream, r.partition limit $7`,
};

interface Slot {
  readonly stream: Stream;
  readonly partition: number;
  readonly after: number;
}

const slotsOf = (sector: Sector, after: Cursor): ReadonlyArray<Slot> =>
  streamsOf[sector].flatMap((stream) =>
    Array.from({ length: partitionCount }, (_, partition) => ({
      stream,
      partition,
      after: positionIn(after, stream, partition),
    })),
  );

/** Who asks, as the statements take it: the welfare side receives its whole stream. */
const asking = (reader: Reader): readonly [aliases: string, topics: string] => [
  asArray(reader.aliases),
  asArray(reader.sector === "welfare" ? [topics.welfareOutbound] : []),
];

const placeOf = ({ stream, partition, position }: EntryRow): Place => ({ stream, partition, position });

/** One document of a mailbox, without its content. */
export interface OutboxItem {
  readonly messageId: string;
  readonly kind: string;
  readonly contentType: string;
  readonly inReplyTo: string | null;
  readonly link: string;
}

const itemOf = (row: EntryRow): OutboxItem => ({
  messageId: row.message_id,
  kind: apiName(row.kind),
  contentType: row.content_type,
  inReplyTo: row.in_reply_to,
  link: `/v1/outbox/${row.message_id}`,
});

/** A page of a party's mailbox. */
export interface OutboxPage {
  readonly items: ReadonlyArray<OutboxItem>;
  readonly cursor: string;
  readonly more: boolean;
}

/** What the hub wrote to a party after a cursor. */
export const readOutbox = async (
  store: Pick<Store, "query">,
  reader: Reader,
  { after, limit }: { readonly after: Cursor; readonly limit: number },
): Promise<OutboxPage> => {
  const slots = slotsOf(reader.sector, after);
  const rows = await store.query<EntryRow>(pageStatement, [
    ...asking(reader),
    asArray(slots.map(({ stream }) => stream)),
    asArray(slots.map(({ stream }) => streamTopics[stream])),
    asArray(slots.map(({ partition }) => partition)),
    asArray(slots.map((slot) => slot.after)),
    limit + 1,
  ]);
  const page = rows.slice(0, limit);
  return { items: page.map(itemOf), cursor: printCursor(advance(after, page.map(placeOf))), more: rows.length > limit };
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
    from view_case.outbox o where o.message_id = $3 and ${visible}`,
};

/** One document of a party's mailbox; undefined when there is none for this party. */
export const readOutboxRecord = async (
  store: Pick<Store, "query">,
  reader: Reader,
  messageId: string,
): Promise<OutboxRecord | undefined> =>
  (await store.query<OutboxRecord>(recordStatement, [...asking(reader), messageId]))[0];
