import type { Fact } from "@samvirke/contracts";
import type { Projected, RowChange, Table } from "@samvirke/kernel";
import type { ViewChanged } from "@samvirke/contracts";

export type Accepted = "SickLeaveCertified" | "SickLeaveRejected";
type Known = Fact<Accepted, "case">;

/** What NAV sees of certificates: the outcome, and the decision's event, sealed as it was. */
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

const changeOf = (fact: Known): ViewChanged => ({
  view: "sick-leaves",
  keyId: fact.wire.sickLeaveId,
  change: "PUT",
  cause: fact.id,
  parties: [],
  columns: [{ name: "outcome", text: outcomeOf(fact), number: null, flag: null }],
  sealed: sealedParts(fact),
});

const sealedParts = (fact: Known): ViewChanged["sealed"] =>
  (["identity", "work", "case", "medical"] as const).flatMap((compartment) => {
    const content = fact.wire[compartment];
    return content === null ? [] : [{ compartment, eventId: fact.id, eventType: fact.type, content }];
  });

// A duplicate is no certificate of its own: the one that it repeats stands.
const isCertificate = (fact: Known): boolean =>
  fact.type === "SickLeaveCertified" || fact.wire.reasonClass !== "DUPLICATE";

/** Rows and changes of one decision; duplicates concern nobody but their sender. */
export const project = (fact: Known): Projected<ViewChanged> =>
  fact.content.state === "Open" && isCertificate(fact)
    ? { rows: [rowOf(fact)], changes: [changeOf(fact)] }
    : { rows: [], changes: [] };
