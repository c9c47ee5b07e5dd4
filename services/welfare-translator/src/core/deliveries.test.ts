import { erasedFactOf } from "@samvirke/contracts";
import type { Contracts, WireParty } from "@samvirke/contracts";
import { decidedByWelfare } from "@samvirke/domain";
import { describe, expect, test } from "vitest";
import { fact, full, numbered, shapesOf } from "../adapter/told.cases.ts";
import { needsOriginal, needsPast } from "./deliveries.ts";
import type { Known } from "./model.ts";

const record = "SykmeldingRecord 27";
const legacy = "ReceivedSykmelding";
const status = "SykmeldingStatusKafkaMessageDTO";
const hub = "samvirke.referral/1";
const applied = { standing: "APPLIED" } as const;
const sickLeaveId = "0f0f0f0f-1111-5222-8333-444444444444";
const referralId = "0f0f0f0f-1111-5222-8333-555555555555";
const archiveId = "0f0f0f0f-1111-5222-8333-666666666666";
const fromHealth = { ruleSetVersion: "52", sickLeaveId };
const fromWelfare = { ruleSetVersion: decidedByWelfare, sickLeaveId };

const known = [fact("SickLeaveCertified", fromHealth)];
const knownRefused = [fact("SickLeaveRejected", { ...fromHealth, reasonClass: "RULE" })];
const welfares = [fact("SickLeaveCertified", fromWelfare)];

const dialogue = (changes: Partial<Contracts["DialogueMessageSent"]>, isAsked: boolean): Known => {
  const value = full("DialogueMessageSent");
  const registryAnswers = isAsked ? value.case.registryAnswers : null;
  return fact("DialogueMessageSent", {
    ...value,
    identity: numbered(value.identity),
    case: { ...value.case, registryAnswers },
    ...changes,
  });
};
const answer = (changes: Partial<Contracts["DialogueMeetingAnswered"]>, isAsked: boolean): Known => {
  const value = full("DialogueMeetingAnswered");
  const registryAnswers = isAsked ? full("DialogueMessageSent").case.registryAnswers : null;
  return fact("DialogueMeetingAnswered", {
    ...value,
    identity: numbered(value.identity),
    case: { ...value.case, registryAnswers },
    ...changes,
  });
};

const order = (receiver: WireParty | null): Known => {
  const value = full("DialogueMessageSent");
  const envelope = { ...value.case.envelope, receiver };
  return fact("DialogueMessageSent", {
    fromSide: "WELFARE",
    case: { ...value.case, registryAnswers: null, clinicianReference: "ref", envelope },
  });
};

const referral = (
  changes: Partial<Contracts["ReferralSent"]>,
  programme: Contracts["ReferralSent"]["case"]["programme"] = "TREATMENT",
): Known => {
  const value = full("ReferralSent");
  const base = { referralId, consent: "GIVEN", cancelledAhead: false } as const;
  return fact("ReferralSent", { ...value, ...base, case: { ...value.case, programme }, ...changes });
};
const step = <N extends "ReferralGranted" | "ReferralForwarded" | "ReferralDeclined" | "ReferralCancelled">(
  type: N,
  changes: { readonly ahead?: boolean; readonly recordedOnly?: boolean } = {},
): Known => fact(type, { ...full(type), referralId, ahead: false, recordedOnly: false, ...changes });
const consent = (value: Contracts["SharingConsentRecorded"]["status"]): Known =>
  fact("SharingConsentRecorded", { referralId, status: value });

const letter = dialogue({ fromSide: "WELFARE", messageId: archiveId }, false);
const settled = (outcome: Contracts["DeliverySettled"]["outcome"], by: string | null = archiveId): Known =>
  fact("DeliverySettled", { messageId: archiveId, outcome, archiveId: by });

type Case = readonly [what: string, told: Known, earlier: ReadonlyArray<Known>, shapes: ReadonlyArray<string>];

const table: ReadonlyArray<Case> = [
  ["R1 a certificate of health's", fact("SickLeaveCertified", fromHealth), [], [record, legacy]],
  [
    "R1 one under assessment",
    fact("SickLeaveCertified", { ...fromHealth, assessment: "PENDING" }),
    [],
    [record, legacy],
  ],
  [
    "R1 one that a rule refused",
    fact("SickLeaveRejected", { ...fromHealth, reasonClass: "RULE" }),
    [],
    [record, legacy],
  ],
  ["R1 a duplicate", fact("SickLeaveRejected", { ...fromHealth, reasonClass: "DUPLICATE" }), [], []],
  ["R1 one with a fault", fact("SickLeaveRejected", { ...fromHealth, reasonClass: "CONTENT" }), [], []],
  ["R1 one whose sender may not", fact("SickLeaveRejected", { ...fromHealth, reasonClass: "SENDER" }), [], []],
  ["R1 one with a bad attachment", fact("SickLeaveRejected", { ...fromHealth, reasonClass: "ATTACHMENT" }), [], []],
  ["R5 R6 one of welfare's own", fact("SickLeaveCertified", fromWelfare), [], []],
  ["R5 one that welfare refused", fact("SickLeaveRejected", { ...fromWelfare, reasonClass: "RULE" }), [], []],
  ["R8 a review", fact("SickLeaveReviewed", { ...applied, sickLeaveId, outcome: "OK" }), known, [record, legacy]],
  [
    "R8 a review that refuses",
    fact("SickLeaveReviewed", { ...applied, sickLeaveId, outcome: "INVALID" }),
    known,
    [record, legacy],
  ],
  [
    "R8 a review that lifts a refusal",
    fact("SickLeaveReviewed", { ...applied, sickLeaveId, outcome: "OK" }),
    knownRefused,
    [record, legacy],
  ],
  ["R4 one made in the digital solution", fact("SickLeaveCertified", { channel: "DIGITAL" }), [], [record]],
  ["R8 a review that waits", fact("SickLeaveReviewed", { standing: "WAITING", sickLeaveId, outcome: "OK" }), known, []],
  ["R8 a review of welfare's own", fact("SickLeaveReviewed", { ...applied, sickLeaveId, outcome: "OK" }), welfares, []],
  ["R10 used without employer", fact("SickLeaveConfirmed", { ...applied, sickLeaveId }), known, [status]],
  ["R11 set aside", fact("SickLeaveSetAside", { ...applied, sickLeaveId }), known, [status]],
  ["R12 opened again", fact("SickLeaveReopened", { ...applied, sickLeaveId }), known, [status]],
  ["R10 of welfare's own", fact("SickLeaveConfirmed", { ...applied, sickLeaveId }), welfares, []],
  ["R10 of one that nobody knows", fact("SickLeaveConfirmed", { ...applied, sickLeaveId }), [], []],
  ["R12 one that waits", fact("SickLeaveReopened", { standing: "WAITING", sickLeaveId }), known, []],
  ["R7 R13 deleted", fact("SickLeaveDeleted", { ...applied, sickLeaveId }), known, ["removal"]],
  ["R7 of welfare's own", fact("SickLeaveDeleted", { ...applied, sickLeaveId }), welfares, []],
  ["R14 a clinician's note", dialogue({ fromSide: "HEALTH" }, true), [], ["DialogmeldingForKafka"]],
  ["R16 a clinician's answer", dialogue({ fromSide: "HEALTH", kind: "ANSWER" }, true), [], ["DialogmeldingForKafka"]],
  ["R17 an answer to a call", answer({ by: "CLINICIAN" }, true), [], ["DialogmeldingForKafka"]],
  ["R18 a letter of welfare's", dialogue({ fromSide: "WELFARE" }, false), [], []],
  ["R19 an order for a clinician who is not found", order(null), [], ["behandler-dialogmelding-status"]],
  [
    "R19 an order for one who is",
    order(full("SickLeaveCertified").case.envelope.receiver ?? { comMethod: null, organisations: [] }),
    [],
    [],
  ],
  ["R25 a note that welfare told", dialogue({ fromSide: "HEALTH" }, false), [], []],
  ["R25 an answer that welfare told", answer({ by: "CLINICIAN" }, false), [], []],
  ["R44 a worker's answer", answer({ by: "WORKER" }, false), [], []],
  ["R38 a statement", fact("WorkAbilityAssessed"), [], ["LegeerklaeringKafkaMessage", "ReceivedLegeerklaering"]],
  ["R39 a plan for welfare", fact("FollowUpPlanShared", { toWelfare: true, format: "REST" }), [], ["KFollowUpPlan"]],
  [
    "R40 one of the portal's",
    fact("FollowUpPlanShared", { toWelfare: true, format: "PORTAL_4" }),
    [],
    ["KFollowUpPlan"],
  ],
  ["R39 one that is not shared", fact("FollowUpPlanShared", { toWelfare: false, format: "REST" }), [], []],
  ["R41 one that welfare told of", fact("FollowUpPlanShared", { toWelfare: true, format: "NOTICE" }), [], []],
  ["R32 a referral to welfare", referral({ direction: "TO_WELFARE" }), [], [hub]],
  ["R32 one that was cancelled ahead", referral({ direction: "TO_WELFARE", cancelledAhead: true }), [], []],
  ["R33 a referral of welfare's", referral({ direction: "TO_HEALTH" }), [], []],
  ["R27 within health", referral({ direction: "WITHIN_HEALTH" }), [], []],
  ["R34 job support, with consent", referral({ direction: "WITHIN_HEALTH" }, "JOB_SUPPORT"), [], [hub]],
  ["R35 HelseIArbeid, with consent", referral({ direction: "WITHIN_HEALTH" }, "WORK_HEALTH_CLINIC"), [], [hub]],
  ["R36 rehabilitation, with consent", referral({ direction: "WITHIN_HEALTH" }, "REHABILITATION"), [], [hub]],
  ["R36 without consent", referral({ direction: "WITHIN_HEALTH", consent: "NOT_STATED" }, "REHABILITATION"), [], []],
  [
    "R36 after consent was taken back",
    referral({ direction: "WITHIN_HEALTH" }, "REHABILITATION"),
    [consent("WITHDRAWN")],
    [],
  ],
  ["R32 consent given later", consent("GIVEN"), [referral({ direction: "TO_WELFARE", consent: "NOT_STATED" })], [hub]],
  ["R32 consent that was stated before", consent("GIVEN"), [referral({ direction: "TO_WELFARE" })], []],
  ["R32 consent taken back", consent("WITHDRAWN"), [referral({ direction: "TO_WELFARE" })], []],
  [
    "R32 consent without effect",
    fact("SharingConsentRecorded", { referralId, status: "GIVEN", recordedOnly: true }),
    [referral({ direction: "TO_WELFARE", consent: "NOT_STATED" })],
    [],
  ],
  [
    "R32 consent to one that was cancelled",
    consent("GIVEN"),
    [referral({ direction: "TO_WELFARE", consent: "NOT_STATED" }), step("ReferralCancelled")],
    [],
  ],
  [
    "R33 consent to one of welfare's own",
    consent("GIVEN"),
    [referral({ direction: "TO_HEALTH", consent: "REFUSED" })],
    [],
  ],
  [
    "R36 consent given later",
    consent("GIVEN"),
    [referral({ direction: "WITHIN_HEALTH", consent: "NOT_STATED" }, "REHABILITATION")],
    [hub],
  ],
  [
    "R27 consent to one within health",
    consent("GIVEN"),
    [referral({ direction: "WITHIN_HEALTH", consent: "NOT_STATED" })],
    [],
  ],
  ["R37 granted, of welfare's own", step("ReferralGranted"), [referral({ direction: "TO_HEALTH" })], [hub]],
  ["R37 forwarded, of welfare's own", step("ReferralForwarded"), [referral({ direction: "TO_HEALTH" })], [hub]],
  ["R37 declined, of welfare's own", step("ReferralDeclined"), [referral({ direction: "TO_HEALTH" })], [hub]],
  ["R37 cancelled by welfare", step("ReferralCancelled"), [referral({ direction: "TO_HEALTH" })], []],
  ["R29 cancelled by health", step("ReferralCancelled"), [referral({ direction: "TO_WELFARE" })], [hub]],
  ["R37 granted by welfare", step("ReferralGranted"), [referral({ direction: "TO_WELFARE" })], []],
  ["R31 granted within health", step("ReferralGranted"), [referral({ direction: "WITHIN_HEALTH" })], []],
  [
    "R36 granted, with consent",
    step("ReferralGranted"),
    [referral({ direction: "WITHIN_HEALTH" }, "REHABILITATION")],
    [hub],
  ],
  ["R37 one that waits", step("ReferralGranted", { ahead: true }), [referral({ direction: "TO_HEALTH" })], []],
  [
    "R37 one that does not count",
    step("ReferralDeclined", { recordedOnly: true }),
    [referral({ direction: "TO_HEALTH" })],
    [],
  ],
  ["R37 of one that nobody knows", step("ReferralGranted"), [], []],
  ["R52 a letter came through", settled("OK"), [letter], ["behandler-dialogmelding-status"]],
  ["R52 a letter was refused", settled("REFUSED"), [letter], ["behandler-dialogmelding-status"]],
  ["R52 a letter to nobody was told of with its order", settled("REFUSED", null), [letter], []],
  ["R55 between two of health's", settled("OK"), [dialogue({ fromSide: "HEALTH", messageId: archiveId }, true)], []],
  ["R56 no receipt for a letter", settled("OVERDUE"), [letter], ["samvirke delivery-notice 1"]],
  [
    "R56 no receipt for a referral",
    settled("OVERDUE"),
    [referral({ direction: "TO_HEALTH", archiveId })],
    ["samvirke delivery-notice 1"],
  ],
  ["R52 a referral of welfare's came through", settled("OK"), [referral({ direction: "TO_HEALTH", archiveId })], []],
];

describe("what welfare gets", () => {
  test.each(table)("%s", (_, one, earlier, shapes) => expect(shapesOf(one, earlier)).toEqual(shapes));

  test.each(table)("nothing of an erased person: %s", (_, one, earlier) =>
    expect(shapesOf({ ...one, content: { state: "Erased" } } as Known, earlier)).toEqual([]),
  );

  test("nothing that rests on a certificate whose content is gone", () =>
    expect(
      shapesOf(fact("SickLeaveConfirmed", { ...applied, sickLeaveId }), [
        erasedFactOf("SickLeaveCertified", { ...full("SickLeaveCertified"), ...fromHealth }) as unknown as Known,
      ]),
    ).toEqual([]));

  test("nothing of a refused certificate that was not read whole", () =>
    expect(shapesOf(fact("SickLeaveRejected", { ...fromHealth, reasonClass: "RULE", medical: null }))).toEqual([]));
});

test("the past is asked for what rests on it, and not for a certificate", () => {
  const restful = table.filter(([, , earlier]) => earlier.length > 0).map(([, one]) => one);
  expect(restful.filter((one) => !needsPast(one) && one.type !== "SickLeaveCertified")).toEqual([]);
  expect(needsPast(fact("SickLeaveCertified"))).toBe(false);
});

test("the message as received is asked for where a document holds it", () =>
  expect([
    needsOriginal(dialogue({}, true)),
    needsOriginal(fact("WorkAbilityAssessed")),
    needsOriginal(fact("SickLeaveCertified")),
  ]).toEqual([true, true, false]));
