import type { PersonId } from "@samvirke/kernel";
import { arrayLiteral, blob } from "./arrays.ts";
import type { Session, Statement } from "./session.ts";

/** A person's secret under the master key. */
export interface WrappedSecret {
  readonly person: PersonId;
  readonly version: number;
  readonly wrapped: Uint8Array;
}

const findStatement: Statement = {
  name: "find_persons",
  text: `select n.ord, p.person_id from (
      select i.ord, substring($3::bytea from i.start for i.length) as hmac from unnest($1::int[], $2::int[]) with ordinality as i(start, length, ord)
    ) n join hub.person_number p on p.number_hmac = n.hmac`,
};

const claimStatement: Statement = {
  name: "claim_number",
  text: `insert into hub.person_number (number_hmac, person_id) values ($1, $2) on conflict (number_hmac) do nothing`,
};

const insertStatement: Statement = {
  name: "insert_person",
  text: `insert into hub.person (person_id, secret_version, wrapped_secret) values ($1, $2, $3) on conflict (person_id) do nothing`,
};

const secretsStatement: Statement = {
  name: "secrets",
  text: `select person_id as person, secret_version as version, wrapped_secret as wrapped from hub.person
    where person_id = any($1::uuid[])`,
};

/** The persons that these HMACs of identity numbers lead to, undefined where none, in the order given. */
export const findPersons = async (
  session: Session,
  hmacs: ReadonlyArray<Uint8Array>,
): Promise<ReadonlyArray<PersonId | undefined>> => {
  const { body, starts, lengths } = blob(hmacs);
  const values = [arrayLiteral(starts), arrayLiteral(lengths), body];
  const rows = await session.rows<{ ord: number; person_id: PersonId }>(findStatement, values);
  const byIndex = new Map(rows.map((row) => [row.ord - 1, row.person_id]));
  return hmacs.map((_, index) => byIndex.get(index));
};

/** Adds persons with their secrets; who is there stays as they are. */
export const addPersons = async (session: Session, secrets: ReadonlyArray<WrappedSecret>): Promise<void> => {
  const ordered = secrets.toSorted((a, b) => (a.person < b.person ? -1 : 1));
  for (const { person, version, wrapped } of ordered) await session.count(insertStatement, [person, version, wrapped]);
};

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/**
 * The persons that these HMACs lead to; who is unknown is made by `mint`, in the order given.
 * Claims in one order of the HMACs, so that two transactions with the same numbers cannot block each other in a circle.
 */
export const findOrCreatePersons = async (
  session: Session,
  hmacs: ReadonlyArray<Uint8Array>,
  mint: () => WrappedSecret,
): Promise<ReadonlyArray<PersonId>> => {
  const found = await findPersons(session, hmacs);
  const missing = new Map(hmacs.flatMap((hmac, i) => (found[i] === undefined ? [[hex(hmac), hmac] as const] : [])));
  const claimed: Array<WrappedSecret> = [];
  for (const [, hmac] of [...missing].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const secret = mint();
    if ((await session.count(claimStatement, [hmac, secret.person])) === 1) claimed.push(secret);
  }
  await addPersons(session, claimed);
  const all = missing.size === 0 ? found : await findPersons(session, hmacs);
  return all.map((person) => {
    if (person === undefined) throw new Error("a number claimed by another transaction is not visible yet");
    return person;
  });
};

/** Wrapped secrets of persons; absent where erased or never made. */
export const wrappedSecrets = (
  session: Session,
  persons: ReadonlyArray<PersonId>,
): Promise<ReadonlyArray<WrappedSecret>> => session.rows(secretsStatement, [arrayLiteral(persons)]);
