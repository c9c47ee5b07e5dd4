import { erasedFactOf, factOf, loadCatalogue, loadSample } from "@samvirke/contracts";
import { uuid5 } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import { receiptFor } from "./receipt.ts";

const catalogue = loadCatalogue();
const certified = loadSample(catalogue, "SickLeaveCertified", "full");
const party = { comMethod: null, organisations: [] };
const envelope = {
  ...certified.case.envelope,
  sender: party,
  receiver: party,
  messageId: "6f1f63b4-1ac4-4bd6-a8d9-6b1b8c3e0f10",
};
const due = { wanted: true, status: "OK" as const, errors: [] };
const decided = (changes: Partial<typeof certified.case> = {}) =>
  factOf("SickLeaveCertified", {
    ...certified,
    case: { ...certified.case, envelope, receipt: due, sender: "practice", senderAliases: ["aa", "bb"], ...changes },
  });

describe("the receipt of a decision", () => {
  test("goes to the authenticated sender, under an id that derives from the message", () => {
    expect(receiptFor(decided())).toMatchObject({
      messageId: uuid5("receipt", certified.archiveId),
      inReplyTo: certified.archiveId,
      caseId: certified.sickLeaveId,
      partyAlias: "aa",
      receiver: "practice",
      writtenAt: decided().recordedAt,
      due,
    });
  });

  test("is the same when the same decision is translated again", () => {
    expect(receiptFor(decided())).toEqual(receiptFor(decided()));
  });

  test("is not written when none is wanted", () => {
    expect(receiptFor(decided({ receipt: { ...due, wanted: false } }))).toBeUndefined();
    expect(receiptFor(decided({ receipt: null }))).toBeUndefined();
  });

  test("is not written when the message names no sender or has no id to repeat", () => {
    expect(receiptFor(decided({ envelope: { ...envelope, sender: null } }))).toBeUndefined();
    expect(receiptFor(decided({ envelope: { ...envelope, messageId: null } }))).toBeUndefined();
  });

  test("is not written to nobody", () => {
    expect(receiptFor(decided({ senderAliases: [] }))).toBeUndefined();
  });

  test("of an unreadable message belongs to no case", () => {
    const unreadable = loadSample(catalogue, "MessageUnreadable", "full");
    const known = unreadable.case!;
    const fact = factOf("MessageUnreadable", {
      ...unreadable,
      case: { ...known, envelope, receipt: { ...due, status: "REFUSED" } },
    });
    expect(receiptFor(fact)).toMatchObject({ caseId: null, due: { status: "REFUSED" } });
  });

  test("of an unreadable envelope cannot be addressed", () => {
    const unreadable = loadSample(catalogue, "MessageUnreadable", "full");
    expect(
      receiptFor(factOf("MessageUnreadable", { ...unreadable, case: { ...unreadable.case!, envelope: null } })),
    ).toBeUndefined();
    expect(receiptFor(factOf("MessageUnreadable", { ...unreadable, case: null }))).toBeUndefined();
  });

  test("about an erased person is not written", () => {
    expect(receiptFor(erasedFactOf("SickLeaveCertified", certified))).toBeUndefined();
  });
});
