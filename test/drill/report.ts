import { readFileSync } from "node:fs";
import type { EntryResult } from "./catalogue/history.ts";
import type { Fault, Finding } from "./checker/finding.ts";
import type { Entry, Intended } from "./ledger.ts";

/** One line of the results. */
export interface ResultEntry {
  readonly fault: string;
  readonly what: string;
  readonly runs: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly reordered: number;
  /** Content, person or row that differs from what was sent. */
  readonly wrong: number;
  /** In 95 of 100 cases it was not longer; null where nothing was broken. */
  readonly recoveryMs: number | null;
  readonly recoveries: ReadonlyArray<number>;
  /** Process, its pid, and how much uncommitted work it had when it was struck. */
  readonly kills: EntryResult["strikes"];
  readonly messages: number;
  readonly seconds: number;
  readonly seed: number;
}

const count = (findings: ReadonlyArray<Finding>, fault: Fault): number =>
  findings.filter((finding) => finding.fault === fault).length;

/** The value that 95 of 100 do not exceed; null of none. */
export const p95 = (values: ReadonlyArray<number>): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.95) - 1)] ?? null;
};

/** A result as it is told. */
export const resultEntry = ({ fault, what, strikes, findings, messages, seconds, seed }: EntryResult): ResultEntry => {
  const recoveries = strikes.map(({ recoveryMs }) => recoveryMs);
  return {
    fault,
    what,
    runs: strikes.length,
    lost: count(findings, "lost"),
    duplicated: count(findings, "duplicated"),
    reordered: count(findings, "reordered"),
    wrong: count(findings, "wrong"),
    recoveryMs: p95(recoveries),
    recoveries,
    kills: strikes,
    messages,
    seconds,
    seed,
  };
};

const columns = [
  "entry",
  "runs",
  "in flight",
  "messages",
  "lost",
  "duplicated",
  "reordered",
  "wrong",
  "recovery p95",
  "took",
];

const some = (values: ReadonlyArray<number>): string =>
  values.length === 0
    ? "-"
    : values.length > 3
      ? `${Math.min(...values)} to ${Math.max(...values)}`
      : values.join(", ");

const cells = (entry: ResultEntry): ReadonlyArray<string> => [
  entry.fault,
  String(entry.runs),
  some(entry.kills.map(({ inFlight }) => inFlight)),
  String(entry.messages),
  String(entry.lost),
  String(entry.duplicated),
  String(entry.reordered),
  String(entry.wrong),
  entry.recoveryMs === null ? "-" : `${entry.recoveryMs} ms`,
  `${entry.seconds} s`,
];

/** The results as a table. */
export const table = (entries: ReadonlyArray<ResultEntry>): string => {
  const rows = [columns, ...entries.map(cells)];
  const widths = columns.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows
    .map((row) =>
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  "),
    )
    .join("\n");
};

const shown = 40;

const kindsIn = (ledger: string): ReadonlyMap<number, string> =>
  new Map(
    readFileSync(ledger, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Entry)
      .filter((entry): entry is Intended => entry.type === "intended")
      .map(({ n, kind }) => [n, kind]),
  );

/** The first findings, each with its place and the kind of its message. */
export const findingLines = (findings: ReadonlyArray<Finding>, ledger: string): ReadonlyArray<string> => {
  if (findings.length === 0) return [];
  const kinds = kindsIn(ledger);
  const about = (n: number | undefined): string => (n === undefined ? "" : ` (message ${n}, ${kinds.get(n)})`);
  return [
    ...findings
      .slice(0, shown)
      .map(({ fault, where, what, message }) => `${fault.padEnd(10)}  ${where}: ${what}${about(message)}`),
    ...(findings.length > shown ? [`… and ${findings.length - shown} more`] : []),
  ];
};
