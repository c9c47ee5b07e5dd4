import type { AnySealedEvent, Codec } from "@samvirke/contracts";
import { explainDecodeFailure, lineageOf, parkClasses } from "@samvirke/contracts";
import type { LogRecord, ParkedRecord, PersonId } from "@samvirke/kernel";
import { compartments, E, parkReasons, personId } from "@samvirke/kernel";
import type { ParkedClass, ParkedFilter, ParkedPerson, Store } from "@samvirke/store";

export interface ParkedDeps {
  readonly store: Pick<Store, "parkedClasses" | "parkedList" | "parkedOf">;
  readonly codec: Codec;
}

const personLine = (row: ParkedPerson) => ({
  stage: row.stage,
  personId: row.person,
  records: row.records,
  attempts: row.attempts,
  reason: row.reason,
  detail: row.detail,
  since: row.since.toISOString(),
  lastSeen: row.last_seen.toISOString(),
});

const classLine = ({ stage, reason, persons, records, oldest, ...ages }: ParkedClass) => ({
  stage,
  reason,
  persons,
  records,
  oldest: oldest.toISOString(),
  underAnHour: ages.hour,
  underADay: ages.day,
  underAWeek: ages.week,
  older: ages.older,
});

/** Persons with parked records, oldest first, with counts of all that is parked and what each reason asks for. */
export const listParked = async ({ store }: ParkedDeps, filter: ParkedFilter, limit: number) => {
  const [persons, classes] = await Promise.all([store.parkedList(filter, limit), store.parkedClasses()]);
  const present = parkReasons.filter((name) => classes.some(({ reason }) => reason === name));
  return {
    persons: persons.map(personLine),
    counts: classes.map(classLine),
    asks: Object.fromEntries(present.map((name) => [name, parkClasses[name]])),
  };
};

const sealed: ReadonlySet<string> = new Set(compartments);

const publicPart = ({ value }: AnySealedEvent): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !sealed.has(name)));

// A newer release may have written it, so the registry is asked once; a registry that is away must not hide what is parked.
const decode = async (codec: Codec, record: LogRecord) => {
  const first = codec.decode(record);
  if (E.isRight(first) || first.left._tag !== "UnknownSchema") return first;
  const isLearnt = await codec.learn(first.left.schemaId).catch(() => false);
  return isLearnt ? codec.decode(record) : first;
};

const instant = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString());

const recordLine = async (codec: Codec, { record, reason, detail, attempts, firstSeen, lastSeen }: ParkedRecord) => {
  const decoded = await decode(codec, record);
  return {
    eventId: record.id,
    type: record.type,
    topic: record.topic,
    partition: record.partition,
    position: record.position,
    recordedAt: new Date(record.recordedAt).toISOString(),
    messageId: lineageOf(record.headers).correlationId ?? null,
    bytes: record.value.byteLength,
    reason,
    detail,
    attempts,
    firstSeen: instant(firstSeen),
    lastSeen: instant(lastSeen),
    asks: parkClasses[reason].remedy,
    content: E.isRight(decoded) ? publicPart(decoded.right) : null,
    unreadable: E.isRight(decoded) ? null : explainDecodeFailure(decoded.left),
  };
};

/** What a stage has parked of a person, in order: reasons and the public part, nothing that is sealed. */
export const showParked = async ({ store, codec }: ParkedDeps, stage: string, id: string) => {
  const person: PersonId | undefined = personId(id);
  const records = person ? await store.parkedOf(stage, person) : [];
  return { stage, personId: id, records: await Promise.all(records.map((record) => recordLine(codec, record))) };
};
