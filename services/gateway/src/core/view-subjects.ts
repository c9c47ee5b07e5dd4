/** How a column is told: a contract's symbol in the API's spelling, an instant, words in one text, or as it is. */
export type Telling = "name" | "instant" | "words" | "plain";

interface Subject {
  readonly table: string;
  readonly id: string;
  readonly columns: Readonly<Record<string, Telling>>;
}

/** What views are about: the table, its id, and the columns that are told, alike on both sides. */
export const subjects = {
  referrals: {
    table: "referral",
    id: "referral_id",
    columns: {
      status: "name",
      ball: "name",
      assess_again: "plain",
      direction: "name",
      consent: "name",
      identity_state: "name",
      content: "words",
      made_at: "instant",
      received_at: "instant",
    },
  },
  "referral-events": {
    table: "referral_event",
    id: "event_id",
    columns: { archive_id: "plain", made_at: "instant" },
  },
  "referral-copies": {
    table: "referral_copy",
    id: "archive_id",
    columns: { referral_id: "plain", copy_kind: "name", made_at: "instant" },
  },
  dialogues: {
    table: "dialogue",
    id: "message_id",
    columns: {
      conversation_id: "plain",
      parent_id: "plain",
      archive_id: "plain",
      kind: "name",
      from_side: "name",
      theme_system: "plain",
      theme_code: "plain",
      about_sick_leave: "plain",
      received_at: "instant",
    },
  },
  statements: {
    table: "statement",
    id: "statement_id",
    columns: { archive_id: "plain", received_at: "instant", occasions: "words" },
  },
  plans: {
    table: "plan",
    id: "plan_id",
    columns: { revision: "plain", format: "name", to_welfare: "plain", to_clinician: "plain", received_at: "instant" },
  },
  meetings: {
    table: "meeting",
    id: "meeting_id",
    columns: {
      revision: "plain",
      number: "plain",
      worker: "plain",
      employer: "plain",
      clinician: "plain",
      ended: "name",
    },
  },
  "meeting-answers": {
    table: "meeting_answer",
    id: "answer_id",
    columns: { meeting_id: "plain", meeting_revision: "plain", by: "name", answer: "name", received_at: "instant" },
  },
  decisions: {
    table: "decision",
    id: "decision_id",
    columns: { subject: "name", previous_id: "plain", final: "plain", archive_id: "plain" },
  },
  spells: {
    table: "spell",
    id: "spell_id",
    columns: { revision: "plain", source: "name", outcome: "name" },
  },
  duties: {
    table: "duty",
    id: "duty_id",
    columns: { kind: "name", state: "name", withdrawn: "name", policy_version: "plain" },
  },
  efforts: {
    table: "effort",
    id: "effort_id",
    columns: { sector: "name", revision: "plain", closed: "plain", referral_id: "plain", received_at: "instant" },
  },
  consents: { table: "consent", id: "subject_id", columns: { about: "name", status: "name" } },
  deliveries: {
    table: "delivery",
    id: "message_id",
    columns: {
      receiver_role: "name",
      receiver_index: "plain",
      outcome: "name",
      was_overdue: "plain",
      route_closed: "plain",
      sent_at: "instant",
      settled_at: "instant",
    },
  },
} as const satisfies Record<string, Subject>;

export type SubjectName = keyof typeof subjects;
