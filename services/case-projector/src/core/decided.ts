import type { Fact, RefusalClass } from "@samvirke/contracts";
import type { Columns, Projected } from "@samvirke/kernel";

export type Decision = "SickLeaveCertified" | "SickLeaveRejected" | "MessageUnreadable" | "MessageRefused";
type Known = Fact<Decision, never>;

interface Verdict {
  /** As `send --wait` prints it. */
  readonly outcome: "accepted" | "rejected" | "duplicate" | "conflict" | "malformed" | "unsupported";
  readonly route: "automatic" | "manual" | null;
}

const refusals: Readonly<Record<RefusalClass, Verdict["outcome"]>> = {
  UNKNOWN: "rejected",
  UNSUPPORTED: "unsupported",
  CONFLICT: "conflict",
  WRONG_RECEIVER: "rejected",
  SENDER: "rejected",
  ATTACHMENT: "rejected",
  CONTENT: "rejected",
  DUPLICATE: "duplicate",
};

const verdictOf = (fact: Known): Verdict => {
  switch (fact.type) {
    case "SickLeaveCertified":
      return { outcome: "accepted", route: fact.wire.assessment === "PENDING" ? "manual" : "automatic" };
    case "SickLeaveRejected":
      return { outcome: fact.wire.reasonClass === "DUPLICATE" ? "duplicate" : "rejected", route: "automatic" };
    case "MessageUnreadable":
      return { outcome: "malformed", route: null };
    case "MessageRefused":
      return { outcome: refusals[fact.wire.class], route: null };
  }
};

const caseOf = (fact: Known): Columns => {
  switch (fact.type) {
    case "SickLeaveCertified":
      return { case_id: fact.wire.sickLeaveId };
    case "SickLeaveRejected":
      return { case_id: fact.wire.sickLeaveId, duplicate_of: fact.wire.duplicateOf };
    case "MessageUnreadable":
    case "MessageRefused":
      return {};
  }
};

/** A message was decided. */
export const projectDecided = (fact: Known): Projected => ({
  rows: [
    {
      op: "upsert",
      table: "message",
      key: { archive_id: fact.wire.archiveId },
      columns: {
        ...verdictOf(fact),
        ...caseOf(fact),
        person_id: fact.personId,
        decided_at: fact.recordedAt,
        decision_partition: fact.partition,
        decision_position: fact.position,
        decision_id: fact.id,
        decision_type: fact.type,
        decision: fact.bytes,
      },
    },
  ],
  changes: [],
});
