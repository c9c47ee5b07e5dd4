import { expect, test } from "vitest";
import { defaultPolicy, ruleCatalogue } from "../rules/index.ts";
import { preCheckAdvice } from "./pre-check-advice.ts";
import { ruleAdvice } from "./rule-advice.ts";
import { receiptCodes, refusalCatalogue } from "./index.ts";

const all = refusalCatalogue(defaultPolicy);
const idOf = ({ kind, step, name }: (typeof all)[number]): string => `${kind} ${step} ${name}`;

test.each(all.map((entry) => [idOf(entry), entry] as const))("%s says what to do, without a value", (_, entry) => {
  expect(entry.remedy.length).toBeGreaterThan(20);
  expect(`${entry.remedy}${entry.error?.text ?? ""}`).not.toMatch(/\d{11}|undefined/);
});

test("no two have the same name within a kind and step", () => expect(new Set(all.map(idOf)).size).toBe(all.length));

test("advice is there for the rules and pre-checks that exist, and no other", () => {
  const names = (kind: string) =>
    ruleCatalogue(defaultPolicy)
      .filter((one) => one.kind === kind)
      .map(({ name }) => name);
  expect(Object.keys(preCheckAdvice).sort()).toEqual([...names("pre-check")].sort());
  expect(Object.keys(ruleAdvice).sort()).toEqual([...names("rule")].sort());
});

test("the codes with a page are those that a receipt can have", () => {
  const written = all.flatMap(({ error }) => (error === null ? [] : [error.code]));
  expect(Object.keys(receiptCodes).sort()).toEqual([...new Set(written)].sort());
});

test("what goes to a case worker is no refusal, and employers get no receipt", () => {
  for (const { outcome, kind, error } of all)
    expect(error === null).toBe(outcome === "MANUAL" || kind === "follow-up-plan");
});
