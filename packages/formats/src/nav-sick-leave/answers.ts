import type { StatusAnswer } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import type { Json, JsonObject } from "../sykmelding-record/json.ts";
import type { JsonSource } from "./json-source.ts";
import { entries, items, maybeInner, maybeText, text } from "./json-source.ts";

/** The person's answers, parted by who may read them. */
export interface PartedAnswers {
  readonly forEmployer: ReadonlyArray<StatusAnswer>;
  readonly others: ReadonlyArray<StatusAnswer>;
  readonly workSituation: string | null;
}

// What an employer has to act on: days on own sick notes, and the wish for another line manager. Everything else that the
// person answers (insurance, absence, other work) is welfare's.
const employerQuestions: ReadonlySet<string> = new Set([
  "EGENMELDINGSDAGER",
  "NY_NARMESTE_LEDER",
  "egenmeldingsdager",
  "harBruktEgenmeldingsdager",
  "riktigNarmesteLeder",
]);

const situationQuestions: ReadonlySet<string> = new Set(["ARBEIDSSITUASJON", "arbeidssituasjon"]);

const questionOf = (source: JsonSource): StatusAnswer => ({
  name: text(source, "shortName"),
  kind: text(source, "svartype"),
  question: maybeText(source, "tekst"),
  answer: text(source, "svar"),
});

const jsonKind = "JSON";

const userAnswerOf = (name: string, source: JsonSource): StatusAnswer => {
  const question = maybeText(source, "sporsmaltekst");
  source.asked.add("svar");
  const value = source.value["svar"];
  return typeof value === "string"
    ? { name, kind: null, question, answer: value }
    : { name, kind: jsonKind, question, answer: JSON.stringify(value ?? null) };
};

const present = (source: JsonSource): JsonSource => ({
  ...source,
  value: Object.fromEntries(Object.entries(source.value).filter(([, value]) => value !== null)),
});

const userAnswers = (source: JsonSource): ReadonlyArray<StatusAnswer> => {
  for (const key of Object.keys(source.value)) source.asked.add(key);
  // An organisation number beside the answers is no answer; it stands in the status itself.
  const { arbeidsgiverOrgnummer: _, ...rest } = present(source).value;
  return entries({ ...source, value: rest }, userAnswerOf);
};

/** Reads `sporsmals` and `brukerSvar` of a status. */
export const answersIn = (source: JsonSource): PartedAnswers => {
  const all = [...items(source, "sporsmals", questionOf), ...(maybeInner(source, "brukerSvar", userAnswers) ?? [])];
  return {
    forEmployer: all.filter(({ name }) => employerQuestions.has(name)),
    others: all.filter(({ name }) => !employerQuestions.has(name)),
    workSituation: all.find(({ name }) => situationQuestions.has(name))?.answer ?? null,
  };
};

const isUserAnswer = ({ kind }: StatusAnswer): boolean => kind === null || kind === jsonKind;

const questionJson = ({ name, kind, question, answer }: StatusAnswer): JsonObject => ({
  tekst: question ?? "",
  shortName: name,
  svartype: kind,
  svar: answer,
});

// A sender's own kind may be spelt like ours, so what is no JSON after all stays text.
const parsed = (text: string): Json =>
  E.getOrElse<unknown, Json>(() => text)(
    E.tryCatch(
      () => JSON.parse(text) as Json,
      () => undefined,
    ),
  );

const userJson = ({ kind, question, answer }: StatusAnswer): JsonObject => ({
  sporsmaltekst: question,
  svar: kind === jsonKind ? parsed(answer) : answer,
});

/** `sporsmals` and `brukerSvar` for the answers that the reader may have; null where there are none of the kind. */
export const answersJson = (answers: ReadonlyArray<StatusAnswer>): JsonObject => {
  const questions = answers.filter((answer) => !isUserAnswer(answer));
  const own = answers.filter(isUserAnswer);
  return {
    sporsmals: questions.length === 0 ? null : questions.map(questionJson),
    brukerSvar: own.length === 0 ? null : Object.fromEntries(own.map((answer) => [answer.name, userJson(answer)])),
  };
};

/** The answers that an employer may read, whatever else the list holds. */
export const readableByEmployer = (answers: ReadonlyArray<StatusAnswer>): ReadonlyArray<StatusAnswer> =>
  answers.filter(({ name }) => employerQuestions.has(name));
