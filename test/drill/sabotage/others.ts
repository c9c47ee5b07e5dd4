import type { Sabotage } from "../arguments.ts";
import type { Copy } from "./copy.ts";
import type { Record_, Tampering } from "./tamperings.ts";
import { again, columns, one, swapLines, withoutLast } from "./tamperings.ts";

const uuid = (n: number): string => `5abc7a6e-0000-4000-8000-${String(n).padStart(12, "0")}`;

/** Tables of the views, each with the columns that name a row. */
const tables: ReadonlyArray<readonly [table: string, ...keys: ReadonlyArray<string>]> = [
  ...["view_health", "view_welfare"].flatMap(
    (schema) =>
      [
        [`${schema}.sick_leave`, "sick_leave_id"],
        [`${schema}.dialogue`, "message_id"],
        [`${schema}.statement`, "statement_id"],
        [`${schema}.meeting`, "meeting_id"],
        [`${schema}.referral`, "referral_id"],
        [`${schema}.spell`, "spell_id"],
        [`${schema}.delivery`, "message_id", "receiver_role", "receiver_index"],
      ] as const,
  ),
  ["view_health.referral_event", "referral_id", "event_id"],
  ["view_welfare.decision", "decision_id"],
  ["view_welfare.plan", "plan_id"],
  ["view_case.message", "archive_id"],
  ["view_case.outbox", "message_id"],
  ["view_case.outbox_party", "message_id", "party"],
  ["view_case.delivery", "message_id", "receiver_role", "receiver_index"],
  ["view_employer.sick_leave", "sick_leave_id", "party"],
  ["view_employer.plan", "plan_id", "party"],
  ["view_employer.meeting", "meeting_id", "party"],
  ["view_employer.spell", "spell_id", "party"],
];

type Keyed = (typeof tables)[number];

/** Does something to the first row of each table, written as the start of a statement on `t`; answers their names. */
const inEach = async (
  copy: Copy,
  list: ReadonlyArray<Keyed>,
  start: (table: string) => string,
): Promise<ReadonlyArray<string>> => {
  const places: Array<string> = [];
  for (const [table, ...keys] of list) {
    const name = keys.map((key) => `t.${key}::text`).join(" || ' ' || ");
    const first = `(select ctid from ${table} order by ${keys.join(", ")} limit 1)`;
    const found = await copy.rows<{ name: string }>(
      `${start(table)} where t.ctid = ${first} returning ${name} as name`,
    );
    places.push(`${table} ${one(found).name}`);
  }
  return places;
};

const named = (pattern: RegExp): ReadonlyArray<Keyed> => tables.filter(([table]) => pattern.test(table));

const outbound = (side: string): string => `samvirke.${side}.outbound`;

/** The last document of some partition: taking it away leaves no gap. */
const lastDocument = async (
  { rows }: Copy,
  topic: string,
  shape: string,
): Promise<Record_ & { readonly cause: string }> =>
  one(
    await rows<Record_ & { readonly cause: string }>(
      `select l.partition, l.position::int, l.key::text, l.id::text, o.in_reply_to::text as cause
        from hub.log l join view_case.outbox o on o.event_id = l.id
        where l.topic = $1 and o.shape like $2 and l.position = (
          select max(position) from hub.log m where m.topic = l.topic and m.partition = l.partition)
        order by l.partition limit 1`,
      [topic, shape],
    ),
  );

/** Takes a document away everywhere: log, topic, mailbox and status. */
const loseDocument = async (copy: Copy, side: string, shape = "%"): Promise<string> => {
  const topic = outbound(side);
  const record = await lastDocument(copy, topic, shape);
  const gone = one(
    await copy.rows<{ id: string }>(
      "delete from view_case.outbox where event_id = $1 returning message_id::text as id",
      [record.id],
    ),
  );
  await copy.rows("delete from view_case.outbox_party where message_id = $1", [gone.id]);
  await withoutLast(copy, topic, record);
  await copy.reseed(topic);
  return `log ${topic}, message ${record.cause}`;
};

const recordOf = async ({ rows }: Copy, topic: string, type: string): Promise<Record_> =>
  one(
    await rows<Record_>(
      `select ${columns} from hub.log where topic = $1 and type like $2 order by key, position limit 1`,
      [topic, type],
    ),
  );

/** Two neighbours in a person's order, of one type and of two messages. */
const pairOf = async ({ rows }: Copy, topic: string, type: string): Promise<readonly [Record_, Record_]> => {
  const found = await rows<Record_>(
    `select ${columns} from (
       select *, count(*) over (partition by key) as number, row_number() over mine as place
       from hub.log where topic = $1 and type = $2 window mine as (partition by key order by position)) l
     where number > 1 and place <= 2 order by key, position limit 2`,
    [topic, type],
  );
  return [one(found), one(found.slice(1))];
};

const lose: ReadonlyArray<Tampering> = [
  {
    place: "one of the two shapes in which welfare gets a certificate",
    fault: "lost",
    tamper: (copy) => loseDocument(copy, "welfare", "ReceivedSykmelding"),
  },
  { place: "what health was to get", fault: "lost", tamper: (copy) => loseDocument(copy, "health") },
  { place: "what the employer was to get", fault: "lost", tamper: (copy) => loseDocument(copy, "employer") },
  {
    place: "one row of every view",
    fault: "lost",
    tamper: (copy) => inEach(copy, tables, (table) => `delete from ${table} t`),
  },
  {
    place: "what followers of each view are told, at the end of a partition",
    fault: "lost",
    tamper: async (copy) => {
      for (const side of ["health", "welfare", "employer"]) {
        const topic = `samvirke.${side}.changes`;
        const { partition } = await recordOf(copy, topic, "ViewChanged");
        await withoutLast(copy, topic, { partition, position: 0, key: "", id: "" });
        await copy.reseed(topic);
      }
      return [
        "log samvirke.health.changes, event",
        "log samvirke.welfare.changes, event",
        "log samvirke.employer.changes,",
      ];
    },
  },
];

const insertAgain = (table: string, key: string, id: string): string =>
  `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('${key}', '${id}'))).*
    from ${table} t order by t.${key} limit 1`;

const duplicate: ReadonlyArray<Tampering> = [
  ...["health", "welfare", "employer"].map((side, index): Tampering => ({
    place: `a document for ${side}, under a new id`,
    fault: "duplicated",
    tamper: async (copy) => {
      const topic = outbound(side);
      const record = await recordOf(copy, topic, "%");
      await again(copy, topic, { record, id: uuid(10 + index) });
      await copy.reseed(topic);
      return `log ${topic} partition ${record.partition}`;
    },
  })),
  {
    place: "a row of every view that is about one thing",
    fault: "duplicated",
    tamper: async (copy) => {
      const list = tables.filter(([table, ...keys]) => keys.length === 1 && !table.startsWith("view_case"));
      for (const [index, [table, key = ""]] of list.entries()) await copy.rows(insertAgain(table, key, uuid(index)));
      return list.map(([table], index) => `${table} ${uuid(index)}`);
    },
  },
  {
    place: "what followers of each view are told",
    fault: "duplicated",
    tamper: async (copy) => {
      const places: Array<string> = [];
      for (const [index, side] of ["health", "welfare"].entries()) {
        const topic = `samvirke.${side}.changes`;
        const record = await recordOf(copy, topic, "ViewChanged");
        await again(copy, topic, { record, id: uuid(20 + index) });
        await copy.reseed(topic);
        places.push(`log ${topic} partition ${record.partition}`);
      }
      return places;
    },
  },
];

const swapLater = (topic: string, type: string): Tampering => ({
  place: `two records of ${topic} about a person, in the topic (${type})`,
  fault: "reordered",
  tamper: async (copy) => {
    const [a, b] = await pairOf(copy, topic, type);
    await copy.reseed(topic, (lines) => swapLines(lines, a, b));
    return `topic ${topic} partition ${a.partition}`;
  },
});

const swap: ReadonlyArray<Tampering> = [
  swapLater("samvirke.events", "DialogueMessageSent"),
  swapLater(outbound("health"), "OutboundMessage"),
  {
    place: "two letters about a person, in the log and the topic alike",
    fault: "reordered",
    tamper: async (copy) => {
      const topic = "samvirke.events";
      const [a, b] = await pairOf(copy, topic, "DialogueMessageSent");
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
      return `log ${topic} partition ${a.partition} position`;
    },
  },
];

const isPersons = (table: string): boolean => table !== "view_case.outbox_party";

const wrongPerson: ReadonlyArray<Tampering> = [
  {
    place: "one row of every view",
    fault: "wrong",
    tamper: async (copy) => {
      const list = tables.filter(([table]) => isPersons(table));
      return inEach(
        copy,
        list,
        (table) =>
          `update ${table} t set person_id = (select p.person_id from hub.person p where p.person_id <> t.person_id limit 1)`,
      );
    },
  },
  {
    place: "a document for health, with another's content",
    fault: "wrong",
    tamper: async (copy) => {
      const topic = outbound("health");
      const record = await recordOf(copy, topic, "%");
      await copy.rows(
        `update hub.log set value = (select value from hub.log where topic = $1 and key <> $4 order by key, position limit 1)
          where topic = $1 and partition = $2 and position = $3`,
        [topic, record.partition, record.position, record.key],
      );
      await copy.reseed(topic);
      return `log ${topic} partition ${record.partition} position ${record.position}`;
    },
  },
  {
    place: "the mailbox of a document, another party's",
    fault: "duplicated",
    tamper: async (copy) => {
      const row = one(
        await copy.rows<{ id: string }>(
          `update view_case.outbox_party t set party = repeat('0', 32) where t.ctid = (
            select ctid from view_case.outbox_party order by message_id limit 1) returning message_id::text as id`,
        ),
      );
      return `view_case.outbox_party ${row.id} ${"0".repeat(32)}`;
    },
  },
];

const staleRow: ReadonlyArray<Tampering> = [
  {
    place: "the event that a row keeps, in every view",
    fault: "wrong",
    tamper: (copy) =>
      inEach(
        copy,
        tables.filter(([table]) => !/referral$|outbox_party|case\.message|employer/.test(table)),
        (table) => `update ${table} t set event = event || '\\x00'::bytea`,
      ),
  },
  {
    place: "what the employer is shown, in every view",
    fault: "wrong",
    tamper: (copy) =>
      inEach(copy, named(/^view_employer/), (table) => `update ${table} t set work = work || '\\x00'::bytea`),
  },
  {
    place: "how a referral stands",
    fault: "wrong",
    tamper: (copy) => inEach(copy, named(/\.referral$/), (table) => `update ${table} t set status = 'granted'`),
  },
  {
    place: "what became of a delivery",
    fault: "wrong",
    tamper: (copy) => inEach(copy, named(/\.delivery$/), (table) => `update ${table} t set outcome = 'REFUSED'`),
  },
  {
    place: "what the person did with a certificate",
    fault: "wrong",
    tamper: async ({ rows }) => {
      const row = one(
        await rows<{ id: string }>(
          `update view_welfare.sick_leave t set used = null, use_event = null, use_event_id = null where t.ctid = (
            select ctid from view_welfare.sick_leave where used is not null order by sick_leave_id limit 1)
            returning sick_leave_id::text as id`,
        ),
      );
      return `view_welfare.sick_leave ${row.id}`;
    },
  },
];

/** Tamperings with letters, referrals and all else that is no certificate. */
export const withOthers: Partial<Record<Sabotage, ReadonlyArray<Tampering>>> = {
  lose,
  duplicate,
  swap,
  "wrong-person": wrongPerson,
  "stale-row": staleRow,
};
