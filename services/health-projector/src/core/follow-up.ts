import type { ViewChanged } from "@samvirke/contracts";
import {
  caseOf,
  consentRows,
  deliveryRows,
  drop,
  dutyRow,
  dutyWithdrawnRow,
  effortRow,
  grants,
  meetingCallRow,
  meetingEndRow,
  sealedParts,
  shown,
  spellRow,
} from "@samvirke/domain";
import type { Projected, RowChange } from "@samvirke/kernel";
import type { Known } from "./model.ts";
import { nothing } from "./model.ts";

const rowsOnly = (rows: ReadonlyArray<RowChange>): Projected<ViewChanged> => ({ rows, changes: [] });

/** A meeting that a clinician takes part in; whose clinician, the answers tell. */
export const called = (fact: Known<"DialogueMeetingCalled">): Projected<ViewChanged> =>
  fact.wire.clinician && fact.content.state === "Open" ? rowsOnly([meetingCallRow(fact)]) : nothing;

export const ended = (fact: Known<"DialogueMeetingEnded">): Projected<ViewChanged> =>
  caseOf(fact)?.clinician === true ? rowsOnly([meetingEndRow(fact)]) : nothing;

/** A spell is shown to those who have a standing certificate of the person, which is asked when it is read. */
export const determined = (fact: Known<"SpellDetermined">): Projected<ViewChanged> => {
  if (fact.content.state !== "Open") return nothing;
  if (fact.wire.outcome === "NONE") return rowsOnly([drop("spell", { spell_id: fact.wire.spellId })]);
  return fact.wire.outcome === "STANDS" ? rowsOnly([spellRow(fact)]) : nothing;
};

const aliasForm = /^[0-9a-f]{32}$/;
const ofHealth: ReadonlySet<string> = new Set(["CLINICIAN", "RECEIVER", "RECEIVER_SYSTEM"]);

/** A deadline of health's own: of the party that has it, and of whoever sent what is not answered. */
export const reached = (fact: Known<"DeadlineReached">): Projected<ViewChanged> => {
  const shared = caseOf(fact);
  if (shared === undefined || !ofHealth.has(shared.holder)) return nothing;
  const { dutyId, kind, state } = fact.wire;
  const parties = shared.party !== null && aliasForm.test(shared.party) ? [shared.party] : [];
  return {
    rows: [dutyRow(fact, shared.causedBy), ...grants("duty_party", { duty_id: dutyId }, parties)],
    changes: [
      shown(fact, { view: "duties", keyId: dutyId, parties, columns: { kind, state }, sealed: sealedParts(fact) }),
    ],
  };
};

/** Whoever was told of a deadline is told that it does not hold; for others the row says nothing. */
export const lifted = (fact: Known<"DeadlineWithdrawn">): Projected<ViewChanged> => ({
  rows: [dutyWithdrawnRow(fact)],
  changes: [shown(fact, { view: "duties", keyId: fact.wire.dutyId, columns: { withdrawn: fact.wire.reason } })],
});

/** An effort, for whoever told of it and for the parties of the referral that it follows from. */
export const begun = (fact: Known<"EffortRecorded">): Projected<ViewChanged> => {
  const shared = caseOf(fact);
  if (shared === undefined) return nothing;
  const { effortId, sector, closed } = fact.wire;
  const parties = shared.senderAliases;
  return {
    rows: [effortRow(fact, shared.referralId), ...grants("effort_party", { effort_id: effortId }, parties)],
    changes: [
      shown(fact, {
        view: "efforts",
        keyId: effortId,
        parties,
        columns: { sector, closed },
        sealed: sealedParts(fact),
      }),
    ],
  };
};

/** A receipt, for the parties of the message that it answers. */
export const settled = (fact: Known<"DeliverySettled">): Projected<ViewChanged> =>
  fact.content.state === "Open" ? rowsOnly(deliveryRows(fact)) : nothing;

export const consented = (fact: Known<"SharingConsentRecorded">): Projected<ViewChanged> =>
  fact.content.state === "Open" ? rowsOnly(consentRows(fact)) : nothing;
