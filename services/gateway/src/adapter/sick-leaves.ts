import type { EventId, PersonId } from "@samvirke/kernel";
import { topics } from "@samvirke/contracts";
import type { Statement, Store } from "@samvirke/store";
import type { Reader, Sector } from "../core/party.ts";
import { mayRead } from "../core/party.ts";
import { shieldedFor } from "../core/shielding.ts";
import { apiName } from "../core/acceptance.ts";
import type { PrintEvent } from "./event-json.ts";
import type { Opening, Stored } from "./opening.ts";

interface SickLeaveRow {
  readonly sick_leave_id: string;
  readonly person_id: PersonId;
  readonly archive_id: string;
  readonly outcome: string;
  readonly reason_class: string | null;
  readonly duplicate_of: string | null;
  readonly received_at: number;
  readonly event_id: EventId;
  readonly event_type: "SickLeaveCertified" | "SickLeaveRejected";
  readonly event: Uint8Array;
  readonly partition: number;
  readonly position: number;
  readonly recorded_at: number;
  readonly aliases: ReadonlyArray<string>;
}

const columns = `s.sick_leave_id, s.person_id, s.archive_id, s.outcome, s.reason_class, s.duplicate_of, s.received_at, s.event_id,
  s.event_type, s.event, s.partition, s.position, s.recorded_at`;

const selects: Readonly<Record<Sector, string>> = {
  health: `select ${columns}, array(select p.party from view_health.sick_leave_party p where p.sick_leave_id = s.sick_leave_id) as aliases
    from view_health.sick_leave s`,
  welfare: `select ${columns}, array[]::text[] as aliases from view_welfare.sick_leave s`,
};

const byId = (sector: Sector): Statement => ({
  name: `gateway_sick_leave_${sector}`,
  text: `${selects[sector]} where s.sick_leave_id = $1`,
});

const byPerson = (sector: Sector): Statement => ({
  name: `gateway_sick_leaves_of_${sector}`,
  text: `${selects[sector]} where s.person_id = $1 order by s.partition, s.position`,
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
  const read = await deps.opening.read(storedOf(row), ["identity", "work", "case", "medical"]);
  if (read.state === "erased") return { sealed: "erased", event: deps.print(row.event_type, read.value) };
  const { medical } = read.value;
  const shown = { ...read.value, medical: medical && shieldedFor(sector, medical) };
  return { sealed: "open", event: deps.print(row.event_type, shown) };
};

const iso = (at: number): string => new Date(at).toISOString();

const show = async (deps: ViewDeps, row: SickLeaveRow, sector: Sector) => ({
  sickLeaveId: row.sick_leave_id,
  personId: row.person_id,
  messageId: row.archive_id,
  outcome: apiName(row.outcome),
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

/** One sick leave as the reader's side sees it; undefined where there is none for this reader. */
export const readSickLeave = async (deps: ViewDeps, reader: Reader, id: string): Promise<SickLeave | undefined> => {
  const [row] = await deps.store.query<SickLeaveRow>(byId(reader.sector), [id]);
  return row && mayRead(reader, row) ? show(deps, row, reader.sector) : undefined;
};

/** The sick leaves of a person that this reader may see, in the order of the log. */
export const readSickLeavesOf = async (
  deps: ViewDeps,
  reader: Reader,
  person: PersonId,
): Promise<ReadonlyArray<SickLeave>> => {
  const rows = await deps.store.query<SickLeaveRow>(byPerson(reader.sector), [person]);
  return Promise.all(rows.filter((row) => mayRead(reader, row)).map((row) => show(deps, row, reader.sector)));
};
