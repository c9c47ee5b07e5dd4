import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { fhirFieldsDocument, fhirFieldsPath, fhirFieldTable } from "../../src/index.ts";
import { changesByLeaf } from "./changes.ts";

const found = changesByLeaf();
const changesOf = (leaf: string): ReadonlyArray<string> => [...(found.get(leaf) ?? [])].sort();

describe("the field table", () => {
  test("has each leaf of our documents once, and no other", () => {
    expect(fhirFieldTable.length).toBeGreaterThan(200);
    expect(fhirFieldTable.map(({ leaf }) => leaf).sort()).toEqual([...found.keys()].sort());
  });

  const carried = fhirFieldTable.filter(({ rule }) => rule === undefined);
  test.each(carried)("$leaf changes what its row names and nothing else", ({ leaf, event }) => {
    expect(event.length).toBeGreaterThan(0);
    expect(changesOf(leaf)).toEqual([...event].sort());
  });

  const silent = fhirFieldTable.filter(({ rule }) => rule === "FIXED" || rule === "NOT_KEPT");
  test.each(silent)("$leaf changes nothing, $rule", ({ leaf }) => expect(changesOf(leaf)).toEqual([]));

  const deciding = fhirFieldTable.filter(({ rule }) => rule === "KIND");
  test.each(deciding)("$leaf decides what its neighbours say", ({ leaf }) =>
    expect(changesOf(leaf).length).toBeGreaterThan(0),
  );
});

test("the document of the table is up to date", () => {
  const path = fileURLToPath(new URL(`../../../../${fhirFieldsPath}`, import.meta.url));
  expect(readFileSync(path, "utf8")).toBe(fhirFieldsDocument());
});
