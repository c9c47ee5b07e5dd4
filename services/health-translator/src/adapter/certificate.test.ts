import { describe, expect, test } from "vitest";
import { decidedByWelfare } from "@samvirke/domain";
import { fact, full, sent, textOf, told } from "./told.cases.ts";

const base = full("SickLeaveCertified");
const submitted = (changes: Partial<typeof base> = {}) =>
  fact("SickLeaveCertified", {
    channel: "DIGITAL",
    ruleSetVersion: "52",
    ...changes,
    case: { ...base.case, sender: "local-practice", senderAliases: ["practice"] },
  });
const both = [
  ["FHIR R4 QuestionnaireResponse", "practice"],
  ["FHIR R4 DocumentReference", "practice"],
];
const json = (index: number, ...known: Parameters<typeof told>) =>
  JSON.parse(textOf(told(...known)[index])) as Readonly<Record<string, unknown>>;

describe("a certificate that was submitted", () => {
  test("goes back to the system that submitted it, by the certificate's id", () => {
    expect(sent(submitted())).toEqual(both);
    const { sickLeaveId } = base;
    expect(json(0, submitted())).toMatchObject({ resourceType: "QuestionnaireResponse", id: sickLeaveId });
    expect(json(1, submitted())).toMatchObject({
      resourceType: "DocumentReference",
      id: sickLeaveId,
      context: { related: [{ reference: `QuestionnaireResponse/${sickLeaveId}` }] },
    });
  });

  test("is two documents of their own, in sealed parts alone", () => {
    const [answers, document] = told(submitted());
    expect(answers?.messageId).not.toBe(document?.messageId);
    expect([answers?.kind, document?.kind]).toEqual(["SICK_LEAVE", "SICK_LEAVE"]);
    expect([answers?.work, answers?.case?.body]).toEqual([null, null]);
    expect(answers?.case?.lost).toContainEqual({ path: "work.messageToEmployer", rule: "IN_DOCUMENT" });
    expect(document?.case?.lost).toEqual([]);
  });

  test.each([
    ["an EHR's message in XML", submitted({ channel: "XML" })],
    ["welfare's own register", submitted({ ruleSetVersion: decidedByWelfare })],
  ])("does not go back where it came from %s", (_, one) => expect(sent(one)).toEqual([]));
});

describe("a revision", () => {
  const { sickLeaveId } = base;
  const { work } = full("SickLeaveRevised");
  const employerName = "Kvernbruket";
  const changed = { ...work, employment: { ...work.employment, employerName } };
  const revised = fact("SickLeaveRevised", { sickLeaveId, work: changed });

  test("of a submitted one goes to whoever submitted it, with the new content", () => {
    expect(sent(revised, [submitted()])).toEqual(both);
    expect(textOf(told(submitted())[0])).not.toContain(employerName);
    expect(textOf(told(revised, [submitted()])[0])).toContain(employerName);
  });

  test("of another one goes nowhere", () => {
    expect(sent(revised, [submitted({ channel: "XML" })])).toEqual([]);
    expect(sent(revised, [])).toEqual([]);
  });
});
