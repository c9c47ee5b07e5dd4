import type { ReferralCase, ReferralMedical, ReferralText } from "@samvirke/contracts";
import { noCode } from "../../envelope/elements.ts";
import type { FhirElement } from "../element.ts";
import { kid, kids, tokenAt, valueAt } from "../element.ts";
import { own } from "../systems.ts";
import { dayIn } from "./values.ts";

type Cooperation = NonNullable<ReferralCase["cooperation"]>;

const asked = ["workGoal", "tried", "functionAtWork", "remainingCapacity", "legalBasis"] as const;
const known: ReadonlySet<string> = new Set<string>([...asked, "ordinaryWorkWished", "sickLeave"]);

const answersOf = (item: FhirElement): ReadonlyArray<string> =>
  kids(item, "answer").flatMap((answer) =>
    answer.children.flatMap((value) => value.value ?? valueAt(value, "display") ?? tokenAt(value, "code") ?? []),
  );

const itemsCalled = (response: FhirElement | undefined, linkId: string): ReadonlyArray<FhirElement> =>
  kids(response, "item").filter((item) => tokenAt(item, "linkId") === linkId);

const answerTo = (response: FhirElement | undefined, linkId: string): string | null => {
  const answers = itemsCalled(response, linkId).flatMap(answersOf);
  return answers.length === 0 ? null : answers.join("\n\n");
};

const isOwn = (response: FhirElement): boolean => tokenAt(response, "questionnaire")?.split("|")[0] === own.work;

const booleans: Readonly<Record<string, boolean>> = { true: true, false: false };

/** Work goal, what was tried and what the person can do, from the hub's own questionnaire. Source: fact sheet 5.4. */
export const cooperationIn = (responses: ReadonlyArray<FhirElement>): Omit<Cooperation, "asked"> => {
  const response = responses.find(isOwn);
  return {
    workGoal: answerTo(response, "workGoal"),
    tried: answerTo(response, "tried"),
    ordinaryWorkWished: booleans[answerTo(response, "ordinaryWorkWished") ?? ""] ?? null,
    functionAtWork: answerTo(response, "functionAtWork"),
    remainingCapacity: answerTo(response, "remainingCapacity"),
    legalBasis: answerTo(response, "legalBasis"),
  };
};

const wholePercent = (text: string | null): number | null => {
  const value = text === null || !/^\d{1,3}$/.test(text) ? undefined : Number(text);
  return value ?? null;
};

/** Sick leave from the same questionnaire. */
export const sickLeaveIn = (responses: ReadonlyArray<FhirElement>): ReferralMedical["sickLeave"] =>
  itemsCalled(responses.find(isOwn), "sickLeave").map((group) => ({
    from: dayIn(answerTo(group, "from")),
    to: dayIn(answerTo(group, "to")),
    grade: wholePercent(answerTo(group, "grade")),
    text: answerTo(group, "text"),
  }));

const nested = (element: FhirElement): ReadonlyArray<FhirElement> =>
  kids(element, "item").flatMap((item) => [item, ...nested(item), ...kids(item, "answer").flatMap(nested)]);

const textOf = (questionnaire: string | null, item: FhirElement): ReadonlyArray<ReferralText> => {
  const answers = answersOf(item);
  if (answers.length === 0) return [];
  const heading = { ...noCode, system: questionnaire, code: tokenAt(item, "linkId"), text: valueAt(item, "text") };
  return [{ heading, text: answers.join("\n\n"), codes: [] }];
};

const others = (response: FhirElement): ReadonlyArray<FhirElement> =>
  isOwn(response)
    ? kids(response, "item").filter((item) => !known.has(tokenAt(item, "linkId") ?? ""))
    : nested(response);

/** Answers to questions that the hub does not know, each with its question as heading. */
export const otherAnswers = (responses: ReadonlyArray<FhirElement>): ReadonlyArray<ReferralText> =>
  responses.flatMap((response) => others(response).flatMap((item) => textOf(valueAt(response, "questionnaire"), item)));

/** What a questionnaire that a resource refers to was answered with. */
export const responsesIn = (resources: ReadonlyArray<FhirElement>): ReadonlyArray<FhirElement> =>
  resources.filter(
    (one) => one.resourceType === "QuestionnaireResponse" && kid(one, "status")?.value !== "entered-in-error",
  );
