import type { QuestionAnswer } from "@samvirke/contracts";
import { certificateJson } from "../sykmelding-record/certificate-json.ts";
import type { Json, JsonObject } from "../sykmelding-record/json.ts";
import type { Place } from "../sykmelding-record/losses.ts";
import { lossReport } from "../sykmelding-record/losses.ts";
import type { PrintedRecord } from "../sykmelding-record/print-record.ts";
import type { RecordSource } from "../sykmelding-record/source.ts";
import { validationJson } from "../sykmelding-record/validation-json.ts";

// The form's questions by the record's words. Source: fact sheet 10.3, by the digital question ids 6.3 to 6.5.
const questions: Readonly<Record<string, string>> = {
  medisinskOppsummering: "MEDISINSK_OPPSUMMERING",
  utfordringerMedArbeid: "UTFORDRINGER_MED_GRADERT_ARBEID",
  hensynPaArbeidsplassen: "HENSYN_PA_ARBEIDSPLASSEN",
  sykdomsutvikling: "MEDISINSK_OPPSUMMERING",
  arbeidsrelaterteUtfordringer: "UTFORDRINGER_MED_ARBEID",
  behandlingOgFremtidigArbeid: "BEHANDLING_OG_FREMTIDIG_ARBEID",
  uavklarteForhold: "UAVKLARTE_FORHOLD",
  oppdatertMedisinskStatus: "MEDISINSK_OPPSUMMERING",
  realistiskMestringArbeid: "UTFORDRINGER_MED_ARBEID",
  forventetHelsetilstandUtvikling: "FORVENTET_HELSETILSTAND_UTVIKLING",
  medisinskeHensyn: "MEDISINSKE_HENSYN",
};
const words: ReadonlySet<string> = new Set(Object.values(questions));

const wordFor = (questionId: string): string | undefined =>
  words.has(questionId) ? questionId : questions[questionId];

const isFromEmployer = ({ restrictions }: QuestionAnswer): boolean => restrictions.some(({ code }) => code === "A");

const answerJson = (answer: QuestionAnswer, at: string, { report }: Place): ReadonlyArray<Json> => {
  const type = wordFor(answer.questionId ?? "");
  if (type === undefined) report.lose(at, "UNLISTED_CODE");
  return type === undefined
    ? []
    : [
        {
          type,
          svar: answer.answer ?? "",
          skjermetForArbeidsgiver: isFromEmployer(answer),
          sporsmal: answer.question,
        },
      ];
};

const answersJson = ({ medical }: RecordSource, place: Place): ReadonlyArray<Json> =>
  medical.answerGroups.flatMap(({ answers }, group) =>
    answers.flatMap((answer, index) => answerJson(answer, `medical.answerGroups[${group}].answers[${index}]`, place)),
  );

const picked = (json: JsonObject, ...keys: ReadonlyArray<string>): JsonObject =>
  Object.fromEntries(keys.map((key) => [key, json[key] ?? null]));

/** Of several reasons of absence the record keeps the first. */
const reasonOf = (absence: Json | undefined, { report }: Place): Json => {
  const all = ((absence ?? null) as JsonObject | null)?.["arsak"] as ReadonlyArray<Json> | undefined;
  if ((all?.length ?? 0) > 1) report.lose("medical.otherAbsence.codes", "NO_PLACE");
  return all?.[0] ?? null;
};

const assessmentJson = (medical: JsonObject, place: Place): JsonObject => ({
  ...picked(medical, "hovedDiagnose", "biDiagnoser", "svangerskap", "yrkesskade", "skjermetForPasient"),
  annenFravarsgrunn: reasonOf(medical["annenFraversArsak"], place),
});

const organisationNumber = ({ case: { envelope } }: RecordSource, { report }: Place): string => {
  const numbers = envelope.sender?.organisations[0]?.identifiers ?? [];
  const number = numbers.find(({ type }) => type.code === "ENH")?.value ?? null;
  if (number === null) report.lose("case.envelope.sender.organisations[0].identifiers", "NOT_SENT");
  return number ?? "";
};

const kept = ["id", "pasient", "aktivitet", "arbeidsgiver", "behandler", "sykmelder", "bistandNav", "tilbakedatering"];

/**
 * A certificate that a clinician submitted digitally, as welfare's SykmeldingRecord v27, pair DIGITAL and DIGITAL.
 *
 * Unit:   `mottattDato` and `genDate` are UTC.
 * Source: SykmeldingRecord v27, fact sheet 10.3; canonical model R4.
 */
export const printDigitalRecord = (source: RecordSource): PrintedRecord => {
  const report = lossReport();
  const place: Place = { at: "", report };
  const whole = certificateJson(source, place);
  const json = {
    metadata: { type: "DIGITAL", orgnummer: organisationNumber(source, place) },
    sykmelding: {
      ...picked(whole, ...kept),
      type: "DIGITAL",
      metadata: picked(whole["metadata"] as JsonObject, "mottattDato", "genDate", "avsenderSystem"),
      medisinskVurdering: assessmentJson(whole["medisinskVurdering"] as JsonObject, place),
      utdypendeSporsmal: answersJson(source, place),
    },
    validation: validationJson(source),
  };
  return { json, losses: report.list };
};
