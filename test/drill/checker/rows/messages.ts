import type { Seen } from "../content.ts";
import type { Sent, Sendings } from "../ledger.ts";
import { withoutConsequences } from "../log.ts";
import type { Log } from "../log.ts";
import type { View, Wanted } from "./view.ts";

type Last = ReadonlyMap<number, Seen>;

/** The last record of each message. */
const lastOf = (list: ReadonlyArray<Seen>): Last =>
  new Map(list.flatMap((seen) => (seen.message ? [[seen.message.n, seen] as const] : [])));

// The field of an event that names its case; where there is none, the event is about the message alone.
const caseFields: ReadonlyArray<readonly [type: RegExp, field: string]> = [
  [/^SickLeave/, "sickLeaveId"],
  [/^Referral/, "referralId"],
  [/^DialogueMessageSent$/, "conversationId"],
  [/^DialogueMeetingCalled$/, "meetingId"],
  [/^WorkAbilityAssessed$/, "statementId"],
  [/^FollowUpPlanShared$/, "planId"],
  [/^FollowUpDecisionMade$/, "decisionId"],
];

const caseOf = (decision: Seen | undefined): unknown => {
  const [, field] = caseFields.find(([type]) => type.test(decision?.type ?? "")) ?? [];
  return field === undefined ? null : decision?.fields[field];
};

interface Records {
  readonly received: Last;
  /** By the hub's id of the message: one that is told once more speaks of the same. */
  readonly decided: ReadonlyMap<unknown, Seen>;
  readonly receipts: Last;
  readonly welfare: Last;
  readonly health: Last;
}

const columnsOf = (message: Sent, { received, decided, receipts, welfare, health }: Records): Wanted => {
  const came = received.get(message.n);
  const decision = decided.get(message.messageId);
  return {
    person_id: came?.key,
    outcome: message.expected.outcome,
    route: message.expected.route,
    case_id: caseOf(decision),
    received_id: came?.id,
    received_type: came?.type,
    received: came?.sha256,
    message_partition: came?.partition,
    message_position: came?.position,
    decision_id: decision?.id,
    decision_type: decision?.type,
    decision: decision?.sha256,
    decision_partition: decision?.partition,
    decision_position: decision?.position,
    duplicate_of: decision?.fields["duplicateOf"],
    receipt_id: receipts.get(message.n)?.fields["messageId"],
    welfare_id: welfare.get(message.n)?.fields["messageId"],
    health_id: health.get(message.n)?.fields["messageId"],
  };
};

/** One row for each message that was sent, with all that became of it. */
export const messageView = (sendings: Sendings, log: Log): View => {
  const last = (topic: string): Last => lastOf(withoutConsequences(log.get(topic) ?? []));
  const records: Records = {
    received: last("samvirke.messages"),
    decided: new Map(
      withoutConsequences(log.get("samvirke.events") ?? []).map((seen) => [seen.fields["archiveId"], seen]),
    ),
    receipts: last("samvirke.receipt.outbound"),
    welfare: last("samvirke.welfare.outbound"),
    health: last("samvirke.health.outbound"),
  };
  return {
    table: "view_case.message",
    keys: ["archive_id"],
    bytes: ["received", "decision"],
    wanted: new Map(
      [...sendings.byId.values()].map((message) => [
        message.messageId,
        { message, columns: columnsOf(message, records) },
      ]),
    ),
  };
};

const outbound = ["receipt", "welfare", "health", "employer"].map((side) => `samvirke.${side}.outbound`);

/** One row for each document that left the hub, and who may fetch it. */
export const outboxViews = (log: Log): ReadonlyArray<View> => {
  const documents = outbound.flatMap((topic) => log.get(topic) ?? []);
  const rows = documents.map(
    (seen) =>
      [
        String(seen.fields["messageId"]),
        {
          message: seen.message,
          columns: {
            person_id: seen.key,
            topic: seen.topic,
            kind: seen.fields["kind"],
            shape: seen.fields["shape"],
            in_reply_to: seen.fields["inReplyTo"],
            event_id: seen.id,
            event_type: seen.type,
            event: seen.sha256,
            partition: seen.partition,
            position: seen.position,
          },
        },
      ] as const,
  );
  const parties = documents.map(
    ({ fields, message }) =>
      [`${String(fields["messageId"])} ${String(fields["partyAlias"])}`, { message, columns: {} }] as const,
  );
  return [
    { table: "view_case.outbox", keys: ["message_id"], bytes: ["event"], wanted: new Map(rows) },
    { table: "view_case.outbox_party", keys: ["message_id", "party"], wanted: new Map(parties) },
  ];
};
