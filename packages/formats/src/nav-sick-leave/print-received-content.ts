import type { AnswerGroup, Code, SickLeavePeriod, WorkplaceCauses } from "@samvirke/contracts";
import { printDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import {
  absenceReasons,
  lookUpAll,
  medicalCauses,
  restrictions,
  workplaceCauses,
} from "../sykmelding-record/code-tables.ts";
import type { Json, JsonObject } from "../sykmelding-record/json.ts";
import { lossReport } from "../sykmelding-record/losses.ts";
import type { RecordSource } from "../sykmelding-record/source.ts";

const nowhere = () => ({ at: "", report: lossReport() });

const words = (table: Readonly<Record<string, string>>, codes: ReadonlyArray<Code>): ReadonlyArray<string> =>
  lookUpAll(table, codes, nowhere());

export const dayJson = (day: Day | null): string | null => (day === null ? null : printDay(day));

const diagnosisJson = (diagnosis: Code | null): JsonObject | null =>
  diagnosis && { system: diagnosis.system ?? "", kode: diagnosis.code ?? "", tekst: diagnosis.text ?? "" };

/** `medisinskVurdering` of the older JSON. */
export const assessmentJson = ({ medical }: RecordSource): JsonObject => ({
  hovedDiagnose: diagnosisJson(medical.mainDiagnosis),
  biDiagnoser: medical.otherDiagnoses.map(diagnosisJson),
  svangerskap: medical.pregnancy ?? false,
  yrkesskade: medical.occupationalInjury ?? false,
  yrkesskadeDato: dayJson(medical.occupationalInjuryOn),
  annenFraversArsak: medical.otherAbsence && {
    beskrivelse: medical.otherAbsence.text,
    grunn: words(absenceReasons, medical.otherAbsence.codes),
  },
});

const causesJson = (
  causes: Pick<WorkplaceCauses, "codes" | "text"> | null | undefined,
  table: Readonly<Record<string, string>>,
): JsonObject | null => (causes ? { beskrivelse: causes.text, arsak: words(table, causes.codes) } : null);

const has = (period: SickLeavePeriod, kind: SickLeavePeriod["kind"]): boolean => period.kindsAsSent.includes(kind);

const fullJson = (period: SickLeavePeriod, { medical }: RecordSource): JsonObject => ({
  medisinskArsak: causesJson(
    medical.medicalCauses.find(({ periodIndex }) => periodIndex === period.index),
    medicalCauses,
  ),
  arbeidsrelatertArsak: causesJson(period.workplaceCauses, workplaceCauses),
});

const periodJson = (period: SickLeavePeriod, source: RecordSource): JsonObject => ({
  fom: printDay(period.from),
  tom: printDay(period.to),
  aktivitetIkkeMulig: has(period, "FULL") ? fullJson(period, source) : null,
  avventendeInnspillTilArbeidsgiver: period.inputToEmployer,
  behandlingsdager: period.treatmentDaysPerWeek,
  gradert: has(period, "GRADED")
    ? { grad: period.grade ?? 0, reisetilskudd: period.gradedTravelSupport ?? false }
    : null,
  reisetilskudd: period.travelSupport ?? false,
});

/** `perioder` of the older JSON, which has room for several kinds in one. */
export const periodsJson = (source: RecordSource): ReadonlyArray<Json> =>
  source.work.periods.map((period) => periodJson(period, source));

const groupJson = ({ answers }: AnswerGroup): JsonObject =>
  Object.fromEntries(
    answers.map(({ questionId, question, answer, restrictions: given }) => [
      questionId ?? "",
      { sporsmal: question ?? "", svar: answer ?? "", restriksjoner: words(restrictions, given) },
    ]),
  );

/** `utdypendeOpplysninger` of the older JSON; a repeated id overwrites the earlier one. */
export const answersMapJson = ({ medical }: RecordSource): JsonObject =>
  Object.fromEntries(medical.answerGroups.map((group) => [group.groupId ?? "", groupJson(group)]));

/** `prognose` of the older JSON. */
export const outlookJson = ({ work, case: shared }: RecordSource): JsonObject | null => {
  const { employedOutlook: employed, unemployedOutlook: unemployed } = shared;
  if (!shared.forecastGiven) return null;
  return {
    arbeidsforEtterPeriode: work.fitAfterPeriod ?? false,
    hensynArbeidsplassen: work.consideration,
    erIArbeid: employed && {
      egetArbeidPaSikt: employed.ownWork ?? false,
      annetArbeidPaSikt: employed.otherWork ?? false,
      arbeidFOM: dayJson(employed.fromDay),
      vurderingsdato: dayJson(employed.assessedOn),
    },
    erIkkeIArbeid: unemployed && {
      arbeidsforPaSikt: unemployed.fitInTime ?? false,
      arbeidsforFOM: dayJson(unemployed.fromDay),
      vurderingsdato: dayJson(unemployed.assessedOn),
    },
  };
};
