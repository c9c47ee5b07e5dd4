import type { PersonId } from "@samvirke/kernel";
import { arrayLiteral, blob } from "./arrays.ts";
import type { Session, Statement } from "./session.ts";

/** Shared by all who look up persons; alone for whoever changes to whom numbers lead. */
export type PersonLock = "shared" | "alone";

// First statement of its transaction: what is looked up after it is not changed under its feet.
const locks: Readonly<Record<PersonLock, Statement>> = {
  shared: {
    name: "lock_persons_shared",
    text: "select pg_advisory_xact_lock_shared(hashtextextended('persons', 3))",
  },
  alone: { name: "lock_persons_alone", text: "select pg_advisory_xact_lock(hashtextextended('persons', 3))" },
};

const numbersStatement: Statement = {
  name: "link_numbers",
  text: `insert into hub.person_number (number_hmac, person_id)
    select distinct substring($4::bytea from i.start for i.length), $1::uuid from unnest($2::int[], $3::int[]) as i(start, length)
    on conflict (number_hmac) do nothing`,
};

const repointStatement: Statement = {
  name: "repoint_numbers",
  text: "update hub.person_number set person_id = $1 where person_id = any($2::uuid[])",
};

const followStatement: Statement = {
  name: "follow_links",
  text: "update hub.person_link set survivor = $1 where survivor = any($2::uuid[])",
};

const linkStatement: Statement = {
  name: "link_persons",
  text: `insert into hub.person_link (merged, survivor) select m, $1 from unnest($2::uuid[]) as m
    on conflict (merged) do update set survivor = excluded.survivor`,
};

const survivorsStatement: Statement = {
  name: "survivors",
  text: "select merged, survivor from hub.person_link where merged = any($1::uuid[])",
};

/** Holds the person index for the rest of the transaction. */
export const lockPersons = async (session: Session, how: PersonLock): Promise<void> => {
  await session.rows(locks[how], []);
};

/** One human: whom the numbers lead to from now on, and who was another person until now. */
export interface Merge {
  readonly survivor: PersonId;
  readonly merged: ReadonlyArray<PersonId>;
  /** HMACs of all numbers of the human. */
  readonly numbers: ReadonlyArray<Uint8Array>;
}

/** Lets numbers, and what named merged persons, lead to the survivor. Only under the lock alone. */
export const mergePersons = async (session: Session, { survivor, merged, numbers }: Merge): Promise<void> => {
  const { body, starts, lengths } = blob(numbers);
  await session.rows(numbersStatement, [survivor, arrayLiteral(starts), arrayLiteral(lengths), body]);
  if (merged.length === 0) return;
  const others = arrayLiteral(merged);
  for (const statement of [repointStatement, followStatement, linkStatement])
    await session.rows(statement, [survivor, others]);
};

/** Those of some persons who were merged into others, with whom they are now. */
export const survivorsOf = async (
  session: Session,
  persons: ReadonlyArray<PersonId>,
): Promise<ReadonlyMap<PersonId, PersonId>> => {
  if (persons.length === 0) return new Map();
  const rows = await session.rows<{ merged: PersonId; survivor: PersonId }>(survivorsStatement, [
    arrayLiteral(persons),
  ]);
  return new Map(rows.map(({ merged, survivor }) => [merged, survivor]));
};
