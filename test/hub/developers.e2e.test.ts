import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import type { Example } from "./page.ts";
import { differences, examplesOf, lineDifferences } from "./page.ts";
import { openShell } from "./shell.ts";

const page = readFileSync(resolve("infra/docs/developers.md"), "utf8");
const examples = examplesOf(page);
const folder = mkdtempSync(join(tmpdir(), "samvirke-developers-"));
const shell = openShell({ ...process.env, SAMVIRKE_HOME: inject("hub").folder }, folder);

afterAll(async () => {
  await shell.close();
  rmSync(folder, { recursive: true, force: true });
});

const wrongWith = ({ says }: Example, stdout: string): ReadonlyArray<string> => {
  if (says === undefined) return [];
  if (says.form === "text") return lineDifferences(says.text, stdout);
  return differences(JSON.parse(says.text), JSON.parse(stdout));
};

// In the page's order: each goes on from where the one before it left off.
test.each(examples.map((example) => [example.name, example] as const))(
  "%s",
  { timeout: 120_000 },
  async (_, example) => {
    const { code, stdout } = await shell.run(example.script);
    expect(code, shell.complaints()).toBe(0);
    expect(wrongWith(example, stdout), stdout).toEqual([]);
  },
);

test("the page has examples for every door, and most say what comes back", () => {
  for (const door of ["HEALTH", "WELFARE", "EMPLOYER", "OPERATIONS"])
    expect(examples.some(({ script }) => script.includes(`$${door}/`))).toBe(true);
  expect(examples.filter(({ says }) => says !== undefined).length).toBeGreaterThan(examples.length / 2);
});
