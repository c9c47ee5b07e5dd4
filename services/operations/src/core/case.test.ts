import { topics } from "@samvirke/contracts";
import { describe, expect, test } from "vitest";
import { caseDocument } from "./case.ts";
import type { CaseFacts, MessageFacts, OutboundFacts, ParkedFacts, RecordFacts } from "./case-facts.ts";
import { stages } from "./stages.ts";

const person = "8b5f8f1e-0000-4000-8000-000000000001";
const first = "00000000-0000-5000-8000-000000000001";
const second = "00000000-0000-5000-8000-000000000002";
const at = Date.parse("2026-03-02T09:00:00Z");

const record = (messageId: string, topic: string, more: Partial<RecordFacts> = {}): RecordFacts => ({
  eventId: `${messageId} ${topic}`,
  type: "OutboundMessage",
  topic,
  partition: 3,
  position: 10,
  recordedAt: at,
  messageId,
  writtenBy: null,
  causedBy: null,
  ...more,
});

const received = (id = first, position = 10): RecordFacts =>
  record(id, topics.messages, { type: "MessageReceived", position });
const certified = (id = first, position = 10): RecordFacts =>
  record(id, topics.events, { type: "SickLeaveCertified", position });
const whole = [received(), certified(), record(first, topics.receiptOutbound), record(first, topics.welfareOutbound)];

const message = (more: Partial<MessageFacts> = {}): MessageFacts => ({
  messageId: first,
  kind: "SICK_LEAVE",
  format: "EI_FELLESFORMAT",
  receivedAt: at,
  outcome: "accepted",
  route: "automatic",
  caseId: "c",
  duplicateOf: null,
  ...more,
});

const written = (kind: string, topic: string, inReplyTo = first): OutboundFacts => ({
  messageId: `${kind} of ${inReplyTo}`,
  inReplyTo,
  caseId: "c",
  kind,
  contentType: "application/xml",
  topic,
  writtenAt: at,
});
const both = [written("RECEIPT", topics.receiptOutbound), written("SICK_LEAVE", topics.welfareOutbound)];

const parked = (stage: string, more: Partial<ParkedFacts> = {}): ParkedFacts => ({
  stage,
  topic: topics.events,
  partition: 3,
  position: 10,
  type: "SickLeaveCertified",
  reason: "defect",
  detail: "TypeError at projection.ts:40",
  attempts: 2,
  firstSeen: at,
  lastSeen: at,
  ...more,
});

type Places = Readonly<Record<string, Partial<CaseFacts["stages"][number]>>>;

const facts = (change: Partial<CaseFacts> = {}, places: Places = {}): CaseFacts => ({
  personId: person,
  messages: [message()],
  records: whole,
  outbound: both,
  views: [],
  parked: [],
  discarded: [],
  stages: stages.map(({ name }) => ({ stage: name, checkpoint: 10, state: "running", reason: null, ...places[name] })),
  ...change,
});

const ballOf = (change: Partial<CaseFacts>, places: Places = {}) =>
  caseDocument({ id: first, kind: "message", personId: person, messageId: first }, facts(change, places)).ball;

describe("where is it, and why not further", () => {
  test.each<[string, Partial<CaseFacts>, Places, string, string]>([
    [
      "the intake, with others before it",
      { records: [received(first, 13)], outbound: [] },
      {},
      "intake",
      "intake has yet to handle MessageReceived at samvirke.messages 3/13: 2 records of its partition come first.",
    ],
    [
      "the intake, as the next",
      { records: [received(first, 11)], outbound: [] },
      {},
      "intake",
      "intake has yet to handle MessageReceived at samvirke.messages 3/11: it is next.",
    ],
    [
      "a stage paused by hand",
      {},
      { "health-projector": { checkpoint: 8, state: "paused", reason: "kari: deploy" } },
      "operations",
      "health-projector has yet to handle SickLeaveCertified at samvirke.events 3/10 and is paused (kari: deploy); 1 record of its partition comes first.",
    ],
    [
      "a stage that waits for a register",
      { records: [received(first, 11)] },
      { intake: { state: "waiting", reason: "register persons: away" } },
      "intake",
      "intake has yet to handle MessageReceived at samvirke.messages 3/11 and is waiting (register persons: away); it is next.",
    ],
    [
      "a parked record",
      { parked: [parked("health-projector")] },
      {},
      "operations",
      "health-projector has parked SickLeaveCertified at samvirke.events 3/10: defect: TypeError at projection.ts:40 (attempts: 2). After the fix, redrive the person.",
    ],
    [
      "nobody, where somebody gave the record up",
      {
        discarded: [
          { stage: "health-projector", topic: "samvirke.events", position: 10, by: "kari", why: "broken for good", at },
        ],
      },
      {},
      "nobody",
      "SickLeaveCertified at samvirke.events 3/10 was discarded in health-projector (kari: broken for good); nothing more comes of it there.",
    ],
    [
      "a record behind a parked one",
      { parked: [parked("health-projector", { position: 9 }), parked("health-projector", { reason: "behind" })] },
      {},
      "operations",
      "health-projector has parked SickLeaveCertified at samvirke.events 3/10: behind: an earlier record of the person is parked. After the fix, redrive the person.",
    ],
    [
      "nobody, once all is done",
      {},
      {},
      "nobody",
      "Done: accepted automatically; the receipt is in the sender's mailbox and welfare has its record.",
    ],
    [
      "a case worker",
      { messages: [message({ route: "manual" })] },
      {},
      "welfare",
      "The hub is done: accepted for manual assessment by a case worker; the receipt is in the sender's mailbox.",
    ],
    [
      "the sender, after a refusal",
      { messages: [message({ outcome: "rejected" })] },
      {},
      "sender",
      "Refused by a check or a rule; the receipt is in the sender's mailbox. The sender has to send a corrected message under a new id.",
    ],
    [
      "the sender, whom no receipt reaches",
      { messages: [message({ outcome: "malformed" })], outbound: [] },
      {},
      "sender",
      "It could not be read; the sender gets no receipt (none was wanted, or the message names nobody to answer). The sender has to send a corrected message under a new id.",
    ],
    [
      "nobody, for a duplicate",
      { messages: [message({ outcome: "duplicate", duplicateOf: "d" })] },
      {},
      "nobody",
      "Done: the same certificate as d, which counts; the receipt is in the sender's mailbox.",
    ],
    [
      "someone on call, when the log lacks it",
      { records: [] },
      {},
      "operations",
      "It is archived, but the log has no record of it: somebody has to look.",
    ],
  ])("%s has it", (_, change, places, holder, text) =>
    expect(ballOf(change, places)).toEqual({ messageId: first, holder, text }),
  );

  test("a parked record at the same position of another topic is another record", () =>
    expect(ballOf({ parked: [parked("health-projector", { topic: topics.messages })] })?.holder).toBe("nobody"));

  test("a record that nobody waits for yet holds nothing up: no welfare record was written", () =>
    expect(
      ballOf({ records: [received(), certified(), record(first, topics.receiptOutbound)], outbound: [both[0]!] })?.text,
    ).toBe("Done: accepted automatically; the receipt is in the sender's mailbox and no record went to welfare."));
});

describe("a case", () => {
  const two = {
    messages: [message(), message({ messageId: second, receivedAt: at + 1 })],
    records: [...whole, received(second, 12), certified(second, 12)],
  };

  test("of a message holds that message alone", () => {
    const shown = caseDocument({ id: second, kind: "message", personId: person, messageId: second }, facts(two));
    expect(shown.messages.map(({ messageId }) => messageId)).toEqual([second]);
    expect(shown.events.map(({ position }) => position)).toEqual([12, 12]);
    expect(shown.receipts).toEqual([]);
    expect(shown.ball?.messageId).toBe(second);
  });

  test("of a person shows the oldest message that is not done", () => {
    const ask = { id: person, kind: "person", personId: person } as const;
    const stuck = caseDocument(ask, facts({ ...two, parked: [parked("case-events")] }));
    expect(stuck.balls.map(({ holder }) => holder)).toEqual(["operations", "intake"]);
    expect(stuck.ball?.messageId).toBe(first);
    const places = { intake: { checkpoint: 12 }, "case-messages": { checkpoint: 12 } };
    expect(caseDocument(ask, facts(two, places)).ball).toMatchObject({
      messageId: second,
      holder: "receipt-translator",
    });
  });

  test("tells receipts and other documents apart, in the words of the API", () => {
    const shown = caseDocument({ id: first, kind: "message", personId: person, messageId: first }, facts());
    expect(shown.receipts.map(({ kind }) => kind)).toEqual(["receipt"]);
    expect(shown.outbound.map(({ kind }) => kind)).toEqual(["sick-leave"]);
    expect(shown.messages[0]).toMatchObject({
      kind: "sick-leave",
      format: "ei-fellesformat",
      receivedAt: "2026-03-02T09:00:00.000Z",
    });
    expect(shown.messages[0]?.hops.map(({ state }) => state)).toEqual(Array.from({ length: 13 }, () => "done"));
  });
});
