import type { WireEnvelope } from "@samvirke/contracts";
import { readEnvelope } from "@samvirke/formats";
import type { EnvelopeSummary, MessageLimits } from "@samvirke/formats";
import type { ArchiveId, Instant } from "@samvirke/kernel";
import { deriveArchiveId } from "@samvirke/kernel";
import type { Classified } from "../core/arrival.ts";
import { classify, numberKey, stationTime } from "../core/arrival.ts";
import type { Party } from "../core/party.ts";
import type { Pepper } from "./pepper.ts";

/** What came in by HTTP, guarded and authenticated. */
export interface Received {
  readonly party: Party;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Receipt time that a station stated beside the message. */
  readonly statedReceivedAt: Instant | undefined;
  readonly now: Instant;
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
  readonly wireMsgId: string | undefined;
  /** HMACs under which the wire id is remembered. */
  readonly wireAliases: WireAliases | undefined;
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

/** Reads of a message what is needed to keep it; never fails. */
export const arrivalOf = (pepper: Pepper, received: Received, limits: MessageLimits): Arrival => {
  const { party, bytes } = received;
  const summary = readEnvelope(bytes, limits);
  const number = numberKey(summary.person, party.id);
  const { start, end } = summary.message;
  return {
    ...classify(summary.kind, summary.format),
    archiveId: deriveArchiveId(party.id, pepper.message(bytes.subarray(start, end))),
    party,
    bytes,
    contentType: received.contentType,
    receivedAt: received.now,
    stationReceivedAt: stationTime(party, summary.receivedAt, received.statedReceivedAt),
    numberHmac: number && pepper.bytes("number", number.numberClass, number.value),
    wireMsgId: summary.wireMsgId,
    envelope: summary.envelope,
    wireAliases: aliasesOfWireId(pepper, party, summary),
    senderAliases: [
      pepper.party("party", party.id),
      ...new Set(identifiersOf(summary).map(([type, value]) => pepper.party(type, value))),
    ],
  };
};
