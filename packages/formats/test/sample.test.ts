import { parseDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { CertificateSample } from "../src/index.ts";
import { printCertificate, readEnvelope } from "../src/index.ts";
import { certificateOf, parsed } from "./documents.ts";
import { complaints } from "./schema-validation.ts";
import { hasStandards } from "./standards.ts";

const day = (text: string): Day => parseDay(text) as Day;

const typical: CertificateSample = {
  wrapping: "fellesformat",
  messageId: "0c1d6b9e-5d41-4a7c-9f7e-3f1f0a5c1d22",
  generatedAt: "2026-03-02T08:15:30+01:00",
  receivedAt: "2026-03-02T07:15:33Z",
  ediLogId: "2603020815sample1.1",
  person: {
    number: "01857012026",
    name: { given: "Ronja", middle: "Fjell", family: "Testdal" },
    phone: "55501002",
    familyDoctor: "Odd Kvist",
  },
  clinician: { number: "14838110577", hprNumber: "9988776", herId: "8094868", name: { given: "Odd", family: "Kvist" } },
  unit: { name: "Legehuset <Tangen> & Co", organisationNumber: "999977773", herId: "8094866" },
  ruleSetVersion: "3",
  spellStart: day("2026-03-02"),
  employment: { count: "1", employerName: "Tangen Verksted", occupation: "Mekaniker", positionPercent: 100 },
  mainDiagnosis: { code: "L84", system: "2.16.578.1.12.4.1.1.7170", text: "Ryggsyndrom" },
  otherDiagnoses: [{ code: "P02", system: "2.16.578.1.12.4.1.1.7170", text: "Psykisk ubalanse" }],
  otherAbsence: { codes: [{ code: "5", text: "Kontroll" }], text: "mer" },
  periods: [
    {
      kind: "FULL",
      from: day("2026-03-02"),
      to: day("2026-03-08"),
      medicalCauses: { codes: [{ code: "1" }], text: "smerter" },
      workplaceCauses: { codes: [{ code: "9" }] },
    },
    { kind: "GRADED", from: day("2026-03-09"), to: day("2026-03-15"), grade: 50, travelSupport: false },
    { kind: "AWAITING", from: day("2026-03-16"), to: day("2026-03-20"), inputToEmployer: "lettere oppgaver" },
    { kind: "TREATMENT_DAYS", from: day("2026-03-21"), to: day("2026-03-27"), daysPerWeek: 1 },
    { kind: "TRAVEL_SUPPORT", from: day("2026-03-28"), to: day("2026-03-29") },
  ],
  fitAfterPeriod: true,
  consideration: "unngå tunge løft",
  answers: [
    {
      groupId: "6.3",
      groupText: "Ved 7 uker",
      answers: [{ id: "6.3.1", question: "Beskriv", answer: "Bedring er ventet" }],
    },
  ],
  helpText: "Trenger samtale",
  messageToEmployer: "Gjerne hjemmekontor",
  treatedAt: "2026-03-02T08:00:00",
  contactOn: day("2026-03-01"),
  lateContactReason: "var bortreist",
  system: { name: "Prøve-EPJ", version: "1.0" },
  barcode: "00230870326710109201312000090000011",
  attachments: [
    { id: "attachment-1", mimeType: "application/pdf", description: "notat.pdf", bytes: Buffer.from("%PDF-1.4\n") },
  ],
};

describe("a printed certificate", () => {
  test("says what the sample says, and gives no warning", () => {
    const certificate = parsed(printCertificate(typical));
    expect(certificate.warnings).toEqual([]);
    expect(certificate.work.periods.map(({ kind }) => kind)).toEqual(typical.periods.map(({ kind }) => kind));
    expect(certificate.identity).toMatchObject({ number: { value: "01857012026" }, name: { middle: "Fjell" } });
    expect(certificate.case).toMatchObject({
      signer: { numbers: [{ value: "14838110577" }] },
      lateContactReason: "var bortreist",
      helpAsked: { text: "Trenger samtale" },
      envelope: {
        sender: { organisations: [{ name: "Legehuset <Tangen> & Co" }] },
        receiver: { organisations: [{ name: "NAV" }] },
      },
    });
    expect(certificate.medical.attachments).toMatchObject([{ kind: "ATTACHMENT", contentBytes: 9 }]);
  });

  test("takes each wrapping", () => {
    const format = (wrapping: CertificateSample["wrapping"]) =>
      readEnvelope(printCertificate({ ...typical, wrapping })).format;
    expect([format("fellesformat"), format("msghead"), format("payload")]).toEqual([
      "FELLESFORMAT_1",
      "MSGHEAD",
      "PAYLOAD",
    ]);
  });

  test("can break a rule: no period, no kind, another number, another signer", () => {
    const { treatedAt: _, ...rest } = typical;
    const odd = parsed(
      printCertificate({
        ...rest,
        signerNumber: "57857012083",
        person: { ...typical.person, number: "x", numberType: "DNR" },
        periods: [{ kind: "NONE", from: day("2026-03-02"), to: day("2026-03-01") }],
      }),
    );
    expect(odd.work.periods).toMatchObject([{ kind: "UNKNOWN", kindsAsSent: [] }]);
    expect(odd.work.treatedAt).toBeNull();
    expect(odd.case.signer?.numbers[0]).toMatchObject({ value: "57857012083", type: { code: "DNR" } });
    expect(parsed(printCertificate({ ...typical, periods: [] })).work.periods).toEqual([]);
  });

  test("is about 6 KB", () => {
    const { length } = printCertificate({ ...typical, attachments: [] });
    expect(length).toBeGreaterThan(5_000);
    expect(length).toBeLessThan(8_000);
  });

  test.skipIf(!hasStandards)("is valid by its schema", () => {
    const certificate = certificateOf(Buffer.from(printCertificate(typical)).toString());
    expect(complaints("HelseOpplysningerArbeidsuforhet_2013-10-01.xsd", Buffer.from(certificate))).toEqual([]);
  });
});
