import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../checker/finding.ts";

/** A fault and how long the hub needed to be back. */
export interface Recovered {
  readonly process: string;
  readonly pid: number;
  /** Pieces of uncommitted work at that moment. */
  readonly inFlight: number;
  /** What was seen, in words. */
  readonly proof: string;
  readonly recoveryMs: number;
}

/** How an entry of the catalogue went. */
export interface EntryResult {
  readonly fault: string;
  readonly what: string;
  readonly seed: number;
  readonly strikes: ReadonlyArray<Recovered>;
  /** Messages sent while it was played. */
  readonly messages: number;
  readonly seconds: number;
  /** What the checker found after it and not before. */
  readonly findings: ReadonlyArray<Finding>;
}

/** The story of a drill in a folder of its own: one line for each entry that ended, and what was sent in each sitting. */
export interface History {
  readonly folder: string;
  /** This sitting's ledger. */
  readonly ledger: string;
  /** How many sittings there were before. */
  readonly sittings: number;
  readonly results: () => ReadonlyArray<EntryResult>;
  readonly add: (result: EntryResult) => void;
  readonly writeReport: (text: string) => void;
}

const readResults = (file: string): ReadonlyArray<EntryResult> =>
  existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as EntryResult)
    : [];

/** Opens the history in a folder, which goes on where the sitting before ended. */
export const openHistory = (folder: string): History => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "history.jsonl");
  const sittings = readdirSync(folder).filter((name) => name.startsWith("ledger-")).length;
  const results = [...readResults(file)];
  return {
    folder,
    ledger: join(folder, `ledger-${sittings + 1}.jsonl`),
    sittings,
    results: () => results,
    add: (result) => {
      results.push(result);
      appendFileSync(file, `${JSON.stringify(result)}\n`, { mode: 0o600 });
    },
    writeReport: (text) => writeFileSync(join(folder, "report.txt"), `${text}\n`, { mode: 0o600 }),
  };
};

/** Whether an entry was played to its end and nothing was found. */
export const isDone = ({ results }: History, name: string): boolean =>
  results().some(({ fault, findings }) => fault === name && findings.length === 0);
