import type { Attachment, Channel, ReceivingStation, WireEnvelope, WirePerson } from "@samvirke/contracts";
import { acks } from "../sykmelding-record/code-tables.ts";
import { codeFor, lists, plainCode } from "./codes.ts";
import type { JsonSource } from "./json-source.ts";
import { inner, maybeInner, maybeText, text, texts, time } from "./json-source.ts";
import { partyOf, personOf } from "./record-parties.ts";

/** What the record's metadata says, in the shapes of the event. */
export interface RecordMetadata {
  readonly type: string;
  readonly envelope: WireEnvelope;
  readonly patient: WirePerson | null;
  readonly attachments: ReadonlyArray<Attachment>;
  readonly journalPostId: string | null;
  readonly country: string | null;
}

const formats: Readonly<Record<string, WireEnvelope["format"]>> = {
  EMOTTAK: "FELLESFORMAT_1",
  ENKEL: "MSGHEAD",
  EGENMELDT: "MSGHEAD",
  PAPIRSYKMELDING: "MSGHEAD",
};

const channels: Readonly<Record<string, Channel>> = {
  EMOTTAK: "XML",
  ENKEL: "XML",
  EGENMELDT: "SELF",
  PAPIRSYKMELDING: "PAPER",
  DIGITAL: "DIGITAL",
  UTENLANDSK_SYKMELDING: "FOREIGN",
};

/** By which way a certificate with this kind of metadata was made. */
export const channelOf = (type: string): Channel => channels[type] ?? "UNKNOWN";

const stationOf = (source: JsonSource): ReceivingStation => {
  const received = time(source, "mottattDato");
  return {
    ediLogId: text(source, "ediLogid"),
    sender: text(source, "avsender"),
    ebXmlConversationId: text(source, "ebXMLSamtaleId"),
    receiptId: maybeText(source, "mottaksId"),
    messageType: text(source, "meldingsType"),
    senderReference: text(source, "avsenderRef"),
    signerNumber: maybeText(source, "avsenderFnrFraDigSignatur"),
    receivedAtText: received.text,
    receivedAt: received.at,
    organisationNumber: maybeText(source, "orgnummer"),
    signerOrganisationNumber: maybeText(source, "avsenderOrgNrFraDigSignatur"),
    partnerReference: text(source, "partnerReferanse"),
    herId: text(source, "herIdentifikator"),
    ebRole: text(source, "ebRole"),
    ebService: text(source, "ebService"),
    ebAction: text(source, "ebAction"),
  };
};

type Head = Pick<WireEnvelope, "messageType" | "generatedAtText" | "generatedAt" | "messageId" | "migVersion">;

const noHead: Head = {
  messageType: null,
  generatedAtText: null,
  generatedAt: null,
  messageId: null,
  migVersion: null,
};

const headOf = (source: JsonSource): Head => {
  text(source, "type");
  const generated = time(source, "genDate");
  return {
    messageType: plainCode("SYKMELD"),
    generatedAtText: generated.text,
    generatedAt: generated.at,
    messageId: text(source, "msgId"),
    migVersion: maybeText(source, "migVersjon"),
  };
};

/** An attachment that is only named; its content lies with welfare. */
export const attachmentOf = (reference: string, index: number): Attachment => ({
  index,
  kind: "ATTACHMENT",
  id: null,
  connection: plainCode("V"),
  messageType: null,
  mimeType: null,
  description: null,
  issuedText: null,
  reference,
  contentElements: 0,
  contentBytes: 0,
});

/** A digital certificate names the office's organisation number and nothing else of a sender. */
const officeOf = (organisationNumber: string | null): WireEnvelope["sender"] =>
  organisationNumber === null
    ? null
    : {
        comMethod: null,
        organisations: [
          {
            name: null,
            type: null,
            identifiers: [{ value: organisationNumber, type: plainCode("ENH", lists.organisationIds) }],
            address: null,
            contactPoints: [],
            healthcareProfessional: null,
          },
        ],
      };

const ackOf = (source: JsonSource): WireEnvelope["ack"] =>
  codeFor(
    acks,
    maybeInner(source, "ack", (one) => text(one, "ackType")),
  );

/** Reads the record's `metadata`, whichever variant it is. */
export const metadataOf = (source: JsonSource): RecordMetadata => {
  const type = text(source, "type");
  const sender = maybeInner(source, "sender", partyOf);
  const office = officeOf(maybeText(source, "orgnummer"));
  return {
    type,
    envelope: {
      format: formats[type] ?? "UNKNOWN",
      ...(maybeInner(source, "msgInfo", headOf) ?? noHead),
      processingStatus: null,
      requestedPriority: null,
      ack: ackOf(source),
      parentReference: null,
      conversationReference: null,
      sender: sender ?? office,
      receiver: maybeInner(source, "receiver", partyOf),
      otherReceivers: [],
      receivingStation: maybeInner(source, "mottakenhetBlokk", stationOf),
    },
    patient: maybeInner(source, "pasient", personOf),
    attachments: texts(source, "vedlegg").map(attachmentOf),
    journalPostId: maybeText(source, "journalPostId"),
    country: maybeText(source, "land"),
  };
};

/** Reads it under its key. */
export const metadataIn = (source: JsonSource): RecordMetadata => inner(source, "metadata", metadataOf);
