import type { ArchiveId, PersonId, PersonSecret } from "@samvirke/kernel";
import { derivePseudoPerson } from "@samvirke/kernel";
import type { StoredKeyPort, StoreTransaction, WrappedSecret } from "@samvirke/store";

/** Whoever a message is about, as far as its envelope says. */
export interface Subject {
  readonly archiveId: ArchiveId;
  /** HMAC of the identity number; undefined where none could be read. */
  readonly numberHmac: Uint8Array | undefined;
}

/** What the person index needs of a transaction. */
export type IndexTransaction = Pick<StoreTransaction, "findOrCreatePersons" | "addPersons" | "survivorsOf">;

const byNumber = async (
  transaction: IndexTransaction,
  subjects: ReadonlyArray<Subject>,
  mint: () => WrappedSecret,
): Promise<ReadonlyMap<Subject, PersonId>> => {
  const numbered = subjects.filter((subject) => subject.numberHmac !== undefined);
  const hmacs = numbered.flatMap(({ numberHmac }) => (numberHmac === undefined ? [] : [numberHmac]));
  const persons = hmacs.length === 0 ? [] : await transaction.findOrCreatePersons(hmacs, mint);
  return new Map(
    numbered.flatMap((subject, index) => {
      const person = persons[index];
      return person === undefined ? [] : [[subject, person] as const];
    }),
  );
};

/** Makes the pseudo-persons among these that are not there yet, and answers those that it made. */
export const makePseudoPersons = async (
  transaction: IndexTransaction,
  keys: StoredKeyPort,
  persons: ReadonlyArray<PersonId>,
): Promise<ReadonlyArray<WrappedSecret>> => {
  if (persons.length === 0) return [];
  const known = await keys.secrets(persons);
  // Where another transaction makes the same one just now, the message is a repeat and nothing is sealed for it.
  const made = [...new Set(persons)].filter((person) => !known.has(person)).map((person) => keys.mint(person));
  await transaction.addPersons(made);
  return made;
};

const secretOf = (secrets: ReadonlyMap<PersonId, PersonSecret>, person: PersonId): PersonSecret => {
  const secret = secrets.get(person);
  if (!secret) throw new Error("a person of the index has no secret");
  return secret;
};

/**
 * Finds or makes the person of each message and hands out the person's secret, in the order given.
 *
 * Shape: a message without a readable number gets a pseudo-person derived from its archive id, so that a repeat finds it.
 */
export const resolvePersons = async (
  transaction: IndexTransaction,
  keys: StoredKeyPort,
  subjects: ReadonlyArray<Subject>,
): Promise<ReadonlyArray<PersonSecret>> => {
  const minted: Array<WrappedSecret> = [];
  const numbered = await byNumber(transaction, subjects, () => {
    const wrapped = keys.mint();
    minted.push(wrapped);
    return wrapped;
  });
  const persons = subjects.map((subject) => numbered.get(subject) ?? derivePseudoPerson(subject.archiveId));
  const unnumbered = persons.filter((_, index) => subjects[index]?.numberHmac === undefined);
  const made = await makePseudoPersons(transaction, keys, unnumbered);
  // Those just made are not yet visible outside this transaction; a number that another one claimed first is.
  const fresh = new Map([...minted, ...made].map((wrapped) => [wrapped.person, wrapped]));
  const known = await keys.secrets(persons.filter((person) => !fresh.has(person)));
  const opened = persons.flatMap((person) => {
    const wrapped = fresh.get(person);
    return wrapped ? [[person, keys.open(wrapped)] as const] : [];
  });
  const secrets = new Map([...known, ...opened]);
  return persons.map((person) => secretOf(secrets, person));
};
