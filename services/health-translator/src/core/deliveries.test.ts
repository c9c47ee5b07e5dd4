import type { Contracts, WireEnvelope, WireParty } from "@samvirke/contracts";
import { decidedByWelfare, planLetterOf } from "@samvirke/domain";
import { printDialogueSample, printHubReferral } from "@samvirke/formats";
import type { HubReferral } from "@samvirke/formats";
import { day } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import {
  clinic,
  code,
  fact,
  full,
  number,
  numbered,
  registered,
  sent,
  textOf,
  told,
  welfare,
} from "../adapter/told.cases.ts";
import { needsOriginal, needsPast } from "./deliveries.ts";
import type { Known } from "./model.ts";

const doctor = clinic("Fjellsiden legekontor", "8140021");
const hospital = clinic("Sykehuset", "8140099");
const sickLeaveId = "0f0f0f0f-1111-5222-8333-444444444444";
const referralId = "0f0f0f0f-1111-5222-8333-555555555555";
const archiveId = "0f0f0f0f-1111-5222-8333-666666666666";
const wireId = "0f0f0f0f-1111-4222-8333-777777777777";
const silent: WireEnvelope = {
  ...full("DialogueMessageSent").case.envelope,
  receivingStation: null,
  parentReference: null,
  conversationReference: null,
  otherReceivers: [],
  sender: null,
  receiver: null,
};

interface Letter {
  readonly list: string;
  readonly code: string;
  readonly kind: Contracts["DialogueMessageSent"]["kind"];
  readonly receiver?: WireParty | null;
  readonly parent?: string;
}

const letter = ({ list, code: value, kind, receiver = doctor, parent }: Letter): Known => {
  const base = full("DialogueMessageSent");
  const theme = { ...code(value), system: `2.16.578.1.12.4.1.1.${list}` };
  const asks = list === "8125" || list === "8129";
  const note = { theme, documentId: null, datedOn: null, roles: [], question: null };
  const question = { theme, documentId: null, urgency: null, roles: [] };
  const words = full("DialogueMessageSent").medical;
  return fact("DialogueMessageSent", {
    fromSide: "WELFARE",
    kind,
    identity: numbered(base.identity),
    case: {
      ...base.case,
      envelope: { ...silent, receiver, parentReference: parent ?? null },
      receiverAliases: [],
      notes: asks ? [] : [note],
      questions: asks ? [question] : [],
    },
    medical: { ...words, attachments: [], caseType: null },
  });
};

const certificate = (
  changes: Partial<Contracts["SickLeaveCertified"]> = {},
  status: "OK" | "REFUSED" = "OK",
): Known => {
  const base = full("SickLeaveCertified");
  return fact("SickLeaveCertified", {
    sickLeaveId,
    ruleSetVersion: "52",
    identity: numbered(base.identity),
    ...changes,
    case: {
      ...base.case,
      envelope: { ...silent, sender: doctor, messageId: wireId },
      sender: "local-practice",
      senderAliases: ["practice"],
      receipt: { wanted: true, status, errors: [] },
    },
  });
};
const review = (changes: Partial<Contracts["SickLeaveReviewed"]> = {}): Known =>
  fact("SickLeaveReviewed", { standing: "APPLIED", outcome: "INVALID", sickLeaveId, ...changes });

const referral = (
  direction: Contracts["ReferralSent"]["direction"],
  {
    to = doctor,
    from = welfare,
    format = "HUB_JSON" as Contracts["ReferralSent"]["case"]["format"],
    ahead = false,
  } = {},
): Known => {
  const base = full("ReferralSent");
  return fact("ReferralSent", {
    referralId,
    direction,
    consent: "GIVEN",
    cancelledAhead: ahead,
    identity: { ...base.identity, number, currentNumber: null },
    case: {
      ...base.case,
      format,
      envelope: { ...silent, sender: from, receiver: to, format: format === "HUB_JSON" ? "HUB_JSON" : "MSGHEAD" },
      sender: "local-practice",
      senderAliases: ["practice"],
    },
  });
};
type StepType = "ReferralGranted" | "ReferralForwarded" | "ReferralDeclined" | "ReferralCancelled";
const step = (type: StepType, envelope: WireEnvelope | null, changes = {}): Known => {
  const base = full(type) as Contracts["ReferralGranted"];
  const value = { ...base, referralId, archiveId, ahead: false, recordedOnly: false, ...changes };
  return fact(type, { ...value, case: { ...base.case, envelope, senderAliases: ["practice"] } } as never);
};
const hubStep = { ...silent, format: "HUB_JSON" as const, sender: welfare };
const wireStep = { ...silent, format: "MSGHEAD" as const, sender: hospital, receiver: doctor };

const hubToWelfare = referral("TO_WELFARE", { from: doctor, to: welfare });
const effort = (changes: Partial<Contracts["EffortRecorded"]["case"]> = {}): Known => {
  const base = full("EffortRecorded");
  const started = { unit: welfare.organisations, source: "PROGRAMME_MESSAGE" as const, referralId };
  return fact("EffortRecorded", { archiveId, case: { ...base.case, ...started, ...changes } });
};

const onTheWire = printDialogueSample({
  kind: "CLINICAL_QUESTION",
  code: "6",
  text: "Kan dere vurdere videre oppfølging?",
  wrapping: "msghead",
  messageId: wireId,
  generatedAt: "2026-03-02T08:15:30+01:00",
  receivedAt: "2026-03-02T07:15:33Z",
  ediLogId: "2603020815",
  person: { number: "12895012345", name: { given: "Ronja", family: "Testdal" } },
  clinician: { number: "14838110577", name: { given: "Odd", family: "Kvist" } },
  unit: { name: "Legehuset", herId: "8140099" },
  receiver: { name: "Fjellsiden legekontor", herId: "8140021" },
});

const dialogue = "Dialogmelding 1.0";
const toDoctor = "alias HER 8140021";
type Case = readonly [
  what: string,
  told: Known,
  earlier: ReadonlyArray<Known>,
  documents: ReadonlyArray<readonly [string, string]>,
];

const table: ReadonlyArray<Case> = [
  ["R18 a call to a meeting", letter({ list: "8125", code: "1", kind: "MEETING_LETTER" }), [], [[dialogue, toDoctor]]],
  ["R18 a moved meeting", letter({ list: "8125", code: "4", kind: "MEETING_LETTER" }), [], [[dialogue, toDoctor]]],
  ["R19 a question", letter({ list: "8129", code: "1", kind: "QUESTION" }), [], [[dialogue, toDoctor]]],
  ["R20 a reminder", letter({ list: "8129", code: "2", kind: "REMINDER" }), [], [[dialogue, toDoctor]]],
  ["R21 a message", letter({ list: "8127", code: "8", kind: "NOTE" }), [], [[dialogue, toDoctor]]],
  ["R22 a returned statement", letter({ list: "8127", code: "3", kind: "RETURN" }), [], [[dialogue, toDoctor]]],
  ["R23 a plan", letter({ list: "8127", code: "1", kind: "PLAN_LETTER" }), [], [[dialogue, toDoctor]]],
  [
    "R19 an answer to what a doctor wrote",
    letter({ list: "8129", code: "1", kind: "QUESTION", receiver: null, parent: wireId }),
    [certificate()],
    [[dialogue, "practice"]],
  ],
  [
    "R19 to nobody that is known",
    letter({ list: "8129", code: "1", kind: "QUESTION", receiver: null }),
    [certificate()],
    [],
  ],
  ["R14 what a clinician wrote", fact("DialogueMessageSent", { fromSide: "HEALTH" }), [], []],
  ["B6 found invalid after its receipt", review(), [certificate()], [[dialogue, "practice"]]],
  ["B6 found valid", review({ outcome: "OK" }), [certificate()], []],
  ["B6 found invalid twice", review(), [certificate(), review()], []],
  ["B6 after a refusal", review(), [certificate({}, "REFUSED")], []],
  ["B6 of welfare's own", review(), [certificate({ ruleSetVersion: decidedByWelfare })], []],
  ["R33 to a doctor", referral("TO_HEALTH"), [], [[dialogue, toDoctor]]],
  [
    "R33 to a registered unit",
    referral("TO_HEALTH", { to: registered }),
    [],
    [["Henvisning 2.0", "alias HER 8140555"]],
  ],
  ["R33 cancelled ahead", referral("TO_HEALTH", { ahead: true }), [], []],
  ["R33 taken back", step("ReferralCancelled", hubStep), [referral("TO_HEALTH")], [[dialogue, toDoctor]]],
  [
    "R37 granted by welfare",
    step("ReferralGranted", hubStep),
    [referral("TO_WELFARE", { from: doctor, format: "KITH_2_0" })],
    [["Dialogmelding 1.1", "practice"]],
  ],
  [
    "R37 forwarded by welfare",
    step("ReferralForwarded", hubStep),
    [referral("TO_WELFARE", { from: doctor, format: "KITH_1_1" })],
    [["Dialogmelding 1.1", "practice"]],
  ],
  [
    "R37 declined by welfare",
    step("ReferralDeclined", hubStep),
    [referral("TO_WELFARE", { from: doctor, format: "KITH_2_0" })],
    [["Dialogmelding 1.1", "practice"]],
  ],
  [
    "R37 to whoever speaks the hub's contract",
    step("ReferralGranted", hubStep),
    [referral("TO_WELFARE", { from: doctor })],
    [["samvirke.referral/1", "practice"]],
  ],
  [
    "R37 one that waits",
    step("ReferralGranted", hubStep, { ahead: true }),
    [referral("TO_WELFARE", { from: doctor })],
    [],
  ],
  [
    "R26 R27 within health",
    referral("WITHIN_HEALTH", { from: hospital, format: "KITH_2_0" }),
    [],
    [["unchanged", toDoctor]],
  ],
  [
    "R29 ahead of what it cancels",
    referral("WITHIN_HEALTH", { from: hospital, format: "KITH_2_0", ahead: true }),
    [],
    [],
  ],
  [
    "R31 a status within health",
    step("ReferralGranted", wireStep),
    [referral("WITHIN_HEALTH", { from: doctor, format: "KITH_2_0" })],
    [["unchanged", toDoctor]],
  ],
  [
    "R29 a cancellation within health",
    step("ReferralCancelled", wireStep),
    [referral("WITHIN_HEALTH", { from: hospital, format: "KITH_1_0" })],
    [["unchanged", toDoctor]],
  ],
  [
    "R31 the same bytes a second time",
    step("ReferralGranted", wireStep),
    [step("ReferralGranted", wireStep, { ahead: true })],
    [],
  ],
  ["R34 an effort that welfare started", effort(), [hubToWelfare], [["samvirke.referral/1", "practice"]]],
  ["R34 an effort of welfare's own referral", effort(), [referral("TO_HEALTH")], [["samvirke.referral/1", toDoctor]]],
  ["R34 an effort that the referrer told of itself", effort({ unit: doctor.organisations }), [hubToWelfare], []],
  [
    "R34 an effort within health, to the other house",
    effort({ unit: doctor.organisations }),
    [referral("WITHIN_HEALTH", { from: hospital })],
    [["samvirke.referral/1", "practice"]],
  ],
  ["R34 a waiting that a grant brought", effort({ source: "REFERRAL_STATUS" }), [hubToWelfare], []],
  ["R34 an effort of what is not known", effort(), [], []],
  [
    "R34 an effort whose referral has no place for it",
    effort(),
    [referral("TO_WELFARE", { from: doctor, format: "KITH_2_0" })],
    [],
  ],
  ["R35 from house to house", referral("WITHIN_HEALTH", { from: hospital }), [], [["unchanged", toDoctor]]],
  [
    "R35 from house to house after a no",
    referral("WITHIN_HEALTH", { from: hospital }),
    [fact("SharingConsentRecorded", { referralId, status: "REFUSED" })],
    [],
  ],
  ["R35 cancelled before it came", referral("WITHIN_HEALTH", { from: hospital, ahead: true }), [], []],
  [
    "R35 the other house's answer",
    step("ReferralGranted", { ...hubStep, sender: doctor, receiver: hospital }),
    [referral("WITHIN_HEALTH", { from: hospital })],
    [["unchanged", "alias HER 8140099"]],
  ],
  [
    "R37 welfare's answer is not passed on as it is",
    step("ReferralGranted", { ...hubStep, sender: welfare, receiver: hospital }),
    [referral("WITHIN_HEALTH", { from: hospital })],
    [],
  ],
  ["R24 between clinicians", fact("MessagePassedOn", { reason: "WITHIN_HEALTH" }), [], [["unchanged", toDoctor]]],
  ["R25 nothing new", fact("MessagePassedOn", { reason: "NOTHING_NEW" }), [], []],
];

describe("what health parties get", () => {
  test.each(table)("%s", (_, one, earlier, documents) => expect(sent(one, earlier, onTheWire)).toEqual(documents));

  test.each(table)("nothing of an erased person: %s", (_, one, earlier) =>
    expect(sent({ ...one, content: { state: "Erased" } } as Known, earlier, onTheWire)).toEqual([]),
  );

  test("a receipt between health parties goes to whoever waits for it, as it is", () => {
    const settled = (format: Contracts["DeliverySettled"]["format"]) =>
      fact("DeliverySettled", { messageId: archiveId, format, outcome: "OK" });
    const within = { ...referral("WITHIN_HEALTH", { from: hospital, format: "KITH_2_0" }) };
    const original = { ...within, wire: { ...within.wire, archiveId } } as Known;
    const [document] = told(settled("APPREC_1_1"), [original], Buffer.from("<AppRec/>"));
    expect([document?.kind, document?.partyAlias, textOf(document)]).toEqual(["RECEIPT", "practice", "<AppRec/>"]);
    const passed = fact("MessagePassedOn", {
      archiveId,
      reason: "WITHIN_HEALTH",
      case: {
        sender: "local-practice",
        senderAliases: ["asker"],
        envelope: { ...silent, format: "MSGHEAD", sender: hospital },
      },
    });
    const [back] = told(settled("APPREC_1_0"), [passed], Buffer.from("<AppRec/>"));
    expect([back?.kind, back?.partyAlias]).toEqual(["RECEIPT", "asker"]);
    expect(told(settled("NONE"), [original], Buffer.from("<AppRec/>"))).toEqual([]);
    expect(told(settled("APPREC_1_1"), [], Buffer.from("<AppRec/>"))).toEqual([]);
  });

  test("what is passed on is what was received, byte by byte", () =>
    expect(
      Buffer.from(told(fact("MessagePassedOn", { reason: "WITHIN_HEALTH" }), [], onTheWire)[0]?.medical?.body ?? []),
    ).toEqual(Buffer.from(onTheWire)));
});

describe("a plan that the hub passes on", () => {
  const plan = { ...full("FollowUpPlanShared"), toClinician: true, format: "REST" as const, archiveId };
  const letterOfPlan = planLetterOf({ ...plan, identity: numbered(plan.identity) }, { at: 0, alias: "a" })!;
  const passed = fact("DialogueMessageSent", letterOfPlan);

  test("goes to whoever certified last, with the plan enclosed", () => {
    const [document] = told(passed, [certificate(), fact("FollowUpPlanShared", plan)]);
    expect(document?.partyAlias).toBe("practice");
    expect(document?.kind).toBe("FOLLOW_UP_PLAN");
    expect(textOf(document)).toContain(Buffer.from("%PDF-1.4").toString("base64").slice(0, 10));
  });

  test("goes nowhere where nobody has certified", () =>
    expect(told(passed, [fact("FollowUpPlanShared", plan)])).toEqual([]));
});

describe("what an order encloses", () => {
  const attached = (() => {
    const one = letter({ list: "8127", code: "1", kind: "PLAN_LETTER" });
    const open = one.content as { readonly state: "Open"; readonly value: Contracts["DialogueMessageSent"] };
    const { attachments } = full("DialogueMessageSent").medical;
    return {
      ...one,
      content: { ...open, value: { ...open.value, medical: { ...open.value.medical, attachments } } },
    } as Known;
  })();
  const order = {
    behandlerRef: "b",
    personIdent: "12895012345",
    dialogmeldingUuid: wireId,
    dialogmeldingRefConversation: wireId,
    dialogmeldingType: "OPPFOLGINGSPLAN",
    dialogmeldingKodeverk: "HENVENDELSE",
    dialogmeldingKode: 1,
    dialogmeldingVedlegg: Buffer.from("%PDF-1.7 vedlegg").toString("base64"),
  };

  test("goes along as it was", () =>
    expect(textOf(told(attached, [], Buffer.from(JSON.stringify(order)))[0])).toContain(order.dialogmeldingVedlegg));

  test.each([
    ["is not kept any more", undefined],
    ["is no order", Buffer.from("not JSON")],
  ])("is told as lost where the original %s", (_, received) =>
    expect(told(attached, [], received)[0]?.case?.lost).toContainEqual(
      expect.objectContaining({ path: "medical.attachments[0]", rule: "ORIGINAL_NOT_KEPT" }),
    ),
  );
});

test("a status says nothing medical without consent", () => {
  const about = referral("TO_WELFARE", { from: doctor, format: "KITH_2_0" });
  const withdrawn = fact("SharingConsentRecorded", { referralId, status: "WITHDRAWN" });
  const text = full("ReferralDeclined").medical.text ?? "";
  const declined = step("ReferralDeclined", hubStep);
  const value = {
    ...declined,
    content: { state: "Open", value: { ...full("ReferralDeclined"), referralId } },
  } as Known;
  expect(text).not.toBe("");
  expect(textOf(told(value, [about])[0])).toContain(text);
  expect(textOf(told(value, [about, withdrawn])[0])).not.toContain(text);
});

test("a letter's id is its message id, and its document is the same again", () => {
  const one = letter({ list: "8127", code: "8", kind: "NOTE" });
  expect(told(one)).toEqual(told(one));
  expect(told(one)[0]?.messageId).toBe((one.wire as { readonly messageId: string }).messageId);
});

test("the past and the original are asked for where a document rests on them", () => {
  const clinicians = fact("DialogueMessageSent", { fromSide: "HEALTH" });
  const passed = fact("MessagePassedOn");
  expect([needsPast(clinicians), needsOriginal(clinicians)]).toEqual([false, false]);
  expect([needsPast(passed), needsOriginal(passed)]).toEqual([false, true]);
  expect([needsPast(review()), needsOriginal(review())]).toEqual([true, false]);
});

describe("the hub's own contract from house to house", () => {
  const house = (name: string, herId: string) => ({
    name,
    identifiers: [{ type: "HER", value: herId }],
    department: null,
    professional: null,
  });
  const sentAsJson: HubReferral = {
    messageId: wireId,
    madeAt: 0 as HubReferral["madeAt"],
    parent: null,
    conversation: null,
    sender: house("Sykehuset", "8140099"),
    receiver: house("Fjellsiden legekontor", "8140021"),
    person: { numbers: [{ type: "FNR", value: "12895012345" }], given: null, family: null, bornOn: null, sex: null },
    body: {
      kind: "REFERRAL",
      referral: referralId,
      lifecycle: "NEW",
      programme: "WORK_HEALTH_CLINIC",
      urgency: "NORMAL",
      wantedOn: day(20_000),
      copies: [],
      consent: { status: "REFUSED", on: null, givenBy: null },
      legalBasis: null,
      work: {
        goal: "Tilbake i jobb",
        tried: null,
        asked: null,
        ordinaryWorkWished: null,
        functionAtWork: null,
        remainingCapacity: null,
      },
      medical: { diagnoses: [], text: "Vondt i hendene", sickLeave: [] },
    },
  };
  const bytes = printHubReferral(sentAsJson);
  const within = referral("WITHIN_HEALTH", { from: hospital });

  test("goes as it was", () => expect(textOf(told(within, [], bytes)[0])).toBe(Buffer.from(bytes).toString()));

  test.each(["REFUSED", "WITHDRAWN"] as const)("goes without what is medical where the person %s", (status) => {
    const [document] = told(within, [fact("SharingConsentRecorded", { referralId, status })], bytes);
    expect(textOf(document)).toContain("Tilbake i jobb");
    expect(textOf(document)).not.toContain("Vondt");
    expect(document?.case?.lost).toEqual([{ path: "medical", rule: "WITHHELD" }]);
  });

  test("an effort tells what is done and by whom", () => {
    const text = textOf(told(effort({ kind: "PROGRAMME", from: day(20_000) }), [hubToWelfare])[0]);
    expect(JSON.parse(text)).toMatchObject({ kind: "EFFORT", sender: { identifiers: [{ value: "79768" }] } });
  });
});
