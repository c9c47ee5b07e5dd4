import type { SickLeaveCertified } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import { expect, test } from "vitest";
import type { JsonObject } from "../src/index.ts";
import { printDigitalRecord, readRegisteredRecord, readSubmission } from "../src/index.ts";
import { certified, full, parsed } from "./documents.ts";
import { digitalRecord, submission } from "./nav-documents.ts";

const at = Date.UTC(2026, 2, 2, 9);
const right = <A>(result: E.Either<unknown, A>): A => {
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left));
  return result.right;
};

const submitted = (json: JsonObject = submission): SickLeaveCertified => {
  const { submitId: _, ...parts } = right(readSubmission(json, at)).value;
  return { ...certified(parsed(full)), ...parts, receivedAt: at, channel: "DIGITAL" };
};

test("a submission becomes a digital record that welfare reads", () => {
  const { json } = printDigitalRecord(submitted());
  const read = right(readRegisteredRecord(json));
  expect(read.channel).toBe("DIGITAL");
  expect(read.identity.number?.value).toBe("14838110577");
  expect(read.work.periods.map(({ kind }) => kind)).toEqual([
    "FULL",
    "GRADED",
    "TREATMENT_DAYS",
    "AWAITING",
    "TRAVEL_SUPPORT",
  ]);
  expect(read.medical.answerGroups.flatMap(({ answers }) => answers.map(({ questionId }) => questionId))).toEqual([
    "HENSYN_PA_ARBEIDSPLASSEN",
    "MEDISINSK_OPPSUMMERING",
    "UTFORDRINGER_MED_GRADERT_ARBEID",
    "MEDISINSK_OPPSUMMERING",
    "UTFORDRINGER_MED_ARBEID",
    "BEHANDLING_OG_FREMTIDIG_ARBEID",
    "UAVKLARTE_FORHOLD",
    "MEDISINSK_OPPSUMMERING",
    "UTFORDRINGER_MED_ARBEID",
    "FORVENTET_HELSETILSTAND_UTVIKLING",
    "MEDISINSKE_HENSYN",
  ]);
  expect(
    read.medical.answerGroups
      .flatMap(({ answers }) => answers)
      .every(({ restrictions }) => restrictions[0]?.code === "A"),
  ).toBe(true);
  expect(read.case.helpAsked).toEqual({ atOnce: false, text: "hei NAV" });
});

test("a digital record that was read is printed as it was", () => {
  const {
    certificateId,
    receivedAt,
    identity,
    work,
    case: shared,
    medical,
  } = right(readRegisteredRecord(digitalRecord));
  const source = { ...submitted(), sickLeaveId: certificateId, receivedAt, identity, work, case: shared, medical };
  const { json } = printDigitalRecord(source);
  expect(json["metadata"]).toEqual(digitalRecord["metadata"]);
  expect(json["sykmelding"]).toEqual(digitalRecord["sykmelding"]);
});

test("receipt is treatment and signing, by Oslo's clock", () => {
  const { work, case: shared } = submitted();
  expect([new Date(work.treatedClock ?? 0).toISOString(), shared.envelope.generatedAt]).toEqual([
    "2026-03-02T10:00:00.000Z",
    at,
  ]);
});

test("an answer to a question that the record does not know is reported as lost", () => {
  const source = submitted();
  const [group] = source.medical.answerGroups;
  const answers = (group?.answers ?? []).slice(0, 1).map((answer) => ({ ...answer, questionId: "nytt" }));
  const medical = { ...source.medical, answerGroups: [{ groupId: null, groupText: null, answers }] };
  expect(printDigitalRecord({ ...source, medical }).losses).toContainEqual({
    path: "medical.answerGroups[0].answers[0]",
    reason: "UNLISTED_CODE",
  });
});
