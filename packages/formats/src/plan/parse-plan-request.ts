import type { Finding, Warning } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E, parseDay } from "@samvirke/kernel";
import type { JsonPlace } from "../json/read-json.ts";
import {
  booleanAt,
  dayAt,
  isJsonObject,
  jsonFindings,
  noteUnknown,
  readJson,
  textAt,
  tokenAt,
} from "../json/read-json.ts";
import type { ParsedPlan } from "./plan.ts";
import { noCase, noWork, planIdentity } from "./plan.ts";

/** Why a request is refused: JSON pointers and rules, never a value. NOT_JSON has no pointer to give. */
export interface PlanRefused {
  readonly _tag: "PlanRefused";
  readonly class: "NOT_JSON" | "INVALID";
  readonly findings: ReadonlyArray<Finding>;
}

type Fields = Readonly<Record<string, unknown>>;
type Kind = "text" | "boolean" | "day";

const required: Readonly<Record<string, Kind>> = {
  employeeIdentificationNumber: "text",
  typicalWorkday: "text",
  tasksThatCanStillBeDone: "text",
  tasksThatCanNotBeDone: "text",
  previousFacilitation: "text",
  plannedFacilitation: "text",
  followUp: "text",
  evaluationDate: "day",
  sendPlanToNav: "boolean",
  sendPlanToGeneralPractitioner: "boolean",
  contactPersonFullName: "text",
  contactPersonPhoneNumber: "text",
  contactPersonEmail: "text",
  employeeHasContributedToPlan: "boolean",
  lpsName: "text",
};

const optional: Readonly<Record<string, Kind>> = {
  otherFacilitationOptions: "text",
  needsHelpFromNav: "boolean",
  needsHelpFromNavDescription: "text",
  messageToGeneralPractitioner: "text",
  additionalInformation: "text",
  employeeHasNotContributedToPlanDescription: "text",
  lpsEmail: "text",
};

const isOfKind: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  day: (value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && parseDay(value) !== undefined,
};

const isMissing = (value: unknown): boolean => value === undefined || value === null;
const isBlank = (value: unknown): boolean => typeof value !== "string" || value.trim() === "";

const typeFindings = (fields: Fields): ReadonlyArray<Finding> =>
  Object.entries({ ...required, ...optional }).flatMap(([key, kind]) => {
    const value = fields[key];
    const path = `/${key}`;
    if (isMissing(value)) return Object.hasOwn(required, key) ? [{ path, rule: "REQUIRED" }] : [];
    return isOfKind[kind](value) ? [] : [{ path, rule: kind === "day" ? "NOT_A_DAY" : "WRONG_TYPE" }];
  });

type Rule = readonly [path: string, rule: string, broken: (fields: Fields) => boolean];

const rules: ReadonlyArray<Rule> = [
  [
    "/employeeIdentificationNumber",
    "NOT_ELEVEN_DIGITS",
    ({ employeeIdentificationNumber: number }) => typeof number === "string" && !/^\d{11}$/.test(number),
  ],
  [
    "/needsHelpFromNav",
    "HELP_NEEDS_WELFARE_TO_SEE",
    ({ needsHelpFromNav, sendPlanToNav }) => needsHelpFromNav === true && sendPlanToNav === false,
  ],
  [
    "/needsHelpFromNavDescription",
    "REQUIRED_WITH_HELP",
    ({ needsHelpFromNav, needsHelpFromNavDescription }) =>
      needsHelpFromNav === true && isBlank(needsHelpFromNavDescription),
  ],
  [
    "/employeeHasNotContributedToPlanDescription",
    "REQUIRED_WITHOUT_CONTRIBUTION",
    (fields) =>
      fields["employeeHasContributedToPlan"] === false && isBlank(fields["employeeHasNotContributedToPlanDescription"]),
  ],
  [
    "/employeeHasNotContributedToPlanDescription",
    "FORBIDDEN_WITH_CONTRIBUTION",
    (fields) =>
      fields["employeeHasContributedToPlan"] === true && !isBlank(fields["employeeHasNotContributedToPlanDescription"]),
  ],
];

/**
 * Everything that is wrong with a request, for a 422 with JSON pointers; empty when it can be taken.
 *
 * Source: FollowUpPlanDTO; fact sheet 10.2.
 */
export const planRequestFindings = (fields: Fields): ReadonlyArray<Finding> => [
  ...typeFindings(fields),
  ...rules.flatMap(([path, rule, broken]) => (broken(fields) ? [{ path, rule }] : [])),
];

const workOf = (root: JsonPlace): ParsedPlan["work"] => ({
  ...noWork,
  contacts: [
    {
      role: "CONTACT",
      name: null,
      fullName: textAt(root, "contactPersonFullName"),
      phone: textAt(root, "contactPersonPhoneNumber"),
      email: textAt(root, "contactPersonEmail"),
    },
  ],
  ordinaryTasks: textAt(root, "typicalWorkday"),
  possibleTasks: textAt(root, "tasksThatCanStillBeDone"),
  impossibleTasks: textAt(root, "tasksThatCanNotBeDone"),
  earlierAdaptation: textAt(root, "previousFacilitation"),
  plannedAdaptation: textAt(root, "plannedFacilitation"),
  otherOptions: textAt(root, "otherFacilitationOptions"),
  followUp: textAt(root, "followUp"),
  evaluationDay: dayAt(root, "evaluationDate"),
  employeeTookPart: booleanAt(root, "employeeHasContributedToPlan"),
  whyNotTakingPart: textAt(root, "employeeHasNotContributedToPlanDescription"),
});

const caseOf = (root: JsonPlace, warnings: ReadonlyArray<Warning>): ParsedPlan["case"] => ({
  ...noCase,
  helpWanted: booleanAt(root, "needsHelpFromNav"),
  helpText: textAt(root, "needsHelpFromNavDescription"),
  messageToClinician: textAt(root, "messageToGeneralPractitioner"),
  systemName: textAt(root, "lpsName"),
  systemEmail: textAt(root, "lpsEmail"),
  warnings: warnings.map(({ code, path }) => ({ path, rule: code })),
});

const planOf = (fields: Fields): ParsedPlan => {
  const { note, list } = jsonFindings();
  const root: JsonPlace = { value: fields, pointer: "", note };
  noteUnknown(root, [...Object.keys(required), ...Object.keys(optional)]);
  const additionalInformation = textAt(root, "additionalInformation");
  return {
    format: "REST",
    toWelfare: booleanAt(root, "sendPlanToNav") === true,
    toClinician: booleanAt(root, "sendPlanToGeneralPractitioner") === true,
    identity: planIdentity(tokenAt(root, "employeeIdentificationNumber"), null),
    work: workOf(root),
    case: caseOf(root, list),
    medical: additionalInformation === null ? null : { additionalInformation, measureNotes: [] },
    warnings: list,
    wireId: undefined,
  };
};

const refused = (reason: PlanRefused["class"], findings: ReadonlyArray<Finding>): Either<PlanRefused, never> =>
  E.left({ _tag: "PlanRefused", class: reason, findings });

/**
 * A follow-up plan as an employer's system sends it. The employer itself is known by its token, not by the document.
 *
 * Rejects: PlanRefused, with every rule that is broken.
 * Source:  FollowUpPlanDTO; fact sheet 10.2.
 */
export const parsePlanRequest = (bytes: Uint8Array): Either<PlanRefused, ParsedPlan> => {
  const value = readJson(bytes);
  if (!isJsonObject(value)) return refused("NOT_JSON", [{ path: "", rule: "NOT_JSON" }]);
  const findings = planRequestFindings(value);
  return findings.length === 0 ? E.right(planOf(value)) : refused("INVALID", findings);
};
