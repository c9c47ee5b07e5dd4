import type { ContractName, FactOf } from "@samvirke/contracts";
import type { Columns, Compartment, RowChange } from "@samvirke/kernel";
import type { ReferralView } from "../referral/view-model.ts";
import { kept, put, slot } from "./rows.ts";

/** A fact of one type, whatever of it is open. */
type Told<N extends ContractName> = FactOf<N, Compartment> | FactOf<N, never> | FactOf<N, "case">;

const held = (fact: Told<ContractName>): Columns => ({
  person_id: fact.personId,
  ...kept(fact),
});

/** A message of a thread; its theme only where list and code are known. */
export const dialogueRow = (fact: Told<"DialogueMessageSent">): RowChange => {
  const { wire } = fact;
  return put(
    "dialogue",
    { message_id: wire.messageId },
    {
      ...held(fact),
      conversation_id: wire.conversationId,
      parent_id: wire.parentId,
      parent_alias: wire.parentAlias,
      archive_id: wire.archiveId,
      kind: wire.kind,
      from_side: wire.fromSide,
      theme_system: wire.theme?.system ?? null,
      theme_code: wire.theme?.code ?? null,
      about_sick_leave: wire.aboutSickLeave,
      received_at: wire.receivedAt,
    },
  );
};

/** A medical statement, and the names by which its return may speak of it. */
export const statementRows = (fact: Told<"WorkAbilityAssessed">): ReadonlyArray<RowChange> => {
  const { statementId, archiveId, aliases, receivedAt, occasions } = fact.wire;
  return [
    put(
      "statement",
      { statement_id: statementId },
      { ...held(fact), archive_id: archiveId, received_at: receivedAt, occasions: occasions.join(" ") },
    ),
    ...aliases.map((alias) => put("statement_alias", { statement_id: statementId, alias })),
  ];
};

/** A call, or a new time or place, which is a new revision. */
export const meetingCallRow = (fact: Told<"DialogueMeetingCalled">): RowChange => {
  const { meetingId, revision, number, worker, employer, clinician } = fact.wire;
  return put("meeting", { meeting_id: meetingId }, { ...held(fact), revision, number, worker, employer, clinician });
};

/** The end of a meeting, beside its call: a meeting may be held that nobody called. */
export const meetingEndRow = (fact: Told<"DialogueMeetingEnded">): RowChange =>
  put(
    "meeting",
    { meeting_id: fact.wire.meetingId },
    { person_id: fact.personId, ended: fact.wire.how, ...slot("end_event", fact) },
  );

export const meetingAnswerRow = (fact: Told<"DialogueMeetingAnswered">): RowChange => {
  const { answerId, meetingId, meetingRevision, by, answer, receivedAt } = fact.wire;
  return put(
    "meeting_answer",
    { answer_id: answerId },
    {
      ...held(fact),
      meeting_id: meetingId,
      meeting_revision: meetingRevision,
      by,
      answer,
      received_at: receivedAt,
    },
  );
};

export const spellRow = (fact: Told<"SpellDetermined">): RowChange => {
  const { spellId, revision, source, outcome } = fact.wire;
  return put("spell", { spell_id: spellId }, { ...held(fact), revision, source, outcome });
};

/** A duty whose last day passed; what was withdrawn before stands again. */
export const dutyRow = (fact: Told<"DeadlineReached">, causedBy: ReadonlyArray<string>): RowChange => {
  const { dutyId, kind, state, policyVersion } = fact.wire;
  const columns = { kind, state, withdrawn: null, policy_version: policyVersion, caused_by: causedBy.join(" ") };
  return put("duty", { duty_id: dutyId }, { ...held(fact), ...columns });
};

/** The facts under a deadline changed; its row says why, since whoever was told of the one is told of the other. */
export const dutyWithdrawnRow = (fact: Told<"DeadlineWithdrawn">): RowChange =>
  put("duty", { duty_id: fact.wire.dutyId }, { person_id: fact.personId, withdrawn: fact.wire.reason });

export const effortRow = (fact: Told<"EffortRecorded">, referralId: string | null): RowChange => {
  const { effortId, sector, revision, closed, receivedAt } = fact.wire;
  const columns = { sector, revision, closed, referral_id: referralId, received_at: receivedAt };
  return put("effort", { effort_id: effortId }, { ...held(fact), ...columns });
};

/** Whether a word on a consent has an effect, so that the last of them holds. */
export const isCountingConsent = ({ wire }: Told<"SharingConsentRecorded">): boolean =>
  !wire.ahead && !wire.recordedOnly;

/** A consent, under what it is for; the last one that counts holds. */
export const consentRows = (fact: Told<"SharingConsentRecorded">): ReadonlyArray<RowChange> => {
  const { referralId, conversationId, archiveId, status } = fact.wire;
  if (!isCountingConsent(fact)) return [];
  const about = (name: string, id: string | null): ReadonlyArray<RowChange> =>
    id === null
      ? []
      : [put("consent", { subject_id: id }, { ...held(fact), archive_id: archiveId, about: name, status })];
  return [...about("REFERRAL", referralId), ...about("CONVERSATION", conversationId)];
};

const deliveryRow = (fact: Told<"DeliverySettled">): RowChange => {
  const { messageId, receiverRole, receiverIndex, outcome, wasOverdue, routeClosed, sentAt, settledAt } = fact.wire;
  const columns = {
    outcome,
    was_overdue: wasOverdue,
    route_closed: routeClosed,
    sent_at: sentAt,
    settled_at: settledAt,
  };
  const key = { message_id: messageId, receiver_role: receiverRole, receiver_index: receiverIndex };
  return put("delivery", key, { ...held(fact), ...columns });
};

/** None for a receipt that waits for what it answers. */
export const deliveryRows = (fact: Told<"DeliverySettled">): ReadonlyArray<RowChange> =>
  fact.wire.ahead ? [] : [deliveryRow(fact)];

/** Two persons are one human: rows of the one are the other's too. Only numbers changed: no row. */
export const linkRows = (fact: Told<"PersonIdentityLinked">): ReadonlyArray<RowChange> => {
  const { mergedPersonId, survivingPersonId } = fact.wire;
  if (mergedPersonId === null || mergedPersonId === survivingPersonId) return [];
  const columns = { ...held(fact), surviving_person_id: survivingPersonId };
  return [put("person_link", { merged_person_id: mergedPersonId }, columns)];
};

/** Protection and death side by side; readers look at them when they read. */
export const personStatusRow = (fact: Told<"PersonStatusChanged">, kind: string): RowChange =>
  put("person_status", { status_of: fact.personId, kind }, held(fact));

/** What every side's row of a referral has, of its newest content. */
export const referralRow = (fact: Told<"ReferralSent"> | Told<"ReferralChanged">): RowChange => {
  const { referralId, archiveId, direction, consent, identityState, madeAt, receivedAt } = fact.wire;
  const columns = {
    archive_id: archiveId,
    direction,
    consent,
    identity_state: identityState,
    made_at: madeAt,
    received_at: receivedAt,
  };
  return put("referral", { referral_id: referralId }, { person_id: fact.personId, ...columns });
};

/** How a referral stands, by its fold. */
export const referralStateRow = (person: string, view: ReferralView): RowChange => {
  const { referralId, status, ball, assessAgain, content } = view;
  const columns = { status, ball, assess_again: assessAgain, content: content.join(" ") };
  return put("referral", { referral_id: referralId }, { person_id: person, ...columns });
};

/** Something that was said of a referral. */
export const referralEventRow = (
  fact: Told<
    | "ReferralSent"
    | "ReferralChanged"
    | "ReferralCancelled"
    | "ReferralGranted"
    | "ReferralForwarded"
    | "ReferralDeclined"
    | "ReferralCopied"
  >,
): RowChange => {
  const { referralId, archiveId, madeAt } = fact.wire;
  const { event_id: eventId, ...columns } = held(fact);
  return put(
    "referral_event",
    { referral_id: referralId, event_id: eventId ?? fact.id },
    {
      ...columns,
      archive_id: archiveId,
      made_at: madeAt,
    },
  );
};
