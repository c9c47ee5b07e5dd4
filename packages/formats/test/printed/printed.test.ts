import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { printedFieldsDocument, printedFieldsPath, printedTables } from "../../src/index.ts";
import { contractLeaves } from "./avro-leaves.ts";
import { changesOf, rowOf } from "./changes.ts";
import { trials } from "./trials.ts";

test("every printer that is tried has a table, and every table a trial", () =>
  expect(printedTables.map(({ name }) => name).sort()).toEqual(Object.keys(trials).sort()));

describe.each(printedTables)("$title", ({ name, contract, table }) => {
  const trial = trials[name];
  if (!trial) throw new Error(`no trial of ${name}`);
  const found = changesOf(trial);

  test("each leaf of the Avro contract is in the table once, and no other", () => {
    expect(contract).toBe(trial.contract);
    expect(table.map(({ leaf }) => leaf).sort()).toEqual([...contractLeaves(trial.contract)].sort());
  });

  test("each leaf says something in an event that was tried", () =>
    expect([...found.keys()].sort()).toEqual(table.map(({ leaf }) => leaf).sort()));

  test("each leaf changes the places that its row names and no other, carried as it stands where the row says so", () => {
    for (const { rule: _, ...row } of table) {
      const change = found.get(row.leaf);
      expect(change && rowOf(row.leaf, change)).toEqual({ ...row, to: [...row.to].sort() });
    }
  });

  test("what is not carried as it stands has a rule, and what is has none", () => {
    for (const { kind, rule } of table) expect(rule === undefined).toBe(kind === "CARRIED");
  });
});

test("the document of the tables is up to date, and every rule in it is used", () => {
  const path = fileURLToPath(new URL(`../../../../${printedFieldsPath}`, import.meta.url));
  const committed = readFileSync(path, "utf8");
  expect(committed).toBe(printedFieldsDocument());
  const [head = "", ...sections] = committed.split("## ");
  for (const [, rule] of head.matchAll(/^\| ([A-Z_]+) \|/gm)) expect(sections.join("")).toContain(`| ${rule} |`);
});
