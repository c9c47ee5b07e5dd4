import type {
  AnswerGroup,
  Code,
  MedicalCauses,
  OtherAbsence,
  QuestionAnswer,
  SickLeaveMedical,
  WorkplaceCauses,
} from "@samvirke/contracts";
import type { Day } from "@samvirke/kernel";
import { absenceReasons, diagnosisSystems, restrictions } from "../sykmelding-record/code-tables.ts";
import { codeOfWord, plainCode } from "./codes.ts";
import type { JsonSource } from "./json-source.ts";
import { entries, flag, items, maybeDay, maybeInner, maybeText, text, texts } from "./json-source.ts";

const diagnosisOf = (source: JsonSource): Code => ({
  system: codeOfWord(diagnosisSystems.values, text(source, "system")),
  code: text(source, "kode"),
  text: maybeText(source, "tekst"),
  originalText: null,
});

type Words = Readonly<Record<string, string>>;

/** A block of causes: `beskrivelse` and the words of one list. */
export const causesOf =
  (words: Words, key = "arsak") =>
  (source: JsonSource): WorkplaceCauses => ({
    codes: texts(source, key).map((word) => plainCode(codeOfWord(words, word))),
    text: maybeText(source, "beskrivelse"),
  });

/** The one reason of absence that a digital certificate names. */
export const singleReason = (word: string | null): OtherAbsence | null =>
  word === null ? null : { codes: [plainCode(codeOfWord(absenceReasons, word))], text: null };

export interface Assessment {
  readonly medical: Omit<SickLeaveMedical, "medicalCauses" | "answerGroups" | "attachments" | "mismatches">;
  readonly spellStart: Day | null;
}

/** Reads `medisinskVurdering` of the record; the digital one names at most one reason of absence. */
export const assessmentOf = (source: JsonSource): Assessment => {
  const injury = maybeInner(source, "yrkesskade", (one) => ({ on: maybeDay(one, "yrkesskadeDato") }));
  const listed = maybeInner(source, "annenFraversArsak", causesOf(absenceReasons));
  return {
    medical: {
      mainDiagnosis: maybeInner(source, "hovedDiagnose", diagnosisOf),
      otherDiagnoses: items(source, "biDiagnoser", diagnosisOf),
      otherAbsence: listed ?? singleReason(maybeText(source, "annenFravarsgrunn")),
      pregnancy: flag(source, "svangerskap"),
      occupationalInjury: injury !== null,
      occupationalInjuryOn: injury?.on ?? null,
      shieldedFromPerson: flag(source, "skjermetForPasient"),
    },
    spellStart: maybeDay(source, "syketilfelletStartDato"),
  };
};

const restrictionsIn = (source: JsonSource): ReadonlyArray<Code> =>
  texts(source, "restriksjoner").map((word) => plainCode(codeOfWord(restrictions, word)));

const answerOf = (questionId: string, source: JsonSource): QuestionAnswer => ({
  questionId,
  question: maybeText(source, "sporsmal"),
  answer: text(source, "svar"),
  restrictions: restrictionsIn(source),
});

const groupOf = (groupId: string, source: JsonSource): AnswerGroup => ({
  groupId,
  groupText: null,
  answers: entries(source, answerOf),
});

/** The answers by group and question. */
export const answerGroupsIn = (source: JsonSource, key: string): ReadonlyArray<AnswerGroup> =>
  maybeInner(source, key, (map) => entries(map, groupOf)) ?? [];

const digitalAnswer = (source: JsonSource): QuestionAnswer => ({
  questionId: text(source, "type"),
  question: maybeText(source, "sporsmal"),
  answer: text(source, "svar"),
  restrictions: flag(source, "skjermetForArbeidsgiver") ? [plainCode("A")] : [],
});

/** The answers of a digital certificate: one group without a name, questions named by their kind. */
export const digitalAnswersIn = (source: JsonSource, key: string): ReadonlyArray<AnswerGroup> => {
  const answers = items(source, key, digitalAnswer);
  return answers.length === 0 ? [] : [{ groupId: null, groupText: null, answers }];
};

/** The medical causes of a period. */
export const placedCauses = (periodIndex: number, causes: WorkplaceCauses | null): ReadonlyArray<MedicalCauses> =>
  causes === null ? [] : [{ periodIndex, ...causes }];
