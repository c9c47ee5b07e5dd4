import type { WireEnvelope } from "@samvirke/contracts";
import { sickLeaveIdOf } from "@samvirke/domain";
import { namedId, readEnvelope } from "@samvirke/formats";
import type { EnvelopeSummary, MessageLimits, NamedId, RecordPlace } from "@samvirke/formats";
import type { ArchiveId, Instant } from "@samvirke/kernel";
import { deriveArchiveId } from "@samvirke/kernel";
import { mayUse, mediaType, numberKey, stationTime } from "../core/arrival.ts";
import type { NumberKey } from "../core/arrival.ts";
import type { Classified } from "../core/classify.ts";
import { classify } from "../core/classify.ts";
import type { Party } from "../core/party.ts";
import type { Pepper } from "./pepper.ts";

/** What came in, guarded and authenticated. */
export interface Received {
  readonly party: Party;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Receipt time that a station stated beside the message. */
  readonly statedReceivedAt: Instant | undefined;
  readonly now: Instant;
  /** Topic and key of a record; undefined where the bytes are no record, or nothing is told. */
  readonly record?: RecordPlace;
  /** The document of the mailbox that a receipt was sent for: its address names it, whatever stands in it. */
  readonly answers?: string;
}

/** An id that a message names, and the alias of whatever bears it. */
export interface Naming {
  readonly alias: Uint8Array;
  readonly id: string;
}

/** A message ready to be archived. */
export interface Arrival extends Classified {
  readonly archiveId: ArchiveId;
  readonly party: Party;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly receivedAt: Instant;
  readonly stationReceivedAt: Instant | null;
  /** HMAC of the identity number; undefined where none could be read. */
  readonly numberHmac: Uint8Array | undefined;
  /** HMACs of all numbers of one human, where welfare tells which those are; else empty. */
  readonly allNumbers: ReadonlyArray<Uint8Array>;
  readonly wireMsgId: string | undefined;
  /** HMACs under which the wire id is remembered. */
  readonly wireAliases: WireAliases | undefined;
  /** Aliases under which other messages can name this one. */
  readonly bears: ReadonlyArray<Uint8Array>;
  /** What it names, where it is about nobody by number; else empty. */
  readonly names: ReadonlyArray<Naming>;
  /** Ids of messages that its own content names. */
  readonly stated: ReadonlyArray<string>;
  readonly record: RecordPlace;
  /** Message head and receiving station; undefined where they could not be read. */
  readonly envelope: WireEnvelope | undefined;
  /** Aliases of the authenticated sender and of the organisation that the message names as sender. */
  readonly senderAliases: ReadonlyArray<string>;
}

export interface WireAliases {
  /** Of party, sending organisation and id: two with other bytes are a conflict. */
  readonly conflict: Uint8Array;
  /** Of party and id, for the sender's own look-up. */
  readonly lookUp: Uint8Array;
}

const identifiersOf = (summary: EnvelopeSummary): ReadonlyArray<readonly [type: string, value: string]> =>
  (summary.sender?.identifiers ?? []).flatMap(({ type, value }) =>
    value === null ? [] : [[type.code?.trim().toUpperCase() ?? "", value.trim()] as const],
  );

/** The alias under which a party finds its own message again. */
export const lookUpAlias = (pepper: Pepper, party: Party, wireMsgId: string): Uint8Array =>
  pepper.bytes("wire", party.id, wireMsgId);

const aliasesOfWireId = (pepper: Pepper, party: Party, summary: EnvelopeSummary): WireAliases | undefined => {
  const { wireMsgId } = summary;
  if (wireMsgId === undefined || wireMsgId === "") return undefined;
  // One station forwards for many practices, whose ids need not differ from each other's.
  const [type, value] = identifiersOf(summary)[0] ?? ["", ""];
  return {
    conflict: pepper.bytes("wire of", party.id, type, value, wireMsgId),
    lookUp: lookUpAlias(pepper, party, wireMsgId),
  };
};

const nowhere: RecordPlace = { topic: undefined, key: undefined };

const aliasOf = (pepper: Pepper, { space, id }: NamedId): Uint8Array => pepper.bytes("named", space, id);

const namingsOf = (pepper: Pepper, { party, answers }: Received, summary: EnvelopeSummary): ReadonlyArray<Naming> => {
  const named = answers === undefined ? summary.names : namedId("message", answers);
  return named.filter(({ space }) => mayUse(space, party)).map((one) => ({ alias: aliasOf(pepper, one), id: one.id }));
};

const decidedHere: ReadonlySet<string> = new Set(["CERTIFICATE", "CERTIFICATE_SUBMISSION"]);

// The hub tells welfare of the certificate under its own id, and welfare speaks of it by that id.
const ownCertificateId = ({ document }: EnvelopeSummary, archiveId: ArchiveId): ReadonlyArray<NamedId> =>
  decidedHere.has(document) ? namedId("certificate", sickLeaveIdOf(archiveId)) : [];

const borneBy = (party: Party, summary: EnvelopeSummary, archiveId: ArchiveId): ReadonlyArray<NamedId> => [
  ...summary.bears.filter(({ space }) => mayUse(space, party)),
  ...ownCertificateId(summary, archiveId),
];

// The same bytes under another key, or for another document, are another message.
const archiveIdOf = (
  pepper: Pepper,
  { party, bytes, record, answers }: Received,
  summary: EnvelopeSummary,
): ArchiveId => {
  const { start, end } = summary.message;
  const own = bytes.subarray(start, end);
  const [topic, key] = [record?.topic, record?.key ?? answers];
  const isPlaced = topic !== undefined || key !== undefined;
  const hmac = isPlaced ? pepper.record(topic ?? "", key ?? "", own) : pepper.message(own);
  return deriveArchiveId(party.id, hmac);
};

const senderAliasesOf = (pepper: Pepper, party: Party, summary: EnvelopeSummary): ReadonlyArray<string> => [
  pepper.party("party", party.id),
  ...new Set(identifiersOf(summary).map(([type, value]) => pepper.party(type, value))),
];

const numberHmacOf = (pepper: Pepper, { numberClass, value }: NumberKey): Uint8Array =>
  pepper.bytes("number", numberClass, value);

// Only the person register says who is who, and welfare is the one that brings its word.
const allNumbersOf = (pepper: Pepper, party: Party, { numbers = [] }: EnvelopeSummary): ReadonlyArray<Uint8Array> => {
  const keys = party.sector === "welfare" ? numbers.flatMap((one) => numberKey(one, party.id) ?? []) : [];
  const distinct = new Map(keys.map((key) => [`${key.numberClass} ${key.value}`, key]));
  return [...distinct.values()].map((key) => numberHmacOf(pepper, key));
};

/** Reads of a message what is needed to keep it; never fails. */
export const arrivalOf = (pepper: Pepper, received: Received, limits: MessageLimits): Arrival => {
  const { party, bytes, record = nowhere } = received;
  const summary = readEnvelope(bytes, { limits, media: mediaType(received.contentType), record });
  const number = numberKey(summary.person, party.id);
  const archiveId = archiveIdOf(pepper, received, summary);
  return {
    ...classify(summary),
    archiveId,
    party,
    bytes,
    contentType: received.contentType,
    receivedAt: received.now,
    stationReceivedAt: stationTime(party, summary.receivedAt, received.statedReceivedAt),
    numberHmac: number && numberHmacOf(pepper, number),
    allNumbers: allNumbersOf(pepper, party, summary),
    wireMsgId: summary.wireMsgId,
    envelope: summary.envelope,
    wireAliases: aliasesOfWireId(pepper, party, summary),
    bears: borneBy(party, summary, archiveId).map((named) => aliasOf(pepper, named)),
    names: number ? [] : namingsOf(pepper, received, summary),
    stated: summary.names.filter(({ space }) => space === "message").map(({ id }) => id),
    record,
    senderAliases: senderAliasesOf(pepper, party, summary),
  };
};
