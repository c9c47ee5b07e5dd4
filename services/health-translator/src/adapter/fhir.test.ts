import { parseFhir } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import { fhirReadersOf } from "./fhir-readers.ts";
import { alias, clinic, fact, full, registered, sent, told, welfare } from "./told.cases.ts";

const referralId = "0f0f0f0f-1111-5222-8333-555555555555";
const sample = full("ReferralSent");
const practice = clinic("Fjellsiden legekontor", "8140021");

type Format = typeof sample.case.format;
const wireFormat = (format: Format) => (format === "FHIR" || format === "HUB_JSON" ? format : "MSGHEAD");
const referral = (format: Format, changes: Partial<typeof sample> = {}, parties = { from: practice, to: welfare }) =>
  fact("ReferralSent", {
    referralId,
    direction: "TO_WELFARE",
    consent: "GIVEN",
    cancelledAhead: false,
    ...changes,
    case: {
      ...sample.case,
      format,
      senderAliases: ["practice"],
      envelope: {
        ...sample.case.envelope,
        format: wireFormat(format),
        sender: parties.from,
        receiver: parties.to,
        otherReceivers: [],
      },
    },
  });
const counting = { referralId, ahead: false, recordedOnly: false } as const;
const granted = fact("ReferralGranted", { ...counting, outcome: "CALLED_IN" });
const readers = fhirReadersOf(
  [
    { id: "p", identifiers: [{ type: "HER", value: "8140555" }], reads: "fhir+xml" },
    { id: "q", identifiers: [] },
  ],
  alias,
);
const practiceReads = (partyAlias: string) => (partyAlias === "practice" ? ("XML" as const) : undefined);
const read = (document: ReturnType<typeof told>[number] | undefined) => {
  const parsed = parseFhir(document?.medical?.body ?? new Uint8Array());
  if (E.isLeft(parsed)) throw new Error(parsed.left.class);
  return parsed.right;
};

describe("who reads FHIR", () => {
  test("says so in its record, and is known by each of its numbers", () => {
    expect([readers("alias HER 8140555"), readers("alias party p"), readers("alias party q")]).toEqual([
      "XML",
      "XML",
      undefined,
    ]);
  });
});

describe("the status of a referral", () => {
  test("is a Task for whoever referred in FHIR", () => {
    const [document] = told(granted, [referral("FHIR")]);
    expect(document).toMatchObject({ shape: "FHIR R4 Task", contentType: "application/fhir+json" });
    expect(read(document)).toMatchObject({ kind: "STATUS", status: { outcome: "CALLED_IN" } });
  });

  test("is a Task in the notation that the party reads, whatever it referred in", () => {
    const [document] = told(granted, [referral("KITH_1_1")], undefined, practiceReads);
    expect(document).toMatchObject({ shape: "FHIR R4 Task", contentType: "application/fhir+xml" });
    expect(read(document)).toMatchObject({ kind: "STATUS", status: { outcome: "CALLED_IN" } });
  });

  test("stays XML for everybody else", () =>
    expect(sent(granted, [referral("KITH_1_1")])).toEqual([["Dialogmelding 1.1", "practice"]]));

  test("says nothing medical without consent", () => {
    const known = [referral("FHIR"), fact("SharingConsentRecorded", { referralId, status: "WITHDRAWN" })];
    const [document] = told(granted, known);
    expect(read(document)).toMatchObject({ status: { text: null } });
    expect(document?.case?.lost).toContainEqual({ path: "medical", rule: "WITHHELD" });
  });
});

test("what is being done is a Task for the FHIR parties of the referral", () => {
  const effort = fact("EffortRecorded", {
    case: { ...full("EffortRecorded").case, referralId, source: "PROGRAMME_MESSAGE", unit: welfare.organisations },
  });
  const [document, other] = told(effort, [referral("FHIR")]);
  expect([document?.shape, other]).toEqual(["FHIR R4 Task", undefined]);
  expect(read(document).kind).toBe("EFFORT");
});

describe("what welfare asks of a registered unit", () => {
  const asked = referral("HUB_JSON", { direction: "TO_HEALTH" }, { from: welfare, to: registered });

  test("is a ServiceRequest where the unit reads FHIR", () => {
    const [document] = told(asked, [], undefined, readers);
    expect(document).toMatchObject({ shape: "FHIR R4 ServiceRequest", contentType: "application/fhir+xml" });
    expect(read(document).kind).toBe("REFERRAL");
    expect(document?.case?.lost).toContainEqual({ path: "medical.attachments[0]", rule: "NO_PLACE" });
  });

  test("is Henvisning 2.0 where it does not", () =>
    expect(sent(asked)).toEqual([["Henvisning 2.0", "alias HER 8140555"]]));
});

describe("FHIR from one health party to another", () => {
  const within = referral("FHIR", { direction: "WITHIN_HEALTH" }, { from: practice, to: registered });
  const bytes = Buffer.from('{"resourceType":"Bundle"}');

  test("is passed on byte by byte, and its status back", () => {
    const [document] = told(within, [], bytes);
    expect(document).toMatchObject({
      shape: "unchanged",
      partyAlias: "alias HER 8140555",
      contentType: "application/fhir+json",
    });
    expect(Buffer.from(document?.medical?.body ?? []).equals(bytes)).toBe(true);
    const envelope = {
      ...sample.case.envelope,
      format: "FHIR",
      sender: registered,
      receiver: practice,
      otherReceivers: [],
    } as const;
    const back = fact("ReferralGranted", {
      ...counting,
      archiveId: referralId,
      case: { ...full("ReferralGranted").case, envelope },
    });
    const [status] = told(back, [within], Buffer.from("<Task/>"));
    expect(status).toMatchObject({ partyAlias: "alias HER 8140021", contentType: "application/fhir+xml" });
  });

  test("to welfare is no matter of the health side's", () => expect(sent(referral("FHIR"), [], bytes)).toEqual([]));
});
