import type { Identifier, Name, PersonIdentity, RuleHit, Signer } from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";
import type { Json, JsonObject } from "../sykmelding-record/json.ts";
import type { RecordSource } from "../sykmelding-record/source.ts";
import { legacyAddressJson, shownPhone } from "./legacy-print.ts";
import { answersMapJson, assessmentJson, dayJson, outlookJson, periodsJson } from "./print-received-content.ts";

// Local date-times without a zone: UTC for receipt and signing, the clock time as written for the treatment.
const localJson = (at: Instant): string => new Date(at).toISOString().replace(/(?:\.000)?Z$/, "");

const valueOf = (numbers: ReadonlyArray<Identifier>, ...types: ReadonlyArray<string>): string | null =>
  numbers.find(({ type }) => types.includes(type.code ?? ""))?.value ?? null;

// The register's number has nine digits there; one of ten is none.
const paddedHpr = (number: string | null): string | null =>
  number === null || number.length > 9 ? null : number.padStart(9, "0");

const counts: Readonly<Record<string, string>> = { ONE: "EN_ARBEIDSGIVER", SEVERAL: "FLERE_ARBEIDSGIVERE" };

const employerJson = ({ work: { employment }, case: shared }: RecordSource): JsonObject => ({
  harArbeidsgiver:
    counts[employment.count] ?? (employment.employerName === null ? "INGEN_ARBEIDSGIVER" : (counts["ONE"] ?? "")),
  navn: employment.employerName,
  yrkesbetegnelse: employment.occupation,
  stillingsprosent: shared.positionPercent,
});

const nameJson = (name: Name | null): JsonObject =>
  name === null
    ? { fornavn: "", mellomnavn: null, etternavn: "" }
    : { fornavn: name.given ?? "", mellomnavn: name.middle, etternavn: name.family ?? "" };

const clinicianJson = ({ work: { clinician }, case: shared }: RecordSource): JsonObject => ({
  ...nameJson(clinician.name),
  aktoerId: "",
  fnr: shared.registryAnswers.clinicianNumber?.value ?? valueOf(shared.clinicianNumbers, "FNR", "DNR") ?? "",
  hpr: paddedHpr(clinician.hprNumber),
  her: valueOf(shared.clinicianNumbers, "HER"),
  adresse: legacyAddressJson(clinician.address),
  tlf: shownPhone(clinician.contactPoints),
});

const impliedHelp = ({ case: { helpAsked, ruleSetVersionAsSent } }: RecordSource): boolean =>
  ruleSetVersionAsSent === "3" && (helpAsked?.text ?? "").trim() !== "";

const helpJson = (source: RecordSource): JsonObject | null => {
  const { helpAsked } = source.case;
  if (helpAsked === null) return null;
  return { bistandUmiddelbart: helpAsked.atOnce === true || impliedHelp(source), beskrivBistand: helpAsked.text };
};

const signedAt = ({ case: { envelope }, receivedAt }: RecordSource): Instant => envelope.generatedAt ?? receivedAt;

const msgIdOf = ({ case: { envelope }, archiveId }: RecordSource): string => envelope.messageId ?? archiveId;

const certificateJson = (source: RecordSource): JsonObject => ({
  id: source.sickLeaveId,
  msgId: msgIdOf(source),
  pasientAktoerId: "",
  medisinskVurdering: assessmentJson(source),
  skjermesForPasient: source.medical.shieldedFromPerson ?? false,
  arbeidsgiver: employerJson(source),
  perioder: periodsJson(source),
  prognose: outlookJson(source),
  utdypendeOpplysninger: answersMapJson(source),
  tiltakArbeidsplassen: source.work.workplaceMeasures,
  tiltakNAV: source.case.welfareMeasures,
  andreTiltak: source.case.otherMeasures,
  meldingTilNAV: helpJson(source),
  meldingTilArbeidsgiver: source.work.messageToEmployer,
  kontaktMedPasient: {
    kontaktDato: dayJson(source.work.contactOn),
    begrunnelseIkkeKontakt: source.case.lateContactReason,
  },
  behandletTidspunkt: localJson(source.work.treatedClock ?? signedAt(source)),
  behandler: clinicianJson(source),
  avsenderSystem: { navn: source.case.sendingSystem.name ?? "", versjon: source.case.sendingSystem.version ?? "" },
  syketilfelleStartDato: dayJson(source.work.spellStart),
  signaturDato: localJson(signedAt(source)),
  navnFastlege: source.case.patient.familyDoctor,
});

const statuses: Readonly<Record<RuleHit["outcome"], string>> = {
  UNKNOWN: "MANUAL_PROCESSING",
  OK: "OK",
  MANUAL: "MANUAL_PROCESSING",
  INVALID: "INVALID",
};

const hitJson = ({ rule, outcome, textForSender, textForPerson }: RuleHit): JsonObject => ({
  ruleName: rule,
  messageForSender: textForSender,
  messageForUser: textForPerson,
  ruleStatus: statuses[outcome],
});

const statusOf = (source: RecordSource): string => {
  if (!("assessment" in source)) return "INVALID";
  return source.assessment === "OK" ? "OK" : "MANUAL_PROCESSING";
};

/** A ValidationResult for a decision of the hub. Source: fact sheet 10.2. */
export const printValidationResult = (source: RecordSource): JsonObject => ({
  status: statusOf(source),
  ruleHits: source.case.ruleHits.map(hitJson),
});

const remarksJson = (source: RecordSource): Json =>
  "assessment" in source && source.assessment === "PENDING"
    ? [{ type: "UNDER_BEHANDLING", beskrivelse: null, tidspunkt: null }]
    : null;

const officeJson = ({ case: { envelope } }: RecordSource): JsonObject => {
  const office = envelope.sender?.organisations[0];
  const numbers = office?.identifiers ?? [];
  return {
    legekontorOrgNr: valueOf(numbers, "ENH")?.replaceAll(" ", "") ?? null,
    legekontorHerId: valueOf(numbers, "HER"),
    legekontorReshId: valueOf(numbers, "RSH"),
    // Control characters have no place in a name.
    legekontorOrgName: (office?.name ?? "").replace(/\p{Cc}/gu, ""),
  };
};

const abroadJson = ({ work, case: { abroad } }: RecordSource): JsonObject | null =>
  work.foreignCountry === null
    ? null
    : {
        land: work.foreignCountry,
        folkeRegistertAdresseErBrakkeEllerTilsvarende: abroad?.barracksAddress ?? false,
        erAdresseUtland: abroad?.addressAbroad ?? null,
      };

const attachmentsJson = ({ archiveId, medical }: RecordSource): ReadonlyArray<Json> =>
  medical.attachments
    .filter(({ kind }) => kind === "ATTACHMENT")
    .map(({ index, reference }) => reference ?? `${archiveId}/${index}`);

const unsigned: Signer = { numbers: [], name: null, category: null };

const numberOf = ({ currentNumber, number }: PersonIdentity): string => (currentNumber ?? number)?.value ?? "";

const signerJson = ({ numbers, category }: Signer): JsonObject => ({
  personNrLege: valueOf(numbers, "FNR", "DNR") ?? "",
  legeHelsepersonellkategori: category === null ? null : category.code,
  legeHprNr: paddedHpr(valueOf(numbers, "HPR")),
});

const personJson = ({ identity, case: { signer, patient } }: RecordSource): JsonObject => ({
  personNrPasient: numberOf(identity),
  tlfPasient: shownPhone(patient.contactPoints),
  ...signerJson(signer ?? unsigned),
});

/**
 * A ReceivedSykmelding with its validation, for welfare's older consumers.
 *
 * Shape:  every key is printed, with null where there is nothing. Actor ids are the person register's own and are empty; the
 *         XML is handed in, since the hub keeps it as bytes.
 * Unit:   `mottattDato` and `signaturDato` are UTC without a zone, `behandletTidspunkt` is the clock time as written.
 * Source: fact sheet 2 (JSON column and details) and 10.2.
 */
export const printReceivedSykmelding = (source: RecordSource, xml: string): JsonObject => {
  const station = source.case.envelope.receivingStation;
  return {
    sykmelding: certificateJson(source),
    ...personJson(source),
    navLogId: station?.ediLogId ?? source.archiveId,
    msgId: msgIdOf(source),
    ...officeJson(source),
    mottattDato: localJson(station?.receivedAt ?? source.receivedAt),
    rulesetVersion: source.case.ruleSetVersionAsSent,
    merknader: remarksJson(source),
    partnerreferanse: station?.partnerReference ?? null,
    vedlegg: attachmentsJson(source),
    utenlandskSykmelding: abroadJson(source),
    fellesformat: xml,
    tssid: null,
    validationResult: printValidationResult(source),
  };
};
