import { contractList } from "@samvirke/contracts";
import type { CompartmentOf, ContractName, SickLeaveMedical } from "@samvirke/contracts";
import type { EventId, PersonId } from "@samvirke/kernel";
import type { Sector } from "../core/party.ts";
import { shieldedFor } from "../core/shielding.ts";
import type { ViewRow } from "../core/view-row.ts";
import type { Slot, View } from "../core/views.ts";
import type { PrintEvent } from "./event-json.ts";
import type { Opening } from "./opening.ts";

/** One event of a row, as a side sees it. */
export interface ShownEvent {
  readonly eventId: string;
  readonly eventType: string;
  readonly sealed: "open" | "erased";
  readonly event: unknown;
}

/** An event as it was opened, for folds over it. */
export interface OpenedEvent {
  readonly shown: ShownEvent;
  readonly value: Readonly<Record<string, unknown>>;
}

export interface EventDeps {
  readonly opening: Opening;
  readonly print: PrintEvent;
}

type Opened = Readonly<Record<string, unknown>>;

const nameOf = (type: unknown): ContractName | undefined => contractList.find(({ name }) => name === type)?.name;

const partsOf = (type: ContractName, wanted: string): ReadonlyArray<CompartmentOf<ContractName>> => {
  const compartments: ReadonlyArray<string> = contractList.find(({ name }) => name === type)?.compartments ?? [];
  const parts = wanted === "goal" ? ["case"] : wanted.split(" ");
  return parts.filter((part) => compartments.includes(part)) as unknown as ReadonlyArray<CompartmentOf<ContractName>>;
};

const isMedical = (part: unknown): part is SickLeaveMedical =>
  typeof part === "object" && part !== null && "answerGroups" in part;

// Of a joint programme the other sector is told the goal for work, and nothing else of what the parties share.
const goalOf = (value: Opened): Opened => {
  const shared = value["case"] as { readonly cooperation?: { readonly workGoal?: string | null } | null } | null;
  return { ...value, case: { cooperation: { workGoal: shared?.cooperation?.workGoal ?? null } } };
};

const allowed = (value: Opened, wanted: string, sector: Sector): Opened => {
  if (wanted === "goal") return goalOf(value);
  const { medical } = value;
  return isMedical(medical) ? { ...value, medical: shieldedFor(sector, medical) } : value;
};

const openSlot = async (
  { opening, print }: EventDeps,
  row: ViewRow,
  { slot: { column }, sector }: { readonly slot: Slot; readonly sector: Sector },
): Promise<ReadonlyArray<OpenedEvent>> => {
  const [bytes, type, wanted] = [row[column], nameOf(row[`${column}_type`]), row[`${column}_opens`]];
  if (!(bytes instanceof Uint8Array) || type === undefined || typeof wanted !== "string" || wanted === "") return [];
  const stored = { id: row[`${column}_id`] as EventId, type, value: bytes, person: row["person_id"] as PersonId };
  const read = await opening.read(stored, partsOf(type, wanted));
  const value = read.value as unknown as Opened;
  const seen = read.state === "open" ? allowed(value, wanted, sector) : value;
  const sealed = read.state === "open" ? "open" : "erased";
  return [{ value: seen, shown: { eventId: stored.id, eventType: type, sealed, event: print(type, seen) } }];
};

/** The events of a row, each opened as far as this side may. */
export const openEvents = async (
  deps: EventDeps,
  row: ViewRow,
  { view, sector }: { readonly view: View; readonly sector: Sector },
): Promise<ReadonlyArray<OpenedEvent>> =>
  (await Promise.all(view.slots.map((slot) => openSlot(deps, row, { slot, sector })))).flat();
