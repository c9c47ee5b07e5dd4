import type { RuleHit } from "@samvirke/contracts";
import { printInstant } from "../xml/print-time.ts";
import type { Json, JsonObject } from "./json.ts";
import type { ReadableRejection, RecordSource } from "./source.ts";

type Status = "OK" | "PENDING" | "INVALID";

const statusOf = (source: RecordSource): Status => {
  if (!("assessment" in source)) return "INVALID";
  // A certificate under manual assessment is PENDING here; NAV's own migration prints OK (design 6.4).
  return source.assessment === "OK" ? "OK" : "PENDING";
};

const pendingRule = (hit: RuleHit, timestamp: string): JsonObject => ({
  type: "PENDING",
  name: hit.rule,
  timestamp,
  validationType: "AUTOMATIC",
});

const invalidRule = (hit: RuleHit, timestamp: string): JsonObject => ({
  type: "INVALID",
  name: hit.rule,
  timestamp,
  validationType: "AUTOMATIC",
  reason: { sykmeldt: hit.textForPerson, sykmelder: hit.textForSender },
});

/** A refusal that no rule stands behind (a duplicate, an attachment) is named by its class. */
const refusal = (source: ReadableRejection, timestamp: string): JsonObject => {
  const text = source.case.receipt?.errors.map((error) => error.text).join(" ") ?? "";
  return invalidRule(
    { tree: "", rule: source.reasonClass, outcome: "INVALID", textForSender: text, textForPerson: text },
    timestamp,
  );
};

const rulesJson = (source: RecordSource, timestamp: string): ReadonlyArray<Json> => {
  const hits = source.case.ruleHits;
  if ("assessment" in source) {
    return source.assessment === "OK" ? [] : hits.map((hit) => pendingRule(hit, timestamp));
  }
  return hits.length > 0 ? hits.map((hit) => invalidRule(hit, timestamp)) : [refusal(source, timestamp)];
};

/** The record's `validation`; its time is the receipt time that the decision used. */
export const validationJson = (source: RecordSource): JsonObject => {
  const timestamp = printInstant(source.receivedAt);
  return { status: statusOf(source), timestamp, rules: rulesJson(source, timestamp) };
};
