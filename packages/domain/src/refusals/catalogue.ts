import type { ReceiptError } from "@samvirke/contracts";
import type { Check } from "../dialogue/checks.ts";
import { preChecks as dialoguePreChecks, rules as dialogueRules } from "../dialogue/checks.ts";
import { idReused as dialogueIdReused } from "../dialogue/decide.ts";
import { planRefusals, statedEmployerPath } from "../plan/refusals.ts";
import { referralRefusals } from "../referral/receipts.ts";
import type { RulePolicy } from "../rules/index.ts";
import { refusedErrors, unreadableErrors } from "../sick-leave/receipts.ts";
import { statementPreChecks } from "../statement/checks.ts";
import { idReused as statementIdReused } from "../statement/decide.ts";
import { statementRules } from "../statement/statement-rules.ts";
import type { Advice, Remedies } from "./advice.ts";
import { dialogueRemedies, planRemedies, referralRemedies, statementRemedies } from "./advice.ts";
import { certificateRefusals } from "./certificate.ts";
import { refusedAdvice, unreadableAdvice } from "./class-advice.ts";
import type { RefusalEntry, RefusedKind } from "./refusal.ts";

const errorList = "2.16.578.1.12.4.1.1.8221";

const ofChecks = (
  { kind, step }: Pick<RefusalEntry, "kind" | "step">,
  checks: ReadonlyArray<Check>,
  remedies: Remedies,
): ReadonlyArray<RefusalEntry> =>
  checks.map(({ rule, path, code, text, class: found }) => ({
    kind,
    step,
    name: rule,
    outcome: "INVALID",
    class: found,
    path,
    error: { system: errorList, code, text },
    remedy: remedies[rule] ?? "",
  }));

const ofClasses = (
  step: "reading" | "reception",
  errors: Readonly<Record<string, ReceiptError>>,
  advice: Readonly<Record<string, Advice>>,
): ReadonlyArray<RefusalEntry> =>
  Object.entries(errors).map(([name, error]) => ({
    kind: "any-message",
    step,
    name,
    outcome: "INVALID",
    class: name,
    path: advice[name]?.path ?? "",
    error,
    remedy: advice[name]?.remedy ?? "",
  }));

const checksOf = (kind: RefusedKind, checks: ReadonlyArray<Check>, remedies: Remedies): ReadonlyArray<RefusalEntry> =>
  ofChecks({ kind, step: "pre-check" }, checks, remedies);

const rulesOf = (kind: RefusedKind, checks: ReadonlyArray<Check>, remedies: Remedies): ReadonlyArray<RefusalEntry> =>
  ofChecks({ kind, step: "rule" }, checks, remedies);

const referrals: ReadonlyArray<RefusalEntry> = Object.entries(referralRefusals).map(
  ([name, { class: found, path, error }]) => ({
    kind: "referral",
    step: "rule",
    name,
    outcome: "INVALID",
    class: found,
    path,
    error,
    remedy: (referralRemedies as Remedies)[name] ?? "",
  }),
);

// The employer has no receipt, it is told by status.
const planPaths: Readonly<Record<string, string>> = {
  MESSAGE_ID_REUSED: "",
  EMPLOYER_NOT_KNOWN: "",
  EMPLOYER_NOT_THE_SENDERS: statedEmployerPath,
};

const plans: ReadonlyArray<RefusalEntry> = Object.entries(planRefusals).map(([name, found]) => ({
  kind: "follow-up-plan",
  step: "rule",
  name,
  outcome: "INVALID",
  class: found,
  path: planPaths[name] ?? "/employeeIdentificationNumber",
  error: null,
  remedy: (planRemedies as Remedies)[name] ?? "",
}));

/** Every reason for which a message is not taken, or goes to a case worker: from the tables that decide. */
export const refusalCatalogue = (policy: RulePolicy): ReadonlyArray<RefusalEntry> => [
  ...ofClasses("reading", unreadableErrors, unreadableAdvice),
  ...ofClasses("reception", refusedErrors, refusedAdvice),
  ...certificateRefusals(policy),
  ...checksOf("dialogue", [dialogueIdReused, ...dialoguePreChecks], dialogueRemedies),
  ...rulesOf("dialogue", dialogueRules, dialogueRemedies),
  ...checksOf("medical-statement", [statementIdReused, ...statementPreChecks], statementRemedies),
  ...rulesOf("medical-statement", statementRules, statementRemedies),
  ...referrals,
  ...plans,
];
