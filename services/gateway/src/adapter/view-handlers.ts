import type { Problem } from "@samvirke/contracts";
import { E, isUuid, osloDay } from "@samvirke/kernel";
import type { Clock, Either, PersonId } from "@samvirke/kernel";
import type { Store } from "@samvirke/store";
import { numberKey } from "../core/arrival.ts";
import { readId, readLimit, readOn } from "../core/parameters.ts";
import type { Parameters } from "../core/parameters.ts";
import type { Reader } from "../core/party.ts";
import { openViewOf } from "../core/views.ts";
import type { Handlers, PartyExchange, Reply } from "./exchange.ts";
import { readNumber } from "./number-body.ts";
import type { Pepper } from "./pepper.ts";
import { idsOfPerson } from "./person-facts.ts";
import { asArray } from "./sql-array.ts";
import { readThread } from "./threads.ts";
import type { TurnDeps } from "./turns.ts";
import { readTurns } from "./turns.ts";
import type { Asked, ViewReadingDeps } from "./view-reading.ts";
import { rowsOf, showRows } from "./view-reading.ts";

export interface ViewHandlerDeps extends ViewReadingDeps, TurnDeps {
  readonly store: Pick<Store, "query" | "findPersons">;
  readonly pepper: Pepper;
  readonly clock: Clock;
}

const notFound: Either<Problem, never> = E.left({ name: "not-found" });
const ok = (json: unknown): Either<Problem, Reply> => E.right({ status: 200, content: { json } });

const askedFor = (path: Parameters, reader: Reader): Asked | undefined => {
  const name = typeof path["view"] === "string" ? path["view"] : "";
  const view = openViewOf(reader.sector, name);
  return view && { reader, name, view };
};

/** One row of a view, by its id. */
export const readRow = async (deps: ViewReadingDeps, asked: Asked, id: string): Promise<unknown> => {
  const rows = await rowsOf(deps, asked, { asking: "one", value: id, limit: 1 });
  return (await showRows(deps, asked, rows))[0];
};

const one =
  (deps: ViewHandlerDeps): Handlers["view"] =>
  async ({ path, caller }) => {
    const [id, asked] = [readId(path), askedFor(path, caller.reader)];
    if (E.isLeft(id)) return id;
    const found = asked && (await readRow(deps, asked, id.right));
    return found ? ok(found) : notFound;
  };

const first = "00000000-0000-0000-0000-000000000000";

const readStart = ({ after }: Parameters): Either<Problem, string> => {
  if (after === undefined) return E.right(first);
  const fields = [{ pointer: "query:after", rule: "a cursor that this gateway gave" }];
  return typeof after === "string" && isUuid(after) ? E.right(after) : E.left({ name: "invalid-parameter", fields });
};

const page =
  (deps: ViewHandlerDeps): Handlers["viewPage"] =>
  async ({ path, query, caller }) => {
    const [start, limit, asked] = [readStart(query), readLimit(query), askedFor(path, caller.reader)];
    if (E.isLeft(start)) return start;
    if (E.isLeft(limit)) return limit;
    if (!asked) return notFound;
    const rows = await rowsOf(deps, asked, { asking: "page", value: start.right, limit: limit.right + 1 });
    const kept = rows.slice(0, limit.right);
    const cursor = kept.at(-1)?.["row_id"] ?? start.right;
    return ok({ items: await showRows(deps, asked, kept), cursor, more: rows.length > kept.length });
  };

/** The ids of the person behind the number in a body; empty where nobody has it. */
export const personsAsked = async (
  deps: Pick<ViewHandlerDeps, "store" | "pepper">,
  exchange: PartyExchange,
): Promise<Either<Problem, ReadonlyArray<PersonId>>> => {
  const number = await readNumber(exchange);
  if (E.isLeft(number)) return number;
  const key = numberKey({ value: number.right, type: undefined }, exchange.caller.party.id);
  const [person] = key ? await deps.store.findPersons([deps.pepper.bytes("number", key.numberClass, key.value)]) : [];
  return E.right(person ? await idsOfPerson(deps.store, person) : []);
};

/** Rows of some persons as they are told. */
export const rowsOfPersons = async (
  deps: ViewReadingDeps,
  asked: Asked,
  persons: ReadonlyArray<PersonId>,
): Promise<ReadonlyArray<unknown>> =>
  showRows(deps, asked, await rowsOf(deps, asked, { asking: "persons", value: asArray(persons) }));

const search =
  (deps: ViewHandlerDeps): Handlers["searchView"] =>
  async (exchange) => {
    const asked = askedFor(exchange.path, exchange.caller.reader);
    if (!asked) return notFound;
    const persons = await personsAsked(deps, exchange);
    return E.isLeft(persons) ? persons : ok({ items: await rowsOfPersons(deps, asked, persons.right) });
  };

const thread =
  (deps: ViewHandlerDeps): Handlers["thread"] =>
  async ({ path, caller }) => {
    const id = readId(path);
    if (E.isLeft(id)) return id;
    const found = await readThread(deps, caller.reader, id.right);
    return found ? ok(found) : notFound;
  };

// Whose turn it is over all cases of a person is welfare's to see, who follows the person up.
const turns =
  (deps: ViewHandlerDeps): Handlers["turns"] =>
  async ({ path, query, caller }) => {
    const [id, on] = [readId(path), readOn(query, osloDay(deps.clock.now()))];
    if (E.isLeft(id)) return id;
    if (E.isLeft(on)) return on;
    const isAllowed = caller.reader.sector === "welfare";
    const found = isAllowed ? await readTurns(deps, id.right as PersonId, on.right) : undefined;
    return found ? ok(found) : notFound;
  };

/** The views of every subject. */
export const viewHandlers = (
  deps: ViewHandlerDeps,
): Pick<Handlers, "view" | "viewPage" | "searchView" | "thread" | "turns"> => ({
  view: one(deps),
  viewPage: page(deps),
  searchView: search(deps),
  thread: thread(deps),
  turns: turns(deps),
});
