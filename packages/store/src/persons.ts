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

// In one order of the HMACs, so that two transactions with the same numbers cannot block each other in a circle.
const claimStatement: Statement = {
  name: "claim_numbers",
  text: `insert into hub.person_number (number_hmac, person_id)
    select substring($4::bytea from i.start for i.length) as hmac, i.person
    from unnest($1::uuid[], $2::int[], $3::int[]) as i(person, start, length)
    order by hmac on conflict (number_hmac) do nothing returning person_id`,
};

const insertStatement: Statement = {
  name: "insert_persons",
  text: `insert into hub.person (person_id, secret_version, wrapped_secret)
    select i.person, i.version, substring($5::bytea from i.start for i.length)
    from unnest($1::uuid[], $2::int[], $3::int[], $4::int[]) as i(person, version, start, length)
    order by i.person on conflict (person_id) do nothing`,
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
  if (secrets.length === 0) return;
  const { body, starts, lengths } = blob(secrets.map(({ wrapped }) => wrapped));
  const lists = [secrets.map(({ person }) => person), secrets.map(({ version }) => version), starts, lengths];
  await session.count(insertStatement, [...lists.map(arrayLiteral), body]);
};

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

interface NumberClaim {
  readonly hmac: Uint8Array;
  readonly secret: WrappedSecret;
}

/** Claims numbers for persons just minted; answers the claims that won. */
const claim = async (session: Session, claims: ReadonlyArray<NumberClaim>): Promise<ReadonlyArray<NumberClaim>> => {
  const { body, starts, lengths } = blob(claims.map(({ hmac }) => hmac));
  const lists = [claims.map(({ secret }) => secret.person), starts, lengths];
  const rows = await session.rows<{ person_id: PersonId }>(claimStatement, [...lists.map(arrayLiteral), body]);
  const won = new Set(rows.map((row) => row.person_id));
  return claims.filter(({ secret }) => won.has(secret.person));
};

/** Who these HMACs lead to after new persons were made for them; another transaction may have been first. */
const create = async (
  session: Session,
  hmacs: ReadonlyArray<Uint8Array>,
  mint: () => WrappedSecret,
): Promise<ReadonlyMap<string, PersonId>> => {
  const won = await claim(
    session,
    hmacs.map((hmac) => ({ hmac, secret: mint() })),
  );
  await addPersons(
    session,
    won.map(({ secret }) => secret),
  );
  const made = new Map(won.map(({ hmac, secret }) => [hex(hmac), secret.person]));
  const others = hmacs.filter((hmac) => !made.has(hex(hmac)));
  const found = others.length === 0 ? [] : await findPersons(session, others);
  return new Map([
    ...made,
    ...others.flatMap((hmac, i) => (found[i] === undefined ? [] : [[hex(hmac), found[i]] as const])),
  ]);
};

/** The persons that these HMACs lead to; who is unknown is made by `mint`, in the order given. */
export const findOrCreatePersons = async (
  session: Session,
  hmacs: ReadonlyArray<Uint8Array>,
  mint: () => WrappedSecret,
): Promise<ReadonlyArray<PersonId>> => {
  const found = await findPersons(session, hmacs);
  const missing = new Map(hmacs.flatMap((hmac, i) => (found[i] === undefined ? [[hex(hmac), hmac] as const] : [])));
  const made = missing.size === 0 ? new Map<string, PersonId>() : await create(session, [...missing.values()], mint);
  return hmacs.map((hmac, i) => {
    const person = found[i] ?? made.get(hex(hmac));
    if (person === undefined) throw new Error("a number claimed by another transaction is not visible yet");
    return person;
  });
};

/** Wrapped secrets of persons; absent where erased or never made. */
export const wrappedSecrets = (
  session: Session,
  persons: ReadonlyArray<PersonId>,
): Promise<ReadonlyArray<WrappedSecret>> => session.rows(secretsStatement, [arrayLiteral(persons)]);
