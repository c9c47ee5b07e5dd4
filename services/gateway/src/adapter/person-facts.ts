import type { EventId, PersonId } from "@samvirke/kernel";
import type { Statement, Store } from "@samvirke/store";
import { isProtecting } from "../core/protection.ts";
import type { Opening } from "./opening.ts";
import { asArray } from "./sql-array.ts";

// Links are followed both ways: rows lie under whichever of the ids a person had when they were written.
const linkStatement: Statement = {
  name: "gateway_person_links",
  text: `with recursive link as (
      select merged_person_id as a, surviving_person_id as b from view_case.person_link
    ), same(person) as (
      select $1::uuid
      union select case when l.a = s.person then l.b else l.a end from same s join link l on s.person in (l.a, l.b)
    ) select person from same`,
};

const manyStatement: Statement = {
  name: "gateway_persons_linked",
  text: `with recursive link as (
      select merged_person_id as a, surviving_person_id as b from view_case.person_link
    ), same(asked, person) as (
      select p, p from unnest($1::uuid[]) as p
      union select s.asked, case when l.a = s.person then l.b else l.a end from same s join link l on s.person in (l.a, l.b)
    ) select asked, person from same`,
};

/** Every id of each of some persons. */
const idsOfPersons = async (
  store: Pick<Store, "query">,
  persons: ReadonlyArray<PersonId>,
): Promise<ReadonlyMap<PersonId, ReadonlyArray<PersonId>>> => {
  const rows = await store.query<{ readonly asked: PersonId; readonly person: PersonId }>(manyStatement, [
    asArray([...new Set(persons)]),
  ]);
  return new Map(persons.map((one) => [one, rows.filter(({ asked }) => asked === one).map(({ person }) => person)]));
};

/** Every id under which a person's rows may lie. */
export const idsOfPerson = async (store: Pick<Store, "query">, person: PersonId): Promise<ReadonlyArray<PersonId>> => {
  const rows = await store.query<{ readonly person: PersonId }>(linkStatement, [person]);
  return rows.map((row) => row.person);
};

interface StatusRow {
  readonly person: PersonId;
  readonly id: EventId;
  readonly value: Uint8Array;
}

const protectionStatement: Statement = {
  name: "gateway_protection",
  text: `select status_of as person, event_id as id, event as value from view_case.person_status
    where status_of = any($1::uuid[]) and kind = 'PROTECTION'`,
};

/** Those of some persons who are protected, as the person register last said. */
export const protectedAmong = async (
  { store, opening }: { readonly store: Pick<Store, "query">; readonly opening: Opening },
  persons: ReadonlyArray<PersonId>,
): Promise<ReadonlySet<PersonId>> => {
  if (persons.length === 0) return new Set();
  // Protection was told of whoever the person was then; it protects under every id.
  const ids = await idsOfPersons(store, persons);
  const rows = await store.query<StatusRow>(protectionStatement, [asArray([...new Set([...ids.values()].flat())])]);
  const read = await Promise.all(
    rows.map(async (row) => {
      const status = await opening.read({ ...row, type: "PersonStatusChanged" }, ["case"]);
      // What cannot be opened any more is not known, and whoever is not known to be unprotected counts as protected.
      const isProtected = status.state === "erased" || isProtecting(status.value.case);
      return isProtected ? [row.person] : [];
    }),
  );
  const told = new Set(read.flat());
  return new Set(persons.filter((person) => ids.get(person)?.some((id) => told.has(id))));
};
