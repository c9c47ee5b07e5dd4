import type { Fault } from "../checker/finding.ts";
import type { Sabotage } from "../arguments.ts";
import type { Copy } from "./copy.ts";
import type { TopicLine } from "./lines.ts";

/** A change to data at rest that the checker must see, and where it must see it. */
export interface Tampering {
  readonly place: string;
  readonly fault: Fault;
  /** Does it; answers a part of each place that a finding must name. */
  readonly tamper: (copy: Copy) => Promise<string | ReadonlyArray<string>>;
}

export interface Record_ {
  readonly partition: number;
  readonly position: number;
  readonly key: string;
  readonly id: string;
}

const [messages, events, receipts] = ["samvirke.messages", "samvirke.events", "samvirke.receipt.outbound"];

export const one = <Row>(rows: ReadonlyArray<Row>): Row => {
  const [row] = rows;
  if (row === undefined) throw new Error("the load left nothing to tamper with");
  return row;
};

export const columns = "partition, position::int, key::text, id::text";

/** The last record of the fullest partition: taking it away leaves no gap. */
const lastOf = async ({ rows }: Copy, topic: string, types = "%"): Promise<Record_> =>
  one(
    await rows<Record_>(
      `select ${columns} from hub.log l where topic = $1 and type like $2 and position = (
        select max(position) from hub.log m where m.topic = l.topic and m.partition = l.partition)
        order by position desc limit 1`,
      [topic, types],
    ),
  );

/** Two records about one person, neighbours in the person's order. */
const pairOf = async ({ rows }: Copy, topic: string): Promise<readonly [Record_, Record_]> => {
  const found = await rows<Record_>(
    `select ${columns} from hub.log where topic = $1 and key = (
      select key from hub.log where topic = $1 and type in ('SickLeaveCertified', 'MessageReceived')
      group by key having count(*) > 3 order by key limit 1) order by position limit 2`,
    [topic],
  );
  return [one(found), one(found.slice(1))];
};

export const strangerOf = async ({ rows }: Copy, person: string): Promise<string> =>
  one(
    await rows<{ id: string }>(
      "select person_id::text as id from hub.person where person_id <> $1 order by person_id limit 1",
      [person],
    ),
  ).id;

export const isAt =
  ({ partition, position }: Record_) =>
  (line: TopicLine): boolean =>
    line.partition === partition && line.position === position;

/** The last decision of some partition; what lies behind it follows from it. */
const lastDecisionOf = async ({ rows }: Copy): Promise<Record_> =>
  one(
    await rows<Record_>(
      `select distinct on (partition) ${columns} from hub.log
        where topic = $1 and (type like 'SickLeave%' or type like 'Message%') order by partition, position desc limit 1`,
      [events],
    ),
  );

/** Takes a record away with everything behind it in its partition: no gap stays. */
export const withoutLast = async (copy: Copy, topic: string, { partition, position }: Record_): Promise<void> => {
  await copy.rows("delete from hub.log where topic = $1 and partition = $2 and position >= $3", [
    topic,
    partition,
    position,
  ]);
  await copy.rows("update hub.log_head set next = $3 where topic = $1 and partition = $2", [
    topic,
    partition,
    position,
  ]);
};

export const again = async (
  copy: Copy,
  topic: string,
  of: { readonly record: Record_; readonly id: string },
): Promise<void> => {
  const { record, id } = of;
  const { partition, position } = record;
  await copy.rows(
    `insert into hub.log (topic, partition, position, key, id, type, headers, value, recorded_at)
      select topic, partition, h.next, key, $4, type, headers, value, recorded_at
      from hub.log join hub.log_head h using (topic, partition) where topic = $1 and partition = $2 and position = $3`,
    [topic, partition, position, id],
  );
  await copy.rows("update hub.log_head set next = next + 1 where topic = $1 and partition = $2", [topic, partition]);
};

const exchange = async (copy: Copy, topic: string): Promise<string> => {
  const [a, b] = await pairOf(copy, topic);
  const move = (from: number, to: number) =>
    copy.rows("update hub.log set position = $4 where topic = $1 and partition = $2 and position = $3", [
      topic,
      a.partition,
      from,
      to,
    ]);
  await move(a.position, -1);
  await move(b.position, a.position);
  await move(-1, b.position);
  await copy.reseed(topic);
  return `log ${topic} partition ${a.partition} position ${a.position}`;
};

export const swapLines = (lines: ReadonlyArray<TopicLine>, a: Record_, b: Record_): ReadonlyArray<TopicLine> => {
  const [first, second] = [lines.find(isAt(a)), lines.find(isAt(b))];
  return lines.map((line) => (line === first ? second : line === second ? first : line) ?? line);
};

const uuid = "5abc7a6e-0000-4000-8000-000000000001";

const lose: ReadonlyArray<Tampering> = [
  {
    place: "a record of a topic",
    fault: "lost",
    tamper: async (copy) => {
      const [, record] = await pairOf(copy, events);
      await copy.reseed(events, (lines) => lines.filter((line) => !isAt(record)(line)));
      return `topic ${events} partition ${record.partition}`;
    },
  },
  {
    place: "a decision, from the log and the topic alike",
    fault: "lost",
    tamper: async (copy) => {
      await withoutLast(copy, events, await lastDecisionOf(copy));
      await copy.reseed(events);
      return `log ${events}`;
    },
  },
  {
    place: "the bytes of an acknowledged message",
    fault: "lost",
    tamper: async ({ rows }) => {
      const found = await rows<{ id: string }>(
        "delete from hub.archive where archive_id = (select min(archive_id::text)::uuid from hub.archive) returning archive_id::text as id",
      );
      return `hub.archive ${one(found).id}`;
    },
  },
  {
    place: "a row of a view",
    fault: "lost",
    tamper: async ({ rows }) => {
      const found = await rows<{ id: string }>(
        `delete from view_welfare.sick_leave where sick_leave_id = (select min(sick_leave_id::text)::uuid from view_welfare.sick_leave)
          returning sick_leave_id::text as id`,
      );
      return `view_welfare.sick_leave ${one(found).id}`;
    },
  },
];

const duplicate: ReadonlyArray<Tampering> = [
  {
    place: "a record of a topic",
    fault: "duplicated",
    tamper: async (copy) => {
      const [record] = await pairOf(copy, events);
      await copy.reseed(events, (lines) => [...lines, ...lines.filter(isAt(record))]);
      return `topic ${events} partition ${record.partition}`;
    },
  },
  {
    place: "a decision, in the log and the topic alike",
    fault: "duplicated",
    tamper: async (copy) => {
      const record = await lastOf(copy, events);
      await again(copy, events, { record, id: record.id });
      await copy.reseed(events);
      return `log ${events} partition ${record.partition} position ${record.position + 1}`;
    },
  },
  {
    place: "a second receipt under another id",
    fault: "duplicated",
    tamper: async (copy) => {
      const record = await lastOf(copy, receipts);
      await again(copy, receipts, { record, id: uuid });
      await copy.reseed(receipts);
      return `log ${receipts} partition ${record.partition} position ${record.position + 1}`;
    },
  },
  {
    place: "a document in the mailbox",
    fault: "duplicated",
    tamper: async ({ rows }) => {
      await rows(`create temporary table another as select * from view_case.outbox order by message_id limit 1`);
      await rows("update another set message_id = $1", [uuid]);
      await rows("insert into view_case.outbox select * from another");
      return `view_case.outbox ${uuid}`;
    },
  },
];

const swap: ReadonlyArray<Tampering> = [
  {
    place: "two decisions about a person, in the topic",
    fault: "reordered",
    tamper: async (copy) => {
      const [a, b] = await pairOf(copy, events);
      await copy.reseed(events, (lines) => swapLines(lines, a, b));
      return `topic ${events} partition ${a.partition}`;
    },
  },
  {
    place: "two decisions about a person, in the log and the topic alike",
    fault: "reordered",
    tamper: (copy) => exchange(copy, events),
  },
  {
    place: "two messages about a person, in the log and the topic alike",
    fault: "reordered",
    tamper: (copy) => exchange(copy, messages),
  },
];

const wrongPerson: ReadonlyArray<Tampering> = [
  {
    place: "a row of a view",
    fault: "wrong",
    tamper: async (copy) => {
      const row = one(
        await copy.rows<{ id: string; person: string }>(
          "select sick_leave_id::text as id, person_id::text as person from view_health.sick_leave order by sick_leave_id limit 1",
        ),
      );
      const stranger = await strangerOf(copy, row.person);
      await copy.rows("update view_health.sick_leave set person_id = $2 where sick_leave_id = $1", [row.id, stranger]);
      return `view_health.sick_leave ${row.id}`;
    },
  },
  {
    place: "the bytes of a message",
    fault: "wrong",
    tamper: async (copy) => {
      const row = one(
        await copy.rows<{ id: string; person: string }>(
          "select archive_id::text as id, person_id::text as person from hub.archive order by archive_id limit 1",
        ),
      );
      const stranger = await strangerOf(copy, row.person);
      await copy.rows("update hub.archive set person_id = $2 where archive_id = $1", [row.id, stranger]);
      return `hub.archive ${row.id}`;
    },
  },
  {
    place: "a decision, in the log and the topic alike",
    fault: "wrong",
    tamper: async (copy) => {
      const [record] = await pairOf(copy, events);
      const stranger = await strangerOf(copy, record.key);
      await copy.rows("update hub.log set key = $4 where topic = $1 and partition = $2 and position = $3", [
        events,
        record.partition,
        record.position,
        stranger,
      ]);
      await copy.reseed(events);
      return `log ${events} partition ${record.partition} position ${record.position}`;
    },
  },
  {
    place: "the content of a receipt, exchanged with another person's",
    fault: "wrong",
    tamper: async (copy) => {
      const record = await lastOf(copy, receipts);
      await copy.rows(
        `update hub.log set value = (select value from hub.log where topic = $1 and key <> $4 order by key, position limit 1)
          where topic = $1 and partition = $2 and position = $3`,
        [receipts, record.partition, record.position, record.key],
      );
      await copy.reseed(receipts);
      return `log ${receipts} partition ${record.partition} position ${record.position}`;
    },
  },
];

const staleRow: ReadonlyArray<Tampering> = [
  {
    place: "a message's status, as before it was decided",
    fault: "wrong",
    tamper: async ({ rows }) => {
      const found = await rows<{ id: string }>(
        `update view_case.message set outcome = null, route = null, decision_id = null, decision_type = null, decision = null,
            decision_partition = null, decision_position = null
          where archive_id = (select min(archive_id::text)::uuid from view_case.message) returning archive_id::text as id`,
      );
      return `view_case.message ${one(found).id}`;
    },
  },
  {
    place: "a health row, with the person's decision before",
    fault: "wrong",
    tamper: async ({ rows }) => {
      const found = await rows<{ id: string }>(
        `update view_health.sick_leave r set event = o.event, event_id = o.event_id, position = o.position
          from view_health.sick_leave o where o.person_id = r.person_id and o.position < r.position
            and r.sick_leave_id = (select n.sick_leave_id from view_health.sick_leave n join view_health.sick_leave m
              on m.person_id = n.person_id and m.position < n.position order by n.sick_leave_id limit 1)
          returning r.sick_leave_id::text as id`,
      );
      return `view_health.sick_leave ${one(found).id}`;
    },
  },
  {
    place: "a welfare row with an outcome of before",
    fault: "wrong",
    tamper: async ({ rows }) => {
      const found = await rows<{ id: string }>(
        `update view_welfare.sick_leave set outcome = 'PENDING' where sick_leave_id = (
          select sick_leave_id from view_welfare.sick_leave where outcome = 'OK' order by sick_leave_id limit 1)
          returning sick_leave_id::text as id`,
      );
      return `view_welfare.sick_leave ${one(found).id}`;
    },
  },
];

const missingReceipt: ReadonlyArray<Tampering> = [
  {
    place: "everywhere: log, topic, mailbox and status, as if it had never been written",
    fault: "lost",
    tamper: async (copy) => {
      const record = await lastOf(copy, receipts);
      const found = await copy.rows<{ id: string; cause: string }>(
        "delete from view_case.outbox where event_id = $1 returning message_id::text as id, in_reply_to::text as cause",
        [record.id],
      );
      const { id, cause } = one(found);
      await copy.rows("delete from view_case.outbox_party where message_id = $1", [id]);
      await copy.rows("update view_case.message set receipt_id = null, receipt_at = null where archive_id = $1", [
        cause,
      ]);
      await withoutLast(copy, receipts, record);
      await copy.reseed(receipts);
      return `log ${receipts}, message ${cause}`;
    },
  },
  {
    place: "the mailbox",
    fault: "lost",
    tamper: async ({ rows }) => {
      const found = await rows<{ id: string }>(
        `delete from view_case.outbox where message_id = (select message_id from view_case.outbox where kind = 'RECEIPT'
          order by message_id limit 1) returning message_id::text as id`,
      );
      return `view_case.outbox ${one(found).id}`;
    },
  },
  {
    place: "the topic",
    fault: "lost",
    tamper: async (copy) => {
      const record = await lastOf(copy, receipts);
      await copy.reseed(receipts, (lines) => lines.filter((line) => !isAt(record)(line)));
      return `topic ${receipts} partition ${record.partition}`;
    },
  },
];

/** Tamperings with certificates, their receipts and rows. */
export const withCertificates: Readonly<Record<Sabotage, ReadonlyArray<Tampering>>> = {
  lose,
  duplicate,
  swap,
  "wrong-person": wrongPerson,
  "stale-row": staleRow,
  "missing-receipt": missingReceipt,
};
