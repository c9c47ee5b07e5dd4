import { E } from "@samvirke/kernel";
import { printContainer } from "@samvirke/contracts";
import { describe, expect, test } from "vitest";
import {
  avroDocumentOf,
  followUpSampleKinds,
  guardMessage,
  printDialogueSample,
  printFollowUpSample,
  printStatement,
  printTombstone,
  readEnvelope,
  readMeetingStatus,
} from "../src/index.ts";
import type { FollowUpSampleKind } from "../src/index.ts";
import { note } from "./dialogue-documents.ts";
import { full } from "./documents.ts";
import { sample } from "./follow-up-documents.ts";
import { fullStatus, receivedSykmelding, submission, validationResult, xmlRecord } from "./nav-documents.ts";
import { typicalStatement } from "./statement-samples.ts";

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
const id = "0a5e9a43-6d0c-4d0b-9a11-3f1b2c7d8e90";
const number = "14838110577";

describe("XML documents", () => {
  test.each([
    ["CERTIFICATE", Buffer.from(full)],
    ["DIALOGUE", printDialogueSample(note)],
    ["MEDICAL_STATEMENT", printStatement(typicalStatement)],
    ["PAPER_CERTIFICATE", Buffer.from("<sykmeldingSkanningmetadata><sykemeldinger/></sykmeldingSkanningmetadata>")],
    ["UNKNOWN", Buffer.from("<a/>")],
    ["FHIR_TASK", Buffer.from('<Task xmlns="http://hl7.org/fhir"/>')],
  ] as const)("%s", (document, bytes) => expect(readEnvelope(bytes).document).toBe(document));

  test("bear their message id and the receiving station's, however they are written", () =>
    expect(readEnvelope(Buffer.from(full)).bears).toEqual([
      { space: "message", id: "5b0b7f9a-9d7e-4f59-8d6c-0a3d1f6a2b11" },
      { space: "log", id: "2603020815test1.1" },
    ]));
});

describe("welfare's JSON", () => {
  const order = { behandlerRef: id, dialogmeldingUuid: id.toUpperCase(), personIdent: number, kilde: "x" };
  const dialogue = { dialogmelding: {}, personIdentPasient: number, msgId: id, navLogId: "log 1" };
  const notice = { uuid: id, fodselsnummer: number, virksomhetsnummer: "1", behovForBistandFraNav: false };
  const plan = { employeeIdentificationNumber: ` ${number} `, sendPlanToNav: true };
  test.each([
    ["SYKMELDING_RECORD", "sick-leave", xmlRecord],
    ["RECEIVED_SYKMELDING", "sick-leave", receivedSykmelding],
    ["CERTIFICATE_SUBMISSION", "sick-leave", submission],
    ["SYKMELDING_STATUS", "status", fullStatus],
    ["DIALOGUE_RECORD", "dialogue", dialogue],
    ["DIALOGUE_ORDER", "dialogue", order],
    ["PLAN_REQUEST", "follow-up-plan", plan],
    ["PLAN_NOTICE", "follow-up-plan", notice],
  ] as const)("%s is a %s", (document, kind, value) => {
    const read = readEnvelope(json(value));
    expect(read).toMatchObject({
      document,
      kind,
      format: "JSON",
      person: { value: expect.stringMatching(/^\d{11}$/) },
    });
    expect(readEnvelope(json({ key: "k", value }))).toEqual({ ...read, message: expect.anything() });
  });

  test("a certificate's record bears the ids by which others speak of it", () => {
    expect(readEnvelope(json(xmlRecord)).bears.map(({ space }) => space)).toEqual(["certificate", "message", "log"]);
    expect(readEnvelope(json(receivedSykmelding)).bears.map(({ space }) => space)).toEqual([
      "certificate",
      "message",
      "log",
    ]);
    expect(readEnvelope(json(order))).toMatchObject({ wireMsgId: id.toUpperCase(), bears: [{ space: "message", id }] });
  });

  test("what an employer gets is nobody's to send", () =>
    expect(readEnvelope(json({ ...fullStatus, sykmelding: {} })).document).toBe("UNKNOWN"));

  test("a validation result is about the certificate in its key", () => {
    const named = [{ space: "certificate", id }];
    expect(readEnvelope(json({ key: `{${id}} `, value: validationResult }))).toMatchObject({
      document: "VALIDATION_RESULT",
      kind: "validation",
      person: undefined,
      names: named,
    });
    const record = { topic: undefined, key: id };
    expect(readEnvelope(json(validationResult), { record }).names).toEqual(named);
    expect(readEnvelope(json(validationResult)).names).toEqual([]);
  });
});

describe("records without a value", () => {
  const of = (topic: string | undefined) => readEnvelope(printTombstone(id), { record: { topic, key: undefined } });
  test("delete the certificate of their key, where the topic is one of certificates", () => {
    const deleted = { document: "TOMBSTONE", kind: "tombstone", names: [{ space: "certificate", id }] };
    expect(of(undefined)).toMatchObject(deleted);
    expect(of("tsm.sykmeldinger")).toMatchObject(deleted);
  });
  test("in other topics name nothing", () =>
    expect(of("teamsykmelding.syfo-sendt-sykmelding")).toMatchObject({
      document: "TOMBSTONE",
      kind: "unknown",
      names: [],
    }));
});

const followUp: Readonly<Record<FollowUpSampleKind, readonly [document: string, kind: string]>> = {
  MEETING_CALLED: ["MEETING_STATUS", "meeting"],
  MEETING_MOVED: ["MEETING_STATUS", "meeting"],
  MEETING_HELD: ["MEETING_STATUS", "meeting"],
  MEETING_CANCELLED: ["MEETING_STATUS", "meeting"],
  MEETING_CLOSED: ["MEETING_STATUS", "meeting"],
  MEETING_ANSWER: ["MEETING_ANSWER", "meeting"],
  ACTIVITY_ASSESSMENT: ["ACTIVITY_ASSESSMENT", "decision"],
  ACTIVITY_NOTICE: ["ACTIVITY_NOTICE", "decision"],
  MEETING_CANDIDATE: ["MEETING_CANDIDATE", "decision"],
  FOLLOW_UP_SPELLS: ["FOLLOW_UP_SPELLS", "spell"],
  SPELL_BIT: ["SPELL_BIT", "spell"],
  JOB_SEEKING_DECISION: ["JOB_SEEKING_DECISION", "decision"],
  LINE_MANAGER: ["LINE_MANAGER", "line-manager"],
  PERSON_NUMBERS: ["PERSON_NUMBERS", "person"],
  PERSON_DEATH: ["PERSON_EVENT", "person"],
  PERSON_PROTECTION: ["PERSON_EVENT", "person"],
};

describe("welfare's records of follow-up", () => {
  test.each(followUpSampleKinds)("%s, bare and in a registry's frame", (kind) => {
    const { bytes, contentType } = printFollowUpSample(kind, sample);
    const [document, kindOf] = followUp[kind];
    const expected = { document, kind: kindOf, person: { value: sample.personNumber } };
    expect(readEnvelope(bytes, { media: contentType })).toMatchObject(expected);
    if (contentType === "application/json") return;
    const framed = Buffer.concat([Buffer.from([0, 0, 0, 1, 7]), bytes]);
    expect(readEnvelope(framed)).toMatchObject({ ...expected, format: "AVRO" });
  });

  test("a record with the schema of its writer needs no registry to be read", () => {
    const { bytes } = printFollowUpSample("MEETING_CALLED", sample);
    const fields = ["dialogmoteUuid", "dialogmoteTidspunkt:long", "statusEndringType", "statusEndringTidspunkt:long"]
      .concat(["personIdent", "virksomhetsnummer", "enhetNr", "navIdent", "tilfelleStartdato:long"])
      .concat(["arbeidstaker:boolean", "arbeidsgiver:boolean", "sykmelder:boolean"])
      .map((field) => ({ name: field.split(":")[0], type: field.split(":")[1] ?? "string" }));
    const writer = {
      type: "record",
      name: "KDialogmoteStatusEndring",
      namespace: "no.nav.syfo.dialogmote.avro",
      fields,
    };
    const file = printContainer({ writer, body: bytes });
    expect(readEnvelope(file)).toMatchObject({ document: "MEETING_STATUS", person: { value: sample.personNumber } });
    expect(readMeetingStatus(avroDocumentOf(file))).toEqual(readMeetingStatus({ bytes }));
    const broken = readEnvelope(file.subarray(0, file.length - 3));
    expect(broken).toMatchObject({ format: "AVRO", document: "UNKNOWN", person: undefined });
  });
});

describe("FHIR", () => {
  const system = "urn:oid:2.16.578.1.12.4.1.4.1";
  const request = {
    resourceType: "ServiceRequest",
    id: "r1",
    identifier: [{ value: `urn:uuid:${id}` }],
    subject: { reference: "Patient/p1" },
  };
  const patient = {
    resourceType: "Patient",
    id: "p1",
    identifier: [
      { system: "urn:x", value: "1" },
      { system, value: number },
    ],
  };
  const practitioner = { resourceType: "Practitioner", identifier: [{ system, value: "09867215332" }] };
  const task = {
    resourceType: "Task",
    focus: { reference: "ServiceRequest/r1" },
    for: { identifier: { system, value: number } },
  };
  const bundle = (...resources: ReadonlyArray<object>) => ({
    resourceType: "Bundle",
    identifier: { value: "b1" },
    entry: resources.map((resource) => ({ resource })),
  });

  test("a bundle is about its patient, not about who asks, and names nothing that it brings", () =>
    expect(readEnvelope(json(bundle(practitioner, request, task, patient)))).toMatchObject({
      document: "FHIR_BUNDLE",
      kind: "referral",
      format: "FHIR",
      wireMsgId: "b1",
      person: { value: number, type: "FNR" },
      bears: [
        { space: "referral", id },
        { space: "referral", id: "r1" },
      ],
      names: [],
    }));

  test.each(["2.16.578.1.12.4.1.4.1", "URN:OID:2.16.578.1.12.4.1.4.1", " urn:oid:2.16.578.1.12.4.1.4.1 "])(
    "names the person by a system written as %s",
    (written) =>
      expect(
        readEnvelope(json({ resourceType: "Patient", identifier: [{ system: written, value: number }] })),
      ).toMatchObject({ person: { value: number, type: "FNR" } }),
  );

  test("a task alone names what it is about, by whatever number it states", () => {
    expect(readEnvelope(json(task))).toMatchObject({ document: "FHIR_TASK", person: { value: number } });
    const { for: _for, ...anonymous } = task;
    expect(readEnvelope(json(anonymous))).toMatchObject({
      person: undefined,
      names: [{ space: "referral", id: "r1" }],
    });
  });

  test.each(["ServiceRequest", "Consent", "DocumentReference", "QuestionnaireResponse"])("%s has its name", (type) =>
    expect(readEnvelope(json({ resourceType: type })).document).toBe(
      `FHIR_${type.replaceAll(/(?<=[a-z])([A-Z])/g, "_$1").toUpperCase()}`,
    ),
  );

  test("other resources are nobody's, whatever they are called", () =>
    expect(["Observation", "constructor"].map((resourceType) => readEnvelope(json({ resourceType })).document)).toEqual(
      ["UNKNOWN", "UNKNOWN"],
    ));
});

describe("hostile bytes", () => {
  const refused = (bytes: Uint8Array, media?: string) => {
    const answer = guardMessage(bytes, media);
    return E.isLeft(answer) ? answer.left.reason : "passes";
  };
  test("nothing deep, nothing with NUL in it; what is merely broken passes", () => {
    expect(refused(Buffer.from(`{"a":${"[".repeat(300)}`))).toBe("TOO_DEEP");
    expect(refused(Buffer.from(`{"a":[${"[],".repeat(250_001)}[]]}`))).toBe("TOO_COMPLEX");
    expect(refused(json({ a: '\\"[,'.repeat(300_000) }))).toBe("passes");
    const slash = JSON.stringify({ a: "\\" }).slice(0, -1);
    expect(refused(Buffer.from(`${slash},"b":[${"[],".repeat(250_001)}[]]}`))).toBe("TOO_COMPLEX");
    expect(refused(Buffer.from('{"a":"\0"}'))).toBe("BINARY");
    expect(refused(Buffer.from('{"a":'))).toBe("passes");
    expect(refused(Buffer.from("<!DOCTYPE a><a/>"))).toBe("DOCTYPE");
    expect(refused(Buffer.from("\0\0"), "avro/binary")).toBe("passes");
    expect(refused(Buffer.from("\0<\0a\0/\0>"))).toBe("passes");
  });

  test("an order with a large attachment is read, and soon", () => {
    const order = {
      behandlerRef: id,
      dialogmeldingUuid: id,
      personIdent: number,
      dialogmeldingVedlegg: "JVBE".repeat(4_000_000),
    };
    const began = performance.now();
    expect(readEnvelope(json(order))).toMatchObject({ document: "DIALOGUE_ORDER", person: { value: number } });
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test("every cut of every document is read to something", () => {
    const whole = [json(xmlRecord), json(fullStatus), printFollowUpSample("MEETING_CALLED", sample).bytes];
    for (const bytes of whole) {
      for (let end = 0; end < bytes.length; end += 7) {
        for (const media of ["application/json", "avro/binary"]) {
          expect(() => readEnvelope(bytes.subarray(0, end), { media })).not.toThrow();
        }
      }
    }
  });

  test.each(['{"key":1,"value":null}', '{"key":null,"value":[]}', "[]", "null", '"x"', '{"a":1}'])("%s", (text) =>
    expect(readEnvelope(Buffer.from(text))).toMatchObject({ person: undefined, names: [], bears: [] }),
  );
});
