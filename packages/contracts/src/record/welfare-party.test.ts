import { expect, test } from "vitest";
import type { Organisation } from "../generated/shared.gen.ts";
import { isWelfareParty } from "./welfare-party.ts";

const house = (value: string | null): Organisation => ({
  name: "Et hus",
  type: null,
  identifiers: [{ value, type: { system: null, code: "HER", text: null, originalText: null } }],
  address: null,
  contactPoints: [],
  healthcareProfessional: null,
});

test.each([["79768"], [" 79768 "], ["889 640 782"], ["889.640.782"]])("%j is NAV", (value) => {
  expect(isWelfareParty([house("123"), house(value)])).toBe(true);
});

test.each([["797680"], ["x79768"], [""], [null]])("%j is not NAV", (value) => {
  expect(isWelfareParty([house(value)])).toBe(false);
});

test("a party without levels is not NAV", () => {
  expect(isWelfareParty([])).toBe(false);
});
