import type { ReviewRule } from "@samvirke/contracts";
import type { JsonSource } from "./json-source.ts";
import { items, maybeText, odd, text } from "./json-source.ts";
import type { StatedValidation } from "./registered.ts";

type Word = readonly [ReviewRule["outcome"], boolean];

// Source: fact sheet 10.3, what a remark comes to.
const remarks: Readonly<Record<string, Word>> = {
  UNDER_BEHANDLING: ["PENDING", false],
  TILBAKEDATERING_KREVER_FLERE_OPPLYSNINGER: ["PENDING", true],
  UGYLDIG_TILBAKEDATERING: ["INVALID", true],
  DELVIS_GODKJENT: ["OK", true],
  TILBAKEDATERT_PAPIRSYKMELDING: ["OK", false],
};

const remarkOf = (source: JsonSource): ReviewRule => {
  const name = text(source, "type");
  const [outcome, manual] = remarks[name] ?? (["UNKNOWN", null] as const);
  if (outcome === "UNKNOWN") odd(source, "type", "UNLISTED_CODE");
  maybeText(source, "tidspunkt");
  return { name, outcome, manual, textForSender: null, textForPerson: maybeText(source, "beskrivelse"), at: null };
};

export const remarksIn = (source: JsonSource): ReadonlyArray<ReviewRule> => items(source, "merknader", remarkOf);

const worst = (rules: ReadonlyArray<ReviewRule>, from: StatedValidation["status"]): StatedValidation["status"] => {
  const has = (outcome: ReviewRule["outcome"]): boolean => from === outcome || rules.some((r) => r.outcome === outcome);
  if (has("INVALID")) return "INVALID";
  return has("PENDING") ? "PENDING" : "OK";
};

const noResult: StatedValidation = { status: "OK", hasRemark: false, rules: [], at: null };

/** What result and remarks come to together; null where the record carries neither. */
export const joined = (result: StatedValidation | null, own: ReadonlyArray<ReviewRule>): StatedValidation | null => {
  if (result === null && own.length === 0) return null;
  const { rules, status: stated, at } = result ?? noResult;
  const status = worst(own, stated);
  return { status, rules: [...rules, ...own], hasRemark: status === "OK" && own.length > 0, at };
};
