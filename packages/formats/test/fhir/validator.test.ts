import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printCertificateAnswers, printCertificateDocument, printFhir } from "../../src/index.ts";
import { certified, full, parsed } from "../documents.ts";
import { manyDocuments } from "../generated/full-run.ts";
import { referrals, steps } from "./random.ts";

// The validator's jars: mvn -f packages/formats/test/fhir/validator dependency:copy-dependencies -DoutputDirectory=…
const jars = process.env["SAMVIRKE_FHIR_JARS"];
const program = fileURLToPath(new URL("validator/Validate.java", import.meta.url));

interface Document {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the validator finds wrong, one line an error. */
const errorsIn = (documents: ReadonlyArray<Document>): ReadonlyArray<string> => {
  const folder = mkdtempSync(join(tmpdir(), "fhir-"));
  const files = documents.map(({ name, bytes }) => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    return file;
  });
  const said = execFileSync("java", ["-Xmx1500m", "-cp", `${jars}/*`, program, ...files], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "ignore"],
  });
  rmSync(folder, { recursive: true });
  const lines = said.trim().split("\n");
  expect(lines.at(-1)).toBe(`validated\t${documents.length}`);
  return lines.filter((line) => documents.some(({ name }) => line.startsWith(`${name}\t`)));
};

const documents = manyDocuments(80);
// Half of them referrals, half what is said of them afterwards, each in two notations.
const numRuns = Math.ceil(documents / 4);
const messages = [...fc.sample(referrals, { numRuns, seed: 7 }), ...fc.sample(steps, { numRuns, seed: 7 })];
const back = {
  sykmeldingId: "0c1d6b9e-5d41-4a7c-9f7e-3f1f0a5c1d22",
  writtenAt: Date.UTC(2026, 2, 2, 8),
  document: { mediaType: "application/pdf", bytes: Buffer.from("%PDF-1") },
};
const certificate = certified(parsed(full));
const notations = ["JSON", "XML"] as const;

const printed = (): ReadonlyArray<Document> =>
  notations.flatMap((notation) => [
    ...messages.map((message, index) => ({
      name: `message-${index}.${notation}`,
      bytes: printFhir(message, notation),
    })),
    { name: `answers.${notation}`, bytes: printCertificateAnswers(certificate, back, notation) },
    { name: `document.${notation}`, bytes: printCertificateDocument(certificate, back, notation) },
  ]);

describe.skipIf(jars === undefined)("HL7's validator (needs SAMVIRKE_FHIR_JARS)", () => {
  test("finds no error in what is printed", { timeout: documents * 1_000 + 300_000 }, () => {
    const all = printed();
    expect(errorsIn(all)).toEqual([]);
    process.stdout.write(`HL7's validator found no error in ${all.length} documents\n`);
  });

  test("refuses a document without what R4 demands", { timeout: 300_000 }, () => {
    const broken = Buffer.from('{"resourceType":"Task","status":"accepted"}');
    expect(errorsIn([{ name: "broken.JSON", bytes: broken }]).join("\n")).toContain("Task.intent");
  });
});
