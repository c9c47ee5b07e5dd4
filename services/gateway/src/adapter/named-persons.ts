import type { ArchiveId, PersonId, PersonSecret } from "@samvirke/kernel";
import { derivePseudoPerson, deriveWaitingPerson } from "@samvirke/kernel";
import type { StoredKeyPort } from "@samvirke/store";
import type { Arrival } from "./arrival.ts";
import type { IndexTransaction } from "./person-index.ts";
import { makePseudoPersons } from "./person-index.ts";
import type { Written } from "./written.ts";
import type { Claimed } from "./wire-claims.ts";
import { hex } from "./wire-claims.ts";

/** What is known of whoever a message names. */
export interface Known {
  readonly claimed: Claimed;
  /** Documents that the hub wrote, by their id. */
  readonly written: ReadonlyMap<string, Written>;
  /** Persons of messages that this transaction takes. */
  readonly taken: ReadonlyMap<ArchiveId, PersonSecret>;
}

/** A message with the person of what it names. */
export interface Named {
  readonly arrival: Arrival;
  readonly secret: PersonSecret;
  readonly about: string | undefined;
  /** Nothing bears what it names yet. */
  readonly isWaiting: boolean;
}

type Found = Omit<Named, "secret"> & { readonly person: PersonId };

const isKnown = (found: { readonly person: PersonId | undefined }): found is Pick<Found, "person"> =>
  found.person !== undefined;

const borne = (arrival: Arrival, { claimed, taken }: Known): ReadonlyArray<{ person: PersonId; about: string }> =>
  arrival.names.flatMap(({ alias }) => {
    const holder = claimed.get(hex(alias))?.holder;
    if (!holder || holder.isWaiting) return [];
    const found = { person: holder.person ?? taken.get(holder.archiveId)?.person, about: holder.archiveId };
    return isKnown(found) ? [found] : [];
  });

/** What the hub wrote, if a message names one of that. */
export const writtenFor = ({ names }: Arrival, written: Known["written"]): Written | undefined =>
  names.flatMap(({ id }) => written.get(id) ?? [])[0];

const waiting = (arrival: Arrival): Found => ({
  arrival,
  person: deriveWaitingPerson(hex(arrival.names[0]?.alias ?? new Uint8Array())),
  about: undefined,
  isWaiting: true,
});

const find = (arrival: Arrival, known: Known): Found => {
  const [found] = [writtenFor(arrival, known.written) ?? [], borne(arrival, known)].flat();
  return found ? { arrival, person: found.person, about: found.about, isWaiting: false } : waiting(arrival);
};

const secretsOf = async (
  keys: StoredKeyPort,
  found: ReadonlyArray<Found>,
  taken: Known["taken"],
): Promise<ReadonlyMap<PersonId, PersonSecret>> => {
  const here = new Map([...taken.values()].map((secret) => [secret.person, secret]));
  const others = found.map(({ person }) => person).filter((person) => !here.has(person));
  return new Map([...here, ...(await keys.secrets([...new Set(others)]))]);
};

// Whoever it was about is erased: nothing may lead there any more.
const withoutErased = (found: Found, secrets: ReadonlyMap<PersonId, PersonSecret>): Found =>
  found.isWaiting || secrets.has(found.person)
    ? found
    : { ...found, person: derivePseudoPerson(found.arrival.archiveId), about: undefined };

/** Whoever was merged since is who they are now. */
const today = async (transaction: IndexTransaction, found: ReadonlyArray<Found>): Promise<ReadonlyArray<Found>> => {
  const persons = found.filter(({ isWaiting }) => !isWaiting).map(({ person }) => person);
  const survivors = await transaction.survivorsOf(persons);
  return survivors.size === 0
    ? found
    : found.map((one) => ({ ...one, person: survivors.get(one.person) ?? one.person }));
};

/** The persons of messages that name others and nobody by number; made where nobody is found. */
export const namedPersons = async (
  transaction: IndexTransaction,
  keys: StoredKeyPort,
  { seekers, known }: { readonly seekers: ReadonlyArray<Arrival>; readonly known: Known },
): Promise<ReadonlyArray<Named>> => {
  if (seekers.length === 0) return [];
  const found = await today(
    transaction,
    seekers.map((arrival) => find(arrival, known)),
  );
  const secrets = await secretsOf(keys, found, known.taken);
  const settled = found.map((one) => withoutErased(one, secrets));
  const missing = settled.map(({ person }) => person).filter((person) => !secrets.has(person));
  const made = await makePseudoPersons(transaction, keys, missing);
  const opened = new Map(made.map((wrapped) => [wrapped.person, keys.open(wrapped)]));
  const later = await keys.secrets(missing.filter((person) => !opened.has(person)));
  return settled.map(({ person, ...rest }) => {
    const secret = secrets.get(person) ?? opened.get(person) ?? later.get(person);
    if (!secret) throw new Error("a person just made has no secret");
    return { ...rest, secret };
  });
};
