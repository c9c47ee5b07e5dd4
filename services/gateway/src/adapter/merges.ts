import { newRecord } from "@samvirke/contracts";
import type { NewRecord, PersonId } from "@samvirke/kernel";
import { deriveEventId } from "@samvirke/kernel";
import type { Store, StoreTransaction } from "@samvirke/store";
import type { Arrival } from "./arrival.ts";
import type { EventDeps } from "./message-received.ts";

/** A message that says which numbers are one human's, and who was another person until it came. */
export interface Merged {
  readonly arrival: Arrival;
  readonly survivor: PersonId;
  readonly merged: ReadonlyArray<PersonId>;
}

const isAboutNumbers = ({ allNumbers }: Arrival): boolean => allNumbers.length > 1;

const distinct = (persons: ReadonlyArray<PersonId | undefined>): ReadonlyArray<PersonId> => [
  ...new Set(persons.flatMap((person) => person ?? [])),
];

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Whether some of these messages change to whom numbers lead; asked before the transaction, and links never dissolve. */
export const areMerging = async (
  store: Pick<Store, "findPersons">,
  arrivals: ReadonlyArray<Arrival>,
): Promise<boolean> => {
  const told = arrivals.filter(isAboutNumbers);
  const found = await Promise.all(told.map(({ allNumbers }) => store.findPersons(allNumbers)));
  return found.some((persons) => persons.includes(undefined) || distinct(persons).length > 1);
};

// Who is known by the number in use stays who they are; where nobody is, whoever is known by an older one.
const survivorOf = (
  { allNumbers, numberHmac }: Arrival,
  found: ReadonlyArray<PersonId | undefined>,
): PersonId | undefined => {
  const current = allNumbers.findIndex((one) => numberHmac !== undefined && hex(one) === hex(numberHmac));
  return found[current] ?? distinct(found)[0];
};

const mergeOne = async (
  transaction: Pick<StoreTransaction, "findPersons" | "mergePersons">,
  arrival: Arrival,
): Promise<ReadonlyArray<Merged>> => {
  const found = await transaction.findPersons(arrival.allNumbers);
  const survivor = survivorOf(arrival, found);
  if (survivor === undefined) return [];
  const merged = distinct(found).filter((person) => person !== survivor);
  await transaction.mergePersons({ survivor, merged, numbers: arrival.allNumbers });
  return [{ arrival, survivor, merged }];
};

/**
 * Makes persons one whose numbers are one human's. Before anybody's number is looked up, so that the rest of the batch goes
 * to the survivor; a second time for those of whom nobody was known then.
 */
export const mergeAll = async (
  transaction: Pick<StoreTransaction, "findPersons" | "mergePersons">,
  arrivals: ReadonlyArray<Arrival>,
): Promise<ReadonlyArray<Merged>> => {
  const all: Array<Merged> = [];
  for (const arrival of arrivals.filter(isAboutNumbers)) all.push(...(await mergeOne(transaction, arrival)));
  return all;
};

const streamEnds = ({ codec, topic }: EventDeps, { arrival, survivor }: Merged, person: PersonId): NewRecord =>
  newRecord(codec, {
    topic,
    person,
    name: "PersonMerged",
    value: {
      archiveId: arrival.archiveId,
      receivedAt: arrival.receivedAt,
      survivingPersonId: survivor,
      mergedPersonId: person,
    },
    eventId: deriveEventId(arrival.archiveId, `PersonMerged/${person}`),
    secret: undefined,
    audience: "hub",
    meta: {
      source: "/samvirke/gateway",
      time: arrival.receivedAt,
      correlationId: arrival.archiveId,
      archiveId: arrival.archiveId,
    },
  });

/** The records that end the streams of merged persons. */
export const endedStreams = (deps: EventDeps, all: ReadonlyArray<Merged>): ReadonlyArray<NewRecord> =>
  all.flatMap((one) => one.merged.map((person) => streamEnds(deps, one, person)));
