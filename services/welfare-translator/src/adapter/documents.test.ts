import type { Code, Contracts } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import { readDeliveryStatus, readHubReferral, readSykmeldingRecord } from "@samvirke/formats";
import { describe, expect, test } from "vitest";
import type { Known } from "../core/model.ts";
import { fact, full, jsonOf, nationalNumber, numbered, textOf, told } from "./told.cases.ts";

const sickLeaveId = "0f0f0f0f-1111-5222-8333-444444444444";
const referralId = "0f0f0f0f-1111-5222-8333-555555555555";
const code = (value: string): Code => ({ system: null, code: value, text: null, originalText: null });
const answer = (questionId: string, ...codes: ReadonlyArray<string>) => ({
  questionId,
  question: "Spørsmål",
  answer: `svar ${questionId}`,
  restrictions: codes.map(code),
});
const certificate = (changes: Partial<Contracts["SickLeaveCertified"]> = {}): Known =>
  fact("SickLeaveCertified", { ruleSetVersion: "52", sickLeaveId, ...changes });

describe("a certificate", () => {
  const answerGroups = [
    { groupId: "6.3", groupText: null, answers: [answer("6.3.1", "A"), answer("6.3.2", "A", "N")] },
    { groupId: "6.4", groupText: null, answers: [answer("6.4.1", "N")] },
  ];
  const restricted = certificate({ medical: { ...full("SickLeaveCertified").medical, answerGroups } });

  test("is a record that its strict readers take", () =>
    expect(E.isRight(readSykmeldingRecord(jsonOf(told(certificate())[0])))).toBe(true));

  test.each([0, 1])("holds no answer that the sender keeps from NAV, in either shape", (index) => {
    const document = told(restricted)[index];
    expect(textOf(document)).toContain("svar 6.3.1");
    expect(textOf(document)).not.toContain("svar 6.3.2");
    expect(textOf(document)).not.toContain("svar 6.4.1");
    expect(document?.case?.lost).toContainEqual({
      path: "medical.answerGroups[1].answers[0]",
      rule: "RESTRICTED_FROM_WELFARE",
    });
  });

  test("in the older shape goes without the document that was received, and says so", () => {
    const [, legacy] = told(restricted, [], { received: Buffer.from("<x>svar 6.4.1</x>") });
    expect(jsonOf(legacy)["fellesformat"]).toBe("");
    expect(legacy?.case?.lost).toContainEqual({ path: "", rule: "ORIGINAL_NOT_PASSED_ON" });
  });

  test("keeps the employer period to itself", () =>
    expect(told(certificate()).map(textOf).join()).not.toContain("harRedusertArbeidsgiverperiode"));

  test("is written in the shapes that are asked for", () =>
    expect(told(certificate(), [], { shapes: ["record"] }).map(({ shape }) => shape)).toEqual(["SykmeldingRecord 27"]));

  test("leads to the same documents again, each under an id of its own", () => {
    expect(told(certificate())).toEqual(told(certificate()));
    expect(new Set(told(certificate()).map(({ messageId }) => messageId)).size).toBe(2);
  });
});

describe("a review", () => {
  const review = (outcome: "OK" | "OK_WITH_REMARK" | "INVALID", name: string) =>
    fact("SickLeaveReviewed", {
      standing: "APPLIED",
      sickLeaveId,
      outcome,
      case: {
        ...full("SickLeaveReviewed").case,
        rules: [
          { name, outcome: "OK", manual: true, textForSender: "til lege", textForPerson: "til pasient", at: null },
        ],
      },
    });
  const pending = [certificate({ assessment: "PENDING" })];

  test("changes what the documents say of the outcome, and nothing of the certificate", () => {
    const [before] = told(pending[0]!);
    const [after, legacy] = told(review("INVALID", "TILBAKEDATERING_UGYLDIG_TILBAKEDATERING"), pending);
    expect(jsonOf(after)["sykmelding"]).toEqual(jsonOf(before)["sykmelding"]);
    expect(jsonOf(after)["validation"]).toMatchObject({ status: "INVALID" });
    expect(jsonOf(legacy)["validationResult"]).toMatchObject({ status: "INVALID" });
    expect(after?.messageId).not.toBe(before?.messageId);
  });

  test("puts NAV's remark on the older shape", () => {
    const [record, legacy] = told(review("OK_WITH_REMARK", "TILBAKEDATERING_DELVIS_GODKJENT"), pending);
    expect(jsonOf(record)["validation"]).toMatchObject({ status: "OK" });
    expect(jsonOf(legacy)["merknader"]).toMatchObject([{ type: "DELVIS_GODKJENT" }]);
  });

  test("tells the certificate as it was last revised", () => {
    const work = { ...full("SickLeaveCertified").work, messageToEmployer: "endret siden" };
    const revised = fact("SickLeaveRevised", { ...full("SickLeaveCertified"), sickLeaveId, work } as never);
    const [, legacy] = told(review("OK", "X"), [...pending, revised]);
    expect(textOf(legacy)).toContain("endret siden");
  });
});

describe("use and end of a certificate", () => {
  const known = [certificate({ identity: numbered(full("SickLeaveCertified").identity) })];
  test("a status names the certificate by the hub's id and the person by the number", () =>
    expect(jsonOf(told(fact("SickLeaveConfirmed", { standing: "APPLIED", sickLeaveId }), known)[0])).toMatchObject({
      kafkaMetadata: { sykmeldingId: sickLeaveId, fnr: nationalNumber },
      event: { statusEvent: "BEKREFTET" },
    }));
  test("a removal is the certificate's id with no value", () =>
    expect(jsonOf(told(fact("SickLeaveDeleted", { standing: "APPLIED", sickLeaveId }), known)[0])).toEqual({
      key: sickLeaveId,
      value: null,
    }));
});

describe("a clinician's words", () => {
  const note = fact("DialogueMessageSent", {
    fromSide: "HEALTH",
    identity: numbered(full("DialogueMessageSent").identity),
  });
  test("go with the message as it was received", () => {
    const [document] = told(note, [], { received: Buffer.from("<?xml version='1.0'?><MsgHead>å</MsgHead>") });
    expect(jsonOf(document)["fellesformatXML"]).toBe("<MsgHead>å</MsgHead>");
    expect(document?.case?.lost).not.toContainEqual({ path: "", rule: "ORIGINAL_NOT_KEPT" });
  });
  test("say when it is not there any more, or never was XML", () => {
    for (const received of [undefined, Buffer.from("{}")]) {
      const [document] = told(note, [], received ? { received } : {});
      expect(document?.case?.lost).toContainEqual({ path: "", rule: "ORIGINAL_NOT_KEPT" });
    }
  });
  test("of a person whom welfare cannot find go nowhere", () =>
    expect(told(fact("DialogueMessageSent", { fromSide: "HEALTH" }))).toEqual([]));
  test("in a statement lie in the object that the record points to", () => {
    const [message, body] = told(fact("WorkAbilityAssessed"), [], { received: Buffer.from("<EI_fellesformat/>") });
    expect(message?.medical).toBeNull();
    expect(body?.case?.body).toBeNull();
    expect(jsonOf(body)).toMatchObject({
      fellesformat: "<EI_fellesformat/>",
      legeerklaering: { id: jsonOf(message)["legeerklaeringObjectId"] },
    });
  });
});

describe("a referral", () => {
  const value = full("ReferralSent");
  const sent = (changes: Partial<Contracts["ReferralSent"]>, programme = value.case.programme): Known =>
    fact("ReferralSent", {
      referralId,
      cancelledAhead: false,
      ...changes,
      case: { ...value.case, programme, referralIdAsSent: null },
    });
  const bodyOf = (known: ReadonlyArray<ReturnType<typeof told>[number]>) => {
    const read = readHubReferral(known[0]?.medical?.body ?? new Uint8Array());
    return E.isRight(read) ? read.right.body : read.left;
  };

  test("goes whole with consent, and the hub's own reader takes it", () =>
    expect(bodyOf(told(sent({ direction: "TO_WELFARE", consent: "GIVEN" })))).toMatchObject({
      kind: "REFERRAL",
      referral: referralId,
    }));

  test("goes without medical content where there is no consent", () => {
    const [document] = told(sent({ direction: "TO_WELFARE", consent: "NOT_STATED" }));
    expect(textOf(document)).not.toContain('"medical"');
  });

  test("that is consented to later goes whole under an id of its own, in place of what was told before", () => {
    const before = sent({ direction: "TO_WELFARE", consent: "NOT_STATED" });
    const word = fact("SharingConsentRecorded", { referralId, status: "GIVEN" });
    const [document] = told(word, [before]);
    expect(textOf(document)).toContain('"medical"');
    expect(bodyOf(told(word, [before]))).toMatchObject({ kind: "REFERRAL", lifecycle: "REPLACEMENT" });
    expect(document?.case?.wireMsgId).toBe(word.wire.archiveId);
    expect(document?.case?.wireMsgId).not.toBe(told(before)[0]?.case?.wireMsgId);
  });

  test("within health tells goal and dates: no programme, no parties, nothing medical", () => {
    const [document] = told(sent({ direction: "WITHIN_HEALTH", consent: "GIVEN" }, "REHABILITATION"));
    const { body, sender, receiver } = jsonOf(document);
    expect(body).toMatchObject({ programme: "OTHER", work: { goal: value.case.cooperation?.workGoal } });
    expect(Object.keys(body as object).sort()).toEqual(
      expect.arrayContaining(["copies", "lifecycle", "programme", "referral", "urgency", "work"]),
    );
    expect(body).not.toHaveProperty("medical");
    expect([sender, receiver]).toEqual([{ identifiers: [] }, { identifiers: [] }]);
    expect(document?.case?.lost.filter(({ rule }) => rule === "WITHHELD").length).toBeGreaterThan(3);
  });

  test("that was granted tells no place of a protected person", () => {
    const granted = fact("ReferralGranted", {
      ...full("ReferralGranted"),
      referralId,
      ahead: false,
      recordedOnly: false,
    });
    const own = sent({ direction: "TO_HEALTH", consent: "GIVEN" });
    const place = full("ReferralGranted").case.place;
    const shielded = fact("PersonStatusChanged", {
      case: { ...full("PersonStatusChanged").case, kind: "PROTECTION", change: "STATED", protection: "CONFIDENTIAL" },
    });
    expect(place).not.toBeNull();
    expect(textOf(told(granted, [own])[0])).toContain(String(place));
    expect(textOf(told(granted, [own, shielded])[0])).not.toContain(String(place));
  });
});

test("a refused letter is told in NAV's words, under the order's id", () => {
  const order = full("DialogueMessageSent");
  const messageId = order.case.envelope.messageId;
  const letter = fact("DialogueMessageSent", { fromSide: "WELFARE" });
  const settled = fact("DeliverySettled", { messageId: order.messageId, outcome: "REFUSED" });
  const [document] = told(settled, [letter]);
  expect(jsonOf(document)).toMatchObject({ status: "AVVIST", bestillingUuid: messageId });
  expect(E.isRight(readDeliveryStatus(jsonOf(document)))).toBe(true);
});
