import { lineageOf, newRecord, topics } from "@samvirke/contracts";
import type { SickLeaveCertified } from "@samvirke/contracts";
import { deriveEventId, E, partitionCount, uuid5 } from "@samvirke/kernel";
import type { ArchiveId, NewRecord, PersonSecret } from "@samvirke/kernel";
import type { WrappedSecret } from "@samvirke/store";
import type { Ground } from "./ground.ts";

const batch = 500;
const personsShare = 4;
const templatesWanted = 200;

const everything = Array.from({ length: partitionCount }, (_, partition) => ({ partition, after: -1 }));

/** Real certificates as the intake wrote them, opened. */
const templatesOf = async ({ hub }: Ground): Promise<ReadonlyArray<SickLeaveCertified>> => {
  const bound = { records: Math.ceil(templatesWanted / partitionCount), bytes: 50_000_000 };
  const records = await hub.store.readLog(topics.events, everything, bound);
  const secrets = await hub.keys.secrets(records.map(({ key }) => key));
  return records.flatMap((record) => {
    const decoded = hub.codec.decodeAs("SickLeaveCertified", record);
    if (E.isLeft(decoded)) return [];
    const opened = hub.codec.open(decoded.right, { secret: secrets.get(record.key), audience: "hub" }, [
      "identity",
      "work",
      "case",
      "medical",
    ]);
    return E.isRight(opened) && opened.right.state === "Open" ? [opened.right.value as SickLeaveCertified] : [];
  });
};

/** What the intake wrote is forgotten: the stages after it are measured on certificates alone. */
const forgetEvents = async ({ database }: Ground): Promise<void> => {
  await database.query(`truncate hub."log_${topics.events}"`);
  await database.query("update hub.log_head set next = 0 where topic = $1", [topics.events]);
};

/** Fills the log with so many certificates about other persons, with the content of those that the intake wrote, sealed anew. */
export const fillEvents = async (ground: Ground, wanted: number): Promise<void> => {
  const { hub } = ground;
  const templates = await templatesOf(ground);
  await forgetEvents(ground);
  const count = wanted;
  const persons = Math.ceil(count / personsShare);
  const time = hub.clock.now();
  const persona: Array<{ readonly wrapped: WrappedSecret; readonly secret: PersonSecret }> = [];

  const record = (n: number): NewRecord => {
    const [template, person] = [templates[n % templates.length], persona[Math.floor(n / personsShare)]];
    if (!template || !person) throw new RangeError("no certificate to copy");
    const archiveId = uuid5("bench copy", ground.name, String(n)) as ArchiveId;
    const sickLeaveId = uuid5("sick-leave", archiveId);
    return newRecord(hub.codec, {
      topic: topics.events,
      person: person.secret.person,
      name: "SickLeaveCertified",
      eventId: deriveEventId(archiveId, "SickLeaveCertified"),
      secret: person.secret,
      audience: "hub",
      value: { ...template, archiveId, sickLeaveId },
      meta: {
        ...lineageOf([]),
        source: "/samvirke/intake",
        time,
        correlationId: archiveId,
        causationId: deriveEventId(archiveId, "MessageReceived"),
        archiveId,
        stream: `sick-leave/${sickLeaveId}`,
        sequence: 0,
      },
    });
  };

  for (let from = 0; from < count; from += batch) {
    const size = Math.min(batch, count - from);
    while (persona.length * personsShare < from + size && persona.length < persons) {
      const wrapped = hub.keys.mint();
      persona.push({ wrapped, secret: hub.keys.open(wrapped) });
    }
    const records = Array.from({ length: size }, (_, index) => record(from + index));
    const first = Math.floor(from / personsShare);
    await hub.store.transact(async (transaction) => {
      await transaction.addPersons(persona.slice(first).map(({ wrapped }) => wrapped));
      await transaction.append(records);
    });
  }
};
