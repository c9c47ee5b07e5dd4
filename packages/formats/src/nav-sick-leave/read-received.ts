import type { Channel, ReceivingStation, SickLeaveCase, SickLeaveWork } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E, osloDay } from "@samvirke/kernel";
import { undecided } from "../certificate/undecided.ts";
import { nationalNumber, plainCode } from "./codes.ts";
import type { JsonSource, WrittenTime } from "./json-source.ts";
import { inner, maybeFlag, maybeInner, maybeText, text, texts, time } from "./json-source.ts";
import type { LegacyCertificate } from "./legacy-certificate.ts";
import { certificateOf } from "./legacy-certificate.ts";
import { legacySignerIn, officeIn } from "./legacy-parties.ts";
import { joined, remarksIn } from "./legacy-validation.ts";
import type { Malformed } from "./malformed.ts";
import { readLenient } from "./malformed.ts";
import { attachmentOf } from "./record-envelope.ts";
import type { RegisteredCertificate } from "./registered.ts";
import { validationResultOf } from "./validation-result.ts";

const abroadOf = (source: JsonSource) => {
  maybeFlag(source, "andreRelevanteOpplysninger");
  return {
    country: text(source, "land"),
    barracksAddress: maybeFlag(source, "folkeRegistertAdresseErBrakkeEllerTilsvarende") ?? false,
    addressAbroad: maybeFlag(source, "erAdresseUtland"),
  };
};
type Abroad = ReturnType<typeof abroadOf> | null;

const workOf = (certificate: LegacyCertificate, abroad: Abroad): SickLeaveWork => ({
  periods: certificate.activity.periods,
  spellStart: certificate.spellStart,
  employment: certificate.employer.employment,
  fitAfterPeriod: certificate.outlook.fitAfterPeriod,
  consideration: certificate.outlook.consideration,
  workplaceMeasures: certificate.workplaceMeasures,
  messageToEmployer: certificate.messageToEmployer,
  contactOn: certificate.contact.contactOn,
  treatedAt: certificate.treated.text,
  treatedOn: certificate.treated.day,
  treatedClock: certificate.treated.clock,
  signedOn: osloDay(certificate.signed.at),
  clinician: certificate.clinician.shown,
  foreignCountry: abroad?.country ?? null,
});

const stationIn = (source: JsonSource, received: WrittenTime, signer: string | null): ReceivingStation => ({
  ediLogId: text(source, "navLogId"),
  sender: null,
  ebXmlConversationId: null,
  receiptId: null,
  messageType: null,
  senderReference: null,
  signerNumber: signer,
  receivedAtText: received.text,
  receivedAt: received.at,
  organisationNumber: null,
  signerOrganisationNumber: null,
  partnerReference: maybeText(source, "partnerreferanse"),
  herId: null,
  ebRole: null,
  ebService: null,
  ebAction: null,
});

// Source: fact sheet 10.3, how the variant follows from the sending system.
const channelOf = (system: string, abroad: Abroad): Channel => {
  if (abroad !== null) return "FOREIGN";
  if (system.includes("FHIR") || system === "syk-inn (HelseID)") return "DIGITAL";
  if (system === "Papirsykmelding") return "PAPER";
  return system === "Egenmeldt" ? "SELF" : "XML";
};

type Shared = { readonly envelope: SickLeaveCase["envelope"]; readonly signer: SickLeaveCase["signer"] };

const caseOf = (certificate: LegacyCertificate, phone: string | null, { envelope, signer }: Shared) => ({
  ...undecided,
  envelope,
  documentId: certificate.id,
  patient: {
    contactPoints: phone === null ? [] : [{ type: null, address: phone }],
    familyDoctor: certificate.familyDoctor,
    welfareOffice: null,
    bornOn: null,
    sex: null,
    nationality: null,
    address: null,
    envelopeContactPoints: [],
  },
  clinicianNumbers: certificate.clinician.numbers,
  signer,
  positionPercent: certificate.employer.positionPercent,
  employedOutlook: certificate.outlook.employedOutlook,
  unemployedOutlook: certificate.outlook.unemployedOutlook,
  forecastGiven: certificate.outlook.forecastGiven,
  helpAsked: certificate.help,
  ...certificate.measures,
  planDialogue: null,
  lateContactReason: certificate.contact.lateContactReason,
  sendingSystem: certificate.sendingSystem,
  barcode: null,
  unreadablePeriods: [],
  warnings: [],
});

const envelopeIn = (
  source: JsonSource,
  certificate: LegacyCertificate,
  received: WrittenTime,
): SickLeaveCase["envelope"] => ({
  format: "FELLESFORMAT_1",
  messageType: plainCode("SYKMELD"),
  migVersion: null,
  generatedAtText: certificate.signed.text,
  generatedAt: certificate.signed.at,
  messageId: text(source, "msgId"),
  processingStatus: null,
  requestedPriority: null,
  ack: null,
  parentReference: null,
  conversationReference: null,
  sender: officeIn(source),
  receiver: null,
  otherReceivers: [],
  receivingStation: stationIn(source, received, maybeText(source, "personNrLege")),
});

/** Properties that are welfare's own and end here: the XML is archived with the bytes, actor and payment ids are not kept. */
const notKept = ["fellesformat", "tssid", "behandlderPersonNr", "behandlderHprNr"] as const;

const receivedOf = (source: JsonSource): Omit<RegisteredCertificate, "findings"> => {
  for (const key of notKept) maybeText(source, key);
  const certificate = inner(source, "sykmelding", certificateOf);
  const received = time(source, "mottattDato");
  const abroad = maybeInner(source, "utenlandskSykmelding", abroadOf);
  const envelope = envelopeIn(source, certificate, received);
  return {
    format: "RECEIVED",
    certificateId: certificate.id,
    msgId: envelope.messageId,
    ediLogId: envelope.receivingStation?.ediLogId ?? null,
    channel: channelOf(certificate.sendingSystem.name, abroad),
    receivedAt: received.at,
    identity: {
      number: nationalNumber(text(source, "personNrPasient")),
      name: null,
      envelopeNumbers: [],
      envelopeName: null,
      currentNumber: null,
    },
    work: workOf(certificate, abroad),
    case: {
      ...caseOf(certificate, maybeText(source, "tlfPasient"), { envelope, signer: legacySignerIn(source) }),
      ruleSetVersionAsSent: maybeText(source, "rulesetVersion"),
      abroad: abroad && {
        barracksAddress: abroad.barracksAddress,
        addressAbroad: abroad.addressAbroad,
        metadataCountry: null,
      },
    },
    medical: {
      ...certificate.medical,
      medicalCauses: certificate.activity.medicalCauses,
      attachments: texts(source, "vedlegg").map(attachmentOf),
      mismatches: [],
    },
    validation: joined(maybeInner(source, "validationResult", validationResultOf), remarksIn(source)),
  };
};

/**
 * A ReceivedSykmelding, with or without a validation, in the shapes of the events. The JSON's fields win; the XML inside is
 * part of the archived bytes and is not read.
 *
 * Unit:    `mottattDato` and `signaturDato` are UTC without saying so; `behandletTidspunkt` is the clock time as the clinician
 *          wrote it; days are literal.
 * Rejects: Malformed. Unknown properties are only noted, as older readers ignore them.
 * Source:  fact sheet 2 (JSON column and details) and 10.2, ReceivedSykmelding.
 */
export const readReceivedSykmelding = (json: unknown): Either<Malformed, RegisteredCertificate> => {
  const read = readLenient(json, receivedOf);
  return E.isLeft(read) ? read : E.right({ ...read.right.value, findings: read.right.findings });
};
