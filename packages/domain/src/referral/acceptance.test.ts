import assert from "node:assert/strict";
import { describe, test } from "vitest";
import {
  archive,
  cancellation,
  copyHouse,
  identifier,
  message,
  messageId,
  otherHospital,
  outcome,
  programme,
  receipt,
  status,
  told,
  welfare,
  code,
  day,
} from "./referral.cases.ts";
import type { Step } from "./referral.cases.ts";
import type { ReferralEvent } from "./model.ts";

type Case = readonly [
  section: string,
  says: string,
  steps: ReadonlyArray<Step | ReferralEvent>,
  outcome: readonly [status: string, ball: string],
];

const sent = message({ n: 1 });
const change = message({ n: 2, lifecycle: "M" });
const cancel = message({ n: 3, lifecycle: "C" });
const reused = message({ n: 3, lifecycle: "C", message: 1, conflictsWith: archive(1) });
// 1.x: no id of its own, the original's message id in RefDoc.
const byRefDoc = message({ n: 3, lifecycle: "C", shared: { referralIdAsSent: "7", refersTo: [messageId(1)] } });

const cases: ReadonlyArray<Case> = [
  ["C2", "a new referral waits for the receiver's system", [sent], ["sent", "RECEIVER_SYSTEM"]],
  [
    "C2, HIS 80415",
    "a positive receipt gives the receiver the ball",
    [sent, receipt(1, "OK")],
    ["delivered", "RECEIVER"],
  ],
  ["C2, HIS 80415", "a negative receipt gives it back", [sent, receipt(1, "REFUSED")], ["undelivered", "SENDER"]],
  [
    "C2, HIS 80415 (96 h)",
    "no receipt in time gives it back",
    [sent, receipt(1, "OVERDUE")],
    ["undelivered", "SENDER"],
  ],
  [
    "B 30",
    "an answer after its time counts all the same",
    [sent, receipt(1, "OVERDUE"), receipt(1, "OK")],
    ["delivered", "RECEIVER"],
  ],
  [
    "HIS 80415 (final)",
    "of two receipts the first is final",
    [sent, receipt(1, "OK", "MAIN", 5), receipt(1, "REFUSED", "MAIN", 6)],
    ["delivered", "RECEIVER"],
  ],
  [
    "C2, 8.1 (COP)",
    "a copy receiver's receipt moves nothing",
    [sent, receipt(1, "REFUSED", "COPY")],
    ["sent", "RECEIVER_SYSTEM"],
  ],
  [
    "9148/1",
    "called in",
    [sent, receipt(1, "OK"), status({ n: 4, outcome: "CALLED_IN" })],
    ["granted", "PERFORMING_UNIT"],
  ],
  [
    "9148, no code of it",
    "a status that is in no list leaves the ball where it is",
    [sent, receipt(1, "OK"), status({ n: 4, outcome: "UNKNOWN" })],
    ["delivered", "RECEIVER"],
  ],
  [
    "9148, no code of it",
    "nor does it when it comes before the referral",
    [status({ n: 4, outcome: "UNKNOWN" }), sent],
    ["sent", "RECEIVER_SYSTEM"],
  ],
  ["9148/2", "right granted", [sent, status({ n: 4, outcome: "RIGHT_GRANTED" })], ["granted", "PERFORMING_UNIT"]],
  [
    "9148/3",
    "forwarded",
    [sent, status({ n: 4, outcome: "FORWARDED", to: otherHospital })],
    ["forwarded", "NEW_RECEIVER"],
  ],
  [
    "9148/4",
    "declined goes back to the referrer",
    [sent, status({ n: 4, outcome: "DECLINED" })],
    ["declined", "REFERRER"],
  ],
  [
    "C2 forwarded",
    "the new receiver grants",
    [
      sent,
      status({ n: 4, outcome: "FORWARDED", to: otherHospital }),
      status({ n: 5, outcome: "CALLED_IN", by: otherHospital }),
    ],
    ["granted", "PERFORMING_UNIT"],
  ],
  [
    "C2 forwarded",
    "the new receiver declines",
    [
      sent,
      status({ n: 4, outcome: "FORWARDED", to: otherHospital }),
      status({ n: 5, outcome: "DECLINED", by: otherHospital }),
    ],
    ["declined", "REFERRER"],
  ],
  ["HIS 80517 (C)", "a cancellation by the referral's id", [sent, cancel], ["cancelled", "NOBODY"]],
  [
    "HIS 80517 1.0 (RefDoc/Id)",
    "a cancellation by the original's message id",
    [sent, byRefDoc],
    ["cancelled", "NOBODY"],
  ],
  [
    "Acceptance Case1-28",
    "a cancellation with the message id of what it cancels",
    [sent, reused],
    ["cancelled", "NOBODY"],
  ],
  ["C2 cancelledAhead", "a cancellation before the original", [cancel], ["cancelledAhead", "NOBODY"]],
  ["C2, C4.1", "the original after its cancellation is never open", [cancel, sent], ["cancelled", "NOBODY"]],
  ["C4.1", "the same by the original's message id", [byRefDoc, sent], ["cancelled", "NOBODY"]],
  ["C4.1, Case1-28", "the same with the reused message id", [reused, sent], ["cancelled", "NOBODY"]],
  [
    "C2 granted",
    "a granted referral can be cancelled",
    [sent, status({ n: 2, outcome: "CALLED_IN" }), cancel],
    ["cancelled", "NOBODY"],
  ],
  [
    "C2 undelivered",
    "an undelivered one can be cancelled",
    [sent, receipt(1, "REFUSED"), cancel],
    ["cancelled", "NOBODY"],
  ],
  [
    "C2 undelivered",
    "a change sends an undelivered one again",
    [sent, receipt(1, "REFUSED"), message({ n: 7, lifecycle: "M" })],
    ["sent", "RECEIVER_SYSTEM"],
  ],
  [
    "C2 undelivered",
    "so does the same as new",
    [sent, receipt(1, "REFUSED"), message({ n: 7 })],
    ["sent", "RECEIVER_SYSTEM"],
  ],
  [
    "C4.1",
    "a status before its referral is applied later",
    [status({ n: 4, outcome: "CALLED_IN" }), sent],
    ["granted", "PERFORMING_UNIT"],
  ],
  ["C4.1", "a receipt before its referral is applied later", [receipt(1, "OK"), sent], ["delivered", "RECEIVER"]],
  ["C4.1", "a change before its referral waits", [change], ["waiting", "NOBODY"]],
  [
    "C2 granted",
    "a programme's start",
    [sent, status({ n: 4, outcome: "ACCEPTED" }), programme({ n: 5, closed: false })],
    ["started", "PERFORMING_UNIT"],
  ],
  [
    "C2 started",
    "a programme's end",
    [
      sent,
      status({ n: 4, outcome: "ACCEPTED" }),
      programme({ n: 5, closed: false }),
      programme({ n: 6, closed: true }),
    ],
    ["ended", "NOBODY"],
  ],
  [
    "C2 copies",
    "a copy receiver cannot decline",
    [sent, receipt(1, "OK"), status({ n: 4, outcome: "DECLINED", by: copyHouse })],
    ["delivered", "RECEIVER"],
  ],
  [
    "C2 copies",
    "unless it was forwarded there",
    [sent, status({ n: 4, outcome: "FORWARDED", to: copyHouse }), status({ n: 5, outcome: "DECLINED", by: copyHouse })],
    ["declined", "REFERRER"],
  ],
  [
    "C2 closed",
    "a status after the end changes nothing",
    [sent, cancel, status({ n: 9, outcome: "CALLED_IN" })],
    ["cancelled", "NOBODY"],
  ],
  [
    "C4.1",
    "a status made before the end and come after it changes nothing either",
    [sent, cancel, status({ n: 9, minutes: 2, outcome: "CALLED_IN" })],
    ["cancelled", "NOBODY"],
  ],
  [
    "HIS 80517 (H)",
    "a history copy opens nothing beside the referral",
    [sent, message({ n: 8, lifecycle: "H" })],
    ["sent", "RECEIVER_SYSTEM"],
  ],
  [
    "R32",
    "a referral to NAV",
    [message({ n: 1, envelope: { receiver: { comMethod: null, organisations: [welfare] } } })],
    ["sent", "RECEIVER_SYSTEM"],
  ],
  ["R37", "a cancellation in the hub's own contract", [sent, cancellation(6)], ["cancelled", "NOBODY"]],
];

describe("what becomes of a referral", () => {
  test.each(cases)("%s: %s", (_, __, steps, expected) => assert.deepEqual(outcome(...steps), expected));
});

type Refused = readonly [section: string, says: string, steps: ReadonlyArray<Step>, rule: string, code: string];

const stranger = (lifecycle: string) => message({ n: 4, lifecycle, from: "stranger", message: 1 });
const nobody = { number: null, name: null };

const refusals: ReadonlyArray<Refused> = [
  [
    "8.1 E10",
    "a message id that is no UUID",
    [message({ n: 1, envelope: { messageId: "12" } })],
    "MESSAGE_ID_NOT_UUID",
    "E10",
  ],
  ["8.1 E36", "nobody", [message({ n: 1, identity: nobody })], "PERSON_NOT_IDENTIFIED", "E36"],
  ["8.1 E36", "a number without a name", [message({ n: 1, identity: { name: null } })], "PERSON_NOT_IDENTIFIED", "E36"],
  [
    "8.1 E36",
    "a local help number alone",
    [message({ n: 1, identity: { number: identifier("1", "HNR") } })],
    "PERSON_NOT_IDENTIFIED",
    "E36",
  ],
  [
    "8.1 E53",
    "a number that the register does not have",
    [message({ n: 1, change: { replies: { personFound: false, currentNumber: null, receiverIsKnown: null } } })],
    "PERSON_NOT_REGISTERED",
    "E53",
  ],
  [
    "8.1 E21",
    "a receiver nobody knows",
    [message({ n: 1, change: { replies: { personFound: true, currentNumber: null, receiverIsKnown: false } } })],
    "RECEIVER_UNKNOWN",
    "E21",
  ],
  [
    "design 4",
    "a new one under a used message id",
    [sent, message({ n: 2, message: 1, conflictsWith: archive(1) })],
    "MESSAGE_ID_REUSED",
    "E10",
  ],
  [
    "C2 closed",
    "a change after the cancellation",
    [sent, cancel, message({ n: 9, lifecycle: "M" })],
    "REFERRAL_CLOSED",
    "X99",
  ],
  [
    "C2 closed",
    "an addition after the refusal",
    [sent, status({ n: 4, outcome: "DECLINED" }), message({ n: 9, lifecycle: "A" })],
    "REFERRAL_CLOSED",
    "X99",
  ],
  ["C2", "a stranger's cancellation", [sent, stranger("C")], "NOT_THE_SENDER", "X99"],
  ["C2", "a stranger's change", [sent, stranger("M")], "NOT_THE_SENDER", "X99"],
];

describe("what is refused, and with which receipt", () => {
  test.each(refusals)("%s: %s", (_, __, steps, rule, expected) => {
    const event = told(...steps).events.at(-1);
    assert.ok(event?.type === "MessageRefused");
    assert.deepEqual(
      event.value.case?.findings.map((one) => one.rule),
      [rule],
    );
    assert.deepEqual(
      event.value.case?.receipt?.errors.map((one) => one.code),
      [expected],
    );
    assert.equal(event.value.case?.receipt?.status, "REFUSED");
  });
});

const types = (...steps: ReadonlyArray<Step | ReferralEvent>): ReadonlyArray<string> =>
  told(...steps).events.map(({ type }) => type);

describe("which events", () => {
  test("of receipts that came out of order the one made first counts", () => {
    const receipts = [receipt(1, "REFUSED", "MAIN", 9), receipt(1, "OK", "MAIN", 7), receipt(1, "REFUSED", "MAIN", 5)];
    assert.deepEqual(outcome(sent, ...receipts), ["undelivered", "SENDER"]);
    assert.deepEqual(outcome(sent, ...receipts.toReversed()), ["undelivered", "SENDER"]);
  });

  test("a cancellation that came first marks the referral, and is told again under its id", () => {
    const { events } = told(byRefDoc, sent);
    assert.deepEqual(
      events.map(({ type }) => type),
      ["ReferralCancelled", "ReferralSent", "ReferralCancelled"],
    );
    const [ahead, known, again] = events;
    assert.ok(ahead?.type === "ReferralCancelled" && ahead.value.ahead);
    assert.ok(known?.type === "ReferralSent" && known.value.cancelledAhead);
    assert.ok(again?.type === "ReferralCancelled" && !again.value.ahead);
    assert.equal(again.value.referralId, known.value.referralId);
  });

  test("a grant with a day tells of the waiting, without a day it does not", () => {
    const granted = told(sent, status({ n: 4, outcome: "CALLED_IN", appointment: "2026-05-04" })).events;
    const effort = granted.find((event) => event.type === "EffortRecorded");
    assert.ok(effort?.type === "EffortRecorded");
    assert.equal(effort.value.case.kind, "WAITING");
    assert.equal(effort.value.case.from, day("2026-03-02"));
    assert.equal(effort.value.case.to, day("2026-05-04"));
    assert.deepEqual(types(sent, status({ n: 4, outcome: "CALLED_IN" })), ["ReferralSent", "ReferralGranted"]);
  });

  test("waiting alone is no start", () =>
    assert.deepEqual(outcome(sent, status({ n: 4, outcome: "CALLED_IN", appointment: "2026-05-04" })), [
      "granted",
      "PERFORMING_UNIT",
    ]));

  test("a stranger's cancellation that came first takes no effect", () => {
    const views = told(message({ n: 4, lifecycle: "C", from: "stranger", message: 9 }), sent).views;
    assert.ok(views.some(({ status: is }) => is === "sent"));
    assert.ok(views.every(({ status: is }) => is !== "cancelled"));
  });

  test("an emergency needs no identity, and says that there is none", () => {
    const [event] = told(message({ n: 1, identity: nobody, shared: { urgency: "EMERGENCY" } })).events;
    assert.ok(event?.type === "ReferralSent");
    assert.equal(event.value.identityState, "UNIDENTIFIED");
  });

  test("name, birth day and sex identify", () => {
    const patient = { ...sent.content.case.patient, bornOn: day("1970-05-01"), sex: code("2") };
    const [event] = told(message({ n: 1, identity: { number: null }, shared: { patient } })).events;
    assert.ok(event?.type === "ReferralSent");
    assert.equal(event.value.identityState, "IDENTIFIED");
  });

  test("the same content again under another message id is a copy, and asks nothing", () => {
    const { events } = told(sent, message({ n: 2, key: "key-1" }));
    assert.deepEqual(
      events.map(({ type }) => type),
      ["ReferralSent", "ReferralCopied"],
    );
    assert.ok(events[1]?.type === "ReferralCopied" && events[1].value.copyKind === "DUPLICATE");
  });

  test("a change after the grant asks for another assessment", () =>
    assert.equal(
      told(sent, status({ n: 2, outcome: "CALLED_IN" }), message({ n: 3, lifecycle: "M" })).views[0]?.assessAgain,
      true,
    ));

  test("an addition stands beside the content, a replacement in its place", () => {
    const contentOf = (...steps: ReadonlyArray<Step>) => told(...steps).views[0]?.content;
    const [added, replaced] = [message({ n: 2, lifecycle: "A" }), message({ n: 3, lifecycle: "O" })];
    assert.deepEqual(contentOf(sent, added), [archive(1), archive(2)]);
    assert.deepEqual(contentOf(sent, added, replaced), [archive(3)]);
    assert.deepEqual(contentOf(added, replaced, sent), [archive(3)]);
  });

  test("an unknown life cycle code is no reason to refuse", () =>
    assert.deepEqual(types(message({ n: 1, lifecycle: "Z" })), ["ReferralSent"]));

  test("a decision of somebody else is recorded with a warning", () => {
    const event = told(sent, status({ n: 4, outcome: "DECLINED", by: otherHospital })).events.at(-1);
    assert.ok(event?.type === "ReferralDeclined");
    assert.deepEqual(event.value.case.warnings, [{ path: "Sender", rule: "NOT_THE_RECEIVER" }]);
  });

  test("a copy receiver's decision is recorded only", () => {
    const event = told(sent, status({ n: 4, outcome: "DECLINED", by: copyHouse })).events.at(-1);
    assert.ok(event?.type === "ReferralDeclined" && event.value.recordedOnly);
  });

  test("the hub's own receipt where it receives, the receiver's where it passes on", () => {
    const receiptOf = (answers: "HUB" | "RECEIVER", ack = "J") => {
      const [event] = told(message({ n: 1, change: { answers }, envelope: { ack: code(ack) } })).events;
      return event?.type === "ReferralSent" ? event.value.case.receipt : undefined;
    };
    assert.deepEqual(receiptOf("HUB"), { wanted: true, status: "OK", errors: [] });
    assert.equal(receiptOf("HUB", "F")?.wanted, false);
    assert.equal(receiptOf("RECEIVER"), null);
  });

  test("directions and consents", () => {
    const of = (made: Parameters<typeof message>[0]) => {
      const [event] = told(message(made)).events;
      return event?.type === "ReferralSent" ? [event.value.direction, event.value.consent] : [];
    };
    const toWelfare = { receiver: { comMethod: null, organisations: [welfare] } };
    const fromWelfare = { sender: { comMethod: null, organisations: [welfare] } };
    const consent = (value: string) => ({ status: code(value), on: null, note: null, givenBy: null });
    assert.deepEqual(of({ n: 1 }), ["WITHIN_HEALTH", "NOT_STATED"]);
    assert.deepEqual(of({ n: 1, envelope: toWelfare, shared: { consents: [consent("1")] } }), ["TO_WELFARE", "GIVEN"]);
    assert.deepEqual(of({ n: 1, envelope: fromWelfare, shared: { consents: [consent("1"), consent("4")] } }), [
      "TO_HEALTH",
      "REFUSED",
    ]);
  });

  test("two senders' own numbers are two referrals", () => {
    const local = { shared: { referralIdAsSent: "7" } };
    const views = told(message({ n: 1, ...local }), message({ n: 2, from: "other", ...local })).views;
    assert.deepEqual(
      views.map(({ status: is }) => is),
      ["sent", "sent"],
    );
  });
});
