import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { catalogue } from "../testing/fixture.ts";
import { loadCatalogue } from "../schema/catalogue.ts";
import { drift, writeOutputs } from "./drift.ts";
import { generate } from "./generate.ts";

const root = dirname(catalogue.folder);

const inCopy = (work: (folder: string) => void): void => {
  const folder = mkdtempSync(join(tmpdir(), "samvirke-drift-"));
  try {
    cpSync(catalogue.folder, join(folder, "schemas"), {
      recursive: true,
      filter: (path) => !path.includes("node_modules"),
    });
    writeOutputs(folder, generate(loadCatalogue(join(folder, "schemas"))));
    work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const driftIn = (folder: string) => drift(folder, generate(loadCatalogue(join(folder, "schemas"))));

test("what is generated follows from the schemas as they are", () =>
  expect(drift(root, generate(catalogue))).toEqual([]));

test("a changed schema is drift", () =>
  inCopy((folder) => {
    expect(driftIn(folder)).toEqual([]);
    const path = join(folder, "schemas/message/day-passed.v1.avsc");
    writeFileSync(path, readFileSync(path, "utf8").replace('"partition"', '"shard"'));
    expect(driftIn(folder)).toEqual([
      "packages/contracts/src/generated/message.gen.ts",
      "infra/docs/data-dictionary.md",
    ]);
  }));

test("an edited file, a missing file and a file of a contract that is gone are drift", () =>
  inCopy((folder) => {
    const generated = join(folder, "packages/contracts/src/generated");
    writeFileSync(join(generated, "view.gen.ts"), "// edited\n");
    rmSync(join(generated, "message.gen.ts"));
    writeFileSync(join(generated, "gone.gen.ts"), "");
    expect([...driftIn(folder)].sort()).toEqual(
      ["gone", "message", "view"].map((name) => `packages/contracts/src/generated/${name}.gen.ts`),
    );
    writeOutputs(folder, generate(loadCatalogue(join(folder, "schemas"))));
    expect(driftIn(folder)).toEqual([]);
  }));

test("the dictionary names what remains in the clear, and nothing sealed among it", () => {
  const text = generate(catalogue).find((output) => output.path.endsWith(".md"))?.text ?? "";
  const start = text.indexOf("## What remains");
  const clear = text.slice(start, text.indexOf("\n## ", start));
  expect(clear).toContain("| SickLeaveCertified | `sickLeaveId` |");
  expect(clear).not.toMatch(/`(identity|work|case|medical)[.`]/);
});
