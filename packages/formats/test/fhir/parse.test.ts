import { readFileSync } from "node:fs";
import { E } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { ParsedFhir } from "../../src/index.ts";
import { parseFhir, readEnvelope } from "../../src/index.ts";
import { hasStandards, standards } from "../standards.ts";
import {
  cancellation,
  effort,
  fullReferral,
  fullStatus,
  json,
  messageId,
  number,
  otherReferral,
  otherStatus,
  referralId,
  withResource,
} from "./documents.ts";

const parsed = (document: object): ParsedFhir => {
  const read = parseFhir(json(document));
  if (E.isLeft(read)) throw new Error(`refused: ${read.left.class}`);
  return read.right;
};

const refusal = (bytes: Uint8Array) => {
  const read = parseFhir(bytes);
  return E.isLeft(read) ? [read.left.class, ...read.left.findings.map(({ path, rule }) => `${path} ${rule}`)] : "read";
};

const referral = (document: object) => {
  const read = parsed(document);
  if (read.kind !== "REFERRAL") throw new Error(read.kind);
  return read;
};

const rules = (document: object) => parsed(document).warnings.map(({ path, rule }) => `${path} ${rule}`);

describe("a referral", () => {
  test("is read whole", () => {
    const { identity, case: shared, medical } = referral(fullReferral);
    expect(identity).toMatchObject({
      number: { value: number, type: { code: "FNR" } },
      otherNumbers: [{ value: "77", type: { code: "XXX", system: "urn:samvirke:journal" } }],
      name: { given: "Ronja", middle: "Fjell", family: "Testdal" },
      bornOn: null,
    });
    expect(shared).toMatchObject({
      format: "FHIR",
      programme: "REHABILITATION",
      lifecycle: { code: "N" },
      referralIdAsSent: referralId,
      urgency: "URGENT",
      consents: [{ status: { code: "1" }, givenBy: "verge" }],
      cooperation: {
        workGoal: "full stilling",
        asked: "avklaring ønskes",
        ordinaryWorkWished: true,
        legalBasis: "samtykke",
      },
    });
    expect(shared.envelope).toMatchObject({ format: "FHIR", messageId, generatedAt: Date.UTC(2026, 2, 2, 7, 15, 30) });
    const herIds = (levels: typeof shared.envelope.sender) =>
      levels?.organisations.map(({ identifiers }) => identifiers[0]?.value);
    expect(herIds(shared.envelope.sender)).toEqual(["8140021", "8140022"]);
    expect(herIds(shared.envelope.receiver)).toEqual(["8140023"]);
    expect(shared.envelope.otherReceivers[0]?.organisations[0]?.identifiers).toMatchObject([{ value: "8140024" }]);
    expect(shared.envelope.sender?.organisations[0]?.healthcareProfessional).toMatchObject({
      category: { code: "LE" },
      identifiers: [{ value: "7654321", type: { code: "HPR" } }],
    });
    expect(medical).toMatchObject({
      diagnoses: [{ concept: { system: "2.16.578.1.12.4.1.1.7170", code: "L84" } }],
      reasons: [{ text: "vondt i ryggen" }],
      sickLeave: [{ grade: 50, text: "gradert til påske" }],
      attachments: [{ index: 0, mimeType: "application/pdf", contentElements: 1, contentBytes: 6 }],
    });
  });

  test("with everything that is read has no warnings", () => expect(rules(fullReferral)).toEqual([]));

  test("to welfare with named parties only", () => {
    const { case: shared } = referral(otherReferral);
    expect(shared.programme).toBe("WORK_HELP");
    expect(shared.envelope.sender?.organisations).toMatchObject([{ name: "Legekontoret" }]);
    expect(shared.envelope.otherReceivers).toHaveLength(1);
    expect(shared.warnings).toEqual([{ path: "ServiceRequest.performer", rule: "SEVERAL_PERFORMERS" }]);
  });

  test.each([
    ["revoked", "C"],
    ["entered-in-error", "C"],
    ["active", "N"],
  ])("that is %s is %s", (status, code) => {
    const { meta: _meta, replaces: _replaces, ...plain } = fullReferral.entry[0]!.resource as Record<string, unknown>;
    const changed = withResource(fullReferral, "ServiceRequest", () => ({ ...plain, status }));
    expect(referral(changed).case.lifecycle?.code).toBe(code);
  });

  test.each([
    [{ status: "rejected" }, "4"],
    [{ status: "inactive" }, "4"],
    [{ provision: { type: "deny" } }, "4"],
    [{ category: [] }, "1"],
    [{ category: [], provision: undefined }, null],
    [{ category: [], provision: undefined, policyRule: { coding: [{ code: "OPTOUT" }] } }, "4"],
  ] as const)("consent %j is %s", (change, code) => {
    const changed = withResource(fullReferral, "Consent", (consent) => ({ ...consent, ...change }));
    expect(referral(changed).case.consents[0]?.status?.code).toBe(code);
  });

  test("takes neither consent nor diagnosis from somebody else", () => {
    const other = { resourceType: "Patient", id: "p9" };
    const moved = withResource(fullReferral, "Consent", (one) => ({ ...one, patient: { reference: "Patient/p9" } }));
    const both = { ...moved, entry: [...(moved as typeof fullReferral).entry, { resource: other }] };
    expect(referral(both).case.consents).toEqual([]);
    expect(rules(both)).toContain("Consent OF_ANOTHER_PERSON");
  });

  test("notes what it does not know by place alone", () => {
    const odd = withResource(fullReferral, "Patient", (patient) => ({
      ...patient,
      hemmelig: "x",
      extension: [{ url: "urn:hemmelig", valueString: "x" }],
    }));
    const more = {
      ...odd,
      entry: [...(odd as typeof fullReferral).entry, { resource: { resourceType: "Observation" } }],
    };
    expect(rules(more)).toEqual([
      "Patient.extension UNKNOWN_EXTENSION",
      "Patient.* UNKNOWN_ELEMENT",
      "Bundle.entry.resource RESOURCE_NOT_READ",
    ]);
  });
});

describe("a task", () => {
  test("is a status", () =>
    expect(parsed(fullStatus)).toMatchObject({
      kind: "STATUS",
      references: [referralId],
      identity: { number: { value: number } },
      status: {
        outcome: "FORWARDED",
        declineClass: "NO_CAPACITY",
        text: "fullt\n\nprøv nabosykehuset",
        place: "Poliklinikken",
        by: [{ identifiers: [{ value: "8140023" }] }],
        to: [{ identifiers: [{ value: "8140024" }] }],
      },
    }));

  test("alone is a status by its own word", () =>
    expect(parsed(otherStatus)).toMatchObject({
      kind: "STATUS",
      references: ["s9"],
      status: { outcome: "ACCEPTED", by: [{ name: "NAV" }] },
    }));

  test("withdraws, and tells of efforts", () => {
    expect(parsed(cancellation)).toMatchObject({ kind: "CANCELLATION", reason: "ikke lenger aktuelt" });
    expect(parsed(effort)).toMatchObject({ kind: "EFFORT", effort: "TREATMENT", closed: false });
  });

  test.each(["draft", "requested", "received", "ready", "on-hold"])("that is %s tells nothing", (status) =>
    expect(refusal(json({ ...otherStatus, status }))).toEqual(["UNSUPPORTED", " TASK_TELLS_NOTHING"]),
  );

  test("that only asks leaves its request to speak", () => {
    const task = { resource: { ...otherStatus, status: "requested" } };
    expect(parsed({ ...fullReferral, entry: [...fullReferral.entry, task] }).kind).toBe("REFERRAL");
  });
});

describe("what is refused", () => {
  const patient = { resourceType: "Patient", id: "p1" };
  test.each([
    [
      "a modifier",
      withResource(fullReferral, "Patient", (one) => ({ ...one, modifierExtension: [{ url: "urn:x" }] })),
      "Patient.modifierExtension MODIFIER_EXTENSION",
    ],
    [
      "a modifier below",
      withResource(fullReferral, "Patient", (one) => ({
        ...one,
        contact: [{ modifierExtension: [{ url: "urn:x", valueBoolean: true }] }],
      })),
      "Patient.modifierExtension MODIFIER_EXTENSION",
    ],
    ["rules of its own", { ...fullReferral, implicitRules: "urn:x" }, "Bundle.implicitRules IMPLICIT_RULES"],
    [
      "what must not be done",
      withResource(fullReferral, "ServiceRequest", (one) => ({ ...one, doNotPerform: true })),
      "ServiceRequest.doNotPerform DO_NOT_PERFORM",
    ],
  ] as const)("%s", (_, document, finding) => expect(refusal(json(document))).toEqual(["MODIFIER", finding]));

  test("no message", () => {
    expect(refusal(json(patient))).toEqual(["UNSUPPORTED", " NO_REQUEST"]);
    expect(refusal(json({ ...fullReferral, entry: [...fullReferral.entry, fullReferral.entry[0]] }))).toEqual([
      "SEVERAL_REFERRALS",
    ]);
    expect(refusal(json({ a: 1 }))).toEqual(["NOT_FHIR"]);
    expect(refusal(Buffer.from("<a/>"))).toEqual(["NOT_FHIR"]);
    expect(refusal(Buffer.from('{"resourceType":'))).toEqual(["NOT_WELL_FORMED"]);
    expect(refusal(Buffer.from('<Task xmlns="http://hl7.org/fhir">'))).toEqual(["NOT_WELL_FORMED"]);
    expect(refusal(Buffer.from(`{"resourceType":"Bundle","a":${"[".repeat(300)}`))).toEqual(["HOSTILE", " TOO_DEEP"]);
    expect(refusal(Buffer.from("<!DOCTYPE a><a/>"))).toEqual(["HOSTILE", " DOCTYPE"]);
  });
});

const sample = `${standards}samples/fhir-xml/no-basis-Patient-Espen-Eksempel.xml`;

test.skipIf(!hasStandards)("HL7 Norway's patient is read at the door and is no message", () => {
  const bytes = readFileSync(sample);
  expect(refusal(bytes)).toEqual(["UNSUPPORTED", " NO_REQUEST"]);
  expect(readEnvelope(bytes)).toMatchObject({ format: "FHIR", document: "UNKNOWN", person: { type: "FNR" } });
});
