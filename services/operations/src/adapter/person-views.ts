import type { PersonId } from "@samvirke/kernel";
import type { Statement, Store } from "@samvirke/store";
import type { MessageFacts, OutboundFacts, ViewFacts } from "../core/case-facts.ts";

type Queries = Pick<Store, "query">;

const messagesStatement: Statement = {
  name: "operations_messages",
  text: `select a.archive_id as "messageId", a.kind, a.format, date_part('epoch', a.received_at) * 1000 as "receivedAt",
      m.outcome, m.route, m.case_id as "caseId", m.duplicate_of as "duplicateOf"
    from hub.archive a left join view_case.message m on m.archive_id = a.archive_id
    where a.person_id = $1 order by a.received_at, a.archive_id`,
};

/** A person's messages, oldest first, with what is public of their decisions. */
export const readMessages = async (store: Queries, person: PersonId): Promise<ReadonlyArray<MessageFacts>> => {
  const rows = await store.query<MessageFacts>(messagesStatement, [person]);
  return rows.map((row) => ({ ...row, receivedAt: Math.round(row.receivedAt) }));
};

const outboundStatement: Statement = {
  name: "operations_outbound",
  text: `select message_id as "messageId", in_reply_to as "inReplyTo", case_id as "caseId", kind, content_type as "contentType",
      topic, written_at as "writtenAt"
    from view_case.outbox where person_id = $1 order by written_at, topic, position`,
};

/** What the hub wrote about a person. */
export const readOutbound = (store: Queries, person: PersonId): Promise<ReadonlyArray<OutboundFacts>> =>
  store.query(outboundStatement, [person]);

const viewStatement = (view: string): Statement => ({
  name: `operations_${view}`,
  text: `select '${view}' as view, sick_leave_id as "sickLeaveId", archive_id as "messageId", outcome, event_id as "eventId",
      recorded_at as "recordedAt"
    from ${view}.sick_leave where person_id = $1 order by recorded_at, position`,
});

const views = ["view_health", "view_welfare"].map(viewStatement);

/** A person's rows in the sectors' views. */
export const readViews = async (store: Queries, person: PersonId): Promise<ReadonlyArray<ViewFacts>> =>
  (await Promise.all(views.map((statement) => store.query<ViewFacts>(statement, [person])))).flat();
