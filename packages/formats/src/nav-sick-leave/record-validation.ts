import type { ReviewRule } from "@samvirke/contracts";
import type { JsonSource } from "./json-source.ts";
import { inner, items, maybeInner, text, time } from "./json-source.ts";
import type { StatedValidation } from "./registered.ts";

const outcomes: Readonly<Record<string, "OK" | "PENDING" | "INVALID">> = {
  OK: "OK",
  PENDING: "PENDING",
  INVALID: "INVALID",
};

const reasonOf = (source: JsonSource) => ({
  textForPerson: text(source, "sykmeldt"),
  textForSender: text(source, "sykmelder"),
});

const ruleOf = (source: JsonSource): ReviewRule => ({
  name: text(source, "name"),
  outcome: outcomes[text(source, "type")] ?? "UNKNOWN",
  manual: text(source, "validationType") === "MANUAL",
  ...(maybeInner(source, "reason", reasonOf) ?? { textForPerson: null, textForSender: null }),
  at: time(source, "timestamp").at,
});

const validationOf = (source: JsonSource): StatedValidation => {
  const rules = items(source, "rules", ruleOf);
  const status = outcomes[text(source, "status")] ?? "PENDING";
  return {
    status,
    hasRemark: status === "OK" && rules.some(({ outcome }) => outcome === "OK"),
    rules,
    at: time(source, "timestamp").at,
  };
};

/** Reads the record's `validation`. */
export const validationIn = (source: JsonSource): StatedValidation => inner(source, "validation", validationOf);
