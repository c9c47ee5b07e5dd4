import { erasedFactOf, factOf, loadCatalogue, loadSample } from "@samvirke/contracts";
import type { Code } from "@samvirke/contracts";
import { describe, expect, test } from "vitest";
import { printDelivery } from "../adapter/outbound.ts";
import { deliveryOf } from "./delivery.ts";

const catalogue = loadCatalogue();
const certified = loadSample(catalogue, "SickLeaveCertified", "full");
const rejected = loadSample(catalogue, "SickLeaveRejected", "full");
const restriction = (code: string): Code => ({ system: null, code, text: null, originalText: null });
const answer = (questionId: string, ...codes: ReadonlyArray<string>) => ({
  questionId,
  question: "Spørsmål",
  answer: `svar ${questionId}`,
  restrictions: codes.map(restriction),
});

describe("what welfare gets", () => {
  test("every certificate that stands, pending ones too", () => {
    expect(deliveryOf(factOf("SickLeaveCertified", certified))).toMatchObject({
      inReplyTo: certified.archiveId,
      caseId: certified.sickLeaveId,
    });
  });

  test("of the refused ones those that a rule refused, since the person sees them", () => {
    expect(deliveryOf(factOf("SickLeaveRejected", { ...rejected, reasonClass: "RULE" }))).toBeDefined();
  });

  test.each(["CONTENT", "DUPLICATE", "SENDER", "ATTACHMENT"] as const)(
    "nothing of one refused for %s",
    (reasonClass) => {
      expect(deliveryOf(factOf("SickLeaveRejected", { ...rejected, reasonClass }))).toBeUndefined();
    },
  );

  test("no answer that the sender keeps from NAV, in the delivery or in the document", () => {
    const answerGroups = [
      { groupId: "6.3", groupText: null, answers: [answer("6.3.1", "A"), answer("6.3.2", "A", "N")] },
      { groupId: "6.4", groupText: null, answers: [answer("6.4.1", "N")] },
    ];
    const delivery = deliveryOf(
      factOf("SickLeaveCertified", { ...certified, medical: { ...certified.medical, answerGroups } }),
    );
    expect(delivery?.withheld).toEqual(["medical.answerGroups[0].answers[1]", "medical.answerGroups[1].answers[0]"]);
    const [document] = printDelivery(delivery!);
    const text = Buffer.from(document!.medical!.body).toString();
    expect(text).toContain("svar 6.3.1");
    expect(text).not.toContain("svar 6.3.2");
    expect(text).not.toContain("6.4");
    expect(document!.case!.lost).toContainEqual({
      path: "medical.answerGroups[1].answers[0]",
      rule: "RESTRICTED_FROM_WELFARE",
    });
  });

  test("the same document again when the same decision is translated again", () => {
    const fact = factOf("SickLeaveCertified", certified);
    expect(printDelivery(deliveryOf(fact)!)).toEqual(printDelivery(deliveryOf(fact)!));
  });

  test("nothing where a refused certificate was not read whole", () => {
    const delivery = deliveryOf(factOf("SickLeaveRejected", { ...rejected, reasonClass: "RULE", medical: null }));
    expect(printDelivery(delivery!)).toEqual([]);
  });

  test("nothing of an erased person", () => {
    expect(deliveryOf(erasedFactOf("SickLeaveCertified", certified))).toBeUndefined();
  });
});
