import { loadCatalogue, loadSample } from "@samvirke/contracts";
import type { ContractName } from "@samvirke/contracts";
import { describe, expect, test } from "vitest";
import type { AnyEvent, FollowUpFact } from "../../src/index.ts";
import { followUpFactsOf } from "../../src/index.ts";

const catalogue = loadCatalogue();

const event = (type: ContractName, more: object = {}): AnyEvent =>
  ({ type, value: { ...loadSample(catalogue, type, "full"), ...more } }) as AnyEvent;

const kindsOf = (facts: ReadonlyArray<FollowUpFact>): ReadonlyArray<string> => facts.map(({ fact }) => fact);

describe("what other aggregates' events tell", () => {
  test.each<readonly [ContractName, object, ReadonlyArray<string>]>([
    ["SickLeaveCertified", {}, ["CERTIFICATE"]],
    ["SickLeaveRevised", {}, ["CERTIFICATE"]],
    ["SickLeaveReviewed", { standing: "APPLIED" }, ["REVIEW"]],
    ["SickLeaveReviewed", { standing: "WAITING" }, []],
    ["SickLeaveSentToEmployer", { standing: "APPLIED" }, ["CERTIFICATE_USE"]],
    ["SickLeaveSentToEmployer", { standing: "WAITING" }, []],
    ["SickLeaveConfirmed", { standing: "APPLIED" }, ["CERTIFICATE_USE"]],
    ["SickLeaveSetAside", { standing: "APPLIED" }, ["CERTIFICATE_USE"]],
    ["SickLeaveReopened", { standing: "APPLIED" }, ["CERTIFICATE_USE"]],
    ["SickLeaveDeleted", {}, ["DELETED"]],
    ["SickLeaveRejected", {}, []],
    ["ReferralSent", { cancelledAhead: false, direction: "WITHIN_HEALTH" }, ["REFERRAL", "OUTGOING"]],
    ["ReferralSent", { cancelledAhead: false, direction: "TO_WELFARE" }, ["REFERRAL"]],
    ["ReferralSent", { cancelledAhead: true, direction: "TO_HEALTH" }, ["REFERRAL", "OUTGOING", "REFERRAL_STEP"]],
    ["ReferralGranted", { recordedOnly: false }, ["REFERRAL_STEP"]],
    ["ReferralGranted", { recordedOnly: true }, []],
    ["ReferralForwarded", { recordedOnly: false }, ["REFERRAL_STEP"]],
    ["ReferralDeclined", { recordedOnly: false }, ["REFERRAL_STEP"]],
    ["ReferralCancelled", { recordedOnly: false }, ["REFERRAL_STEP"]],
    ["FollowUpPlanShared", {}, ["PLAN"]],
    ["DialogueMessageSent", { kind: "QUESTION", fromSide: "WELFARE" }, ["MESSAGE", "OUTGOING"]],
    ["DialogueMessageSent", { kind: "ANSWER", fromSide: "HEALTH" }, ["MESSAGE"]],
    ["DialogueMeetingAnswered", { by: "CLINICIAN", answer: "COMING" }, ["MEETING_ANSWER"]],
    ["EffortRecorded", {}, ["EFFORT"]],
    ["DeliverySettled", { outcome: "OK", receiverRole: "MAIN", ahead: true }, []],
    ["DeliverySettled", { outcome: "OK", receiverRole: "MAIN", ahead: false }, ["SETTLED", "REFERRAL_STEP"]],
    ["DeliverySettled", { outcome: "REFUSED", receiverRole: "MAIN", ahead: false }, ["SETTLED"]],
    ["DeliverySettled", { outcome: "OK", receiverRole: "COPY", ahead: false }, ["SETTLED"]],
    ["DeliverySettled", { outcome: "OVERDUE" }, []],
    ["DayPassed", {}, []],
  ])("%s %j", (type, more, kinds) => expect(kindsOf(followUpFactsOf(event(type, more)))).toEqual(kinds));

  test.each([
    ["PERSON", "ASIDE"],
    ["EXPIRY", "EXPIRED"],
  ])("set aside by %s is %s", (by, use) =>
    expect(followUpFactsOf(event("SickLeaveSetAside", { standing: "APPLIED", by }))).toMatchObject([{ use }]),
  );

  test.each([
    [null, "NONE"],
    [{ atOnce: true, text: null }, "AT_ONCE"],
    [{ atOnce: false, text: "hjelp" }, "ASKED"],
    [{ atOnce: null, text: " " }, "NONE"],
  ])("help asked as %j is %s", (helpAsked, help) => {
    const full = loadSample(catalogue, "SickLeaveCertified", "full");
    const facts = followUpFactsOf(event("SickLeaveCertified", { case: { ...full.case, helpAsked } }));
    expect(facts).toMatchObject([{ help }]);
  });

  test("answer code 4 waits for consent, and a note about somebody not on sick leave asks for help", () => {
    const full = loadSample(catalogue, "DialogueMessageSent", "full");
    const answerCode = { system: null, code: "4", text: null, originalText: null };
    const answer = { kind: "ANSWER", fromSide: "HEALTH", case: { ...full.case, answerCode } };
    expect(followUpFactsOf(event("DialogueMessageSent", answer))).toMatchObject([{ needsConsent: true }]);
    const note = { kind: "NOTE", fromSide: "HEALTH", aboutSickLeave: false };
    expect(followUpFactsOf(event("DialogueMessageSent", note))).toMatchObject([{ asksHelp: true }]);
  });

  test("only a referral to welfare without a word on consent waits for the person", () => {
    const facts = (direction: string, consent: string) =>
      followUpFactsOf(event("ReferralSent", { direction, consent, cancelledAhead: false }))[0];
    expect(facts("TO_WELFARE", "NOT_STATED")).toMatchObject({ needsConsent: true, toWelfare: true });
    expect(facts("TO_WELFARE", "GIVEN")).toMatchObject({ needsConsent: false });
    expect(facts("WITHIN_HEALTH", "NOT_STATED")).toMatchObject({ needsConsent: false, toWelfare: false });
  });
});
