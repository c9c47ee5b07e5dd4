import { E, parseDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import { expect, test } from "vitest";
import type { FhirSample } from "../../src/index.ts";
import { parseFhir, printFhirSample } from "../../src/index.ts";
import { messageId, number, referralId } from "./documents.ts";

const from = parseDay("2026-03-02") as Day;
const to = parseDay("2026-03-15") as Day;

const sample: FhirSample = {
  notation: "XML",
  messageId,
  referralId,
  generatedAt: Date.UTC(2026, 2, 2, 8),
  sender: {
    name: "Fjellsiden legekontor",
    herId: "8140021",
    organisationNumber: "999990001",
    department: { name: "Avdeling", herId: "8140022" },
    professional: { given: "Lise", family: "Legesen", hprNumber: "7654321" },
  },
  receiver: { name: "NAV", herId: "79768" },
  person: { number, name: { given: "Ronja", family: "Testdal" } },
  body: {
    kind: "REFERRAL",
    consent: "GIVEN",
    asked: "avklaring",
    workGoal: "full stilling",
    reason: "vondt i ryggen",
    diagnosis: { code: "L84", system: "2.16.578.1.12.4.1.1.7170", text: "Ryggsyndrom" },
    sickLeave: { from, to, grade: 50 },
  },
};

const read = (body: FhirSample["body"], notation: FhirSample["notation"] = "JSON") => {
  const parsed = parseFhir(printFhirSample({ ...sample, notation, body }));
  return E.isLeft(parsed) ? parsed.left : parsed.right;
};

test("a made-up referral is read, alike in both notations", () => {
  expect(read(sample.body)).toMatchObject({
    kind: "REFERRAL",
    warnings: [],
    case: { programme: "WORK_HELP", consents: [{ status: { code: "1" } }], cooperation: { asked: "avklaring" } },
    medical: { diagnoses: [{ concept: { code: "L84" } }], sickLeave: [{ from, to, grade: 50 }] },
  });
  expect(read(sample.body, "XML")).toEqual(read(sample.body, "JSON"));
});

test.each([
  [{ kind: "STATUS", outcome: "CALLED_IN", appointmentOn: from }, { status: { outcome: "CALLED_IN" } }],
  [{ kind: "CANCELLATION", reason: "trukket" }, { reason: "trukket" }],
  [
    { kind: "EFFORT", from, closed: true },
    { from: { day: from }, closed: true },
  ],
] as const)("%j is read", (body, said) => {
  expect(read(body, "XML")).toMatchObject({ kind: body.kind, references: [referralId], ...said });
});
