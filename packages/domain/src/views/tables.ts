import type { Table } from "@samvirke/kernel";
import { filterOf, slotColumns, subject } from "./rows.ts";

const uuid = "uuid";
const text = "text";
const integer = "integer";
const bigint = "bigint";
const boolean = "boolean";

/** Columns of a certificate's row that every side has. */
const sickLeaveColumns: Table["columns"] = {
  archive_id: uuid,
  outcome: text,
  reason_class: text,
  duplicate_of: uuid,
  received_at: bigint,
  revision: integer,
  // Where in the log the outcome was said, and the last revision: the later of the two counts.
  outcome_position: bigint,
  revised_position: bigint,
};

const dialogueColumns: Table["columns"] = {
  conversation_id: uuid,
  parent_id: uuid,
  parent_alias: text,
  archive_id: uuid,
  kind: text,
  from_side: text,
  theme_system: text,
  theme_code: text,
  about_sick_leave: boolean,
  received_at: bigint,
};

const meetingColumns: Table["columns"] = {
  revision: integer,
  number: integer,
  worker: boolean,
  employer: boolean,
  clinician: boolean,
  ended: text,
  ...slotColumns("end_event"),
};

const deliveryColumns: Table["columns"] = {
  outcome: text,
  was_overdue: boolean,
  route_closed: boolean,
  sent_at: bigint,
  settled_at: bigint,
};

const referralColumns: Table["columns"] = {
  archive_id: uuid,
  status: text,
  ball: text,
  assess_again: boolean,
  // Archive ids of the messages whose content counts, the last complete one first.
  content: text,
  direction: text,
  consent: text,
  identity_state: text,
  made_at: bigint,
  received_at: bigint,
};

/** Tables that both sectors' views have. Each is keyed by the id of what it is about. */
export const sharedTables = {
  sickLeave: subject("sick_leave", { sick_leave_id: uuid }, { columns: sickLeaveColumns }),
  referral: subject("referral", { referral_id: uuid }, { columns: referralColumns }),
  referralEvent: subject(
    "referral_event",
    { referral_id: uuid, event_id: uuid },
    { columns: { archive_id: uuid, made_at: bigint }, indexes: [["archive_id"]] },
  ),
  dialogue: subject(
    "dialogue",
    { message_id: uuid },
    { columns: dialogueColumns, indexes: [["conversation_id"], ["archive_id"], ["parent_alias"]] },
  ),
  statement: subject(
    "statement",
    { statement_id: uuid },
    { columns: { archive_id: uuid, received_at: bigint, occasions: text } },
  ),
  statementAlias: {
    name: "statement_alias",
    key: { statement_id: uuid, alias: text },
    columns: {},
    indexes: [["alias"]],
  },
  meeting: subject("meeting", { meeting_id: uuid }, { columns: meetingColumns }),
  meetingAnswer: subject(
    "meeting_answer",
    { answer_id: uuid },
    {
      columns: { meeting_id: uuid, meeting_revision: integer, by: text, answer: text, received_at: bigint },
      indexes: [["meeting_id"]],
    },
  ),
  spell: subject("spell", { spell_id: uuid }, { columns: { revision: integer, source: text, outcome: text } }),
  duty: subject(
    "duty",
    { duty_id: uuid },
    { columns: { kind: text, state: text, withdrawn: text, policy_version: text, caused_by: text } },
  ),
  effort: subject(
    "effort",
    { effort_id: uuid },
    {
      columns: { sector: text, revision: integer, closed: boolean, referral_id: uuid, received_at: bigint },
      indexes: [["referral_id"]],
    },
  ),
  consent: subject("consent", { subject_id: uuid }, { columns: { archive_id: uuid, about: text, status: text } }),
  delivery: subject(
    "delivery",
    { message_id: uuid, receiver_role: text, receiver_index: integer },
    { columns: deliveryColumns },
  ),
  // Which person's rows are those of another, and what the person register says of someone.
  personLink: subject("person_link", { merged_person_id: uuid }, { columns: { surviving_person_id: uuid } }),
  personStatus: subject("person_status", { status_of: uuid, kind: text }),
} as const satisfies Record<string, Table>;

/** The party filter of one of them. */
export const partyFilter = ({ name, key }: Table): Table => filterOf(name, key);
