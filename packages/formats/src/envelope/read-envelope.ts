import type { Identifier, WireEnvelope, WireFormat } from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";
import { appRecIn } from "../apprec/parse-apprec.ts";
import { looksLikeJson } from "../apprec/parse-receipt.ts";
import { receiptPartyIn } from "../apprec/receipt-party.ts";
import { numberInPlan } from "../plan/plan-form.ts";
import { statementsIn } from "../statement/parse-statement.ts";
import { officialNumber } from "../referral/official-number.ts";
import { collectFindings } from "../xml/findings.ts";
import type { MessageLimits } from "../xml/guard.ts";
import { defaultLimits } from "../xml/guard.ts";
import { openSource } from "../xml/source.ts";
import type { XmlNode } from "../xml/tree.ts";
import { attributeOf, child, descend, readTree } from "../xml/tree.ts";
import { textIn } from "../xml/read.ts";
import type { WireDocument } from "./document.ts";
import { certificatesIn, messageWithoutHead, wireDocument } from "./document.ts";
import { identifierOf } from "./elements.ts";
import type { AnsweredMessage, PersonNumber } from "./json-door.ts";
import { readJsonDoor } from "./json-door.ts";
import type { MessageKind } from "./message-kind.ts";
import { messageKind } from "./message-kind.ts";
import { envelopeOf } from "./msg-head.ts";

export interface SenderParty {
  readonly name: string | undefined;
  /** Of the outermost organisation, in the order sent. */
  readonly identifiers: ReadonlyArray<Identifier>;
}

/** What a door needs to know of a message before it takes it. */
export interface EnvelopeSummary {
  readonly format: WireFormat;
  readonly kind: MessageKind;
  /** The bytes that make the message the same: its MsgHead, Message or AppRec element, else the whole body. End exclusive. */
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
  /** Message head and receiving station as written; undefined where there is neither. */
  readonly envelope: WireEnvelope | undefined;
  /** What a receipt answers; it is about nobody else, so whoever that was about is its person. */
  readonly answers: AnsweredMessage | undefined;
}

const numberAt = (node: XmlNode | undefined): PersonNumber | undefined => {
  if (!node) return undefined;
  const { value, type } = identifierOf(node, collectFindings());
  return value ? { value, type: type.code ?? undefined } : undefined;
};

const officialAt = (message: XmlNode): PersonNumber | undefined => {
  const number = officialNumber.read(descend(message, "ServReq", "Patient"), collectFindings());
  return number?.value ? { value: number.value, type: number.type.code ?? undefined } : undefined;
};

/** The number that a document itself states, whichever kind it is. */
const statedNumber = (document: WireDocument): PersonNumber | undefined => {
  const [certificate] = certificatesIn(document);
  const [statement] = statementsIn(document);
  const inStatement = attributeOf(descend(statement, "Pasientopplysninger", "Pasient"), "fodselsnummer")?.trim();
  const inDocument = inStatement ?? numberInPlan(document.root);
  if (inDocument) return { value: inDocument, type: undefined };
  return numberAt(descend(certificate, "Pasient", "Fodselsnummer"));
};

const personOf = (document: WireDocument): PersonNumber | undefined => {
  const message = messageWithoutHead(document);
  if (message) return officialAt(message);
  const stated = statedNumber(document);
  return stated ?? numberAt(descend(document.msgHead, "MsgInfo", "Patient", "Ident"));
};

/** Who wrote a receipt stands in the receipt itself. */
const receiptSender = (document: WireDocument): SenderParty | undefined => {
  const receipt = appRecIn(document.root);
  const [outermost] = (receipt && receiptPartyIn(receipt, "Sender", collectFindings()))?.units ?? [];
  return outermost && { name: outermost.name ?? undefined, identifiers: outermost.identifiers };
};

const senderOf = ({ sender }: WireEnvelope): SenderParty | undefined => {
  const [outermost] = sender?.organisations ?? [];
  return outermost && { name: outermost.name ?? undefined, identifiers: outermost.identifiers };
};

const bytesOf = (document: WireDocument, length: number): EnvelopeSummary["message"] => {
  const element = document.msgHead ?? messageWithoutHead(document) ?? appRecIn(document.root);
  if (element?.end === undefined) return { start: 0, end: length };
  return { start: element.source.byteOffset(element.start), end: element.source.byteOffset(element.end) };
};

const written = (text: string | null | undefined): string | undefined => text?.trim() ?? undefined;

type ByStation = Pick<EnvelopeSummary, "receivedAt" | "ebService" | "ediLogId">;

const byStation = (station: WireEnvelope["receivingStation"]): ByStation => ({
  receivedAt: station?.receivedAt ?? undefined,
  ebService: written(station?.ebService),
  ediLogId: written(station?.ediLogId),
});

const answeredBy = ({ root }: WireDocument): AnsweredMessage | undefined => {
  const receipt = appRecIn(root);
  return receipt && { messageId: written(textIn(child(receipt, "OriginalMsgId"), "Id")) };
};

const summary = (document: WireDocument, length: number): EnvelopeSummary => {
  const envelope = envelopeOf(document, collectFindings());
  const { receivingStation: station } = envelope;
  return {
    format: document.format,
    kind: messageKind(document),
    message: bytesOf(document, length),
    person: personOf(document),
    messageType: envelope.messageType?.code ?? undefined,
    wireMsgId: written(envelope.messageId),
    generatedAtText: envelope.generatedAtText ?? undefined,
    sender: senderOf(envelope) ?? receiptSender(document),
    ...byStation(station),
    envelope: document.msgHead || messageWithoutHead(document) || station ? envelope : undefined,
    answers: answeredBy(document),
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
  ...byStation(null),
  envelope: undefined,
  answers: undefined,
});

const ofJson = (bytes: Uint8Array): EnvelopeSummary => {
  const { kind, person, answers } = readJsonDoor(bytes);
  return { ...unreadable(bytes.length), kind, person, answers };
};

/**
 * Reads of a message what its door needs, in one pass; never fails, a broken document gives what stood before the break.
 *
 * Source: MsgHead 1.2 MsgInfo; EI_fellesformat MottakenhetBlokk; certificate, Pasient/Fodselsnummer; Henvisning 1.x,
 *         Message.
 */
export const readEnvelope = (bytes: Uint8Array, limits: MessageLimits = defaultLimits): EnvelopeSummary => {
  if (bytes.length <= limits.maxBytes && looksLikeJson(bytes)) return ofJson(bytes);
  const { root } = readTree(openSource(bytes), limits);
  return root ? summary(wireDocument(root), bytes.length) : unreadable(bytes.length);
};
