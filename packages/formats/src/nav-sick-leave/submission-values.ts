import type { AnswerGroup, PeriodKind, WorkplaceCauses } from "@samvirke/contracts";
import { diagnosisSystems, workplaceCauses } from "../sykmelding-record/code-tables.ts";
import { codeOfWord, plainCode } from "./codes.ts";
import type { JsonSource } from "./json-source.ts";
import {
  day,
  flag,
  inner,
  items,
  maybeDay,
  maybeFlag,
  maybeInner,
  maybeText,
  maybeWhole,
  text,
  texts,
} from "./json-source.ts";
import type { ReadPeriod } from "./record-activity.ts";
import { placedActivity } from "./record-activity.ts";
import { singleReason } from "./record-medical.ts";

const kinds: Readonly<Record<string, PeriodKind>> = {
  AKTIVITET_IKKE_MULIG: "FULL",
  GRADERT: "GRADED",
  BEHANDLINGSDAGER: "TREATMENT_DAYS",
  AVVENTENDE: "AWAITING",
  REISETILSKUDD: "TRAVEL_SUPPORT",
};

const causesOf = (source: JsonSource): WorkplaceCauses | null => {
  const applies = flag(source, "isArbeidsrelatertArsak");
  const codes = texts(source, "arbeidsrelaterteArsaker").map((word) => plainCode(codeOfWord(workplaceCauses, word)));
  const words = maybeText(source, "annenArbeidsrelatertArsak");
  return applies || codes.length > 0 || words !== null ? { codes, text: words } : null;
};

const kindIn = (source: JsonSource): PeriodKind => {
  const kind = kinds[text(source, "type")];
  if (kind === undefined) source.report.wrong.push({ path: `${source.at}.type`, rule: "UNLISTED_CODE" });
  return kind ?? "UNKNOWN";
};

const medicalCauseOf = (source: JsonSource): boolean => flag(source, "isMedisinskArsak");

const periodOf = (source: JsonSource): ReadPeriod => {
  const kind = kindIn(source);
  // The form once asked whether the cause was medical; yes names no cause, so nothing of it is kept.
  maybeInner(source, "medisinskArsak", medicalCauseOf);
  return {
    period: {
      from: day(source, "fom"),
      to: day(source, "tom"),
      kind,
      kindsAsSent: [kind],
      grade: maybeWhole(source, "grad"),
      gradedTravelSupport: maybeFlag(source, "reisetilskudd"),
      travelSupport: kind === "TRAVEL_SUPPORT" ? true : null,
      treatmentDaysPerWeek: maybeWhole(source, "antallBehandlingsdager"),
      inputToEmployer: maybeText(source, "innspillTilArbeidsgiver"),
      workplaceCauses: maybeInner(source, "arbeidsrelatertArsak", causesOf),
    },
    medicalCauses: null,
  };
};

const questions = [
  "hensynPaArbeidsplassen",
  "medisinskOppsummering",
  "utfordringerMedArbeid",
  "sykdomsutvikling",
  "arbeidsrelaterteUtfordringer",
  "behandlingOgFremtidigArbeid",
  "uavklarteForhold",
  "oppdatertMedisinskStatus",
  "realistiskMestringArbeid",
  "forventetHelsetilstandUtvikling",
  "medisinskeHensyn",
] as const;

const answered = (source: JsonSource) => ({ question: text(source, "sporsmalstekst"), answer: text(source, "svar") });

const groupOf = (source: JsonSource): AnswerGroup => ({
  groupId: null,
  groupText: null,
  // Answers to these questions are never the employer's.
  answers: questions.flatMap((questionId) => {
    const given = maybeInner(source, questionId, answered);
    return given === null ? [] : [{ questionId, ...given, restrictions: [plainCode("A")] }];
  }),
});

const diagnosisOf = (source: JsonSource) => ({
  ...plainCode(text(source, "code"), codeOfWord(diagnosisSystems.values, text(source, "system"))),
});

const employerOf = (source: JsonSource) => ({
  isSeveral: flag(source, "harFlere"),
  name: text(source, "arbeidsgivernavn"),
});

const injuryOf = (source: JsonSource) => ({ is: flag(source, "yrkesskade"), on: maybeDay(source, "skadedato") });
const backdatingOf = (source: JsonSource) => ({ on: day(source, "startdato"), reason: text(source, "begrunnelse") });
const messagesOf = (source: JsonSource) => ({
  toWelfare: maybeText(source, "tilNav"),
  toEmployer: maybeText(source, "tilArbeidsgiver"),
});

/** Reads `values` of a submission. */
export const valuesOf = (source: JsonSource) => ({
  shielded: flag(source, "pasientenSkalSkjermes"),
  mainDiagnosis: inner(source, "hoveddiagnose", diagnosisOf),
  otherDiagnoses: items(source, "bidiagnoser", diagnosisOf),
  activity: placedActivity(items(source, "aktivitet", periodOf)),
  pregnancy: flag(source, "svangerskapsrelatert"),
  messages: inner(source, "meldinger", messagesOf),
  injury: maybeInner(source, "yrkesskade", injuryOf),
  employer: maybeInner(source, "arbeidsgiver", employerOf),
  backdating: maybeInner(source, "tilbakedatering", backdatingOf),
  answers: maybeInner(source, "utdypendeSporsmal", groupOf),
  otherAbsence: singleReason(maybeText(source, "annenFravarsgrunn")),
});
export type SubmittedValues = ReturnType<typeof valuesOf>;

/** Reads `meta` of a submission. */
export const metaOf = (source: JsonSource) => ({
  source: text(source, "source"),
  patient: text(source, "pasientIdent"),
  hpr: text(source, "sykmelderHpr"),
  organisationNumber: text(source, "legekontorOrgnr"),
  phone: text(source, "legekontorTlf"),
});
export type SubmittedMeta = ReturnType<typeof metaOf>;
