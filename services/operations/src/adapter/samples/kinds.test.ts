import {
  avroDocumentOf,
  parseDialogue,
  parsePlanForm,
  parsePlanNotice,
  parsePlanRequest,
  parseReceipt,
  parseReferral,
  parseStatement,
  readActivityAssessment,
  readActivityNotice,
  readDialogueOrder,
  readEnvelope,
  readFollowUpSpells,
  readHubReferral,
  readJobSeekingDecision,
  readJsonRecord,
  readLineManager,
  readMeetingAnswer,
  readMeetingCandidate,
  readMeetingStatus,
  readPersonRegisterEvent,
  readRegisteredNumbers,
  readSpellBit,
  readStatus,
  readSubmission,
  readValidationResult,
} from "@samvirke/formats";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { SampleWish } from "./ground.ts";
import { makeSample, sampleKinds } from "./make-sample.ts";

const at = Date.parse("2026-11-20T09:00:00Z");
const wish: SampleWish = { rule: undefined, seed: "fixed", index: 0, at, person: "anna", from: 0, days: 14 };

const made = (kind: string, change: Partial<SampleWish> = {}) => {
  const sample = makeSample({ ...wish, ...change }, kind);
  if (E.isLeft(sample)) throw new Error(sample.left.name);
  return sample.right;
};

type Said = {
  readonly warnings?: ReadonlyArray<object>;
  readonly findings?: ReadonlyArray<object>;
  readonly refusals?: ReadonlyArray<object>;
};
type Read = (bytes: Uint8Array) => Either<object, Said>;
const value = (bytes: Uint8Array): unknown => readJsonRecord(bytes)?.value;
const meeting: Read = (bytes) => readMeetingStatus(avroDocumentOf(bytes));
const person: Read = (bytes) => readPersonRegisterEvent(avroDocumentOf(bytes));
const order: Read = (bytes) => readDialogueOrder(value(bytes));
const status: Read = (bytes) => readStatus(value(bytes));
const hub: Read = (bytes) => E.map(() => ({}))(readHubReferral(bytes));

// Each kind by the reader of its document; who decides about it reads it with the same one.
const readers: Readonly<Record<string, Read>> = {
  "dialogue-note": parseDialogue,
  "dialogue-answer": parseDialogue,
  "dialogue-meeting-answer": parseDialogue,
  "dialogue-clinical": parseDialogue,
  "referral-status": parseDialogue,
  "medical-statement": parseStatement,
  referral: parseReferral,
  "referral-change": parseReferral,
  "referral-cancellation": parseReferral,
  "follow-up-plan": parsePlanForm,
  "follow-up-plan-request": parsePlanRequest,
  "follow-up-plan-notice": parsePlanNotice,
  receipt: parseReceipt,
  "certificate-submission": (bytes) => readSubmission(value(bytes), at),
  "status-sent": status,
  "status-confirmed": status,
  "status-aside": status,
  "status-expired": status,
  "status-open": status,
  "status-deleted": status,
  validation: (bytes) => readValidationResult(value(bytes)),
  tombstone: (bytes) => (value(bytes) === null ? E.right({}) : E.left({})),
  "dialogue-order": order,
  "dialogue-order-meeting": order,
  "dialogue-order-note": order,
  "work-referral": hub,
  "work-referral-status": hub,
  "meeting-called": meeting,
  "meeting-moved": meeting,
  "meeting-held": meeting,
  "meeting-cancelled": meeting,
  "meeting-closed": meeting,
  "meeting-answer": (bytes) => readMeetingAnswer(value(bytes), readJsonRecord(bytes)?.key ?? null),
  "activity-assessment": (bytes) => readActivityAssessment(value(bytes)),
  "activity-notice": (bytes) => readActivityNotice(value(bytes)),
  "meeting-candidate": (bytes) => readMeetingCandidate(value(bytes)),
  "follow-up-spells": (bytes) => readFollowUpSpells(value(bytes)),
  "spell-bit": (bytes) => readSpellBit(value(bytes)),
  "job-seeking-decision": (bytes) => readJobSeekingDecision(value(bytes)),
  "line-manager": (bytes) => readLineManager(value(bytes)),
  "person-numbers": (bytes) => readRegisteredNumbers(avroDocumentOf(bytes)),
  "person-death": person,
  "person-protection": person,
};

describe("samples of every kind", () => {
  test("have a reader here", () =>
    expect(sampleKinds.filter((kind) => kind !== "sick-leave").sort()).toEqual(Object.keys(readers).sort()));

  test.each(Object.keys(readers))("%s is recognised and read without a word", (kind) => {
    const { bytes, contentType } = made(kind);
    const door = readEnvelope(bytes, { media: contentType });
    expect(door.document).not.toBe("UNKNOWN");
    const read = readers[kind]!(bytes);
    expect(read).toMatchObject({ _tag: "Right" });
    const said = E.isRight(read) ? read.right : {};
    expect([said.warnings ?? [], said.findings ?? [], said.refusals ?? []]).toEqual([[], [], []]);
  });

  test("of one person seed are about one person", () => {
    const nobody = ["receipt", "validation", "tombstone"];
    const numbers = sampleKinds
      .filter((kind) => !nobody.includes(kind))
      .map((kind) => readEnvelope(made(kind).bytes).person?.value);
    expect(new Set(numbers)).toEqual(new Set([readEnvelope(made("sick-leave").bytes).person?.value]));
  });

  test("the same wish gives the same bytes, another number another message", () => {
    for (const kind of sampleKinds) expect(made(kind)).toEqual(made(kind));
    const ids = [0, 1].map((index) => readEnvelope(made("dialogue-note", { index }).bytes).wireMsgId);
    expect(new Set(ids).size).toBe(2);
  });

  test("an unknown kind is none, and a rule breaks certificates only", () => {
    expect(makeSample(wish, "nothing")).toMatchObject({ left: { name: "not-found" } });
    expect(makeSample(wish, "constructor")).toMatchObject({ left: { name: "not-found" } });
    expect(makeSample({ ...wish, rule: "INNTIL_8_DAGER" }, "referral")).toMatchObject({
      left: { name: "not-by-one-message" },
    });
  });
});
