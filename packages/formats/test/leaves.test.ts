import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { certificateFieldTable, certificateFieldsPath, isUpToDate, printSykmeldingRecord } from "../src/index.ts";
import { certified, committedLeaves, full, fullUnemployed, parsed } from "./documents.ts";
import { differences } from "./flatten.ts";
import { withLeafChanged } from "./leaf-changes.ts";
import { schemaLeaves } from "./schema-leaves.ts";
import { hasStandards } from "./standards.ts";

const variants = [full, fullUnemployed];

const changeOf = (leaf: string) => {
  for (const document of variants) {
    const changed = withLeafChanged(document, leaf);
    if (changed !== undefined)
      return { before: parsed(document), after: parsed(changed), isChanged: changed !== document };
  }
  throw new Error(`no document of ours has ${leaf}`);
};

const sorted = (paths: ReadonlyArray<string>): ReadonlyArray<string> => [...paths].sort();

describe("every leaf of the certificate's schema", () => {
  test("stands in the field table once, and nothing else does", () => {
    const leaves = certificateFieldTable.map(({ leaf }) => leaf);
    expect(new Set(leaves).size).toBe(leaves.length);
    expect(sorted(leaves)).toEqual(sorted(committedLeaves));
  });

  test.skipIf(!hasStandards)("is in the committed list, as the schema itself has it", () => {
    expect(committedLeaves).toEqual(schemaLeaves());
  });

  test("is named without a wildcard, and every gap in the record has a reason", () => {
    for (const { leaf, event, record, rule } of certificateFieldTable) {
      expect([leaf, ...event, ...record].join(" ")).not.toMatch(/[*?]/);
      expect(event.length).toBeGreaterThan(0);
      expect(record.length > 0 || rule !== undefined, leaf).toBe(true);
    }
  });

  test("is known, so that a document with all of them gives no warning", () => {
    for (const document of variants) expect(parsed(document).warnings).toEqual([]);
  });

  describe.each(certificateFieldTable)("$leaf", ({ leaf, event, record }) => {
    const { before, after, isChanged } = changeOf(leaf);

    test("changes the event fields named for it and no other", () => {
      expect(isChanged).toBe(true);
      expect(differences(certified(before), certified(after))).toEqual(sorted(event));
    });

    test("changes the record fields named for it and no other", () => {
      const print = (certificate: typeof before) => printSykmeldingRecord(certified(certificate)).json;
      expect(differences(print(before), print(after))).toEqual(sorted(record));
    });

    test("is part of the business content, unless it is the barcode", () => {
      expect(before.content !== after.content).toBe(leaf !== "Strekkode");
    });
  });
});

test("the document of the field table is up to date", () => {
  const path = fileURLToPath(new URL(`../../../${certificateFieldsPath}`, import.meta.url));
  expect(isUpToDate(readFileSync(path, "utf8"))).toBe(true);
});
