import type { ReviewRule } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import type { JsonSource } from "./json-source.ts";
import { items, maybeText, maybeTime, odd, text } from "./json-source.ts";
import type { Malformed, Read } from "./malformed.ts";
import { readLenient } from "./malformed.ts";
import type { StatedValidation } from "./registered.ts";

type Outcome = StatedValidation["status"];

const outcomes: Readonly<Record<string, Outcome>> = { OK: "OK", MANUAL_PROCESSING: "PENDING", INVALID: "INVALID" };

const hitOf = (source: JsonSource): ReviewRule => ({
  name: text(source, "ruleName"),
  outcome: outcomes[maybeText(source, "ruleStatus") ?? ""] ?? "UNKNOWN",
  manual: null,
  textForSender: maybeText(source, "messageForSender"),
  textForPerson: maybeText(source, "messageForUser"),
  at: null,
});

const statusOf = (source: JsonSource): Outcome => {
  const word = text(source, "status");
  const found = outcomes[word];
  // A word that nobody knows is safest with a person.
  if (found === undefined) odd(source, "status", "UNLISTED_CODE");
  return found ?? "PENDING";
};

/** Reads the object of a ValidationResult. */
export const validationResultOf = (source: JsonSource): StatedValidation => ({
  status: statusOf(source),
  hasRemark: false,
  rules: items(source, "ruleHits", hitOf),
  at: maybeTime(source, "timestamp")?.at ?? null,
});

/**
 * A ValidationResult: what rules or a case worker came to. Which certificate it is about stands in the record's key.
 *
 * Unit:    a timestamp, where there is one, is UTC unless it says otherwise.
 * Rejects: Malformed.
 * Source:  fact sheet 10.2, ValidationResult.
 */
export const readValidationResult = (json: unknown): Either<Malformed, Read<StatedValidation>> =>
  readLenient(json, validationResultOf);
