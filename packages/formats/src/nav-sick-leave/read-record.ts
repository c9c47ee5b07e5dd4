import type { Finding, SickLeaveCase, SickLeaveMedical, SickLeaveWork } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E, osloDay } from "@samvirke/kernel";
import { undecided } from "../certificate/undecided.ts";
import { readSykmeldingRecord } from "../sykmelding-record/read-record.ts";
import type { JsonSource } from "./json-source.ts";
import { inner, maybeInner, maybeText, maybeDay, text } from "./json-source.ts";
import type { Malformed } from "./malformed.ts";
import { malformed, readLenient } from "./malformed.ts";
import { activityIn } from "./record-activity.ts";
import {
  abroadOf,
  clinicianOf,
  employerOf,
  helpOf,
  noClinician,
  noEmployer,
  noOutlook,
  outlookOf,
  patientOf,
  signerOf,
  timesOf,
} from "./record-content.ts";
import type { RecordMetadata } from "./record-envelope.ts";
import { channelOf, metadataIn } from "./record-envelope.ts";
import { answerGroupsIn, assessmentOf, digitalAnswersIn } from "./record-medical.ts";
import { validationIn } from "./record-validation.ts";
import type { RegisteredCertificate } from "./registered.ts";

const measuresOf = (source: JsonSource) => ({
  welfareMeasures: maybeText(source, "tiltakNav"),
  otherMeasures: maybeText(source, "andreTiltak"),
});
const backdatingOf = (source: JsonSource) => ({
  contactOn: maybeDay(source, "kontaktDato"),
  lateContactReason: maybeText(source, "begrunnelse"),
});
const noMeasures = { welfareMeasures: null, otherMeasures: null };
const noBackdating = { contactOn: null, lateContactReason: null };

/** The optional parts of `sykmelding`, as far as the variant has them. */
const partsIn = (source: JsonSource) => ({
  employer: maybeInner(source, "arbeidsgiver", employerOf) ?? noEmployer,
  clinician: maybeInner(source, "behandler", clinicianOf) ?? noClinician,
  signer: maybeInner(source, "sykmelder", signerOf),
  outlook: maybeInner(source, "prognose", outlookOf) ?? noOutlook,
  measures: maybeInner(source, "tiltak", measuresOf) ?? noMeasures,
  help: maybeInner(source, "bistandNav", helpOf),
  backdating: maybeInner(source, "tilbakedatering", backdatingOf) ?? noBackdating,
  abroad: maybeInner(source, "utenlandskInfo", abroadOf),
  times: inner(source, "metadata", timesOf),
  assessment: inner(source, "medisinskVurdering", assessmentOf),
  activity: activityIn(source),
});
type Parts = ReturnType<typeof partsIn>;

const workOf = ({
  employer,
  clinician,
  outlook,
  backdating,
  times,
  assessment,
  activity,
  abroad,
}: Parts): SickLeaveWork => ({
  periods: activity.periods,
  spellStart: assessment.spellStart,
  employment: employer.employment,
  fitAfterPeriod: outlook.fitAfterPeriod,
  consideration: outlook.consideration,
  workplaceMeasures: employer.workplaceMeasures,
  messageToEmployer: employer.messageToEmployer,
  contactOn: backdating.contactOn,
  treatedAt: times.treatedAt,
  treatedOn: times.treatedOn,
  treatedClock: times.treatedClock,
  signedOn: osloDay(times.generated.at),
  clinician: clinician.shown,
  foreignCountry: abroad?.country ?? null,
});

const envelopeOf = ({ envelope }: RecordMetadata, { times }: Parts): SickLeaveCase["envelope"] =>
  envelope.generatedAt === null
    ? { ...envelope, generatedAt: times.generated.at, generatedAtText: times.generated.text }
    : envelope;

const caseOf = (metadata: RecordMetadata, parts: Parts): Omit<SickLeaveCase, "documentId" | "patient"> => ({
  ...undecided,
  envelope: envelopeOf(metadata, parts),
  clinicianNumbers: parts.clinician.numbers,
  signer: parts.signer,
  positionPercent: parts.employer.positionPercent,
  employedOutlook: parts.outlook.employedOutlook,
  unemployedOutlook: parts.outlook.unemployedOutlook,
  forecastGiven: parts.outlook.forecastGiven,
  helpAsked: parts.help,
  ...parts.measures,
  planDialogue: null,
  lateContactReason: parts.backdating.lateContactReason,
  sendingSystem: parts.times.sendingSystem,
  ruleSetVersionAsSent: parts.times.ruleSetVersionAsSent,
  barcode: parts.times.barcode,
  unreadablePeriods: [],
  warnings: [],
  journalPostId: metadata.journalPostId,
  abroad: parts.abroad && {
    barracksAddress: parts.abroad.barracksAddress,
    addressAbroad: parts.abroad.addressAbroad,
    metadataCountry: metadata.country,
  },
});

const medicalOf = (
  source: JsonSource,
  metadata: RecordMetadata,
  { assessment, activity }: Parts,
): SickLeaveMedical => ({
  ...assessment.medical,
  medicalCauses: activity.medicalCauses,
  answerGroups: [...answerGroupsIn(source, "utdypendeOpplysninger"), ...digitalAnswersIn(source, "utdypendeSporsmal")],
  attachments: metadata.attachments,
  mismatches: [],
});

type Content = Omit<RegisteredCertificate, "validation" | "findings">;

const certificateOf =
  (metadata: RecordMetadata) =>
  (source: JsonSource): Content => {
    const certificateId = text(source, "id");
    text(source, "type");
    const parts = partsIn(source);
    const { identity, contact } = inner(source, "pasient", patientOf(metadata));
    return {
      format: "RECORD",
      certificateId,
      msgId: metadata.envelope.messageId,
      ediLogId: metadata.envelope.receivingStation?.ediLogId ?? null,
      channel: channelOf(metadata.type),
      receivedAt: parts.times.receivedAt,
      identity,
      work: workOf(parts),
      case: { ...caseOf(metadata, parts), documentId: certificateId, patient: contact },
      medical: medicalOf(source, metadata, parts),
    };
  };

const recordOf = (source: JsonSource): Omit<RegisteredCertificate, "findings"> => {
  const metadata = metadataIn(source);
  return { ...inner(source, "sykmelding", certificateOf(metadata)), validation: validationIn(source) };
};

const ownWord = /^(?:[a-zA-Z]{1,60}|\d{1,6})$/;

// A key that is no word of the format is the sender's own, so only its place is told.
const mismatch = (found: string): Finding => ({
  path: (found.split(": ")[0] ?? "")
    .split(".")
    .map((step) => (ownWord.test(step) ? step : "*"))
    .join("."),
  rule: "RECORD_MISMATCH",
});

/**
 * A SykmeldingRecord v27 in the shapes of the events.
 *
 * Unit:    every time in the record is an instant with offset (welfare writes UTC); the treatment's is a clock time under a
 *          Z that means nothing; days are literal.
 * Rejects: Malformed: an unknown or missing property at any level, an unknown enum word, a pair of types outside the table.
 * Source:  SykmeldingRecord v27, fact sheet 10.2 and 10.3.
 */
export const readRegisteredRecord = (json: unknown): Either<Malformed, RegisteredCertificate> => {
  const strict = readSykmeldingRecord(json);
  if (E.isLeft(strict)) return malformed(strict.left.paths.map(mismatch));
  const read = readLenient(strict.right, recordOf);
  return E.isLeft(read) ? read : E.right({ ...read.right.value, findings: read.right.findings });
};
