import { topics } from "@samvirke/contracts";
import { describe, expect, test } from "vitest";
import type { CaseFacts, RecordFacts } from "./case-facts.ts";
import { caseDocument } from "./case.ts";
import { stages } from "./stages.ts";
import { factsThen, momentOf } from "./then.ts";

const person = "8b5f8f1e-0000-4000-8000-000000000001";
const message = "00000000-0000-5000-8000-000000000001";
const noon = Date.parse("2026-03-02T12:00:00Z");

const record = (id: string, topic: string, more: Partial<RecordFacts>): RecordFacts => ({
  eventId: id,
  type: "OutboundMessage",
  topic,
  partition: 3,
  position: 7,
  recordedAt: noon,
  messageId: message,
  writtenBy: null,
  causedBy: null,
  ...more,
});

const records = [
  record("m", topics.messages, { type: "MessageReceived" }),
  record("e", topics.events, {
    type: "SickLeaveCertified",
    recordedAt: noon + 10,
    writtenBy: "intake",
    causedBy: "m",
  }),
  record("r", topics.receiptOutbound, { recordedAt: noon + 20, writtenBy: "receipt-translator", causedBy: "e" }),
];

const facts: CaseFacts = {
  personId: person,
  messages: [
    {
      messageId: message,
      kind: "SICK_LEAVE",
      format: "EI_FELLESFORMAT",
      receivedAt: noon,
      outcome: "accepted",
      route: "automatic",
      caseId: "c",
      duplicateOf: null,
    },
  ],
  records,
  outbound: [],
  views: [],
  parked: [
    {
      stage: "health-projector",
      topic: topics.events,
      partition: 3,
      position: 7,
      type: "SickLeaveCertified",
      reason: "defect",
      detail: "d",
      attempts: 1,
      firstSeen: noon + 30,
      lastSeen: noon + 90,
    },
  ],
  discarded: [{ stage: "case-events", topic: topics.events, position: 7, by: "kari", why: "gone", at: noon + 40 }],
  stages: stages.map(({ name }) => ({ stage: name, checkpoint: 9, state: "paused", reason: "by hand" })),
};

const then = (at: number) => caseDocument({ id: person, kind: "person", personId: person }, factsThen(facts, at));

describe("what was known then", () => {
  test("is nothing before anything came", () =>
    expect(then(noon - 1)).toMatchObject({ messages: [], events: [], parked: [], ball: null }));

  test("leaves the ball with the stage that wrote later", () => {
    expect(then(noon).ball?.holder).toBe("intake");
    expect(then(noon + 10).ball?.holder).toBe("receipt-translator");
    expect(then(noon + 20).ball?.holder).toBe("nobody");
  });

  test("has the records up to then, and not the next", () => {
    expect([noon, noon + 9, noon + 10, noon + 20].map((at) => then(at).events.length)).toEqual([1, 1, 2, 3]);
  });

  test("knows of parking and giving up from when they happened on", () => {
    expect(then(noon + 29).parked).toEqual([]);
    expect(then(noon + 30).parked).toHaveLength(1);
    const givenUp = (at: number) => then(at).messages[0]?.hops.find(({ stage }) => stage === "case-events")?.state;
    expect([givenUp(noon + 39), givenUp(noon + 40)]).toEqual(["done", "discarded"]);
  });
});

describe("a moment", () => {
  test.each([
    ["2026-03-02T13:00:00+01:00", { by: "time", at: noon }],
    ["samvirke.events/3/120", { by: "position", topic: "samvirke.events", partition: 3, position: 120 }],
    ["2026-03-02", undefined],
    ["2026-03-02T13:00:00", undefined],
    ["samvirke.events/3", undefined],
    ["", undefined],
  ])("%s", (text, moment) => expect(momentOf(text)).toEqual(moment));
});
