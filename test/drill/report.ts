import { readFileSync } from "node:fs";
import type { Verdict } from "./checker/check.ts";
import type { Fault, Finding } from "./checker/finding.ts";
import type { Entry } from "./ledger.ts";
import type { FaultResult } from "./run.ts";

/** One line of the results. */
export interface ResultEntry {
  readonly fault: string;
  readonly runs: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly reordered: number;
  /** Content, person or row that differs from what was sent. */
  readonly wrong: number;
  /** The longest; null where nothing was killed. */
  readonly recoveryMs: number | null;
  readonly recoveries: ReadonlyArray<number>;
  /** Process, its pid, and how much uncommitted work it had when it was killed. */
  readonly kills: ReadonlyArray<{
    readonly process: string;
    readonly pid: number;
    readonly inFlight: number;
    readonly proof: string;
  }>;
  readonly messages: number;
  readonly seed: number;
}

const quiet = "no fault";
const unattributed = "the whole run";

/** What was being broken while each message was sent, by its place in the plan. */
const faultsIn = (path: string): ReadonlyMap<number, string> => {
  const faults = new Map<number, string>();
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line === "") continue;
    const entry = JSON.parse(line) as Entry;
    if (entry.type === "intended") faults.set(entry.n, entry.fault);
  }
  return faults;
};

const count = (findings: ReadonlyArray<Finding>, fault: Fault): number =>
  findings.filter((finding) => finding.fault === fault).length;

/** Results per kind of fault: a finding counts where its message was sent. */
export const faultEntries = (of: {
  readonly seed: number;
  readonly results: ReadonlyArray<FaultResult>;
  readonly verdict: Verdict;
  readonly ledger: string;
}): ReadonlyArray<ResultEntry> => {
  const faults = faultsIn(of.ledger);
  const faultOf = ({ message }: Finding): string =>
    message === undefined ? unattributed : (faults.get(message) ?? unattributed);
  const entry = (fault: string, strikes: FaultResult["strikes"]): ResultEntry => {
    const own = of.verdict.findings.filter((finding) => faultOf(finding) === fault);
    return {
      fault,
      runs: strikes.length,
      lost: count(own, "lost"),
      duplicated: count(own, "duplicated"),
      reordered: count(own, "reordered"),
      wrong: count(own, "wrong"),
      recoveryMs: strikes.length === 0 ? null : Math.max(...strikes.map(({ recoveryMs }) => recoveryMs)),
      recoveries: strikes.map(({ recoveryMs }) => recoveryMs),
      kills: strikes.map(({ process: name, pid, inFlight, proof }) => ({ process: name, pid, inFlight, proof })),
      messages: [...faults.values()].filter((each) => each === fault).length,
      seed: of.seed,
    };
  };
  const all = [entry(quiet, []), ...of.results.map(({ fault, strikes }) => entry(fault, strikes))];
  const isUnattributed = of.verdict.findings.some((finding) => faultOf(finding) === unattributed);
  return isUnattributed ? [...all, entry(unattributed, [])] : all;
};

const columns = ["fault", "runs", "in flight", "messages", "lost", "duplicated", "reordered", "wrong", "recovery ms"];

const cells = (entry: ResultEntry): ReadonlyArray<string> => [
  entry.fault,
  String(entry.runs),
  entry.kills.map(({ inFlight }) => inFlight).join(", ") || "-",
  String(entry.messages),
  String(entry.lost),
  String(entry.duplicated),
  String(entry.reordered),
  String(entry.wrong),
  entry.recoveries.join(", ") || "-",
];

/** The results as a table with a last line in words. */
export const table = (entries: ReadonlyArray<ResultEntry>, verdict: Verdict, unknown: number): string => {
  const rows = [columns, ...entries.map(cells)];
  const widths = columns.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const lines = rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  "),
  );
  const { messages, records, repeats, findings } = verdict;
  const word = findings.length === 0 ? "Nothing lost, duplicated, reordered or changed" : `${findings.length} findings`;
  return [
    "",
    ...lines,
    "",
    `${word}: ${messages} messages, ${records} records of the log and the topics, ${repeats} equal copies in Kafka that readers drop by their position, ${unknown} sendings without an answer that were done again.`,
  ].join("\n");
};

const shown = 40;

/** The first findings, each with its place. */
export const findingLines = ({ findings }: Verdict): ReadonlyArray<string> => [
  ...findings.slice(0, shown).map(({ fault, where, what }) => `${fault.padEnd(10)}  ${where}: ${what}`),
  ...(findings.length > shown ? [`… and ${findings.length - shown} more`] : []),
];
