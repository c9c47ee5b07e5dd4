import type { ViewChanged } from "@samvirke/contracts";
import { drop, kept, put, removed, sealedParts, shown, slot } from "@samvirke/domain";
import type { Columns, Projected } from "@samvirke/kernel";
import type { Known } from "./model.ts";
import { nothing } from "./model.ts";

type Decision = Known<"SickLeaveCertified" | "SickLeaveRejected">;
type Use = Known<"SickLeaveSentToEmployer" | "SickLeaveConfirmed" | "SickLeaveSetAside" | "SickLeaveReopened">;

const view = "sick-leaves";

const outcomeOf = (fact: Decision): string => (fact.type === "SickLeaveCertified" ? fact.wire.assessment : "REJECTED");

// A duplicate is no certificate of its own: the one that it repeats stands.
const isCertificate = (fact: Decision): boolean =>
  fact.type === "SickLeaveCertified" || fact.wire.reasonClass !== "DUPLICATE";

/** A certificate as decided; duplicates concern nobody but their sender. */
export const decided = (fact: Decision): Projected<ViewChanged> => {
  if (fact.content.state !== "Open" || !isCertificate(fact)) return nothing;
  const { sickLeaveId, archiveId, receivedAt, channel } = fact.wire;
  const outcome = outcomeOf(fact);
  const columns = {
    person_id: fact.personId,
    archive_id: archiveId,
    outcome,
    reason_class: fact.type === "SickLeaveRejected" ? fact.wire.reasonClass : null,
    duplicate_of: fact.type === "SickLeaveRejected" ? fact.wire.duplicateOf : null,
    received_at: receivedAt,
    channel,
    outcome_position: fact.position,
  };
  return {
    rows: [put("sick_leave", { sick_leave_id: sickLeaveId }, { ...columns, ...kept(fact) })],
    changes: [shown(fact, { view, keyId: sickLeaveId, columns: { outcome }, sealed: sealedParts(fact) })],
  };
};

type Later = Use | Known<"SickLeaveReviewed" | "SickLeaveRevised">;

const moved = (
  fact: Later,
  { columns, told }: { readonly columns: Columns; readonly told: Readonly<Record<string, string | number | boolean>> },
): Projected<ViewChanged> => {
  const { sickLeaveId } = fact.wire;
  return {
    rows: [put("sick_leave", { sick_leave_id: sickLeaveId }, columns)],
    changes: [shown(fact, { view, keyId: sickLeaveId, columns: told, sealed: sealedParts(fact) })],
  };
};

type Standing = Use | Known<"SickLeaveReviewed" | "SickLeaveDeleted">;

// What waits for its certificate is told again under its own id when that comes.
const isApplied = (fact: Standing): boolean => fact.wire.standing === "APPLIED" && fact.content.state === "Open";

export const reviewed = (fact: Known<"SickLeaveReviewed">): Projected<ViewChanged> => {
  const { outcome } = fact.wire;
  const columns = { outcome, outcome_position: fact.position, ...slot("review_event", fact) };
  return isApplied(fact) ? moved(fact, { columns, told: { outcome } }) : nothing;
};

/** The register published the certificate anew, complete. */
export const revised = (fact: Known<"SickLeaveRevised">): Projected<ViewChanged> => {
  if (fact.content.state !== "Open") return nothing;
  const { revision, channel } = fact.wire;
  const columns = { revision, channel, revised_position: fact.position, ...kept(fact) };
  return moved(fact, { columns, told: { revision } });
};

const moves: Readonly<Record<Use["type"], string>> = {
  SickLeaveSentToEmployer: "SENT",
  SickLeaveConfirmed: "CONFIRMED",
  SickLeaveSetAside: "ASIDE",
  SickLeaveReopened: "OPEN",
};

// Expiry is final, so it has a column of its own that nothing takes back.
const useColumns = (fact: Use): Columns => {
  if (fact.type === "SickLeaveSetAside" && fact.wire.by === "EXPIRY") return { expired: true };
  if (fact.type === "SickLeaveConfirmed" && fact.wire.rejectedAcknowledged) return { rejection_seen: true };
  return { used: moves[fact.type] };
};

/** What the person did with the certificate. */
export const used = (fact: Use): Projected<ViewChanged> => {
  const columns = useColumns(fact);
  const told = Object.fromEntries(
    Object.entries(columns).flatMap(([name, value]) =>
      typeof value === "string" || typeof value === "boolean" ? [[name, value] as const] : [],
    ),
  );
  return isApplied(fact) ? moved(fact, { columns: { ...columns, ...slot("use_event", fact) }, told }) : nothing;
};

/** Withdrawn at its source: the row goes, and who follows the view is told. */
export const deleted = (fact: Known<"SickLeaveDeleted">): Projected<ViewChanged> => {
  const { sickLeaveId, standing } = fact.wire;
  if (standing !== "APPLIED") return nothing;
  return {
    rows: [drop("sick_leave", { sick_leave_id: sickLeaveId })],
    changes: [removed(fact, { view, keyId: sickLeaveId })],
  };
};
