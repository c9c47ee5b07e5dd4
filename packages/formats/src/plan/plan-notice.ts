import type { FollowUpPlanShared } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E, day, osloDay } from "@samvirke/kernel";
import * as t from "io-ts/lib/index.js";
import type { JsonPlace } from "../json/read-json.ts";
import { at, booleanAt, isJsonObject, jsonFindings, noteUnknown, readJson, tokenAt } from "../json/read-json.ts";
import type { JsonObject } from "../sykmelding-record/json.ts";
import { Whole, exactly } from "../sykmelding-record/read-primitives.ts";
import type { RecordMismatch } from "../sykmelding-record/read-record.ts";
import type { NoPlan, ParsedPlan } from "./plan.ts";
import { noCase, noWork, planIdentity } from "./plan.ts";

const keys = ["uuid", "fodselsnummer", "virksomhetsnummer", "behovForBistandFraNav", "opprettet"];

const createdOn = (root: JsonPlace): ParsedPlan["case"]["changedOn"] => {
  const { value, pointer, note } = at(root, "opprettet");
  if (typeof value === "number" && Number.isInteger(value) && Math.abs(value) < 3_000_000) return day(value);
  if (value !== undefined && value !== null) note("VALUE_UNREADABLE", pointer);
  return null;
};

const noticeOf = (value: unknown): ParsedPlan => {
  const { note, list } = jsonFindings();
  const root: JsonPlace = { value, pointer: "", note };
  noteUnknown(root, keys);
  const number = tokenAt(root, "virksomhetsnummer");
  const shared = {
    ...noCase,
    helpWanted: booleanAt(root, "behovForBistandFraNav"),
    changedOn: createdOn(root),
  };
  return {
    format: "NOTICE",
    // Welfare tells of no plan that was not shared with it; to the clinician it says nothing.
    toWelfare: true,
    toClinician: false,
    identity: planIdentity(tokenAt(root, "fodselsnummer"), null),
    work: { ...noWork, employer: { ...noWork.employer, number } },
    case: { ...shared, warnings: list.map(({ code, path }) => ({ path, rule: code })) },
    medical: null,
    warnings: list,
    wireId: tokenAt(root, "uuid") ?? undefined,
  };
};

const none = (reason: NoPlan["class"]): Either<NoPlan, never> =>
  E.left({ _tag: "NoPlan", class: reason, findings: [] });

/**
 * Welfare's word that a plan exists; it has no content. The day is a count of days since 1970-01-01.
 *
 * Rejects: NOT_READABLE, NO_PLAN.
 * Source:  KFollowUpPlan; fact sheet 10.2.
 */
export const parsePlanNotice = (bytes: Uint8Array): Either<NoPlan, ParsedPlan> => {
  const value = readJson(bytes);
  if (value === undefined) return none("NOT_READABLE");
  const tells = isJsonObject(value) && Object.hasOwn(value, "uuid") && Object.hasOwn(value, "virksomhetsnummer");
  return tells ? E.right(noticeOf(value)) : none("NO_PLAN");
};

/** The word to welfare that a plan exists; undefined where the employer did not share it with welfare. Source: KFollowUpPlan. */
export const printPlanNotice = (plan: FollowUpPlanShared): JsonObject | undefined => {
  if (!plan.toWelfare) return undefined;
  const { number, currentNumber } = plan.identity;
  return {
    uuid: plan.planId,
    fodselsnummer: currentNumber?.value ?? number?.value ?? "",
    virksomhetsnummer: plan.work.employer.number ?? "",
    behovForBistandFraNav: plan.case.helpWanted === true,
    opprettet: plan.case.changedOn ?? osloDay(plan.receivedAt),
  };
};

const KFollowUpPlan = exactly("KFollowUpPlan", {
  uuid: t.string,
  fodselsnummer: t.string,
  virksomhetsnummer: t.string,
  behovForBistandFraNav: t.boolean,
  opprettet: Whole,
});

/** Reads the word to welfare strictly, as its consumers do. Rejects: RecordMismatch, with paths and never a value. */
export const readPlanNotice = (json: unknown): Either<RecordMismatch, JsonObject> => {
  const read = KFollowUpPlan.decode(json);
  if (E.isRight(read)) return E.right(json as JsonObject);
  const paths = read.left.map(
    ({ context }) =>
      `${context
        .map(({ key }) => key)
        .filter((key) => key !== "")
        .join(".")}: ${context.at(-1)?.type.name ?? ""}`,
  );
  return E.left({ _tag: "RecordMismatch", paths });
};
