import { filterOf, partyFilter, sharedTables, subject } from "@samvirke/domain";
import type { Table } from "@samvirke/kernel";

const { sickLeave, referral, dialogue, statement, meeting, meetingAnswer, duty, effort } = sharedTables;

const copyKey = { archive_id: "uuid" } as const;

/** What health parties see: rows with the parties that may see them, events sealed as they were. */
export const tables: ReadonlyArray<Table> = [
  { ...sickLeave, columns: { ...sickLeave.columns, withdrawn: "text", outcome_only: "boolean" } },
  partyFilter(sickLeave),
  referral,
  partyFilter(referral),
  sharedTables.referralEvent,
  subject("referral_copy", copyKey, { columns: { referral_id: "uuid", copy_kind: "text", made_at: "bigint" } }),
  filterOf("referral_copy", copyKey),
  dialogue,
  partyFilter(dialogue),
  statement,
  partyFilter(statement),
  sharedTables.statementAlias,
  meeting,
  partyFilter(meeting),
  meetingAnswer,
  partyFilter(meetingAnswer),
  sharedTables.spell,
  duty,
  partyFilter(duty),
  effort,
  partyFilter(effort),
  sharedTables.consent,
  sharedTables.delivery,
];
