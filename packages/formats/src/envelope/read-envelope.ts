import type { Identifier, WireFormat } from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";
import { collectFindings } from "../xml/findings.ts";
import type { MessageLimits } from "../xml/guard.ts";
import { defaultLimits } from "../xml/guard.ts";
import { textIn } from "../xml/read.ts";
import { openSource } from "../xml/source.ts";
import type { XmlNode } from "../xml/tree.ts";
import { attributeOf, child, descend, readTree } from "../xml/tree.ts";
import type { WireDocument } from "./document.ts";
import { certificatesIn, wireDocument } from "./document.ts";
import { identifierOf } from "./elements.ts";
import type { MessageKind } from "./message-kind.ts";
import { messageKind } from "./message-kind.ts";
import { partyIn } from "./party.ts";
import { receivingStationOf } from "./receiving-station.ts";

export interface PersonNumber {
  readonly value: string;
  /** FNR, DNR, HNR, … as sent; undefined when the sender names no type. */
  readonly type: string | undefined;
}

export interface SenderParty {
  readonly name: string | undefined;
  /** Of the outermost organisation, in the order sent. */
  readonly identifiers: ReadonlyArray<Identifier>;
}

/** What a door needs to know of a message before it takes it. */
export interface EnvelopeSummary {
  readonly format: WireFormat;
  readonly kind: MessageKind;
  /** The bytes that make the message the same: its MsgHead element, else the whole body. End exclusive. */
  readonly message: { readonly start: number; readonly end: number };
  readonly person: PersonNumber | undefined;
  readonly messageType: string | undefined;
  readonly wireMsgId: string | undefined;
  readonly generatedAtText: string | undefined;
  readonly sender: SenderParty | undefined;
  /** By the receiving station, which is believed only where the sender is one. */
  readonly receivedAt: Instant | undefined;
  readonly ebService: string | undefined;
  readonly ediLogId: string | undefined;
}

const numberAt = (node: XmlNode | undefined): PersonNumber | undefined => {
  if (!node) return undefined;
  const { value, type } = identifierOf(node, collectFindings());
  return value ? { value, type: type.code ?? undefined } : undefined;
};

const personOf = (document: WireDocument): PersonNumber | undefined => {
  const [certificate] = certificatesIn(document);
  const stated = numberAt(descend(certificate, "Pasient", "Fodselsnummer"));
  return stated ?? numberAt(descend(document.msgHead, "MsgInfo", "Patient", "Ident"));
};

const senderOf = (info: XmlNode | undefined): SenderParty | undefined => {
  const [outermost] = partyIn(info, "Sender", collectFindings())?.organisations ?? [];
  return outermost && { name: outermost.name ?? undefined, identifiers: outermost.identifiers };
};

const bytesOf = (document: WireDocument, length: number): EnvelopeSummary["message"] => {
  const { msgHead } = document;
  if (msgHead?.end === undefined) return { start: 0, end: length };
  return { start: msgHead.source.byteOffset(msgHead.start), end: msgHead.source.byteOffset(msgHead.end) };
};

const written = (text: string | null | undefined): string | undefined => text?.trim() ?? undefined;

type ByStation = Pick<EnvelopeSummary, "receivedAt" | "ebService" | "ediLogId">;

const byStation = (node: XmlNode | undefined): ByStation => {
  if (!node) return { receivedAt: undefined, ebService: undefined, ediLogId: undefined };
  const station = receivingStationOf(node, collectFindings());
  return {
    receivedAt: station.receivedAt ?? undefined,
    ebService: written(station.ebService),
    ediLogId: written(station.ediLogId),
  };
};

const summary = (document: WireDocument, length: number): EnvelopeSummary => {
  const info = child(document.msgHead, "MsgInfo");
  return {
    format: document.format,
    kind: messageKind(document),
    message: bytesOf(document, length),
    person: personOf(document),
    messageType: written(attributeOf(child(info, "Type"), "V")),
    wireMsgId: written(textIn(info, "MsgId")),
    generatedAtText: textIn(info, "GenDate") ?? undefined,
    sender: senderOf(info),
    ...byStation(document.receivingStation),
  };
};

const unreadable = (length: number): EnvelopeSummary => ({
  format: "UNKNOWN",
  kind: "unknown",
  message: { start: 0, end: length },
  person: undefined,
  messageType: undefined,
  wireMsgId: undefined,
  generatedAtText: undefined,
  sender: undefined,
  ...byStation(undefined),
});

/**
 * Reads of a message what its door needs, in one pass; never fails, a broken document gives what stood before the break.
 *
 * Source: MsgHead 1.2 MsgInfo; EI_fellesformat MottakenhetBlokk; certificate, Pasient/Fodselsnummer.
 */
export const readEnvelope = (bytes: Uint8Array, limits: MessageLimits = defaultLimits): EnvelopeSummary => {
  const { root } = readTree(openSource(bytes), limits);
  return root ? summary(wireDocument(root), bytes.length) : unreadable(bytes.length);
};
