import { loadCatalogue, loadSample } from "@samvirke/contracts";
import type { Contracts, Identifier } from "@samvirke/contracts";
import { cancellationLetterOf, planLetterOf, referralLetterOf, reviewLetterOf } from "@samvirke/domain";
import { parseDialogue, printDialogueLetter, printPlanPdf, printReferralStatus } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import { wholeComplaints } from "./dialogue-documents.ts";
import { hasStandards } from "./standards.ts";

const catalogue = loadCatalogue();
const sample = <N extends Parameters<typeof loadSample>[1]>(name: N): Contracts[N] =>
  loadSample(catalogue, name, "full");
const at = Date.UTC(2026, 2, 2, 8);
const code = (value: string, text: string) => ({ system: null, code: value, text, originalText: null });
const number: Identifier = { value: "12895012345", type: code("FNR", "Fødselsnummer") };
const receiver = {
  comMethod: null,
  organisations: [
    {
      name: "Fjellsiden legekontor",
      type: null,
      identifiers: [{ value: "8140021", type: code("HER", "HER-id") }],
      address: null,
      contactPoints: [],
      healthcareProfessional: null,
    },
  ],
};

const plan = { ...sample("FollowUpPlanShared"), toClinician: true, format: "REST" as const };
const referral = sample("ReferralSent");
const certificate = sample("SickLeaveCertified");
const review = { ...sample("SickLeaveReviewed"), outcome: "INVALID" as const };
const told = {
  ...certificate,
  case: {
    ...certificate.case,
    receipt: { wanted: true, status: "OK" as const, errors: [] },
    envelope: { ...certificate.case.envelope, sender: receiver },
  },
};

const letters = {
  plan: planLetterOf(plan, { at, alias: "aa" }),
  review: reviewLetterOf(review, told),
  referral: referralLetterOf(referral, true),
  cancellation: cancellationLetterOf(sample("ReferralCancelled"), referral),
};

const printed = (name: keyof typeof letters): Uint8Array => {
  const letter = letters[name];
  if (letter === undefined) throw new Error("no letter");
  const enclosures = name === "plan" ? [{ mimeType: "application/pdf", content: printPlanPdf(plan).pdf }] : [];
  const identity = { ...letter.identity, number, currentNumber: null };
  const bytes = printDialogueLetter({ ...letter, identity }, { receiver, generatedAt: at, enclosures });
  return E.isRight(bytes) ? bytes.right : new Uint8Array();
};

const parsed = (bytes: Uint8Array) => {
  const read = parseDialogue(bytes);
  if (E.isLeft(read)) throw new Error("not read");
  return read.right;
};

describe.each(["plan", "review", "referral", "cancellation"] as const)("the letter about a %s", (name) => {
  test.runIf(hasStandards)("is a valid message", () =>
    expect(wholeComplaints("fellesformat2", printed(name))).toEqual([]),
  );

  test("is read back as what it is, from welfare to the receiver", () => {
    const { from, kind, theme, case: shared } = parsed(printed(name));
    expect({ from, kind, theme }).toEqual({ from: "WELFARE", kind: letters[name]?.kind, theme: letters[name]?.theme });
    expect(shared.envelope.receiver?.organisations[0]?.identifiers[0]?.value).toBe("8140021");
    expect(shared.envelope.messageId).toBe(letters[name]?.messageId);
  });
});

test("the plan goes along as a document that is what it says", () =>
  expect(parsed(printed("plan")).medical.attachments).toMatchObject([
    { mimeType: "application/pdf", isItsType: true },
  ]));

describe("a letter about a review", () => {
  test("is written only where the receipt said OK", () => {
    const refused = { ...told.case, receipt: { wanted: true, status: "REFUSED" as const, errors: [] } };
    expect(reviewLetterOf(review, { ...told, case: refused })).toBeUndefined();
    expect(reviewLetterOf(review, { ...told, case: { ...told.case, receipt: null } })).toBeUndefined();
    expect(reviewLetterOf({ ...review, outcome: "OK" }, told)).toBeUndefined();
  });
  test("names the certificate that it is about", () =>
    expect(letters.review?.case.envelope.parentReference).toBe(certificate.case.envelope.messageId));
});

test("a letter about a referral says nothing medical without consent", () => {
  const diagnosis = { concept: code("L84", "Ryggsyndrom XYZZY"), modifiers: [] };
  const ill = { ...referral, medical: { ...referral.medical, diagnoses: [diagnosis] } };
  const words = (mayShare: boolean) => JSON.stringify(referralLetterOf(ill, mayShare).medical);
  expect([words(true).includes("XYZZY"), words(false).includes("XYZZY")]).toEqual([true, false]);
});

describe("the status of a referral", () => {
  const status = (outcome: "CALLED_IN" | "RIGHT_GRANTED" | "ACCEPTED" | "FORWARDED" | "DECLINED") =>
    printReferralStatus({
      messageId: "0f0f0f0f-1111-5222-8333-444444444444",
      outcome,
      text: "Tekst",
      at,
      identity: { ...referral.identity, number, currentNumber: null },
      receiver,
      answers: "0f0f0f0f-1111-5222-8333-777777777777",
      conversation: null,
    });

  test.runIf(hasStandards).each(["CALLED_IN", "FORWARDED", "DECLINED"] as const)("%s is valid", (outcome) =>
    expect(wholeComplaints("msghead", status(outcome))).toEqual([]),
  );

  test.each([
    ["CALLED_IN", "CALLED_IN"],
    ["RIGHT_GRANTED", "RIGHT_GRANTED"],
    ["ACCEPTED", "RIGHT_GRANTED"],
    ["FORWARDED", "FORWARDED"],
    ["DECLINED", "DECLINED"],
  ] as const)("%s is read back as %s, in answer to the referral", (outcome, read) => {
    const { status: said, references } = parsed(status(outcome));
    expect(said?.outcome).toBe(read);
    expect(references.parent).toBe("0f0f0f0f-1111-5222-8333-777777777777");
  });
});
