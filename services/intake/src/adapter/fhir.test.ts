import { describe, expect, test } from "vitest";
import type { Event } from "../core/model.ts";
import { decideAll, patient } from "./intake.cases.ts";
import type { Sent } from "./intake.cases.ts";

const referral = "cf4efb50-0000-4000-8000-000000000001";
const her = (value: string, display: string) => ({
  identifier: { system: "urn:oid:2.16.578.1.12.4.1.2", value },
  display,
});
const doctor = her("8140021", "Fjellsiden legekontor");
const welfare = her("79768", "NAV");
const person = { identifier: { system: "urn:oid:2.16.578.1.12.4.1.4.1", value: patient } };

const request = {
  resourceType: "ServiceRequest",
  identifier: [{ system: "urn:ietf:rfc:3986", value: `urn:uuid:${referral}` }],
  status: "active",
  intent: "order",
  code: { text: "avklaring" },
  subject: { reference: "urn:uuid:pasient" },
  authoredOn: "2026-03-02T08:00:00+01:00",
  requester: doctor,
  performer: [welfare],
  reasonCode: [{ text: "vondt i ryggen" }],
};
const patientResource = {
  resourceType: "Patient",
  identifier: [person.identifier],
  name: [{ family: "Prøvesen", given: ["Testa"] }],
};

const bundle = (id: string, ...entry: ReadonlyArray<object>) => ({
  resourceType: "Bundle",
  identifier: { value: id },
  type: "collection",
  timestamp: "2026-03-02T08:00:00+01:00",
  entry,
});

const task = (status: string, more: object = {}) => ({
  resourceType: "Task",
  status,
  intent: "order",
  focus: { identifier: { system: "urn:ietf:rfc:3986", value: `urn:uuid:${referral}` } },
  for: person,
  lastModified: "2026-03-03T08:00:00+01:00",
  requester: doctor,
  owner: welfare,
  ...more,
});

const sent = (document: object, messageDocument: NonNullable<Sent["message"]>["document"] = "FHIR_BUNDLE"): Sent => ({
  bytes: Buffer.from(JSON.stringify(document)),
  message: { kind: "REFERRAL", document: messageDocument, format: "FHIR" },
});
const sentTask = (status: string, more?: object): Sent => sent(task(status, more), "FHIR_TASK");

const referralOf = (change: object = {}): Sent =>
  sent(
    bundle("m1", { resource: { ...request, ...change } }, { fullUrl: "urn:uuid:pasient", resource: patientResource }),
  );

const types = (events: ReadonlyArray<Event>) => events.map(({ type }) => type);

describe("FHIR", () => {
  test("a referral to welfare is sent, without a receipt", async () => {
    const [event] = await decideAll([referralOf()]);
    expect(event).toMatchObject({
      type: "ReferralSent",
      value: {
        direction: "TO_WELFARE",
        identity: { number: { value: patient } },
        case: { format: "FHIR", programme: "WORK_HELP", receipt: null, cooperation: { asked: "avklaring" } },
        medical: { reasons: [{ text: "vondt i ryggen" }] },
      },
    });
  });

  test("sent again it is a duplicate, and sent otherwise a change", async () => {
    const again = await decideAll([referralOf(), referralOf()]);
    expect(types(again)).toContain("ReferralCopied");
    const changed = await decideAll([referralOf(), referralOf({ reasonCode: [{ text: "verre" }] })]);
    expect(types(changed)).toContain("ReferralChanged");
    const withdrawn = await decideAll([referralOf(), referralOf({ status: "revoked" })]);
    expect(types(withdrawn)).toContain("ReferralCancelled");
  });

  test("a task is the status of the referral that it names", async () => {
    const all = await decideAll([referralOf(), sentTask("accepted"), sentTask("in-progress")]);
    const [first] = all;
    const referralId = first?.type === "ReferralSent" ? first.value.referralId : undefined;
    expect(all.find(({ type }) => type === "ReferralGranted")?.value).toMatchObject({ referralId, ahead: false });
    expect(all.find(({ type }) => type === "EffortRecorded")?.value).toMatchObject({
      sector: "WORK",
      case: { kind: "PROGRAMME", referralId },
    });
  });

  test.each([
    ["rejected", "ReferralDeclined"],
    ["cancelled", "ReferralCancelled"],
  ])("a task that is %s is %s", async (status, type) =>
    expect(types(await decideAll([referralOf(), sentTask(status)]))).toContain(type),
  );

  test("a consent is an event of its own, with the referral or after it", async () => {
    const consent = {
      resourceType: "Consent",
      status: "active",
      patient: person,
      provision: { type: "permit", data: [{ meaning: "related", reference: task("accepted").focus }] },
    };
    const brought = sent(
      bundle(
        "m1",
        { resource: request },
        { fullUrl: "urn:uuid:pasient", resource: patientResource },
        { resource: consent },
      ),
    );
    const withdrawn = sent({ ...consent, status: "inactive" }, "FHIR_CONSENT");
    const all = await decideAll([brought, withdrawn]);
    const words = all.flatMap((event) => (event.type === "SharingConsentRecorded" ? [event.value] : []));
    const [first] = all;
    expect(types(all)).toContain("ReferralSent");
    expect(words.map(({ status }) => status)).toEqual(["GIVEN", "WITHDRAWN"]);
    expect(new Set(words.map(({ referralId }) => referralId))).toEqual(
      new Set([first?.type === "ReferralSent" ? first.value.referralId : ""]),
    );
    expect(words.every(({ ahead, recordedOnly }) => !ahead && !recordedOnly)).toBe(true);
  });

  test("what is no message is refused, and says why", async () => {
    const [event] = await decideAll([sent(patientResource, "UNKNOWN")]);
    expect(event).toMatchObject({
      type: "MessageRefused",
      value: { class: "UNSUPPORTED", case: { findings: [{ rule: "UNSUPPORTED" }, { rule: "NO_REQUEST" }] } },
    });
    const [modified] = await decideAll([referralOf({ modifierExtension: [{ url: "urn:x", valueBoolean: true }] })]);
    expect(modified).toMatchObject({ type: "MessageRefused", value: { class: "UNSUPPORTED" } });
    const [broken] = await decideAll([{ ...sent({}), bytes: Buffer.from('{"resourceType":') }]);
    expect(broken).toMatchObject({ type: "MessageUnreadable" });
  });
});
