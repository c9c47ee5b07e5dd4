import type { ViewChanged } from "@samvirke/contracts";
import {
  caseOf,
  consentRows,
  isCountingConsent,
  deliveryRows,
  dialogueRow,
  drop,
  dutyRow,
  dutyWithdrawnRow,
  effortRow,
  kept,
  linkRows,
  meetingAnswerRow,
  meetingCallRow,
  meetingEndRow,
  personStatusRow,
  put,
  removed,
  sealedParts,
  shown,
  spellRow,
  statementRows,
} from "@samvirke/domain";
import type { Projected, RowChange } from "@samvirke/kernel";
import type { Accepted, Known, Memory } from "./model.ts";
import { nothing } from "./model.ts";

interface Telling {
  readonly view: string;
  readonly keyId: string;
  readonly columns?: Readonly<Record<string, string | number | boolean | null>>;
}

const whole = <N extends Accepted>(
  fact: Known<N>,
  rows: ReadonlyArray<RowChange>,
  telling: Telling,
): Projected<ViewChanged> =>
  fact.content.state === "Open" ? { rows, changes: [shown(fact, { ...telling, sealed: sealedParts(fact) })] } : nothing;

export const written = (fact: Known<"DialogueMessageSent">): Projected<ViewChanged> => {
  const { messageId, conversationId, kind, fromSide } = fact.wire;
  return whole(fact, [dialogueRow(fact)], {
    view: "dialogues",
    keyId: messageId,
    columns: { conversationId, kind, fromSide },
  });
};

export const assessed = (fact: Known<"WorkAbilityAssessed">): Projected<ViewChanged> =>
  whole(fact, statementRows(fact), { view: "statements", keyId: fact.wire.statementId });

/** A plan that the employer shared with welfare, or of which welfare said itself that it exists. */
export const planned = (fact: Known<"FollowUpPlanShared">): Projected<ViewChanged> => {
  const { planId, archiveId, revision, format, receivedAt, toWelfare, toClinician } = fact.wire;
  if (!toWelfare && format !== "NOTICE") return nothing;
  const columns = {
    person_id: fact.personId,
    archive_id: archiveId,
    revision,
    format,
    received_at: receivedAt,
    to_welfare: toWelfare,
    to_clinician: toClinician,
  };
  const row = put("plan", { plan_id: planId }, { ...columns, ...kept(fact) });
  return whole(fact, [row], { view: "plans", keyId: planId, columns: { revision, format } });
};

export const called = (fact: Known<"DialogueMeetingCalled">): Projected<ViewChanged> => {
  const { meetingId, revision } = fact.wire;
  return whole(fact, [meetingCallRow(fact)], { view: "meetings", keyId: meetingId, columns: { revision } });
};

export const answeredCall = (fact: Known<"DialogueMeetingAnswered">): Projected<ViewChanged> => {
  const { answerId, by, answer } = fact.wire;
  return whole(fact, [meetingAnswerRow(fact)], { view: "meeting-answers", keyId: answerId, columns: { by, answer } });
};

export const ended = (fact: Known<"DialogueMeetingEnded">): Projected<ViewChanged> => {
  const { meetingId, how } = fact.wire;
  return whole(fact, [meetingEndRow(fact)], { view: "meetings", keyId: meetingId, columns: { ended: how } });
};

export const ruled = (fact: Known<"FollowUpDecisionMade">): Projected<ViewChanged> => {
  const { decisionId, archiveId, subject, previousId, final } = fact.wire;
  const columns = { person_id: fact.personId, archive_id: archiveId, subject, previous_id: previousId, final };
  const row = put("decision", { decision_id: decisionId }, { ...columns, ...kept(fact) });
  return whole(fact, [row], { view: "decisions", keyId: decisionId, columns: { subject, final } });
};

/** A spell as now known; one that is none any more goes. */
export const determined = (fact: Known<"SpellDetermined">): Projected<ViewChanged> => {
  const { spellId, revision, source, outcome } = fact.wire;
  if (outcome === "NONE")
    return {
      rows: [drop("spell", { spell_id: spellId })],
      changes: [removed(fact, { view: "spells", keyId: spellId })],
    };
  return outcome === "STANDS"
    ? whole(fact, [spellRow(fact)], { view: "spells", keyId: spellId, columns: { revision, source } })
    : nothing;
};

export const reached = (fact: Known<"DeadlineReached">): Projected<ViewChanged> => {
  const { dutyId, kind, state } = fact.wire;
  const row = dutyRow(fact, caseOf(fact)?.causedBy ?? []);
  return whole(fact, [row], { view: "duties", keyId: dutyId, columns: { kind, state } });
};

export const lifted = (fact: Known<"DeadlineWithdrawn">): Projected<ViewChanged> => {
  const { dutyId, reason } = fact.wire;
  return whole(fact, [dutyWithdrawnRow(fact)], { view: "duties", keyId: dutyId, columns: { withdrawn: reason } });
};

/** Health's own efforts are kept for the trace of a referral that is consented to; the feed does not tell them. */
export const begun = (fact: Known<"EffortRecorded">): Projected<ViewChanged> => {
  const { effortId, sector, closed } = fact.wire;
  const told = whole(fact, [effortRow(fact, caseOf(fact)?.referralId ?? null)], {
    view: "efforts",
    keyId: effortId,
    columns: { sector, closed },
  });
  return sector === "WORK" || sector === "JOINT" ? told : { ...told, changes: [] };
};

export const settled = (fact: Known<"DeliverySettled">): Projected<ViewChanged> =>
  fact.content.state === "Open" ? { rows: deliveryRows(fact), changes: [] } : nothing;

export const consented = (fact: Known<"SharingConsentRecorded">): Projected<ViewChanged> => {
  const { referralId, conversationId, archiveId, status } = fact.wire;
  const keyId = referralId ?? conversationId ?? archiveId;
  if (!isCountingConsent(fact)) return nothing;
  return whole(fact, consentRows(fact), { view: "consents", keyId, columns: { status } });
};

/** Two persons are one; what was remembered of the other comes along. */
export const linked = (
  fact: Known<"PersonIdentityLinked">,
  memory: Memory,
): Projected<ViewChanged> & { readonly state: Memory } => ({
  ...whole(fact, linkRows(fact), { view: "persons", keyId: fact.wire.survivingPersonId }),
  state: memory,
});

export const changed = (fact: Known<"PersonStatusChanged">): Projected<ViewChanged> =>
  whole(fact, [personStatusRow(fact, caseOf(fact)?.kind ?? "UNKNOWN")], { view: "persons", keyId: fact.personId });
