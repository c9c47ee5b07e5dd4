import type { EmployerCount } from "@samvirke/contracts";
import { printDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import { printInstant } from "../xml/print-time.ts";
import { activityJson } from "./activity-json.ts";
import { categories, lookUpCode } from "./code-tables.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Place } from "./losses.ts";
import { below, lose } from "./losses.ts";
import { answersJson, medicalJson } from "./medical-json.ts";
import { addressJson, contactJson, nameJson, personIdsJson, requiredName } from "./party-json.ts";
import { isBlank } from "./text.ts";
import type { RecordSource } from "./source.ts";

const dayJson = (day: Day | null): string | null => (day === null ? null : printDay(day));

const metadata = (source: RecordSource, report: Place): JsonObject => {
  const { envelope, sendingSystem, ruleSetVersionAsSent, barcode } = source.case;
  const generatedAt = envelope.generatedAt ?? source.receivedAt;
  if (source.work.treatedClock === null) lose(below(below(report, "work"), "treatedAt"), "NOT_SENT");
  return {
    mottattDato: printInstant(envelope.receivingStation?.receivedAt ?? source.receivedAt),
    genDate: printInstant(generatedAt),
    avsenderSystem: { navn: sendingSystem.name ?? "", versjon: sendingSystem.version ?? "" },
    // The written clock time under a Z, unconverted, as welfare prints it.
    behandletTidspunkt: printInstant(source.work.treatedClock ?? generatedAt),
    regelsettVersjon: ruleSetVersionAsSent,
    strekkode: barcode,
  };
};

const patient = ({ identity, case: { patient: contact } }: RecordSource, report: Place): JsonObject => ({
  navn: nameJson(identity.name),
  navKontor: contact.welfareOffice,
  navnFastlege: contact.familyDoctor,
  fnr: identity.number?.value ?? "",
  kontaktinfo: contactJson(contact.contactPoints, below(below(below(report, "case"), "patient"), "contactPoints")),
});

const employerTypes: Readonly<Record<Exclude<EmployerCount, "UNKNOWN">, string>> = {
  ONE: "EN_ARBEIDSGIVER",
  SEVERAL: "FLERE_ARBEIDSGIVERE",
  NONE: "INGEN_ARBEIDSGIVER",
};

const employerType = ({ work: { employment } }: RecordSource, { report }: Place): string => {
  if (employment.count !== "UNKNOWN") return employerTypes[employment.count];
  report.lose("work.employment.countCode", "UNLISTED_CODE");
  return employerTypes[isBlank(employment.employerName) ? "NONE" : "ONE"];
};

const employerFields = ({ work, case: shared }: RecordSource): ReadonlyArray<readonly [string, string, Json]> => [
  ["work.employment.employerName", "navn", work.employment.employerName],
  ["work.employment.occupation", "yrkesbetegnelse", work.employment.occupation],
  ["case.positionPercent", "stillingsprosent", shared.positionPercent],
  ["work.messageToEmployer", "meldingTilArbeidsgiver", work.messageToEmployer],
  ["work.workplaceMeasures", "tiltakArbeidsplassen", work.workplaceMeasures],
];

const employer = (source: RecordSource, place: Place): JsonObject => {
  const fields = employerFields(source);
  const type = employerType(source, place);
  if (type !== employerTypes.NONE) {
    return { type, ...Object.fromEntries(fields.map(([, key, value]) => [key, value])) };
  }
  for (const [path, , value] of fields) if (value !== null) place.report.lose(path, "NEEDS_EMPLOYER");
  return { type };
};

const clinician = ({ work, case: shared }: RecordSource, report: Place): JsonObject => {
  const place = below(below(report, "work"), "clinician");
  return {
    navn: requiredName(work.clinician.name, below(place, "name")),
    adresse: addressJson(work.clinician.address, below(place, "address")),
    ids: personIdsJson(shared.clinicianNumbers, below(below(report, "case"), "clinicianNumbers")),
    kontaktinfo: contactJson(work.clinician.contactPoints, below(place, "contactPoints")),
  };
};

const signer = ({ case: { signer: who } }: RecordSource, report: Place): JsonObject => {
  const place = below(below(report, "case"), "signer");
  if (!who) lose(place, "NOT_SENT");
  return {
    ids: personIdsJson(who?.numbers ?? [], below(place, "numbers")),
    helsepersonellKategori: lookUpCode(categories, who?.category ?? null, below(place, "category")),
  };
};

const employedJson = ({ case: { employedOutlook: outlook } }: RecordSource): JsonObject | null =>
  outlook && {
    type: "ER_I_ARBEID",
    egetArbeidPaSikt: outlook.ownWork ?? false,
    annetArbeidPaSikt: outlook.otherWork ?? false,
    arbeidFOM: dayJson(outlook.fromDay),
    vurderingsdato: dayJson(outlook.assessedOn),
  };

const unemployedJson = ({ case: { unemployedOutlook: outlook } }: RecordSource): JsonObject | null =>
  outlook && {
    type: "ER_IKKE_I_ARBEID",
    arbeidsforPaSikt: outlook.fitInTime ?? false,
    arbeidsforFOM: dayJson(outlook.fromDay),
    vurderingsdato: dayJson(outlook.assessedOn),
  };

const outlook = (source: RecordSource, report: Place): JsonObject | null => {
  const { forecastGiven, employedOutlook, unemployedOutlook } = source.case;
  if (!forecastGiven) return null;
  if (employedOutlook && unemployedOutlook) lose(below(below(report, "case"), "unemployedOutlook"), "NO_PLACE");
  return {
    arbeidsforEtterPeriode: source.work.fitAfterPeriod ?? false,
    hensynArbeidsplassen: source.work.consideration,
    arbeid: employedJson(source) ?? unemployedJson(source),
  };
};

const measures = ({ case: { welfareMeasures, otherMeasures } }: RecordSource): JsonObject | null =>
  isBlank(welfareMeasures) && isBlank(otherMeasures)
    ? null
    : { tiltakNav: welfareMeasures, andreTiltak: otherMeasures };

// The form of rule set 3 has no box for "at once": text in its field 8 means it.
const help = ({ case: { helpAsked, ruleSetVersionAsSent } }: RecordSource): JsonObject | null => {
  const text = helpAsked?.text ?? null;
  const implied = ruleSetVersionAsSent === "3" && !isBlank(text);
  const atOnce = helpAsked?.atOnce === true || implied;
  return atOnce || !isBlank(text) ? { bistandUmiddelbart: atOnce, beskrivBistand: text } : null;
};

const backdating = ({ work: { contactOn }, case: { lateContactReason } }: RecordSource): JsonObject | null =>
  contactOn === null && isBlank(lateContactReason)
    ? null
    : { kontaktDato: dayJson(contactOn), begrunnelse: lateContactReason };

/** The record's `sykmelding` of type XML. */
export const certificateJson = (source: RecordSource, report: Place): JsonObject => ({
  type: "XML",
  id: source.sickLeaveId,
  metadata: metadata(source, report),
  pasient: patient(source, report),
  medisinskVurdering: medicalJson(source, report),
  aktivitet: activityJson(source, report),
  arbeidsgiver: employer(source, report),
  behandler: clinician(source, report),
  sykmelder: signer(source, report),
  prognose: outlook(source, report),
  tiltak: measures(source),
  bistandNav: help(source),
  tilbakedatering: backdating(source),
  utdypendeOpplysninger: answersJson(source, report),
});
