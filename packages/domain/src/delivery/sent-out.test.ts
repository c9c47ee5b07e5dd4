import { loadCatalogue, loadSample } from "@samvirke/contracts";
import type { Code, Contracts, MessagePassedOn, WireParty } from "@samvirke/contracts";
import { fold } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import { archive, at, received } from "../sick-leave/certificate.cases.ts";
import { reviewLetterIdOf } from "../dialogue/index.ts";
import type { AnyEvent } from "../follow-up/index.ts";
import { delivery, deliveryDecisions } from "./decide.ts";
import type { DeliveryEvent, TakeReceipt } from "./model.ts";
import { nextReceiptDay } from "./next-day.ts";
import { sentOutBy } from "./sent-out.ts";

const catalogue = loadCatalogue();
const party = (type: string, value: string): WireParty => ({
  comMethod: null,
  organisations: [
    {
      name: null,
      type: null,
      identifiers: [{ value, type: { system: null, code: type, text: null, originalText: null } }],
      address: null,
      contactPoints: [],
      healthcareProfessional: null,
    },
  ],
});
const [clinic, hospital, welfare] = [party("HER", "8140021"), party("HER", "8140077"), party("HER", "79768")];
const ack = (code: string): Code => ({ system: null, code, text: null, originalText: null });
const full = loadSample(catalogue, "MessagePassedOn", "full");
const wireId = "0f4c9b52-71a3-4d6f-9c1b-2a6f0e7d5a01";

const envelopeOf = (change: object = {}) => ({
  ...full.case!.envelope!,
  format: "MSGHEAD" as const,
  messageId: wireId.toUpperCase(),
  sender: clinic,
  receiver: hospital,
  otherReceivers: [],
  ack: ack("J"),
  ...change,
});
const passedOn = (change: object = {}): AnyEvent => {
  const value: MessagePassedOn = {
    ...full,
    archiveId: archive(50),
    receivedAt: at("2026-03-02T12:00:00Z"),
    case: { ...full.case!, envelope: envelopeOf(change) },
  };
  return { type: "MessagePassedOn", value };
};
const step = (change: object = {}): AnyEvent => {
  const granted = loadSample(catalogue, "ReferralGranted", "full");
  const value: Contracts["ReferralGranted"] = {
    ...granted,
    archiveId: archive(50),
    case: { ...granted.case, envelope: envelopeOf(change) },
  };
  return { type: "ReferralGranted", value };
};
const review = (change: object = {}): AnyEvent => {
  const value = { ...loadSample(catalogue, "SickLeaveReviewed", "full"), archiveId: archive(50), ...change };
  return { type: "SickLeaveReviewed", value: { ...value, standing: "APPLIED", outcome: "INVALID", ...change } };
};

const asked = (answers: string): TakeReceipt => {
  const { case: settled } = loadSample(catalogue, "DeliverySettled", "full");
  const { receiver: _receiver, sender: _sender, findings: _findings, ...content } = settled;
  return {
    type: "TakeReceipt",
    received: { ...received, archiveId: archive(60), envelope: null },
    answers,
    receipt: {
      format: "APPREC_1_1",
      status: "OK",
      errorCodes: [],
      content: { ...content, answeredBy: null },
      findings: [],
    },
  };
};

const stateAfter = (event: AnyEvent, ...others: ReadonlyArray<DeliveryEvent>) =>
  fold(delivery.evolve)(delivery.initial, [
    ...others,
    ...sentOutBy(event).map((value) => ({ type: "MessageSentOut" as const, value })),
  ]);
const outcomes = (events: ReadonlyArray<DeliveryEvent>) =>
  events.map((one) =>
    one.type === "DeliverySettled" ? [one.value.messageId, one.value.outcome, one.value.ahead] : [],
  );
const late = (event: AnyEvent) =>
  deliveryDecisions({ type: "PassTime", at: at("2027-03-02T12:00:00Z"), receiptHours: 96 }, stateAfter(event));

const cases: ReadonlyArray<readonly [what: string, event: AnyEvent, id: string, name: string]> = [
  ["a message between houses of health", passedOn(), archive(50), wireId],
  ["a status between houses of health", step(), archive(50), wireId],
  ["a letter after a review", review(), reviewLetterIdOf(archive(50)), reviewLetterIdOf(archive(50))],
];

describe("a receipt settles what the hub passed on or wrote", () => {
  test.each(cases)("%s, where it comes after it", (_what, event, id, name) =>
    expect(outcomes(deliveryDecisions(asked(name), stateAfter(event)))).toEqual([[id, "OK", false]]),
  );

  test.each(cases)("%s, where it comes before it", (_what, event, id, name) => {
    const early = deliveryDecisions(asked(name), delivery.initial);
    expect(outcomes(early)[0]?.slice(1)).toEqual(["OK", true]);
    const state = fold(delivery.evolve)(delivery.initial, early);
    const met = sentOutBy(event).flatMap((outgoing) => deliveryDecisions({ type: "MeetReceipts", outgoing }, state));
    expect(outcomes(met)).toEqual([[id, "OK", false]]);
    expect(fold(delivery.evolve)(state, met).waiting).toEqual([]);
  });
});

describe("a receipt is missed", () => {
  test.each([
    ["of a message that asks for one", passedOn(), 1],
    ["of one that does not say", passedOn({ ack: null }), 1],
    ["not of one that asks for none", passedOn({ ack: ack("N") }), 0],
    ["not of one that wants it on error alone", passedOn({ ack: ack("F") }), 0],
    ["not of one that is for welfare alone, which the hub answers", step({ receiver: welfare }), 0],
    ["not of what welfare says in the hub's own contract", step({ format: "HUB_JSON", sender: welfare }), 0],
    ["not of a letter that may not have been written", review(), 0],
  ] as const)("%s", (_what, event, overdue) => {
    expect(late(event).length).toBe(overdue);
    expect(nextReceiptDay(stateAfter(event), 96, 0 as never) === undefined).toBe(overdue === 0);
  });

  test("not once it has come", () => {
    const settled = deliveryDecisions(asked(wireId), stateAfter(passedOn()));
    const state = fold(delivery.evolve)(stateAfter(passedOn()), settled);
    expect(deliveryDecisions({ type: "PassTime", at: at("2027-03-02T12:00:00Z"), receiptHours: 96 }, state)).toEqual(
      [],
    );
  });
});

test("a message that leads to nothing goes nowhere", () =>
  expect(sentOutBy({ type: "MessagePassedOn", value: { ...full, reason: "NOTHING_NEW", case: null } })).toEqual([]));
