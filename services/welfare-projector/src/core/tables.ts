import { sharedTables, slotColumns, subject } from "@samvirke/domain";
import type { Table } from "@samvirke/kernel";

const { sickLeave, referral } = sharedTables;

const useColumns: Table["columns"] = {
  channel: "text",
  used: "text",
  expired: "boolean",
  rejection_seen: "boolean",
  ...slotColumns("review_event"),
  ...slotColumns("use_event"),
};

/** What NAV sees: events sealed as they were, with what is public of them in columns. */
export const tables: ReadonlyArray<Table> = [
  { ...sickLeave, columns: { ...sickLeave.columns, ...useColumns } },
  { ...referral, columns: { ...referral.columns, level: "text" } },
  sharedTables.referralEvent,
  sharedTables.dialogue,
  sharedTables.statement,
  sharedTables.statementAlias,
  subject(
    "plan",
    { plan_id: "uuid" },
    {
      columns: {
        archive_id: "uuid",
        revision: "integer",
        format: "text",
        received_at: "bigint",
        to_welfare: "boolean",
        to_clinician: "boolean",
      },
    },
  ),
  sharedTables.meeting,
  sharedTables.meetingAnswer,
  subject(
    "decision",
    { decision_id: "uuid" },
    { columns: { archive_id: "uuid", subject: "text", previous_id: "uuid", final: "boolean" } },
  ),
  sharedTables.spell,
  sharedTables.duty,
  sharedTables.effort,
  sharedTables.consent,
  sharedTables.delivery,
  sharedTables.personLink,
  sharedTables.personStatus,
];
