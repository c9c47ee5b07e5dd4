import type { RefusalClass } from "@samvirke/contracts";
import type { Columns, RowChange } from "@samvirke/kernel";
import { caseOfFact } from "./case-id.ts";
import type { Accepted, Known } from "./model.ts";

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

const taken: Verdict = { outcome: "accepted", route: "automatic" };

const isRepeated = (fact: Known): boolean =>
  (fact.type === "SickLeaveNoted" && fact.wire.reason === "REPEATED") ||
  (fact.type === "ReferralCopied" && fact.wire.copyKind === "DUPLICATE");

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
    default:
      return isRepeated(fact) ? { outcome: "duplicate", route: "automatic" } : taken;
  }
};

/** What also follows from messages about something else, and then does not speak for them. */
const consequences: ReadonlySet<Accepted> = new Set<Accepted>([
  "SpellDetermined",
  "EffortRecorded",
  "DeadlineReached",
  "DeadlineWithdrawn",
  "SharingConsentRecorded",
]);

const archiveOf = ({ wire }: Known): string | null => wire.archiveId;

const asDecision = (fact: Known): Columns => ({
  ...verdictOf(fact),
  case_id: caseOfFact(fact)?.id ?? null,
  ...(fact.type === "SickLeaveRejected" ? { duplicate_of: fact.wire.duplicateOf } : {}),
  person_id: fact.personId,
  decided_at: fact.recordedAt,
  decision_partition: fact.partition,
  decision_position: fact.position,
  decision_person: fact.personId,
  decision_id: fact.id,
  decision_type: fact.type,
  decision: fact.bytes,
});

const asConsequence = (fact: Known): Columns => ({
  person_id: fact.personId,
  consequence_type: fact.type,
  consequence_case_id: caseOfFact(fact)?.id ?? null,
  consequence_at: fact.recordedAt,
});

/** The row of the message that a fact was decided from; none where a day that passed brought it about. */
export const messageRows = (fact: Known): ReadonlyArray<RowChange> => {
  const archiveId = archiveOf(fact);
  if (archiveId === null) return [];
  const columns = consequences.has(fact.type) ? asConsequence(fact) : asDecision(fact);
  return [{ op: "upsert", table: "message", key: { archive_id: archiveId }, columns }];
};
