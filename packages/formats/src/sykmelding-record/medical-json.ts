import type { AnswerGroup, Code, QuestionAnswer, SickLeaveMedical } from "@samvirke/contracts";
import { printDay } from "@samvirke/kernel";
import { absenceReasons, diagnosisSystems, lookUp, lookUpAll, restrictions } from "./code-tables.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Place } from "./losses.ts";
import { below, lose } from "./losses.ts";
import { isBlank } from "./text.ts";
import type { RecordSource } from "./source.ts";

// Welfare writes ICD-10 without its dot; ICPC-2B keeps its own, which is part of the code.
const diagnosisCode = (system: string, code: string): string => (system === "ICD10" ? code.replaceAll(".", "") : code);

const diagnosisJson = (diagnosis: Code, place: Place): JsonObject => {
  const system = lookUp(diagnosisSystems, diagnosis.system, below(place, "system"));
  if (diagnosis.originalText !== null) lose(below(place, "originalText"), "NO_PLACE");
  if (diagnosis.code === null) lose(below(place, "code"), "NOT_SENT");
  return { system, kode: diagnosisCode(system, diagnosis.code ?? ""), tekst: diagnosis.text };
};

const injuryJson = (medical: SickLeaveMedical, place: Place): JsonObject | null => {
  const on = medical.occupationalInjuryOn;
  if (medical.occupationalInjury === true) return { yrkesskadeDato: on === null ? null : printDay(on) };
  if (on !== null) lose(below(place, "occupationalInjuryOn"), "NEEDS_INJURY");
  return null;
};

const absenceJson = ({ otherAbsence }: SickLeaveMedical, place: Place): JsonObject | null => {
  if (!otherAbsence) return null;
  const codes = lookUpAll(absenceReasons, otherAbsence.codes, below(below(place, "otherAbsence"), "codes"));
  if (codes.length === 0 && isBlank(otherAbsence.text)) return null;
  return { beskrivelse: otherAbsence.text, arsak: codes };
};

/** The record's `medisinskVurdering`. */
export const medicalJson = ({ medical, work }: RecordSource, report: Place): JsonObject => {
  const place = below(report, "medical");
  return {
    hovedDiagnose: medical.mainDiagnosis && diagnosisJson(medical.mainDiagnosis, below(place, "mainDiagnosis")),
    biDiagnoser: medical.otherDiagnoses.map((each, index) =>
      diagnosisJson(each, below(below(place, "otherDiagnoses"), index)),
    ),
    svangerskap: medical.pregnancy ?? false,
    yrkesskade: injuryJson(medical, place),
    skjermetForPasient: medical.shieldedFromPerson ?? false,
    syketilfelletStartDato: work.spellStart === null ? null : printDay(work.spellStart),
    annenFraversArsak: absenceJson(medical, place),
  };
};

const answerJson = ({ question, answer, restrictions: given }: QuestionAnswer, place: Place): JsonObject => ({
  sporsmal: question,
  svar: answer ?? "",
  restriksjoner: lookUpAll(restrictions, given, below(place, "restrictions")),
});

const addAnswers = (answers: Map<string, Json>, group: AnswerGroup, place: Place): void => {
  for (const [index, answer] of group.answers.entries()) {
    const at = below(below(place, "answers"), index);
    const id = answer.questionId ?? "";
    if (answers.has(id)) lose(at, "REPEATED_ID");
    answers.set(id, answerJson(answer, at));
  }
};

/** The record's map of answers. Groups that share an id are put together; of answers that share one, the last stands. */
export const answersJson = ({ medical }: RecordSource, report: Place): JsonObject => {
  const groups = new Map<string, Map<string, Json>>();
  for (const [index, group] of medical.answerGroups.entries()) {
    const at = below(below(below(report, "medical"), "answerGroups"), index);
    const id = group.groupId ?? "";
    const answers = groups.get(id) ?? new Map<string, Json>();
    if (!isBlank(group.groupText)) lose(below(at, "groupText"), "NO_PLACE");
    addAnswers(answers, group, at);
    groups.set(id, answers);
  }
  return Object.fromEntries([...groups].map(([id, answers]) => [id, Object.fromEntries(answers)]));
};
