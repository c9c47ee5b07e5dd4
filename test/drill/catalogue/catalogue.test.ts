import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { catalogue } from "./catalogue.ts";

const names = catalogue.map(({ name }) => name);
const here = (path: string): URL => new URL(path, import.meta.url);

test("each entry has a file of its name, and each file is in the catalogue", () => {
  const files = readdirSync(here("entries/")).map((file) => file.replace(/\.ts$/, ""));
  expect(names.toSorted()).toEqual(files.toSorted());
});

test("what happens in a failure is told with the entry that shows it, and of every entry it is told", () => {
  const page = readFileSync(here("../../../infra/docs/failures.md"), "utf8");
  const told = [...page.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name);
  expect([...new Set(told)].toSorted()).toEqual(names.toSorted());
});

test.each(catalogue)("$name is played in the large drill", ({ runs, what }) => {
  expect(runs.large).toBeGreaterThan(0);
  expect(runs.large).toBeGreaterThanOrEqual(runs.small);
  expect(what).toMatch(/\.$/);
});
