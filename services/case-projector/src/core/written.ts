import type { Fact } from "@samvirke/contracts";
import type { Columns, Projected, RowChange } from "@samvirke/kernel";

type Known = Fact<"OutboundMessage", never>;
/** Which kind of document a message's row notes: its receipt, or what welfare or health got; an employer's is noted nowhere. */
export type Noted = "receipt" | "welfare" | "health" | "employer";

const outboxRow = (fact: Known): RowChange => ({
  op: "upsert",
  table: "outbox",
  key: { message_id: fact.wire.messageId },
  columns: {
    person_id: fact.personId,
    topic: fact.topic,
    partition: fact.partition,
    position: fact.position,
    kind: fact.wire.kind,
    content_type: fact.wire.contentType,
    shape: fact.wire.shape,
    in_reply_to: fact.wire.inReplyTo,
    case_id: fact.wire.caseId,
    written_at: fact.wire.writtenAt,
    event_id: fact.id,
    event_type: fact.type,
    event: fact.bytes,
  },
});

const partyRow = (fact: Known): RowChange => ({
  op: "upsert",
  table: "outbox_party",
  key: { message_id: fact.wire.messageId, party: fact.wire.partyAlias },
  columns: {},
});

const notes: Readonly<Record<Noted, (fact: Known) => Columns>> = {
  receipt: (fact) => ({ receipt_id: fact.wire.messageId, receipt_at: fact.recordedAt }),
  welfare: (fact) => ({ welfare_id: fact.wire.messageId, welfare_at: fact.recordedAt }),
  health: (fact) => ({ health_id: fact.wire.messageId, health_at: fact.recordedAt }),
  employer: () => ({}),
};

/** A document was written: it waits for its receiver, and the message that it answers knows of it. */
export const projectWritten =
  (noted: Noted) =>
  (fact: Known): Projected => {
    const { inReplyTo } = fact.wire;
    const answered: ReadonlyArray<RowChange> =
      inReplyTo === null || noted === "employer"
        ? []
        : [{ op: "upsert", table: "message", key: { archive_id: inReplyTo }, columns: notes[noted](fact) }];
    return { rows: [outboxRow(fact), partyRow(fact), ...answered], changes: [] };
  };
