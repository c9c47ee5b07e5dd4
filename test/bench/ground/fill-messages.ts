import { makeKeyCache, newRecord, sealBytes, topics } from "@samvirke/contracts";
import { deriveEventId, uuid5 } from "@samvirke/kernel";
import type { ArchiveId, NewRecord } from "@samvirke/kernel";
import type { WrappedSecret } from "@samvirke/store";
import { makeBodies } from "../load/bodies.ts";
import type { Ground } from "./ground.ts";
import { stationId } from "./ground.ts";

const batch = 500;
const personsShare = 4;
const alias = "00".repeat(16);

interface Message {
  readonly archiveId: ArchiveId;
  readonly wrapped: WrappedSecret;
  readonly record: NewRecord;
  readonly body: Uint8Array;
}

/** Puts certificates into archive and log as a gateway does, without one. */
export const fillMessages = async (ground: Ground, count: number): Promise<void> => {
  const { hub } = ground;
  const persons = Math.ceil(count / personsShare);
  const bodies = makeBodies(500_000, persons);
  const secrets = Array.from({ length: persons }, () => hub.keys.mint());
  const opened = secrets.map((wrapped) => hub.keys.open(wrapped));
  const cache = makeKeyCache(persons);
  const receivedAt = hub.clock.now();

  const message = (n: number): Message => {
    const [wrapped, secret] = [secrets[n % persons], opened[n % persons]];
    if (!wrapped || !secret) throw new RangeError("no such person");
    const archiveId = uuid5("bench", ground.name, String(n)) as ArchiveId;
    const bytes = bodies.next();
    const body = sealBytes(cache, { purpose: "archive", id: archiveId, secret, audience: "archive" }, bytes);
    const record = newRecord(hub.codec, {
      topic: topics.messages,
      person: secret.person,
      name: "MessageReceived",
      eventId: deriveEventId(archiveId, "MessageReceived"),
      secret,
      audience: "hub",
      value: {
        archiveId,
        kind: "SICK_LEAVE",
        document: "CERTIFICATE",
        format: "EI_FELLESFORMAT",
        routeClass: "EDGE",
        door: "HEALTH",
        byteSize: bytes.byteLength,
        receivedAt,
        receiptTrusted: true,
        stationReceivedAt: receivedAt,
        personNumberRead: true,
        conflictsWith: null,
        about: null,
        precededBy: [],
        case: {
          sender: stationId,
          senderAliases: [alias],
          senderOrganisations: [],
          contentType: "application/xml",
          wireMsgId: archiveId,
          recordTopic: null,
          recordKey: null,
          envelope: null,
        },
      },
      meta: { source: "/samvirke/gateway", time: receivedAt, correlationId: archiveId, archiveId },
    });
    return { archiveId, wrapped, record, body };
  };

  for (let from = 0; from < count; from += batch) {
    const messages = Array.from({ length: Math.min(batch, count - from) }, (_, index) => message(from + index));
    await hub.store.transact(async (transaction) => {
      await transaction.addPersons([...new Set(messages.map(({ wrapped }) => wrapped))]);
      await transaction.insertArchive(
        messages.map(({ archiveId, wrapped, body }) => ({
          archiveId,
          person: wrapped.person,
          sender: Buffer.from(alias, "hex"),
          kind: "SICK_LEAVE",
          format: "EI_FELLESFORMAT",
          body,
          receivedAt,
        })),
      );
      await transaction.append(messages.map(({ record }) => record));
    });
  }
};
