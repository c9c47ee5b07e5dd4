import { factOf, loadCatalogue, loadSample } from "@samvirke/contracts";
import type { Contracts, ReceiptDue, WireEnvelope } from "@samvirke/contracts";
import { uuid5 } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import { editionsOf } from "../config.ts";
import { printOverdue, printReceipt } from "../adapter/outbound.ts";
import { answerTo, needsPast } from "./answers.ts";
import type { Known } from "./answers.ts";
import { decisions } from "./receipt.ts";
import type { Decision } from "./receipt.ts";

const catalogue = loadCatalogue();
const code = (value: string) => ({ system: null, code: value, text: value, originalText: null });
const party = (name: string, her: string) => ({
  comMethod: null,
  organisations: [
    {
      name,
      type: null,
      identifiers: [{ value: her, type: code("HER") }],
      address: null,
      contactPoints: [],
      healthcareProfessional: null,
    },
  ],
});
const envelope: WireEnvelope = {
  format: "MSGHEAD",
  messageType: code("DIALOG_NOTAT"),
  migVersion: null,
  generatedAtText: "2026-03-02T07:15:30,5",
  generatedAt: null,
  messageId: "6f1f63b4-1ac4-4bd6-a8d9-6b1b8c3e0f10",
  processingStatus: null,
  requestedPriority: null,
  ack: null,
  parentReference: null,
  conversationReference: null,
  sender: party("Fjellsiden legekontor", "8140021"),
  receiver: party("NAV", "79768"),
  otherReceivers: [],
  receivingStation: null,
};
const due: ReceiptDue = { wanted: true, status: "OK", errors: [] };
const told = { envelope, receipt: due, sender: "practice", senderAliases: ["aa"] };

const decided = <N extends Decision>(type: N, changes: object = {}): Known => {
  const value = loadSample(catalogue, type, "full") as Contracts[N] & { case: object };
  return factOf(type, { ...value, case: { ...value.case, ...told, ...changes } } as Contracts[N]) as unknown as Known;
};
const settled = (changes: Partial<Contracts["DeliverySettled"]>): Known => {
  const value = loadSample(catalogue, "DeliverySettled", "full");
  return factOf("DeliverySettled", { ...value, ...changes }) as Known;
};
const archiveOf = (fact: Known): string => fact.wire.archiveId ?? "";
const printed = (fact: Known, past: ReadonlyArray<Known> = [], declares: "1.0" | "1.1" = "1.0"): string => {
  const { receipt } = answerTo(fact, past);
  const [document] = receipt ? printReceipt(receipt, () => declares) : [];
  return Buffer.from(document?.case?.body ?? []).toString();
};

describe.each(decisions)("a receipt from %s", (type) => {
  test("is the sender's, says what was decided and repeats type, id and date as written", () => {
    const fact = decided(type);
    const { receipt } = answerTo(fact, []);
    expect(receipt).toMatchObject({ messageId: uuid5("receipt", archiveOf(fact)), partyAlias: "aa", due });
    const text = printed(fact);
    expect(text).toContain('<Status V="1"');
    expect(text).toContain(`<IssueDate>${envelope.generatedAtText}</IssueDate><Id>${envelope.messageId}</Id>`);
    expect(text).toContain('<MsgType V="DIALOG_NOTAT"');
  });

  test.each([
    ["none is due", { receipt: null }],
    ["none is wanted", { receipt: { ...due, wanted: false } }],
    ["the message names no sender", { envelope: { ...envelope, sender: null } }],
    ["there is no id to repeat", { envelope: { ...envelope, messageId: null } }],
  ])("is not written when %s", (_, changes) =>
    expect(answerTo(decided(type, changes), [])).toEqual({ receipt: undefined, overdue: undefined }),
  );
});

test("a referral that waited leads to two events and to one receipt", () => {
  const fact = decided("ReferralChanged");
  expect(needsPast(fact)).toBe(true);
  expect(answerTo(fact, [decided("ReferralSent", {})]).receipt).toBeUndefined();
  expect(answerTo(fact, [decided("ReferralSent", { receipt: null })]).receipt).toBeDefined();
});

test("nothing is asked of the past for a certificate", () =>
  expect(needsPast(decided("SickLeaveCertified"))).toBe(false));

describe("the edition", () => {
  const editions = editionsOf([{ id: "practice", token: "t", appRec: "1.1" }, { id: "other" }]);
  test("is the one that the party declares, else NAV's own", () =>
    expect([editions("practice"), editions("other"), editions("unknown")]).toEqual(["1.1", "1.0", "1.0"]));
  test("decides name space and role", () => {
    expect(printed(decided("DialogueMessageSent"))).toContain("apprec/2004-11-21");
    const text = printed(decided("DialogueMessageSent"), [], "1.1");
    expect(text).toContain("apprec/2012-02-15");
    expect(text).toContain('<Role V="PRIM"');
  });
  test("an edition that nobody knows is no party file", () =>
    expect(() => editionsOf([{ id: "practice", appRec: "2.0" }])).toThrow("not as expected"));
});

test("welfare as a copy receiver answers as one, under its own name", () => {
  const clinic = party("Klinikken", "8140099");
  const copied = {
    ...envelope,
    receiver: clinic,
    otherReceivers: [
      { ...party("NAV", "79768"), role: null, patient: null, person: null, healthcareProfessional: null },
    ],
  };
  const text = printed(decided("ReferralSent", { envelope: copied }), [], "1.1");
  expect(text).toContain('<Role V="COP"');
  expect(text).toContain("<Name>NAV</Name>");
  expect(text).not.toContain("Klinikken");
});

test("a negative receipt has its reasons: a conflict, a duplicate, a rule", () => {
  const errors = [{ system: null, code: "E10", text: "Ugyldig meldingsidentifikator" }];
  const text = printed(decided("MessageRefused", { receipt: { wanted: true, status: "REFUSED", errors } }));
  expect(text).toContain('<Status V="2"');
  expect(text).toContain('<Error V="E10" S="2.16.578.1.12.4.1.1.8221"');
});

describe("where welfare's system decides", () => {
  const message = decided("DialogueMessageSent", { receipt: null });
  const answer = (changes: Partial<Contracts["DeliverySettled"]> = {}) =>
    settled({ messageId: archiveOf(message), format: "WELFARE_JSON", outcome: "REFUSED", ...changes });

  test("its word becomes the receipt, once", () => {
    expect(printed(answer(), [message])).toContain('<Status V="2"');
    expect(answerTo(answer(), [decided("DialogueMessageSent")]).receipt).toBeUndefined();
  });

  test.each([
    ["it is a receipt of the standard, which is passed on as it is", answer({ format: "APPREC_1_0" }), [message]],
    ["it did not come in time", answer({ outcome: "OVERDUE" }), [message]],
    ["nobody knows the message", answer({ messageId: "11111111-2222-5333-8444-555555555555" }), [message]],
  ])("it becomes none when %s", (_, fact, past) => expect(answerTo(fact, past).receipt).toBeUndefined());
});

describe("a receipt that does not come", () => {
  const sent = decided("ReferralSent", {});
  const missing = settled({ messageId: archiveOf(sent), outcome: "OVERDUE", archiveId: null });

  test("is told to the health party that sent the message", () => {
    const within = { ...sent, wire: { ...sent.wire, direction: "WITHIN_HEALTH" } } as Known;
    const { overdue } = answerTo(missing, [within]);
    expect(overdue).toMatchObject({ partyAlias: "aa", inReplyTo: archiveOf(sent), wireMsgId: envelope.messageId });
    expect(JSON.parse(Buffer.from(printOverdue(overdue!).case?.body ?? []).toString())).toMatchObject({
      state: "OVERDUE",
      wireMsgId: envelope.messageId,
    });
  });

  test.each([
    ["welfare's referral", { direction: "TO_HEALTH" }],
    ["welfare's letter", { fromSide: "WELFARE" }],
  ])("is not told here for %s", (_, wire) =>
    expect(answerTo(missing, [{ ...sent, wire: { ...sent.wire, ...wire } } as Known]).overdue).toBeUndefined(),
  );
});
