import { existsSync, readFileSync, readdirSync } from "node:fs";
import { E, parseDay, printDay } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { ParsedCertificate } from "../src/index.ts";
import { guard, printAppRec10, printSykmeldingRecord, readEnvelope, readSykmeldingRecord } from "../src/index.ts";
import { certified, parsed } from "./documents.ts";
import { complaints } from "./schema-validation.ts";
import { hasStandards, standards } from "./standards.ts";

const folder = `${standards}samples/sykmelding-xml/`;
const files = existsSync(folder) ? readdirSync(folder) : [];
const bytesOf = (file: string): Uint8Array => readFileSync(folder + file);
const read = (file: string): ParsedCertificate => parsed(bytesOf(file));
const warningCodes = (file: string): ReadonlyArray<string> =>
  [...new Set(read(file).warnings.map(({ code }) => code))].sort();

// What the index of the samples says of each, and what follows from its text.
const expected: Readonly<Record<string, object>> = {
  "SM2013_7uker.xml": { format: "MSGHEAD", warnings: [], periods: ["FULL"], rules: "3", attachments: 0, answers: 2 },
  "SM2013_forenklet.xml": {
    format: "MSGHEAD",
    warnings: [],
    periods: ["GRADED"],
    rules: "3",
    attachments: 0,
    answers: 0,
  },
  "SM2013_normal.xml": { format: "MSGHEAD", warnings: [], periods: ["GRADED"], rules: "3", attachments: 0, answers: 0 },
  "fellesformat.xml": {
    format: "FELLESFORMAT_1",
    warnings: ["CODE_TRIMMED"],
    periods: ["FULL"],
    rules: "2",
    attachments: 1,
    answers: 3,
  },
  "generated_sm.xml": {
    format: "PAYLOAD",
    warnings: ["DATE_WITH_OFFSET", "MISSING_ELEMENT"],
    periods: ["GRADED"],
    rules: "1",
    attachments: 0,
    answers: 2,
  },
  "sykemelding2013Regelsettversjon2.xml": {
    format: "FELLESFORMAT_1",
    warnings: [],
    periods: ["FULL"],
    rules: "2",
    attachments: 0,
    answers: 0,
  },
};

describe.skipIf(!hasStandards)("the sample messages of the field", () => {
  test("are the six that the table names", () => expect([...files].sort()).toEqual(Object.keys(expected).sort()));

  test.each(files)("%s is read whole", (file) => {
    const { case: shared, work, medical } = read(file);
    expect({
      format: shared.envelope.format,
      warnings: warningCodes(file),
      periods: work.periods.map(({ kind }) => kind),
      rules: shared.ruleSetVersionAsSent,
      attachments: medical.attachments.length,
      answers: medical.answerGroups.flatMap(({ answers }) => answers).length,
    }).toEqual(expected[file]);
  });

  test.each(files)("%s passes the guard, and its door reads the same person", (file) => {
    expect(E.isRight(guard(bytesOf(file)))).toBe(true);
    const { person, wireMsgId, kind } = readEnvelope(bytesOf(file));
    expect(kind).toBe("sick-leave");
    expect(person?.value).toBe(read(file).identity.number?.value);
    expect(wireMsgId ?? null).toBe(read(file).case.envelope.messageId);
  });

  test.each(files)("%s becomes a record that welfare can read", (file) => {
    const record = readSykmeldingRecord(printSykmeldingRecord(certified(read(file))).json);
    expect(E.isRight(record) ? [] : record.left.paths).toEqual([]);
  });

  test.each(files)("%s gets a receipt that is valid, where it names a sender", (file) => {
    const { envelope } = read(file).case;
    const printed = printAppRec10(envelope, { status: "OK", errors: [], genDate: 0, id: "1" });
    expect(E.isRight(printed)).toBe(envelope.sender !== null);
    if (E.isLeft(printed)) return;
    const appRec = /<AppRec[\s\S]*<\/AppRec>/.exec(Buffer.from(printed.right).toString())?.[0] ?? "";
    expect(complaints("AppRec-v1-2004-11-21.xsd", Buffer.from(appRec))).toEqual([]);
  });

  test.each(files)("%s has no letter of a wrong encoding", (file) => {
    const text = JSON.stringify(read(file));
    expect(text).not.toMatch(/Ã|Â|\uFFFD|[\u0080-\u009F]/);
    expect(text).toMatch(/[æøåÆØÅéÉ]/);
  });

  test("dates with offsets keep the day that is written", () => {
    const [period] = read("generated_sm.xml").work.periods;
    expect([period?.from, period?.to].map((at) => (at === undefined ? "" : printDay(at)))).toEqual([
      "2018-10-19",
      "2018-11-13",
    ]);
    expect(read("generated_sm.xml").work.spellStart).toBe(parseDay("2018-10-11"));
  });

  test("the system of a diagnosis stays what the sender wrote", () => {
    const systems = ["SM2013_forenklet.xml", "SM2013_normal.xml", "fellesformat.xml"].map(
      (file) => read(file).medical.mainDiagnosis?.system,
    );
    expect(systems).toEqual(["2.16.578.1.12.4.1.1.7110", "2.16.578.1.12.4.1.1.7110", "2.16.578.1.12.4.1.1.7170"]);
  });
});
