import type { Accepted, AppRec, MessageStatus, ProblemAnswer, RuleLine } from "./answers.ts";
import { problemText } from "./answers.ts";

/** What `send` prints of one file. */
export interface SentLine {
  readonly file: string;
  readonly messageId: string | null;
  readonly kind: string | null;
  readonly format: string | null;
  readonly outcome: string | null;
  readonly route: string | null;
  readonly rules: ReadonlyArray<RuleLine>;
  readonly appRec: AppRec | null;
  readonly warnings: MessageStatus["warnings"];
  readonly personId: string | null;
  readonly caseId: string | null;
  readonly ms: number;
  /** Why nothing is known of it, or no more; absent when all went well. */
  readonly error?: string;
}

/** What was sent, and how long it took. */
export interface Sending {
  readonly file: string;
  readonly ms: number;
}

const blank = ({ file, ms }: Sending): SentLine => ({
  file,
  messageId: null,
  kind: null,
  format: null,
  outcome: null,
  route: null,
  rules: [],
  appRec: null,
  warnings: [],
  personId: null,
  caseId: null,
  ms,
});

// 413 and 422 say that the document is not one that anybody could read; nothing was kept.
const refusals: Readonly<Record<number, string>> = { 413: "malformed", 415: "unsupported", 422: "malformed" };

/** The line of a file that the gateway did not take. */
export const refusedLine = (sending: Sending, problem: ProblemAnswer): SentLine => ({
  ...blank(sending),
  outcome: refusals[problem.status] ?? null,
  error: problemText(problem),
});

/** The line of a file that was taken; what became of it is not known yet. */
export const acceptedLine = (sending: Sending, { messageId, personId, kind, format, repeat }: Accepted): SentLine => ({
  ...blank(sending),
  messageId,
  personId,
  kind,
  format,
  outcome: repeat ? "repeat" : null,
});

const heldBy = ({ hops }: MessageStatus): string => {
  const hop = hops.find(({ state }) => state !== "done");
  if (!hop) return "";
  return `: ${hop.stage} is ${hop.state}${hop.reason === undefined ? "" : ` (${hop.reason})`}`;
};

const errorOf = (status: MessageStatus): Pick<SentLine, "error"> =>
  status.status === "done" ? {} : { error: `not done in time, ${status.status}${heldBy(status)}` };

/** The line of a file whose message was waited for. */
export const waitedLine = (sending: Sending, accepted: Accepted, status: MessageStatus): SentLine => ({
  ...acceptedLine(sending, accepted),
  kind: status.kind,
  format: status.format,
  outcome: accepted.repeat ? "repeat" : status.outcome,
  route: status.route,
  rules: status.rules,
  appRec: status.appRec,
  warnings: status.warnings,
  caseId: status.caseId,
  ...errorOf(status),
});

const fine: ReadonlyArray<string | null> = ["accepted", "repeat", "duplicate"];

/** Whether everything went as the sender wished. */
export const isFine = ({ outcome, messageId, error }: SentLine): boolean =>
  error === undefined && (fine.includes(outcome) || (outcome === null && messageId !== null));

/** The line for people. */
export const sentText = (line: SentLine): string => {
  const outcome = line.outcome ?? (line.messageId === null ? "failed" : "received");
  const how = [outcome, ...(line.route === "manual" ? ["manual"] : [])].join(", ");
  const rules = line.rules.map(({ rule }) => rule);
  const details = [...rules, ...(line.error === undefined ? [] : [line.error])].join("; ");
  return [
    how.padEnd(17),
    line.file,
    ...(line.messageId === null ? [] : [line.messageId]),
    ...(details === "" ? [] : [details]),
  ].join("  ");
};

/** How many files ended how. */
export const sentSummary = (lines: ReadonlyArray<SentLine>): string => {
  const outcomes = lines.map(({ outcome, messageId }) => outcome ?? (messageId === null ? "failed" : "received"));
  const counts = [...new Set(outcomes)].map((name) => `${outcomes.filter((one) => one === name).length} ${name}`);
  return `${lines.length} file${lines.length === 1 ? "" : "s"}: ${counts.join(", ")}`;
};
