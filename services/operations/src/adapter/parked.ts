import type { AnySealedEvent, Codec } from "@samvirke/contracts";
import { explainDecodeFailure, lineageOf } from "@samvirke/contracts";
import type { LogRecord, ParkedRecord, PersonId } from "@samvirke/kernel";
import { compartments, E, personId } from "@samvirke/kernel";
import type { ParkedPerson, Store } from "@samvirke/store";

export interface ParkedDeps {
  readonly store: Pick<Store, "parkedList" | "parkedOf">;
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

/** Persons with parked records, oldest first. */
export const listParked = async ({ store }: ParkedDeps, stage: string | undefined, limit: number) => ({
  persons: (await store.parkedList(stage, limit)).map(personLine),
});

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

const recordLine = async (codec: Codec, { record, reason, detail, attempts }: ParkedRecord) => {
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
