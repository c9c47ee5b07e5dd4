import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { paperFieldsDocument, paperFieldsPath } from "../src/index.ts";

test("the document of the paper tables is up to date, and every rule in it is used", () => {
  const committed = readFileSync(fileURLToPath(new URL(`../../../${paperFieldsPath}`, import.meta.url)), "utf8");
  expect(committed).toBe(paperFieldsDocument());
  const [head = "", ...sections] = committed.split("## ");
  for (const [, rule] of head.matchAll(/^\| ([A-Z_]+) \|/gm)) expect(sections.join("")).toContain(`| ${rule} |`);
});
