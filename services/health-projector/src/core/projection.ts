import type { Fact } from "@samvirke/contracts";
import type { Projected, RowChange, Table } from "@samvirke/kernel";
import type { ViewChanged } from "@samvirke/contracts";

export type Accepted = "SickLeaveCertified" | "SickLeaveRejected";
type Known = Fact<Accepted, "case">;

/** What a health party sees of the certificates it sent: the outcome, and the decision's event, sealed as it was. */
export const tables: ReadonlyArray<Table> = [
  {
    name: "sick_leave",
    key: { sick_leave_id: "uuid" },
    columns: {
      person_id: "uuid",
      archive_id: "uuid",
      outcome: "text",
      reason_class: "text",
      duplicate_of: "uuid",
      received_at: "bigint",
      event_id: "uuid",
      event_type: "text",
      event: "bytea",
      partition: "integer",
      position: "bigint",
      recorded_at: "bigint",
    },
    indexes: [["person_id"]],
  },
  { name: "sick_leave_party", key: { sick_leave_id: "uuid", party: "text" }, columns: {}, indexes: [["party"]] },
];

const outcomeOf = (fact: Known): string => (fact.type === "SickLeaveCertified" ? fact.wire.assessment : "REJECTED");

const reasonOf = (fact: Known): string | null => (fact.type === "SickLeaveRejected" ? fact.wire.reasonClass : null);

const duplicateOf = (fact: Known): string | null => (fact.type === "SickLeaveRejected" ? fact.wire.duplicateOf : null);

const rowOf = (fact: Known): RowChange => ({
  op: "upsert",
  table: "sick_leave",
  key: { sick_leave_id: fact.wire.sickLeaveId },
  columns: {
    person_id: fact.personId,
    archive_id: fact.wire.archiveId,
    outcome: outcomeOf(fact),
    reason_class: reasonOf(fact),
    duplicate_of: duplicateOf(fact),
    received_at: fact.wire.receivedAt,
    event_id: fact.id,
    event_type: fact.type,
    event: fact.bytes,
    partition: fact.partition,
    position: fact.position,
    recorded_at: fact.recordedAt,
  },
});

const partyRow = (fact: Known, party: string): RowChange => ({
  op: "upsert",
  table: "sick_leave_party",
  key: { sick_leave_id: fact.wire.sickLeaveId, party },
  columns: {},
});

const changeOf = (fact: Known, parties: ReadonlyArray<string>): ViewChanged => ({
  view: "sick-leaves",
  keyId: fact.wire.sickLeaveId,
  change: "PUT",
  cause: fact.id,
  parties,
  columns: [{ name: "outcome", text: outcomeOf(fact), number: null, flag: null }],
  sealed: sealedParts(fact),
});

const sealedParts = (fact: Known): ViewChanged["sealed"] =>
  (["identity", "work", "case", "medical"] as const).flatMap((compartment) => {
    const content = fact.wire[compartment];
    return content === null ? [] : [{ compartment, eventId: fact.id, eventType: fact.type, content }];
  });

/** Rows and changes of one decision. An erased person leaves no rows; a decision without a readable sender is seen by nobody. */
export const project = (fact: Known): Projected<ViewChanged> => {
  if (fact.content.state !== "Open") return { rows: [], changes: [] };
  const parties = fact.content.value.case?.senderAliases ?? [];
  return {
    rows: [rowOf(fact), ...parties.map((party) => partyRow(fact, party))],
    changes: [changeOf(fact, parties)],
  };
};
