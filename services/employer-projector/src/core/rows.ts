import { employerRows } from "@samvirke/domain";
import type { EmployerRow } from "@samvirke/domain";
import type { Columns, Table } from "@samvirke/kernel";
import { sealedContent } from "./certificates.ts";
import type { Memory, PartyAlias, Sealed } from "./model.ts";
import { bytesOf } from "./sealed.ts";

/** A row that one employer sees, as data: two are the same when they are written the same. */
export interface EmployerViewRow {
  readonly table: string;
  /** Name of the view in the feed. */
  readonly view: string;
  readonly id: string;
  readonly key: Columns;
  readonly party: string;
  readonly columns: Readonly<Record<string, string | number | boolean | null>>;
  readonly sealed: ReadonlyArray<Sealed>;
}

const sealedColumns: Table["columns"] = {
  content_id: "uuid",
  content_type: "text",
  identity: "bytea",
  work: "bytea",
  person_id: "uuid",
  cause_id: "uuid",
  partition: "integer",
  position: "bigint",
  recorded_at: "bigint",
};

const ofEmployer = (name: string, id: string, columns: Table["columns"]): Table => ({
  name,
  key: { [id]: "uuid", party: "text" },
  columns: { ...columns, ...sealedColumns },
  indexes: [["party"], ["person_id"]],
});

/** Tables of the employers' views: a row belongs to one employer, and keeps identity and work of one event. */
export const tables: ReadonlyArray<Table> = [
  ofEmployer("sick_leave", "sick_leave_id", {
    channel: "text",
    received_at: "bigint",
    remarks: "text",
    sending_id: "uuid",
    sending_type: "text",
    sending: "bytea",
  }),
  ofEmployer("plan", "plan_id", { revision: "integer", format: "text", received_at: "bigint" }),
  ofEmployer("meeting", "meeting_id", { revision: "integer", ended: "text" }),
  ofEmployer("meeting_answer", "answer_id", { meeting_id: "uuid", answer: "text", received_at: "bigint" }),
  ofEmployer("spell", "spell_id", { revision: "integer" }),
  ofEmployer("line_manager", "relation_id", { changed_at: "bigint" }),
];

const partyOf = ({ organisationNumber }: EmployerRow, alias: PartyAlias): string =>
  alias("ENH", organisationNumber.trim());

const certificateRow = (row: EmployerRow, memory: Memory, alias: PartyAlias): EmployerViewRow => {
  const { certificateId, channel, receivedAt, remarks, work } = row;
  const party = partyOf(row, alias);
  const sending = memory.sendings[certificateId];
  return {
    table: "sick_leave",
    view: "sick-leaves",
    id: certificateId,
    key: { sick_leave_id: certificateId, party },
    party,
    columns: { channel, received_at: receivedAt, remarks: remarks.join(" ") },
    sealed: [sealedContent(work), ...(sending ? [sending] : [])],
  };
};

const planRows = ({ plans }: Memory): ReadonlyArray<EmployerViewRow> =>
  Object.entries(plans).flatMap(([id, { parties, revision, format, receivedAt, sealed }]) =>
    parties.map((party) => ({
      table: "plan",
      view: "plans",
      id,
      key: { plan_id: id, party },
      party,
      columns: { revision, format, received_at: receivedAt },
      sealed: [sealed],
    })),
  );

const meetingRows = ({ meetings }: Memory): ReadonlyArray<EmployerViewRow> =>
  Object.entries(meetings).flatMap(([id, { party, revision, ended, sealed }]) =>
    party === null
      ? []
      : [
          {
            table: "meeting",
            view: "meetings",
            id,
            key: { meeting_id: id, party },
            party,
            columns: { revision, ended },
            sealed: sealed === null ? [] : [sealed],
          },
        ],
  );

const answerRows = ({ answers, meetings }: Memory): ReadonlyArray<EmployerViewRow> =>
  Object.entries(answers).flatMap(([id, { meetingId, answer, receivedAt }]) => {
    const party = meetings[meetingId]?.party ?? null;
    const columns = { meeting_id: meetingId, answer, received_at: receivedAt };
    return party === null
      ? []
      : [
          {
            table: "meeting_answer",
            view: "meeting-answers",
            id,
            key: { answer_id: id, party },
            party,
            columns,
            sealed: [],
          },
        ];
  });

const spellRows = ({ spells }: Memory, parties: ReadonlyArray<string>): ReadonlyArray<EmployerViewRow> =>
  Object.entries(spells).flatMap(([id, { revision, sealed }]) =>
    parties.map((party) => ({
      table: "spell",
      view: "spells",
      id,
      key: { spell_id: id, party },
      party,
      columns: { revision },
      sealed: [sealed],
    })),
  );

// Who leads whom is nobody's business before there is something to read.
const managerRows = ({ managers }: Memory, parties: ReadonlyArray<string>): ReadonlyArray<EmployerViewRow> =>
  Object.entries(managers).flatMap(([id, { party, changedAt, sealed }]) =>
    party === null || sealed === null || !parties.includes(party)
      ? []
      : [
          {
            table: "line_manager",
            view: "line-managers",
            id,
            key: { relation_id: id, party },
            party,
            columns: { changed_at: changedAt },
            sealed: [sealed],
          },
        ],
  );

/** Every row that some employer sees of a person. A spell is theirs who have a certificate that was sent to them. */
export const rowsIn = (memory: Memory, alias: PartyAlias): ReadonlyArray<EmployerViewRow> => {
  const certificates = employerRows(memory.view);
  const parties = [...new Set(certificates.map((row) => partyOf(row, alias)))];
  return [
    ...certificates.map((row) => certificateRow(row, memory, alias)),
    ...planRows(memory),
    ...meetingRows(memory),
    ...answerRows(memory),
    ...spellRows(memory, parties),
    ...managerRows(memory, parties),
  ];
};

const noContent: Columns = { content_id: null, content_type: null, identity: null, work: null };

const contentColumns = ({ eventId, eventType, identity, work }: Sealed): Columns => ({
  content_id: eventId,
  content_type: eventType,
  identity: bytesOf(identity),
  work: bytesOf(work),
});

const sendingColumns = (sending: Sealed | undefined): Columns =>
  sending === undefined
    ? {}
    : { sending_id: sending.eventId, sending_type: sending.eventType, sending: bytesOf(sending.work) };

/** A row's columns as the table has them. */
export const columnsOf = ({ columns, sealed: [content, sending] }: EmployerViewRow): Columns => ({
  ...columns,
  ...(content === undefined ? noContent : contentColumns(content)),
  ...sendingColumns(sending),
});
