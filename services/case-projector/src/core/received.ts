import type { Fact } from "@samvirke/contracts";
import type { Projected } from "@samvirke/kernel";

/** A message came in. */
export const projectReceived = (fact: Fact<"MessageReceived", never>): Projected => ({
  rows: [
    {
      op: "upsert",
      table: "message",
      key: { archive_id: fact.wire.archiveId },
      columns: {
        person_id: fact.personId,
        kind: fact.wire.kind,
        format: fact.wire.format,
        door: fact.wire.door,
        received_at: fact.wire.receivedAt,
        archived_at: fact.recordedAt,
        message_partition: fact.partition,
        message_position: fact.position,
        conflicts_with: fact.wire.conflictsWith,
        received_id: fact.id,
        received_type: fact.type,
        received: fact.bytes,
      },
    },
  ],
  changes: [],
});
