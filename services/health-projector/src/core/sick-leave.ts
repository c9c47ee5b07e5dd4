import type { ViewChanged } from "@samvirke/contracts";
import { caseOf, decidedByWelfare, grants, kept, put, sealedParts, shown } from "@samvirke/domain";
import type { Columns, Projected } from "@samvirke/kernel";
import type { Known, PartyAlias } from "./model.ts";
import { nothing } from "./model.ts";
import { aliasesOf } from "./parties.ts";

type Decision = Known<"SickLeaveCertified" | "SickLeaveRejected">;

const view = "sick-leaves";

const outcomeOf = (fact: Decision): string => (fact.type === "SickLeaveCertified" ? fact.wire.assessment : "REJECTED");

const said = (fact: Decision): Columns => ({
  outcome: outcomeOf(fact),
  reason_class: fact.type === "SickLeaveRejected" ? fact.wire.reasonClass : null,
  duplicate_of: fact.type === "SickLeaveRejected" ? fact.wire.duplicateOf : null,
  outcome_position: fact.position,
});

interface Audience {
  readonly parties: ReadonlyArray<string>;
  /** The certificate came from welfare; its sender is told what became of it, and is sent nothing back. */
  readonly outcomeOnly: boolean;
}

const audienceOf = (fact: Decision, alias: PartyAlias): Audience => {
  const { senderAliases = [], envelope } = caseOf(fact) ?? {};
  return fact.wire.ruleSetVersion === decidedByWelfare
    ? { parties: aliasesOf(envelope?.sender?.organisations ?? [], alias), outcomeOnly: true }
    : { parties: senderAliases, outcomeOnly: false };
};

/** A certificate is its sender's to see, refused or not. An erased person leaves no rows. */
export const decided = (fact: Decision, alias: PartyAlias): Projected<ViewChanged> => {
  if (fact.content.state !== "Open") return nothing;
  const { parties, outcomeOnly } = audienceOf(fact, alias);
  const key = { sick_leave_id: fact.wire.sickLeaveId };
  const { archiveId, receivedAt } = fact.wire;
  const columns = {
    person_id: fact.personId,
    archive_id: archiveId,
    received_at: receivedAt,
    outcome_only: outcomeOnly,
  };
  return {
    rows: [
      put("sick_leave", key, { ...columns, ...said(fact), ...kept(fact) }),
      ...grants("sick_leave_party", key, parties),
    ],
    changes: [
      shown(fact, {
        view,
        keyId: fact.wire.sickLeaveId,
        parties,
        columns: { outcome: outcomeOf(fact) },
        sealed: outcomeOnly ? [] : sealedParts(fact),
      }),
    ],
  };
};

const told = (fact: Known, id: string, columns: Readonly<Record<string, string | number>>): Projected<ViewChanged> => ({
  rows: [put("sick_leave", { sick_leave_id: id }, columns)],
  changes: [shown(fact, { view, keyId: id, columns })],
});

/** What welfare came to about a certificate: the outcome, not the case worker's words. */
export const reviewed = (fact: Known<"SickLeaveReviewed">): Projected<ViewChanged> =>
  fact.wire.standing === "APPLIED"
    ? told(fact, fact.wire.sickLeaveId, { outcome: fact.wire.outcome, outcome_position: fact.position })
    : nothing;

/** Welfare's register published it anew; the sender keeps seeing what it sent. */
export const revised = (fact: Known<"SickLeaveRevised">): Projected<ViewChanged> =>
  told(fact, fact.wire.sickLeaveId, { revision: fact.wire.revision, revised_position: fact.position });

/** Withdrawn by welfare: its sender is told so, and sees nothing more of it. */
export const withdrawn = (fact: Known<"SickLeaveDeleted">): Projected<ViewChanged> =>
  fact.wire.standing === "APPLIED" ? told(fact, fact.wire.sickLeaveId, { withdrawn: fact.wire.via }) : nothing;
