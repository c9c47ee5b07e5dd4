import { topics } from "@samvirke/contracts";
import type { PersonId } from "@samvirke/kernel";
import type { Store } from "@samvirke/store";
import type { Reader } from "../core/party.ts";
import { withoutPlaces } from "../core/protection.ts";
import type { ViewRow } from "../core/view-row.ts";
import { stateOf } from "../core/view-row.ts";
import type { View } from "../core/views.ts";
import { viewOf } from "../core/views.ts";
import type { EmployerDeps } from "./employer-rows.ts";
import { employerContent } from "./employer-rows.ts";
import { protectedAmong } from "./person-facts.ts";
import { asArray } from "./sql-array.ts";
import type { EventDeps, OpenedEvent, ShownEvent } from "./view-events.ts";
import { openEvents } from "./view-events.ts";
import type { Asking } from "./view-sql.ts";
import { viewStatement } from "./view-sql.ts";

export interface ViewReadingDeps extends EventDeps, EmployerDeps {
  readonly store: Pick<Store, "query">;
}

/** A view as a reader asks for it. */
export interface Asked {
  readonly reader: Reader;
  readonly name: string;
  readonly view: View;
}

/** A row as it is told. */
export interface ShownRow {
  readonly view: string;
  readonly id: string;
  readonly personId: string;
  readonly state: Readonly<Record<string, unknown>>;
  readonly recordedAt: string | null;
  readonly source: unknown;
  readonly events: ReadonlyArray<ShownEvent>;
  readonly content?: unknown;
}

/** Rows of children are many at most as a person has messages. */
export const mostRows = 500;

/** The rows that a reader may see. */
export const rowsOf = (
  { store }: ViewReadingDeps,
  { reader, view }: Asked,
  { asking, value, limit = mostRows }: { readonly asking: Asking; readonly value: string; readonly limit?: number },
): Promise<ReadonlyArray<ViewRow>> =>
  store.query<ViewRow>(viewStatement(reader.sector, view, asking), [asArray(reader.aliases), value, limit]);

const placeOf = (row: ViewRow): unknown =>
  row["position"] === null || row["position"] === undefined
    ? null
    : { topic: topics.events, partition: row["partition"], position: row["position"] };

const iso = (at: unknown): string | null => (typeof at === "number" ? new Date(at).toISOString() : null);

const told = ({ name, view }: Asked, row: ViewRow, events: ReadonlyArray<OpenedEvent>): ShownRow => ({
  view: name,
  id: row["row_id"] as string,
  personId: row["person_id"] as string,
  state: stateOf(view, row),
  recordedAt: iso(row["recorded_at"]),
  source: placeOf(row),
  events: events.map(({ shown }) => shown),
});

const childrenOf = async (deps: ViewReadingDeps, asked: Asked, row: ViewRow): Promise<object> => {
  const { children } = asked.view;
  const view = children && viewOf(asked.reader.sector, children.view);
  if (!children || !view) return {};
  const inner = { ...asked, name: children.view, view };
  const rows = await rowsOf(deps, inner, { asking: { by: children.by }, value: row["row_id"] as string });
  const shown = await Promise.all(rows.map(async (one) => told(inner, one, await eventsOf(deps, inner, one))));
  return { [children.as]: shown };
};

const eventsOf = (deps: ViewReadingDeps, { view, reader }: Asked, row: ViewRow): Promise<ReadonlyArray<OpenedEvent>> =>
  openEvents(deps, row, { view, sector: reader.sector });

const showOne = async (deps: ViewReadingDeps, asked: Asked, row: ViewRow): Promise<object> => {
  const isEmployers = asked.view.schema === "view_employer";
  const shown = told(asked, row, await eventsOf(deps, asked, row));
  const content = isEmployers ? { content: (await employerContent(deps, asked.view, row)) ?? null } : {};
  return { ...shown, ...content, ...(await childrenOf(deps, asked, row)) };
};

/** Rows as they are told: of protected persons without any place. */
export const showRows = async (
  deps: ViewReadingDeps,
  asked: Asked,
  rows: ReadonlyArray<ViewRow>,
): Promise<ReadonlyArray<unknown>> => {
  const isProtected = await protectedAmong(
    deps,
    rows.map((row) => row["person_id"] as PersonId),
  );
  return Promise.all(
    rows.map(async (row) => {
      const shown = await showOne(deps, asked, row);
      return isProtected.has(row["person_id"] as PersonId) ? withoutPlaces(shown) : shown;
    }),
  );
};

/** The events of rows, opened, for folds over them. */
export const openedEvents = async (
  deps: ViewReadingDeps,
  asked: Asked,
  rows: ReadonlyArray<ViewRow>,
): Promise<ReadonlyArray<OpenedEvent>> => (await Promise.all(rows.map((row) => eventsOf(deps, asked, row)))).flat();
