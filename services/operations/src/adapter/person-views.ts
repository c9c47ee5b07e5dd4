import type { PersonId } from "@samvirke/kernel";
import type { Statement, Store } from "@samvirke/store";
import type { MessageFacts, OutboundFacts, ViewFacts } from "../core/case-facts.ts";

type Queries = Pick<Store, "query">;

/** Where rows are read: what lives, or what a run made. */
export interface Rows {
  /** What stands before the names of schemas; empty for what lives. */
  readonly before: string;
}

const live: Rows = { before: "" };

// Statements on rows of a run are as short-lived as the run.
const named = (name: string, { before }: Rows): string => (before === "" ? `operations_${name}` : "");

const messagesStatement = (rows: Rows): Statement => ({
  name: named("messages", rows),
  text: `select a.archive_id as "messageId", a.kind, a.format, date_part('epoch', a.received_at) * 1000 as "receivedAt",
      m.outcome, m.route, m.case_id as "caseId", m.duplicate_of as "duplicateOf"
    from hub.archive a left join ${rows.before}view_case.message m on m.archive_id = a.archive_id
    where a.person_id = $1 order by a.received_at, a.archive_id`,
});

/** A person's messages, oldest first, with what is public of their decisions. */
export const readMessages = async (
  store: Queries,
  person: PersonId,
  from = live,
): Promise<ReadonlyArray<MessageFacts>> => {
  const rows = await store.query<MessageFacts>(messagesStatement(from), [person]);
  return rows.map((row) => ({ ...row, receivedAt: Math.round(row.receivedAt) }));
};

const outboundStatement = (rows: Rows): Statement => ({
  name: named("outbound", rows),
  text: `select message_id as "messageId", in_reply_to as "inReplyTo", case_id as "caseId", kind, content_type as "contentType",
      topic, written_at as "writtenAt"
    from ${rows.before}view_case.outbox where person_id = $1 order by written_at, topic, position`,
});

/** What the hub wrote about a person. */
export const readOutbound = (store: Queries, person: PersonId, from = live): Promise<ReadonlyArray<OutboundFacts>> =>
  store.query(outboundStatement(from), [person]);

const viewStatement = (view: string, rows: Rows): Statement => ({
  name: named(view, rows),
  text: `select '${view}' as view, sick_leave_id as "sickLeaveId", archive_id as "messageId", outcome, event_id as "eventId",
      recorded_at as "recordedAt"
    from ${rows.before}${view}.sick_leave where person_id = $1 order by recorded_at, position`,
});

const views = ["view_health", "view_welfare"];

/** A person's rows in the sectors' views. */
export const readViews = async (store: Queries, person: PersonId, from = live): Promise<ReadonlyArray<ViewFacts>> =>
  (await Promise.all(views.map((view) => store.query<ViewFacts>(viewStatement(view, from), [person])))).flat();
