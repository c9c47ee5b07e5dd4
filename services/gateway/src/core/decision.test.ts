import { loadCatalogue, loadSample } from "@samvirke/contracts";
import { expect, test } from "vitest";
import { appRecOf, decisionOf } from "./decision.ts";
import type { DecisionEvent } from "./decision.ts";
import { statusOf } from "./status.ts";

const catalogue = loadCatalogue();
const certified = loadSample(catalogue, "SickLeaveCertified", "full");
const rejected = loadSample(catalogue, "SickLeaveRejected", "full");
const refused = loadSample(catalogue, "MessageRefused", "full");
const unreadable = loadSample(catalogue, "MessageUnreadable", "full");

test.each<[string, DecisionEvent, string, string | null]>([
  ["certified", { type: "SickLeaveCertified", event: { ...certified, assessment: "OK" } }, "accepted", "automatic"],
  ["pending", { type: "SickLeaveCertified", event: { ...certified, assessment: "PENDING" } }, "accepted", "manual"],
  [
    "rejected by a rule",
    { type: "SickLeaveRejected", event: { ...rejected, reasonClass: "RULE" } },
    "rejected",
    "automatic",
  ],
  [
    "a duplicate",
    { type: "SickLeaveRejected", event: { ...rejected, reasonClass: "DUPLICATE" } },
    "duplicate",
    "automatic",
  ],
  ["unreadable", { type: "MessageUnreadable", event: unreadable }, "malformed", null],
  ["in conflict", { type: "MessageRefused", event: { ...refused, class: "CONFLICT" } }, "conflict", null],
  ["of a kind not taken", { type: "MessageRefused", event: { ...refused, class: "UNSUPPORTED" } }, "unsupported", null],
  ["from a sender refused", { type: "MessageRefused", event: { ...refused, class: "SENDER" } }, "rejected", null],
])("a message %s", (_name, event, outcome, route) => expect(decisionOf(event)).toMatchObject({ outcome, route }));

test("rules are told in NAV's words, and only those that fired", () => {
  const hits = (["MANUAL", "INVALID", "OK"] as const).map((outcome) => ({
    tree: "T",
    rule: outcome,
    outcome,
    textForSender: "",
    textForPerson: "",
  }));
  const event = { ...certified, case: { ...certified.case, ruleHits: hits } };
  expect(decisionOf({ type: "SickLeaveCertified", event }).rules).toEqual([
    { rule: "MANUAL", outcome: "MANUAL_PROCESSING" },
    { rule: "INVALID", outcome: "INVALID" },
  ]);
});

test("of an erased person the outcome is left, and nothing that was sealed", () =>
  expect(decisionOf({ type: "SickLeaveCertified", event: { ...certified, case: null } })).toMatchObject({
    outcome: "accepted",
    rules: [],
    warnings: [],
    receiptDue: null,
  }));

const due = {
  wanted: true,
  status: "REFUSED",
  errors: [{ system: "2.16.578.1.12.4.1.1.8221", code: "X99", text: "Avvist" }],
} as const;

test("a receipt is told by its number, errors as code and text", () => {
  expect(appRecOf(due)).toEqual({ status: 2, errors: [{ code: "X99", text: "Avvist" }] });
  expect(appRecOf({ ...due, status: "OK", errors: [] })).toEqual({ status: 1, errors: [] });
  expect(appRecOf({ ...due, wanted: false })).toBeNull();
  expect(appRecOf({ ...due, status: "UNKNOWN" })).toBeNull();
  expect(appRecOf(null)).toBeNull();
});

const message = { messageId: "m", personId: "p", kind: "SICK_LEAVE", format: "EI_FELLESFORMAT", receivedAt: 0 };

test("a status tells the receipt once it is written, not when it is due", () => {
  const decision = decisionOf({
    type: "SickLeaveRejected",
    event: { ...rejected, case: { ...rejected.case!, receipt: due } },
  });
  const facts = { message, decision, isDecided: true, hops: [], outbox: ["o"] };
  expect(statusOf({ ...facts, hasReceipt: false }).appRec).toBeNull();
  expect(statusOf({ ...facts, hasReceipt: true })).toMatchObject({
    kind: "sick-leave",
    format: "ei-fellesformat",
    caseId: rejected.sickLeaveId,
    appRec: { status: 2 },
    links: {
      self: "/v1/messages/m",
      outbox: ["/v1/outbox/o"],
      sickLeave: `/v1/views/sick-leaves/${rejected.sickLeaveId}`,
    },
  });
});

test("an undecided message has no outcome", () =>
  expect(
    statusOf({ message, decision: undefined, isDecided: false, hops: [], outbox: [], hasReceipt: false }),
  ).toMatchObject({
    outcome: null,
    route: null,
    caseId: null,
    rules: [],
    appRec: null,
  }));
