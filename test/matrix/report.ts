import type { CaseResult } from "./model.ts";

/** The rows of part A, in their order. */
export const rows: ReadonlyArray<string> = Array.from({ length: 56 }, (_, index) => `R${index + 1}`);

/** The canonical events. */
export const events: ReadonlyArray<string> = [
  "PersonIdentityLinked",
  "PersonStatusChanged",
  "SharingConsentRecorded",
  "SickLeaveCertified",
  "SickLeaveRejected",
  "SickLeaveReviewed",
  "SickLeaveRevised",
  "SickLeaveSentToEmployer",
  "SickLeaveConfirmed",
  "SickLeaveSetAside",
  "SickLeaveReopened",
  "SickLeaveDeleted",
  "ReferralSent",
  "ReferralChanged",
  "ReferralCancelled",
  "ReferralGranted",
  "ReferralForwarded",
  "ReferralDeclined",
  "SpellDetermined",
  "FollowUpPlanShared",
  "DialogueMeetingCalled",
  "DialogueMeetingAnswered",
  "DialogueMeetingEnded",
  "FollowUpDecisionMade",
  "WorkAbilityAssessed",
  "DialogueMessageSent",
  "EffortRecorded",
  "DeadlineReached",
  "DeadlineWithdrawn",
  "DeliverySettled",
];

export interface RowResult {
  readonly row: string;
  readonly state: "green" | "red" | "gap" | "empty";
  readonly cases: ReadonlyArray<CaseResult>;
}

export interface Report {
  readonly rows: ReadonlyArray<RowResult>;
  readonly green: number;
  readonly eventsSeen: number;
  readonly eventsMissing: ReadonlyArray<string>;
  /** Gaps that are listed although the row holds: the list has to shrink. */
  readonly outdatedGaps: ReadonlyArray<string>;
  readonly holds: boolean;
}

const stateOf = (cases: ReadonlyArray<CaseResult>): RowResult["state"] => {
  if (cases.length === 0) return "empty";
  const failed = cases.filter(({ findings }) => findings.length > 0);
  if (failed.length === 0) return "green";
  return failed.every(({ gap }) => gap !== undefined) ? "gap" : "red";
};

/** Every row with its state. A row without a case is empty, and an empty row is no green one. */
export const reportOf = (
  results: ReadonlyArray<CaseResult>,
  seen: ReadonlySet<string>,
  only: ReadonlyArray<string> | undefined,
): Report => {
  const asked = rows.filter((row) => only === undefined || only.includes(row));
  const lines = asked.map((row) => {
    const cases = results.filter((result) => result.row === row);
    return { row, state: stateOf(cases), cases };
  });
  const eventsMissing = events.filter((event) => !seen.has(event));
  const isWhole = lines.every(({ state }) => state === "green");
  return {
    rows: lines,
    green: lines.filter(({ state }) => state === "green").length,
    eventsSeen: events.length - eventsMissing.length,
    eventsMissing,
    outdatedGaps: results
      .filter(({ gap, findings }) => gap !== undefined && findings.length === 0)
      .map(({ row, what }) => `${row} ${what}`),
    holds: isWhole && (only !== undefined || eventsMissing.length === 0),
  };
};

const colours: Readonly<Record<RowResult["state"], string>> = { green: "32", red: "31", gap: "33", empty: "31" };

const wordOf = (state: RowResult["state"], isColoured: boolean): string =>
  isColoured ? `\u001b[${colours[state]}m${state}\u001b[0m` : state;

const caseLines = ({ what, findings, gap }: CaseResult): ReadonlyArray<string> => {
  if (findings.length === 0) return [];
  return [
    `       ${what}${gap === undefined ? "" : ` (known gap: ${gap})`}`,
    ...findings.map((one) => `         ${one}`),
  ];
};

const lineOf = ({ row, state, cases }: RowResult, isColoured: boolean): ReadonlyArray<string> => [
  `${row.padEnd(4)} ${wordOf(state, isColoured)}  ${cases.map(({ what }) => what).join("; ") || "no message is sent for this row"}`,
  ...cases.flatMap(caseLines),
];

/** The report for people: one line per row, what speaks against it below, and the sum. */
export const textOf = (report: Report, isColoured: boolean): string => {
  const lines = [
    ...report.rows.flatMap((row) => lineOf(row, isColoured)),
    "",
    ...report.outdatedGaps.map((one) => `The gap of ${one} is closed; take it off the list.`),
    ...(report.eventsMissing.length === 0 ? [] : [`Never seen: ${report.eventsMissing.join(", ")}`]),
    `${report.green} of ${report.rows.length} rows, ${report.eventsSeen} of ${events.length} events`,
  ];
  return lines.join("\n");
};
