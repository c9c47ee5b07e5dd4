import type { Codec, Door, MessageReceived } from "@samvirke/contracts";
import { newRecord } from "@samvirke/contracts";
import type { ArchiveId, NewRecord, PersonSecret, Topic } from "@samvirke/kernel";
import { deriveEventId } from "@samvirke/kernel";
import type { Arrival } from "./arrival.ts";

/** What the transaction adds to an arrival. */
export interface Placed {
  readonly arrival: Arrival;
  readonly secret: PersonSecret;
  readonly conflictsWith: ArchiveId | undefined;
  /** What it names, if its person was found by that. */
  readonly about: string | undefined;
  readonly precededBy: ReadonlyArray<ArchiveId>;
}

export interface EventDeps {
  readonly codec: Codec;
  readonly topic: Topic;
  readonly door: Door;
}

const valueOf = ({ arrival, conflictsWith, about, precededBy }: Placed, door: Door): MessageReceived => ({
  archiveId: arrival.archiveId,
  kind: arrival.kind,
  document: arrival.document,
  format: arrival.format,
  routeClass: arrival.routeClass,
  door,
  byteSize: arrival.bytes.byteLength,
  receivedAt: arrival.receivedAt,
  receiptTrusted: arrival.party.station,
  stationReceivedAt: arrival.stationReceivedAt,
  personNumberRead: arrival.numberHmac !== undefined,
  conflictsWith: conflictsWith ?? null,
  about: about ?? null,
  precededBy,
  case: {
    sender: arrival.party.id,
    senderAliases: arrival.senderAliases,
    senderOrganisations: arrival.party.identifiers.flatMap(({ type, value }) => (type === "ENH" ? [value.trim()] : [])),
    contentType: arrival.contentType,
    wireMsgId: arrival.wireMsgId ?? null,
    recordTopic: arrival.record.topic ?? null,
    recordKey: arrival.record.key ?? null,
    envelope: arrival.envelope ?? null,
  },
});

/** The record that tells the hub of a message. */
export const messageReceived = ({ codec, topic, door }: EventDeps, placed: Placed): NewRecord => {
  const { archiveId, receivedAt } = placed.arrival;
  return newRecord(codec, {
    topic,
    person: placed.secret.person,
    name: "MessageReceived",
    value: valueOf(placed, door),
    eventId: deriveEventId(archiveId, "MessageReceived"),
    secret: placed.secret,
    audience: "hub",
    meta: { source: "/samvirke/gateway", time: receivedAt, correlationId: archiveId, archiveId },
  });
};
