import type { Fact } from "@samvirke/contracts";
import { sharedTables } from "@samvirke/domain";
import type { Columns, ColumnType, Projected, RowChange, Table } from "@samvirke/kernel";
import type { Store } from "@samvirke/store";

// What the gateway reads of the projections' tables; the projections themselves are tried with it in test/.
const event: Readonly<Record<string, ColumnType>> = { event_id: "uuid", event_type: "text", event: "bytea" };
const place: Readonly<Record<string, ColumnType>> = { partition: "integer", position: "bigint" };

const sickLeave: Table = {
  name: "sick_leave",
  key: { sick_leave_id: "uuid" },
  columns: {
    person_id: "uuid",
    archive_id: "uuid",
    outcome: "text",
    reason_class: "text",
    duplicate_of: "uuid",
    received_at: "bigint",
    recorded_at: "bigint",
    channel: "text",
    used: "text",
    expired: "boolean",
    revision: "integer",
    outcome_position: "bigint",
    revised_position: "bigint",
    withdrawn: "text",
    outcome_only: "boolean",
    ...event,
    ...place,
  },
};

const message: Table = {
  name: "message",
  key: { archive_id: "uuid" },
  columns: {
    kind: "text",
    decision_person: "uuid",
    decision_id: "uuid",
    decision_type: "text",
    decision: "bytea",
    consequence_type: "text",
    consequence_case_id: "uuid",
    receipt_id: "uuid",
    welfare_id: "uuid",
  },
};

const outbox: Table = {
  name: "outbox",
  key: { message_id: "uuid" },
  columns: {
    person_id: "uuid",
    topic: "text",
    ...place,
    kind: "text",
    content_type: "text",
    shape: "text",
    in_reply_to: "uuid",
    written_at: "bigint",
    ...event,
  },
  indexes: [["topic", "partition", "position"]],
};

/** Creates the views. */
export const createViews = async (store: Store): Promise<void> => {
  await store.createTables("view_case", [
    message,
    outbox,
    { name: "outbox_party", key: { message_id: "uuid", party: "text" }, columns: {} },
    sharedTables.personLink,
    sharedTables.personStatus,
  ]);
  await store.createTables("view_health", [
    sickLeave,
    { name: "sick_leave_party", key: { sick_leave_id: "uuid", party: "text" }, columns: {} },
  ]);
  await store.createTables("view_welfare", [sickLeave]);
};

const rowsOnly = (...rows: ReadonlyArray<RowChange>): Projected => ({ rows, changes: [] });

const onMessage = (archiveId: string, columns: Columns) =>
  ({ op: "upsert", table: "message", key: { archive_id: archiveId }, columns }) as const;

/** A message came in. */
export const projectReceived = (fact: Fact<"MessageReceived", never>): Projected =>
  rowsOnly(onMessage(fact.wire.archiveId, { kind: fact.wire.kind }));

/** A message was decided. */
export const projectDecided = (fact: Fact<"SickLeaveCertified", never>): Projected =>
  rowsOnly(onMessage(fact.wire.archiveId, { decision_id: fact.id, decision_type: fact.type, decision: fact.bytes }));

/** A document was written. */
export const projectWritten =
  (leg: "receipt" | "welfare") =>
  (fact: Fact<"OutboundMessage", never>): Projected => {
    const { messageId, inReplyTo, kind, contentType, partyAlias } = fact.wire;
    const key = { message_id: messageId };
    const row = { person_id: fact.personId, topic: fact.topic, partition: fact.partition, position: fact.position };
    const said = { kind, content_type: contentType, in_reply_to: inReplyTo, written_at: fact.wire.writtenAt };
    const whole = { event_id: fact.id, event_type: fact.type, event: fact.bytes };
    return rowsOnly(
      { op: "upsert", table: "outbox", key, columns: { ...row, ...said, ...whole } },
      { op: "upsert", table: "outbox_party", key: { ...key, party: partyAlias }, columns: {} },
      ...(inReplyTo === null ? [] : [onMessage(inReplyTo, { [`${leg}_id`]: messageId })]),
    );
  };

/** A certificate as a side sees it. */
export const projectSickLeave =
  (withParties: boolean) =>
  (fact: Fact<"SickLeaveCertified", "case">): Projected => {
    const key = { sick_leave_id: fact.wire.sickLeaveId };
    const parties = fact.content.state === "Open" ? fact.content.value.case.senderAliases : [];
    const columns = {
      person_id: fact.personId,
      archive_id: fact.wire.archiveId,
      outcome: fact.wire.assessment,
      reason_class: null,
      duplicate_of: null,
      received_at: fact.wire.receivedAt,
      recorded_at: fact.recordedAt,
      event_id: fact.id,
      event_type: fact.type,
      event: fact.bytes,
      partition: fact.partition,
      position: fact.position,
    };
    const rows = withParties ? parties : [];
    return rowsOnly(
      { op: "upsert", table: "sick_leave", key, columns },
      ...rows.map(
        (party) => ({ op: "upsert", table: "sick_leave_party", key: { ...key, party }, columns: {} }) as const,
      ),
    );
  };
