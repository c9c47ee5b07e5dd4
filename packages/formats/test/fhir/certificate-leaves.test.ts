import type { SickLeaveCertified } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import {
  certificateBackTable,
  leftToDocument,
  printCertificateAnswers,
  printCertificateDocument,
  printCertificatePdf,
  readSubmission,
} from "../../src/index.ts";
import { certified, full, parsed } from "../documents.ts";
import { differences } from "../flatten.ts";
import { submission } from "../nav-documents.ts";

type Json = Readonly<Record<string, unknown>>;
type Step = string | number;

const at = Date.UTC(2026, 2, 2, 9);

const submitted = (): SickLeaveCertified => {
  const read = readSubmission(submission, at);
  if (E.isLeft(read)) throw new Error("not read");
  const { submitId: _, ...parts } = read.right.value;
  return { ...certified(parsed(full)), ...parts, channel: "DIGITAL" };
};
const source = submitted();

interface Item {
  readonly linkId: string;
  readonly item?: ReadonlyArray<Item>;
  readonly answer?: ReadonlyArray<Json>;
}

// Answers by their questions, so that a path says which.
const byQuestion = (items: ReadonlyArray<Item>): ReadonlyArray<Json> =>
  items.map(({ linkId, item, answer }) => ({
    [linkId]: Object.assign({}, ...(answer ?? []), ...byQuestion(item ?? [])) as Json,
  }));

const written = (certificate: SickLeaveCertified): Json => {
  const bytes = printCertificatePdf(certificate);
  const back = { sykmeldingId: "s", writtenAt: at, document: { mediaType: "application/pdf", bytes } };
  const json = (out: Uint8Array) => JSON.parse(Buffer.from(out).toString()) as Json;
  const { item, ...answers } = json(printCertificateAnswers(certificate, back, "JSON"));
  const named = Object.groupBy(byQuestion(item as ReadonlyArray<Item>), (one) => Object.keys(one)[0] ?? "");
  const questions = Object.fromEntries(
    Object.entries(named).map(([name, all]) => [name, all?.map((one) => one[name])]),
  );
  return {
    QuestionnaireResponse: { ...answers, ...questions },
    DocumentReference: json(printCertificateDocument(certificate, back, "JSON")),
    document: Buffer.from(bytes).toString("base64"),
  };
};

const leavesOf = (value: unknown, path: ReadonlyArray<Step>): ReadonlyArray<ReadonlyArray<Step>> => {
  if (value === null || value === undefined) return [];
  if (typeof value !== "object") return [path];
  return Array.isArray(value)
    ? value.flatMap((one, index) => leavesOf(one, [...path, index]))
    : Object.entries(value).flatMap(([key, below]) => leavesOf(below, [...path, key]));
};

const words: Readonly<Record<string, string>> = {
  FULL: "TREATMENT_DAYS",
  GRADED: "FULL",
  TREATMENT_DAYS: "AWAITING",
  AWAITING: "FULL",
  TRAVEL_SUPPORT: "FULL",
  ONE: "SEVERAL",
  SEVERAL: "ONE",
};

const other = (value: unknown): unknown => {
  if (typeof value === "boolean") return !value;
  return typeof value === "number" ? value + 1 : (words[String(value)] ?? `${String(value)}x`);
};

const changed = (value: unknown, [step, ...rest]: ReadonlyArray<Step>): unknown => {
  if (step === undefined) return other(value);
  if (Array.isArray(value)) return value.map((one: unknown, index) => (index === step ? changed(one, rest) : one));
  const object = value as Json;
  return { ...object, [step]: changed(object[step], rest) };
};

const nameOf = (path: ReadonlyArray<Step>): string =>
  path
    .map((step) => (typeof step === "number" ? "[]" : `.${step}`))
    .join("")
    .slice(1);

// The bytes of the document stand in the resource too; the title alone is the resource's own.
const noise = /\.attachment\.data$/;
const places = /^(QuestionnaireResponse\.[a-z]+)\[\]/;

const changesByLeaf = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const before = written(source);
  const found = new Map<string, Set<string>>();
  const { identity, work, case: shared, medical } = source;
  for (const path of leavesOf({ identity, work, case: shared, medical }, [])) {
    const set = found.get(nameOf(path)) ?? new Set<string>();
    found.set(nameOf(path), set);
    const after = written(changed(source, path) as SickLeaveCertified);
    for (const one of differences(before, after)) if (!noise.test(one)) set.add(one.replace(places, "$1"));
  }
  return found;
};

describe("what goes back of a submitted certificate", () => {
  const found = changesByLeaf();

  test("each leaf is in the table once, and no other", () =>
    expect(certificateBackTable.map(({ leaf }) => leaf).sort()).toEqual([...found.keys()].sort()));

  test.each(certificateBackTable)("$leaf goes where its row says", ({ leaf, to }) =>
    expect([...(found.get(leaf) ?? [])].sort()).toEqual([...to].sort()),
  );

  test.each(certificateBackTable)("$leaf goes somewhere, or a rule says why not", ({ to, rule }) =>
    expect(to.length > 0).toBe(rule === undefined),
  );

  test("what the answers have no question for is told to be in the document", () => {
    const left = leftToDocument(source);
    expect(left).toContainEqual({ path: "work.messageToEmployer", rule: "IN_DOCUMENT" });
    expect(left.map(({ path }) => path)).not.toContain("medical.mainDiagnosis.code");
    expect(leftToDocument({ ...source, work: { ...source.work, messageToEmployer: null } })).not.toContainEqual(
      expect.objectContaining({ path: "work.messageToEmployer" }),
    );
  });
});
