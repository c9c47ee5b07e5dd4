import { ruleList } from "../rule-list.ts";

const known: ReadonlySet<string> = new Set(ruleList().map(({ name }) => name));

/** Whether a text is the name of a rule or pre-check; such names say nothing of a person alone. */
export const isRule = (text: string): boolean => known.has(text);

/** The rules that a document names anywhere, once each, in its order. */
export const rulesIn = (value: unknown): ReadonlyArray<string> => {
  if (typeof value === "string") return isRule(value) ? [value] : [];
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return [];
  return [...new Set(Object.values(value).flatMap(rulesIn))];
};
