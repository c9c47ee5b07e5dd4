import type { Seen } from "./content.ts";
import type { Evidence } from "./evidence.ts";
import type { Report } from "./finding.ts";
import { derivedId } from "./ids.ts";
import type { Sent, Sendings } from "./ledger.ts";
import { withoutConsequences } from "./log.ts";
import type { Log } from "./log.ts";

type Row = Readonly<Record<string, unknown>>;
type Wanted = Readonly<Record<string, unknown>>;

interface View {
  readonly table: string;
  readonly key: string;
  /** Selected columns, those of bytes as hashes. */
  readonly select: string;
  /** Rows that must be there, by key. */
  readonly wanted: ReadonlyMap<string, { readonly columns: Wanted; readonly message: Sent | undefined }>;
}

const compareRow = (report: Report, view: View, row: Row): void => {
  const key = String(row[view.key]);
  const where = `${view.table} ${key}`;
  const wanted = view.wanted.get(key);
  if (!wanted) return report.note("duplicated", where, "no message calls for this row");
  const differing = Object.entries(wanted.columns).filter(([name, value]) => (row[name] ?? null) !== (value ?? null));
  if (differing.length === 0) return;
  const names = differing.map(([name]) => name).join(", ");
  report.note("wrong", where, `it is not what the log says: ${names}`, wanted.message?.n);
};

const checkView = async ({ database }: Evidence, report: Report, view: View): Promise<void> => {
  const rows = await database.rows<Row>(`select ${view.select} from ${view.table}`);
  const found = new Set(rows.map((row) => String(row[view.key])));
  for (const row of rows) compareRow(report, view, row);
  for (const [key, { message }] of view.wanted)
    if (!found.has(key)) report.note("lost", `${view.table} ${key}`, "its row is missing", message?.n);
};

const hash = (column: string): string => `encode(sha256(${column}), 'hex') as ${column}`;

const byMessage = (list: ReadonlyArray<Seen>): ReadonlyMap<number, Seen> =>
  new Map(list.flatMap((seen) => (seen.message ? [[seen.message.n, seen] as const] : [])));

const recordColumns = (
  seen: Seen | undefined,
  names: Readonly<Record<"id" | "type" | "event" | "partition" | "position", string>>,
): Wanted => ({
  [names.id]: seen?.id,
  [names.type]: seen?.type,
  [names.event]: seen?.sha256,
  [names.partition]: seen?.partition,
  [names.position]: seen?.position,
});

const eventNames = { id: "event_id", type: "event_type", event: "event", partition: "partition", position: "position" };
const decisionNames = {
  id: "decision_id",
  type: "decision_type",
  event: "decision",
  partition: "decision_partition",
  position: "decision_position",
};
const receivedNames = {
  id: "received_id",
  type: "received_type",
  event: "received",
  partition: "message_partition",
  position: "message_position",
};

const caseIdOf = (message: Sent): string | undefined =>
  message.expected.row === undefined ? undefined : derivedId("sick-leave", message.messageId);

interface Records {
  readonly received: ReadonlyMap<number, Seen>;
  readonly decided: ReadonlyMap<number, Seen>;
  readonly receipts: ReadonlyMap<number, Seen>;
  readonly deliveries: ReadonlyMap<number, Seen>;
}

const messageColumns = (message: Sent, { received, decided, receipts, deliveries }: Records): Wanted => {
  const decision = decided.get(message.n);
  return {
    person_id: received.get(message.n)?.key,
    outcome: message.expected.outcome,
    route: message.expected.route,
    case_id: caseIdOf(message),
    ...recordColumns(received.get(message.n), receivedNames),
    ...recordColumns(decision, decisionNames),
    duplicate_of: decision?.fields["duplicateOf"],
    receipt_id: receipts.get(message.n)?.fields["messageId"],
    welfare_id: deliveries.get(message.n)?.fields["messageId"],
  };
};

const messageView = (sendings: Sendings, records: Records): View => ({
  table: "view_case.message",
  key: "archive_id",
  select: `archive_id, person_id, outcome, route, case_id, duplicate_of, receipt_id, welfare_id, received_id, received_type,
    ${hash("received")}, message_partition, message_position, decision_id, decision_type, ${hash("decision")},
    decision_partition, decision_position`,
  wanted: new Map(
    [...sendings.byId.values()].map((message) => [
      message.messageId,
      { message, columns: messageColumns(message, records) },
    ]),
  ),
});

const outboxView = (documents: ReadonlyArray<Seen>): View => ({
  table: "view_case.outbox",
  key: "message_id",
  select: `message_id, person_id, topic, partition, position, in_reply_to, event_id, event_type, ${hash("event")}`,
  wanted: new Map(
    documents.map((seen) => [
      String(seen.fields["messageId"]),
      {
        message: seen.message,
        columns: {
          person_id: seen.key,
          topic: seen.topic,
          in_reply_to: seen.fields["inReplyTo"],
          ...recordColumns(seen, eventNames),
        },
      },
    ]),
  ),
});

const outboxPartyView = (documents: ReadonlyArray<Seen>): View => ({
  table: "view_case.outbox_party",
  key: "message_id",
  select: "message_id, party",
  wanted: new Map(
    documents.map((seen) => [
      String(seen.fields["messageId"]),
      { message: seen.message, columns: { party: seen.fields["partyAlias"] } },
    ]),
  ),
});

interface Sector {
  readonly schema: string;
  readonly sees: (message: Sent) => boolean;
}

const sectors: ReadonlyArray<Sector> = [
  { schema: "view_health", sees: ({ expected }) => expected.row !== undefined },
  { schema: "view_welfare", sees: ({ expected }) => expected.row !== undefined && expected.toWelfare },
];

const sectorView = ({ schema, sees }: Sector, sendings: Sendings, { decided }: Records): View => ({
  table: `${schema}.sick_leave`,
  key: "sick_leave_id",
  select: `sick_leave_id, person_id, archive_id, outcome, duplicate_of, event_id, event_type, ${hash("event")}, partition, position`,
  wanted: new Map(
    [...sendings.byId.values()].filter(sees).map((message) => {
      const decision = decided.get(message.n);
      const columns = {
        person_id: decision?.key,
        archive_id: message.messageId,
        outcome: message.expected.row,
        duplicate_of: decision?.fields["duplicateOf"],
        ...recordColumns(decision, eventNames),
      };
      return [caseIdOf(message) ?? "", { message, columns }];
    }),
  ),
});

const checkParked = async ({ database }: Evidence, report: Report): Promise<void> => {
  const rows = await database.rows<{
    stage: string;
    topic: string;
    partition: number;
    position: number;
    reason: string;
  }>("select stage, topic, partition, position, reason from hub.parked");
  for (const { stage, topic, partition, position, reason } of rows)
    report.note(
      "lost",
      `hub.parked ${stage} ${topic} partition ${partition} position ${position}`,
      `parked: ${reason}`,
    );
};

/** Every view shows what the log says of the messages of the ledger, and nothing else. */
export const checkRows = async (
  evidence: Evidence,
  report: Report,
  of: { readonly sendings: Sendings; readonly log: Log },
): Promise<void> => {
  const { sendings, log } = of;
  const listOf = (topic: string): ReadonlyArray<Seen> => log.get(topic) ?? [];
  const records: Records = {
    received: byMessage(listOf("samvirke.messages")),
    decided: byMessage(withoutConsequences(listOf("samvirke.events"))),
    receipts: byMessage(listOf("samvirke.receipt.outbound")),
    deliveries: byMessage(listOf("samvirke.welfare.outbound")),
  };
  const documents = [...listOf("samvirke.receipt.outbound"), ...listOf("samvirke.welfare.outbound")];
  await checkView(evidence, report, messageView(sendings, records));
  await checkView(evidence, report, outboxView(documents));
  await checkView(evidence, report, outboxPartyView(documents));
  for (const sector of sectors) await checkView(evidence, report, sectorView(sector, sendings, records));
  await checkParked(evidence, report);
};
