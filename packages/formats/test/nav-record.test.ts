import { readFileSync, readdirSync } from "node:fs";
import { E } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { RegisteredCertificate } from "../src/index.ts";
import { printSykmeldingRecord, readRegisteredRecord } from "../src/index.ts";
import { certified, full, fullUnemployed, msgHeadOf, parsed } from "./documents.ts";
import { hasStandards, standards } from "./standards.ts";

const read = (json: unknown): RegisteredCertificate => {
  const result = readRegisteredRecord(json);
  if (E.isLeft(result)) throw new Error(result.left.findings.map(({ path, rule }) => `${path} ${rule}`).join());
  return result.right;
};

const wrong = (json: unknown): ReadonlyArray<string> => {
  const result = readRegisteredRecord(json);
  return E.isLeft(result) ? result.left.findings.map(({ path }) => path) : [];
};

const documents: ReadonlyArray<readonly [string, string]> = [
  ["everything", full],
  ["a person without work", fullUnemployed],
  ["a message head alone", msgHeadOf(full)],
  ["no employer", full.replace(`<HarArbeidsgiver V="1"`, `<HarArbeidsgiver V="3"`)],
  ["a self-certified absence", full.replace("Prøve-EPJ", "Egenmeldt")],
  ["codes that nobody knows", full.replace(/ V="(?!V"|FNR|HPR)[^"]*"/g, ` V="q"`)],
];

describe("a record that is read and printed again is the same record", () => {
  test.each(documents)("%s", (_name, document) => {
    const { json } = printSykmeldingRecord(certified(parsed(document)));
    const { identity, work, case: shared, medical, channel, receivedAt, certificateId } = read(json);
    const again = { ...certified(parsed(document)), channel, receivedAt, sickLeaveId: certificateId };
    const printed = printSykmeldingRecord({ ...again, identity, work, case: shared, medical }).json;
    // Attachments of a record are references of their own, and the validation is the register's.
    const { vedlegg: _a, ...metadata } = printed["metadata"] as Record<string, unknown>;
    const { vedlegg: _b, ...sent } = json["metadata"] as Record<string, unknown>;
    expect(metadata).toEqual(sent);
    expect(printed["sykmelding"]).toEqual(json["sykmelding"]);
  });
});

test.skipIf(!hasStandards)("welfare's own example is read", () => {
  const folder = `${standards}samples/sykmelding-json-tsm/`;
  for (const file of readdirSync(folder)) {
    const record = read(JSON.parse(readFileSync(folder + file, "utf8")));
    expect(record.channel).toBe("XML");
    expect(record.ediLogId).toMatch(/./);
    expect(record.validation?.status).toBe("OK");
    expect(record.work.periods.map(({ kind }) => kind)).toEqual(["FULL"]);
  }
});

test("an unknown property is malformed, and is not told by its name", () => {
  const { json } = printSykmeldingRecord(certified(parsed(full)));
  expect(wrong({ ...json, "Kari Testesen": 1 })).toEqual(["*"]);
  const sykmelding = { ...(json["sykmelding"] as object), metadata: undefined };
  expect(wrong({ ...json, sykmelding }).length).toBeGreaterThan(0);
});
