import type { ContractName, Contracts, Fact } from "@samvirke/contracts";
import { partyFilter, filterOf, sharedTables, slotColumns, subject } from "@samvirke/domain";
import { deriveEventId, E } from "@samvirke/kernel";
import type { Compartment, PersonId, RowChange, Table } from "@samvirke/kernel";
import type { Rig } from "./rig.cases.ts";

const { referral, dialogue, statement, meeting, meetingAnswer, duty, effort } = sharedTables;
const shared: ReadonlyArray<Table> = [
  sharedTables.referralEvent,
  dialogue,
  statement,
  sharedTables.statementAlias,
  meeting,
  meetingAnswer,
  sharedTables.spell,
  duty,
  effort,
  sharedTables.consent,
  sharedTables.delivery,
];

const plan = subject(
  "plan",
  { plan_id: "uuid" },
  {
    columns: {
      revision: "integer",
      format: "text",
      to_welfare: "boolean",
      to_clinician: "boolean",
      received_at: "bigint",
    },
  },
);

const decision = subject(
  "decision",
  { decision_id: "uuid" },
  { columns: { archive_id: "uuid", subject: "text", previous_id: "uuid", final: "boolean" } },
);

const copyKey = { archive_id: "uuid" } as const;
const copy = subject("referral_copy", copyKey, {
  columns: { referral_id: "uuid", copy_kind: "text", made_at: "bigint" },
});

const ofEmployer = (name: string, id: string, columns: Table["columns"]): Table => ({
  name,
  key: { [id]: "uuid", party: "text" },
  columns: {
    ...columns,
    content_id: "uuid",
    content_type: "text",
    identity: "bytea",
    work: "bytea",
    person_id: "uuid",
    partition: "integer",
    position: "bigint",
    recorded_at: "bigint",
  },
});

const employerTables: ReadonlyArray<Table> = [
  ofEmployer("sick_leave", "sick_leave_id", {
    channel: "text",
    received_at: "bigint",
    remarks: "text",
    ...slotColumns("sending"),
  }),
  ofEmployer("plan", "plan_id", { revision: "integer", format: "text", received_at: "bigint" }),
  ofEmployer("meeting", "meeting_id", { revision: "integer", ended: "text" }),
  ofEmployer("meeting_answer", "answer_id", { meeting_id: "uuid", answer: "text", received_at: "bigint" }),
  ofEmployer("spell", "spell_id", { revision: "integer" }),
  ofEmployer("line_manager", "relation_id", { changed_at: "bigint" }),
];

const filtered = [referral, dialogue, statement, meeting, meetingAnswer, duty, effort].map(partyFilter);

/** Creates the tables of every subject, as the projections do. */
export const createSubjects = async (rig: Rig): Promise<void> => {
  await rig.store.createTables("view_health", [
    referral,
    ...shared,
    ...filtered,
    copy,
    filterOf("referral_copy", copyKey),
  ]);
  await rig.store.createTables("view_welfare", [
    { ...referral, columns: { ...referral.columns, level: "text" } },
    ...shared,
    plan,
    decision,
  ]);
  await rig.store.createTables("view_employer", employerTables);
  await rig.store.createTables("view_case", [
    { name: "duties", key: { person_id: "uuid" }, columns: { content: "bytea" } },
  ]);
};

/** An event about a person, sealed as the intake seals it. */
export const eventAbout = async <N extends ContractName>(
  rig: Rig,
  person: PersonId,
  { name, value }: { readonly name: N; readonly value: Contracts[N] },
): Promise<Fact<N, Compartment>> => {
  const secret = (await rig.keys.secrets([person])).get(person);
  const id = deriveEventId((value as { readonly archiveId: string }).archiveId, name);
  const bytes = rig.codec.encode(name, value, { eventId: id, secret, audience: "hub" });
  const decoded = rig.codec.decode({ id, type: name, value: bytes });
  if (E.isLeft(decoded)) throw new Error("does not decode");
  const place = { id, personId: person, topic: "samvirke.events", partition: 3, position: 7, recordedAt: 1 };
  return {
    ...place,
    type: name,
    wire: decoded.right.value,
    bytes,
    content: { state: "Open", value },
  } as unknown as Fact<N, Compartment>;
};

/** Writes rows of a view. */
export const writeRows = (rig: Rig, schema: string, rows: ReadonlyArray<RowChange>): Promise<void> =>
  rig.store.transact((transaction) => transaction.change(schema, rows, "guarded"));
