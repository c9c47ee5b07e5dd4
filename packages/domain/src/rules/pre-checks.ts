import type { RulePolicy } from "./policy.ts";
import { contentChecks } from "./pre-checks/content.ts";
import type { PreCheckFacts } from "./pre-checks/facts.ts";
import type { PreCheck } from "./pre-checks/pre-check.ts";
import { receptionChecks } from "./pre-checks/reception.ts";
import { senderChecks } from "./pre-checks/sender.ts";
import { missingCertificate, unansweredChecks } from "./pre-checks/unanswered.ts";

/** The pre-checks in the order in which they are asked: what cannot be checked at all, NAV's, then the hub's own. */
export const preChecks: ReadonlyArray<PreCheck> = [
  missingCertificate,
  ...senderChecks,
  ...contentChecks,
  ...receptionChecks,
  ...unansweredChecks,
];

/** A failed pre-check. `receipt`: whether the sender is answered, which policy may turn off where NAV does not answer. */
export interface PreCheckHit {
  readonly rule: string;
  readonly number: string;
  readonly outcome: "INVALID";
  readonly forSender: string;
  readonly forPerson: string;
  readonly receipt: boolean;
}

/**
 * The first pre-check that a message fails; undefined when the rules may be asked.
 *
 * Source: NAV's reception order; the checks of design 6.4 stand around it.
 */
export const firstFailedPreCheck = (facts: PreCheckFacts, policy: RulePolicy): PreCheckHit | undefined => {
  const failed = preChecks.find(({ fires }) => fires(facts, policy));
  if (failed === undefined) return undefined;
  const { name, number, forSender, forPerson, source } = failed;
  const receipt = source === "nav" || policy.unansweredByNav === "negative-receipt";
  return { rule: name, number, outcome: "INVALID", forSender, forPerson, receipt };
};
