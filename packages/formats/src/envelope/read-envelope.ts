import type { WireEnvelope } from "@samvirke/contracts";
import { appRecIn } from "../apprec/parse-apprec.ts";
import { receiptPartyIn } from "../apprec/receipt-party.ts";
import { numberInPlan } from "../plan/plan-form.ts";
import { statementsIn } from "../statement/parse-statement.ts";
import { fhirNamespace, resourceAsJson } from "../fhir/xml-as-json.ts";
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
import { readAvroDoor } from "./avro-door.ts";
import type { EnvelopeSummary, SenderParty } from "./envelope-summary.ts";
import { unreadable } from "./envelope-summary.ts";
import { readJsonDoor } from "./json-door.ts";
import { fhirDoor } from "./fhir-door.ts";
import type { MessageKind } from "./message-kind.ts";
import { messageKind, xmlDocument } from "./message-kind.ts";
import { envelopeOf } from "./msg-head.ts";
import type { NamedId } from "./named-id.ts";
import { namedId } from "./named-id.ts";
import { notationOf } from "./notation.ts";
import type { PersonNumber, RecordPlace } from "./record-door.ts";

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

const documentIds = ({ documents }: WireDocument): ReadonlyArray<NamedId> =>
  documents.flatMap((one) => namedId("document", textIn(child(one, "RefDoc"), "Id")));

type Ids = Pick<EnvelopeSummary, "bears" | "names">;

const idsOf = (document: WireDocument, envelope: WireEnvelope, kind: MessageKind): Ids => {
  const receipt = appRecIn(document.root);
  return {
    bears: [
      ...namedId("message", envelope.messageId),
      ...namedId("log", envelope.receivingStation?.ediLogId),
      // Nobody names the document within a certificate, and of certificates there are most.
      ...(kind === "sick-leave" ? [] : documentIds(document)),
    ],
    names: namedId("message", receipt && textIn(child(receipt, "OriginalMsgId"), "Id")),
  };
};

const summary = (document: WireDocument, length: number): EnvelopeSummary => {
  const envelope = envelopeOf(document, collectFindings());
  const { receivingStation: station } = envelope;
  const kind = messageKind(document);
  return {
    format: document.format,
    kind,
    document: xmlDocument(document, kind),
    message: bytesOf(document, length),
    person: personOf(document),
    messageType: envelope.messageType?.code ?? undefined,
    wireMsgId: written(envelope.messageId),
    generatedAtText: envelope.generatedAtText ?? undefined,
    sender: senderOf(envelope) ?? receiptSender(document),
    ...byStation(station),
    envelope: document.msgHead || messageWithoutHead(document) || station ? envelope : undefined,
    ...idsOf(document, envelope, kind),
  };
};

const xmlDoor = (root: XmlNode, length: number): EnvelopeSummary =>
  root.namespace === fhirNamespace
    ? { ...unreadable(length), ...fhirDoor(resourceAsJson(root)) }
    : summary(wireDocument(root), length);

const nowhere: RecordPlace = { topic: undefined, key: undefined };

/** What stands beside the bytes of a message. */
export interface Beside {
  readonly limits?: MessageLimits;
  /** Media type of the transport, without parameters. */
  readonly media?: string;
  /** Topic and key of a record. */
  readonly record?: RecordPlace;
}

/**
 * Reads of a message what its door needs, in one pass; never fails, a broken document gives what stood before the break.
 *
 * Source: MsgHead 1.2 MsgInfo; EI_fellesformat MottakenhetBlokk; certificate, Pasient/Fodselsnummer; Henvisning 1.x,
 *         Message; records of welfare's topics, fact sheet 10.
 */
export const readEnvelope = (bytes: Uint8Array, beside: Beside = {}): EnvelopeSummary => {
  const { limits = defaultLimits, media, record = nowhere } = beside;
  const notation = bytes.length > limits.maxBytes ? "XML" : notationOf(bytes, media);
  if (notation === "JSON") return { ...unreadable(bytes.length), ...readJsonDoor(bytes, record) };
  if (notation === "AVRO") return { ...unreadable(bytes.length), ...readAvroDoor(bytes, record) };
  const { root } = readTree(openSource(bytes), limits);
  return root ? xmlDoor(root, bytes.length) : unreadable(bytes.length);
};
