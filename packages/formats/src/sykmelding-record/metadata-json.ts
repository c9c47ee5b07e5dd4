import type { ReceivingStation, WireEnvelope } from "@samvirke/contracts";
import { printDay } from "@samvirke/kernel";
import { printInstant } from "../xml/print-time.ts";
import { acks, lookUpCode, sexes } from "./code-tables.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Place } from "./losses.ts";
import { below, lose } from "./losses.ts";
import { addressJson, contactJson, nameJson, partyJson, personIdsJson } from "./party-json.ts";
import type { RecordSource } from "./source.ts";

/** The variants of the record that an XML certificate can take. */
export type XmlVariant = "EMOTTAK" | "ENKEL" | "EGENMELDT";

/** Source: fact sheet 10.3, how the variant follows from the sending system and the envelope. */
export const variantOf = ({ case: shared }: RecordSource): XmlVariant => {
  const system = shared.sendingSystem.name ?? "";
  if (system === "Egenmeldt") return "EGENMELDT";
  const kept = shared.envelope.receivingStation !== null && shared.envelope.sender !== null;
  return kept && !system.toLowerCase().includes("dolly") ? "EMOTTAK" : "ENKEL";
};

const required = (text: string | null, place: Place): string => {
  if (text === null) lose(place, "NOT_SENT");
  return text ?? "";
};

const stationJson = (station: ReceivingStation, source: RecordSource, place: Place): JsonObject => {
  const demand = (key: keyof ReceivingStation): string => required(station[key] as string | null, below(place, key));
  return {
    ediLogid: demand("ediLogId"),
    avsender: demand("sender"),
    ebXMLSamtaleId: demand("ebXmlConversationId"),
    mottaksId: station.receiptId,
    meldingsType: demand("messageType"),
    avsenderRef: demand("senderReference"),
    avsenderFnrFraDigSignatur: station.signerNumber,
    mottattDato: printInstant(station.receivedAt ?? source.receivedAt),
    orgnummer: station.organisationNumber,
    avsenderOrgNrFraDigSignatur: station.signerOrganisationNumber,
    partnerReferanse: demand("partnerReference"),
    herIdentifikator: demand("herId"),
    ebRole: demand("ebRole"),
    ebService: demand("ebService"),
    ebAction: demand("ebAction"),
  };
};

const infoJson = (source: RecordSource, place: Place): JsonObject => {
  const { envelope } = source.case;
  if (envelope.generatedAt === null) lose(below(place, "generatedAt"), "NOT_SENT");
  if (envelope.messageId === null) lose(below(place, "messageId"), "NOT_SENT");
  return {
    type: "SYKMELDING",
    genDate: printInstant(envelope.generatedAt ?? source.receivedAt),
    msgId: envelope.messageId ?? source.archiveId,
    migVersjon: envelope.migVersion,
  };
};

const hasPatient = ({ identity, case: { patient } }: RecordSource): boolean =>
  identity.envelopeNumbers.length > 0 || identity.envelopeName !== null || patient.address !== null;

const patientJson = (source: RecordSource, report: Place): JsonObject | null => {
  const { patient } = source.case;
  const at = below(below(report, "case"), "patient");
  if (!hasPatient(source)) return null;
  return {
    ids: personIdsJson(source.identity.envelopeNumbers, below(below(report, "identity"), "envelopeNumbers")),
    navn: nameJson(source.identity.envelopeName),
    fodselsdato: patient.bornOn === null ? null : printDay(patient.bornOn),
    kjonn: lookUpCode(sexes, patient.sex, below(at, "sex")),
    nasjonalitet: patient.nationality?.code ?? null,
    adresse: addressJson(patient.address, below(at, "address")),
    kontaktinfo: contactJson(patient.envelopeContactPoints, below(at, "envelopeContactPoints")),
  };
};

/** References to attachments in the hub's archive. */
const attachmentsJson = ({ archiveId, medical }: RecordSource): ReadonlyArray<Json> =>
  medical.attachments.filter(({ kind }) => kind === "ATTACHMENT").map(({ index }) => `${archiveId}/${index}`);

const noPlace = ["processingStatus", "requestedPriority", "parentReference", "conversationReference"] as const;

const loseUnplaced = (envelope: WireEnvelope, place: Place): void => {
  for (const key of noPlace) if (envelope[key] !== null) lose(below(place, key), "NO_PLACE");
  for (const index of envelope.otherReceivers.keys()) lose(below(below(place, "otherReceivers"), index), "NO_PLACE");
};

/** What only the variant with a receiving station has a place for. */
const loseEnvelope = ({ case: { envelope }, identity }: RecordSource, place: Place): void => {
  if (envelope.ack) lose(below(place, "ack"), "NO_PLACE");
  if (envelope.receivingStation) lose(below(place, "receivingStation"), "NO_PLACE");
  if (identity.envelopeNumbers.length > 0) place.report.lose("identity.envelopeNumbers", "NO_PLACE");
  if (identity.envelopeName) place.report.lose("identity.envelopeName", "NO_PLACE");
};

const parties = ({ envelope }: RecordSource["case"], place: Place): JsonObject => ({
  sender: partyJson(envelope.sender, below(place, "sender")),
  receiver: partyJson(envelope.receiver, below(place, "receiver")),
});

/** The record's `metadata` in the variant that fits. */
export const metadataJson = (source: RecordSource, report: Place): JsonObject => {
  const { envelope } = source.case;
  const place = below(below(report, "case"), "envelope");
  const type = variantOf(source);
  const msgInfo = infoJson(source, place);
  loseUnplaced(envelope, place);
  if (type !== "EMOTTAK") loseEnvelope(source, place);
  if (type === "EGENMELDT") return { type, msgInfo };
  const common = { type, msgInfo, ...parties(source.case, place), vedlegg: attachmentsJson(source) };
  if (type === "ENKEL" || !envelope.receivingStation) return common;
  return {
    ...common,
    mottakenhetBlokk: stationJson(envelope.receivingStation, source, below(place, "receivingStation")),
    ack: { ackType: lookUpCode(acks, envelope.ack, below(place, "ack")) },
    pasient: patientJson(source, report),
  };
};
