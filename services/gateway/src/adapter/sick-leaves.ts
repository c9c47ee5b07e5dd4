import type { EventId, PersonId } from "@samvirke/kernel";
import { topics } from "@samvirke/contracts";
import type { Statement, Store } from "@samvirke/store";
import type { Reader, Sector } from "../core/party.ts";
import { mayRead } from "../core/party.ts";
import { withoutPlaces } from "../core/protection.ts";
import { shieldedFor } from "../core/shielding.ts";
import { apiName } from "../core/acceptance.ts";
import type { PrintEvent } from "./event-json.ts";
import type { Opening, Stored } from "./opening.ts";
import { protectedAmong } from "./person-facts.ts";
import { asArray } from "./sql-array.ts";

interface SickLeaveRow {
  readonly sick_leave_id: string;
  readonly person_id: PersonId;
  readonly archive_id: string;
  readonly outcome: string;
  readonly reason_class: string | null;
  readonly duplicate_of: string | null;
  readonly received_at: number;
  readonly event_id: EventId;
  readonly event_type: "SickLeaveCertified" | "SickLeaveRejected" | "SickLeaveRevised";
  readonly event: Uint8Array;
  readonly partition: number;
  readonly position: number;
  readonly recorded_at: number;
  readonly revision: number;
  readonly use: string | null;
  readonly withdrawn: string | null;
  readonly outcomeOnly: boolean;
  readonly aliases: ReadonlyArray<string>;
}

const columns = `s.sick_leave_id, s.person_id, s.archive_id, s.reason_class, s.duplicate_of, s.received_at, s.event_id,
  s.event_type, s.event, s.partition, s.position, s.recorded_at, coalesce(s.revision, 0) as revision,
  case when s.outcome in ('REJECTED', 'INVALID') and s.revised_position > s.outcome_position then 'OK' else s.outcome end as outcome`;

// What the person does with a certificate is welfare's to see; a certificate from the person itself is never used.
const useColumn = `case when s.channel = 'SELF' then 'OPEN' when s.expired then 'EXPIRED' else coalesce(s.used, 'OPEN') end`;

type Side = Exclude<Sector, "employer">;

const selects: Readonly<Record<Side, string>> = {
  health: `select ${columns}, null as use, s.withdrawn, s.outcome_only is true as "outcomeOnly",
      array(select p.party from view_health.sick_leave_party p where p.sick_leave_id = s.sick_leave_id) as aliases
    from view_health.sick_leave s`,
  welfare: `select ${columns}, ${useColumn} as use, null as withdrawn, false as "outcomeOnly", array[]::text[] as aliases
    from view_welfare.sick_leave s`,
};

// Employers have a view of their own.
const sideOf = ({ sector }: Reader): Side => (sector === "welfare" ? "welfare" : "health");

const byId = (sector: Side): Statement => ({
  name: `gateway_sick_leave_${sector}`,
  text: `${selects[sector]} where s.sick_leave_id = $1 and s.event is not null`,
});

const byPerson = (sector: Side): Statement => ({
  name: `gateway_sick_leaves_of_${sector}`,
  text: `${selects[sector]} where s.person_id = any($1::uuid[]) and s.event is not null order by s.partition, s.position`,
});

export interface ViewDeps {
  readonly store: Pick<Store, "query">;
  readonly opening: Opening;
  readonly print: PrintEvent;
}

const storedOf = (row: SickLeaveRow): Stored<SickLeaveRow["event_type"]> => ({
  id: row.event_id,
  type: row.event_type,
  value: row.event,
  person: row.person_id,
});

const eventOf = async (deps: ViewDeps, row: SickLeaveRow, sector: Sector) => {
  // The sender of a certificate that came from welfare is told the outcome; of one that is withdrawn nobody reads more.
  const isOutcomeAlone = row.outcomeOnly || row.withdrawn !== null;
  const read = await deps.opening.read(storedOf(row), isOutcomeAlone ? [] : ["identity", "work", "case", "medical"]);
  if (read.state === "erased") return { sealed: "erased", event: deps.print(row.event_type, read.value) };
  const medical = isOutcomeAlone ? undefined : read.value.medical;
  const shown = medical ? { ...read.value, medical: shieldedFor(sector, medical) } : read.value;
  return { sealed: "open", event: deps.print(row.event_type, shown) };
};

const iso = (at: number): string => new Date(at).toISOString();

const show = async (deps: ViewDeps, row: SickLeaveRow, sector: Sector) => ({
  sickLeaveId: row.sick_leave_id,
  personId: row.person_id,
  messageId: row.archive_id,
  outcome: apiName(row.outcome),
  use: row.use && apiName(row.use),
  withdrawn: row.withdrawn && apiName(row.withdrawn),
  revision: row.revision,
  reasonClass: row.reason_class && apiName(row.reason_class),
  duplicateOf: row.duplicate_of,
  receivedAt: iso(row.received_at),
  recordedAt: iso(row.recorded_at),
  eventId: row.event_id,
  eventType: row.event_type,
  source: { topic: topics.events, partition: row.partition, position: row.position },
  ...(await eventOf(deps, row, sector)),
});

export type SickLeave = Awaited<ReturnType<typeof show>>;

// Of protected persons nobody is told where they live, are treated or belong.
const showAll = async (
  deps: ViewDeps,
  reader: Reader,
  rows: ReadonlyArray<SickLeaveRow>,
): Promise<ReadonlyArray<SickLeave>> => {
  const visible = rows.filter((row) => mayRead(reader, row));
  const isProtected = await protectedAmong(
    deps,
    visible.map((row) => row.person_id),
  );
  return Promise.all(
    visible.map(async (row) => {
      const shown = await show(deps, row, reader.sector);
      return isProtected.has(row.person_id) ? (withoutPlaces(shown) as SickLeave) : shown;
    }),
  );
};

/** One sick leave as the reader's side sees it; undefined where there is none for this reader. */
export const readSickLeave = async (deps: ViewDeps, reader: Reader, id: string): Promise<SickLeave | undefined> => {
  const rows = await deps.store.query<SickLeaveRow>(byId(sideOf(reader)), [id]);
  return (await showAll(deps, reader, rows))[0];
};

/** The sick leaves of a person that this reader may see, in the order of the log. */
export const readSickLeavesOf = async (
  deps: ViewDeps,
  reader: Reader,
  persons: ReadonlyArray<PersonId>,
): Promise<ReadonlyArray<SickLeave>> => {
  const rows = await deps.store.query<SickLeaveRow>(byPerson(sideOf(reader)), [asArray(persons)]);
  return showAll(deps, reader, rows);
};
