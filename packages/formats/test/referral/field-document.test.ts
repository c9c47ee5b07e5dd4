import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { namedEditions, referralFieldTable, referralFieldsDocument, referralFieldsPath } from "../../src/index.ts";

test("the document of the field tables is up to date", () => {
  const path = fileURLToPath(new URL(`../../../../${referralFieldsPath}`, import.meta.url));
  expect(readFileSync(path, "utf8")).toBe(referralFieldsDocument());
});

test("every leaf from which more than one field follows has a rule that says why", () => {
  for (const [name, edition] of namedEditions) {
    for (const { leaf, event, rule } of referralFieldTable(edition)) {
      expect(event.length === 1 || rule !== undefined, `${name} ${leaf}`).toBe(true);
    }
  }
});
