import { lineageOf, loadCatalogue, loadSample, newRecord, topics } from "@samvirke/contracts";
import { deriveEventId, uuid5 } from "@samvirke/kernel";
import type { ArchiveId, NewRecord, PersonSecret } from "@samvirke/kernel";
import type { WrappedSecret } from "@samvirke/store";
import type { Ground } from "./ground.ts";

/** Persons, each with some events, in the order in which they come. */
export interface Lives {
  readonly persons: ReadonlyArray<WrappedSecret>;
  readonly records: ReadonlyArray<NewRecord>;
}

interface LifeEvent {
  readonly person: number;
  readonly nth: number;
}

/** The id of a person's n-th message; its event's id and its row's follow from it. */
export const archiveOf = (person: number, nth: number): ArchiveId =>
  uuid5("bench life", String(person), String(nth)) as ArchiveId;

// A person's events follow each other while those of others go on, as they do in life.
const orderOf = (persons: number, each: number): ReadonlyArray<LifeEvent> => {
  const apart = Math.max(1, Math.floor(persons / each));
  return Array.from({ length: persons * each }, (_, index) => ({
    person: Math.floor(index / each),
    nth: index % each,
  })).sort((a, b) => a.person + a.nth * apart - (b.person + b.nth * apart) || a.person - b.person);
};

/** Certificates of so many persons, sealed under the ground's master key; the same bytes for every ground of that key. */
export const makeLives = ({ hub }: Ground, persons: number, each: number): Lives => {
  const wrapped = Array.from({ length: persons }, () => hub.keys.mint());
  const secrets: ReadonlyArray<PersonSecret> = wrapped.map((one) => hub.keys.open(one));
  const sample = loadSample(loadCatalogue(), "SickLeaveCertified", "full");
  const record = ({ person, nth }: LifeEvent): NewRecord => {
    const secret = secrets[person];
    if (!secret) throw new RangeError("no such person");
    const archiveId = archiveOf(person, nth);
    return newRecord(hub.codec, {
      topic: topics.events,
      person: secret.person,
      name: "SickLeaveCertified",
      eventId: deriveEventId(archiveId, "SickLeaveCertified"),
      secret,
      audience: "hub",
      value: { ...sample, archiveId, sickLeaveId: uuid5("sick-leave", archiveId) },
      meta: {
        ...lineageOf([]),
        source: "/samvirke/intake",
        time: 0,
        correlationId: archiveId,
        causationId: deriveEventId(archiveId, "MessageReceived"),
        archiveId,
        stream: `sick-leave/${archiveId}`,
        sequence: 0,
      },
    });
  };
  return { persons: wrapped, records: orderOf(persons, each).map(record) };
};
