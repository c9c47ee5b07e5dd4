import { describe, expect, test } from "vitest";
import { printCertificateAnswers, printCertificateDocument } from "../../src/index.ts";
import { certified, full, parsed } from "../documents.ts";

const source = certified(parsed(full));
const back = {
  sykmeldingId: "0c1d6b9e-5d41-4a7c-9f7e-3f1f0a5c1d22",
  writtenAt: Date.UTC(2026, 2, 2, 8, 0, 0),
  document: { mediaType: "application/pdf", bytes: Buffer.from("%PDF-1") },
};

interface Item {
  readonly linkId: string;
  readonly answer?: ReadonlyArray<Readonly<Record<string, unknown>>>;
  readonly item?: ReadonlyArray<Item>;
}
const json = (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString()) as Record<string, unknown>;
const answers = json(printCertificateAnswers(source, back, "JSON"));
const items = answers["item"] as ReadonlyArray<Item>;
const called = (linkId: string) => items.filter((item) => item.linkId === linkId);

describe("the structured part", () => {
  test("is kept by the certificate's id and names its questionnaire", () =>
    expect(answers).toMatchObject({
      resourceType: "QuestionnaireResponse",
      id: back.sykmeldingId,
      status: "completed",
      questionnaire: "https://www.nav.no/samarbeidspartner/sykmelding/fhir/R4/Questionnaire/V1",
      subject: { identifier: { system: "urn:oid:2.16.578.1.12.4.1.4.1", value: source.identity.number?.value } },
      authored: "2026-03-02T08:00:00Z",
    }));

  test("has a diagnosis by its code and a group for each period", () => {
    const { mainDiagnosis, otherDiagnoses } = source.medical;
    expect(called("hoveddiagnose")[0]?.answer).toMatchObject([
      { valueCoding: { code: mainDiagnosis?.code, system: `urn:oid:${mainDiagnosis?.system}` } },
    ]);
    expect(called("bidiagnose")).toHaveLength(otherDiagnoses.length);
    expect(called("aktivitet")).toHaveLength(source.work.periods.length);
    const graded = source.work.periods.findIndex(({ kind }) => kind === "GRADED");
    expect(called("aktivitet")[graded]?.item?.at(-1)).toEqual({
      linkId: "aktivitet-grad",
      answer: [{ valueInteger: source.work.periods[graded]?.grade }],
    });
    expect(called("arbeidsforhold")).toHaveLength(1);
  });

  test("says nothing where the certificate does not", () => {
    const bare = {
      ...source,
      work: { ...source.work, employment: { ...source.work.employment, employerName: null } },
      medical: {
        ...source.medical,
        mainDiagnosis: null,
        otherDiagnoses: [],
        pregnancy: null,
        occupationalInjury: null,
      },
    };
    const printed = json(printCertificateAnswers(bare, back, "JSON"))["item"] as ReadonlyArray<Item>;
    expect([...new Set(printed.map(({ linkId }) => linkId))]).toEqual(["aktivitet"]);
  });
});

test("the readable part is kept by the same id, of type J01-2, and names the structured one", () => {
  const printed = json(printCertificateDocument(source, back, "JSON"));
  expect(printed).toMatchObject({
    resourceType: "DocumentReference",
    id: back.sykmeldingId,
    status: "current",
    type: { coding: [{ system: "urn:oid:2.16.578.1.12.4.1.1.9602", code: "J01-2" }] },
    content: [{ attachment: { contentType: "application/pdf", data: "JVBERi0x" } }],
    context: { related: [{ reference: `QuestionnaireResponse/${back.sykmeldingId}` }] },
  });
  const xml = Buffer.from(printCertificateDocument(source, back, "XML")).toString();
  expect(xml).toContain('<DocumentReference xmlns="http://hl7.org/fhir"><id value="');
});
