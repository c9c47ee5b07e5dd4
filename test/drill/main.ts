import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { home } from "@samvirke/local";
import { readArguments, usage, UsageError } from "./arguments.ts";
import type { Asked } from "./arguments.ts";
import { catalogue } from "./catalogue/catalogue.ts";
import type { Entry } from "./catalogue/entry.ts";
import { isDone, openHistory } from "./catalogue/history.ts";
import type { History } from "./catalogue/history.ts";
import { playAll, timesOf } from "./catalogue/play.ts";
import type { Verdict } from "./checker/check.ts";
import { logTails, makeFolder } from "./place.ts";
import type { DrillFolder } from "./place.ts";
import { findingLines, resultEntry, table } from "./report.ts";
import { prepare, sendRest } from "./run.ts";
import type { Context } from "./run.ts";
import { sabotageAll } from "./sabotage/sabotage.ts";

/** Something outside ended the drill before its time. */
class EndedEarly extends Error {
  readonly code: number;
  constructor(message: string, code: number) {
    super(message);
    this.code = code;
  }
}

// kafkajs sets a timer for a moment that has long passed, and Node says so once.
process.removeAllListeners("warning");
process.on("warning", (warning) => warning.name === "TimeoutNegativeWarning" || console.error(warning.message));

const began = performance.now();
const say = (line: string): void =>
  console.error(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`);

const writeJson = ({ json }: Asked, entries: ReadonlyArray<unknown>): void => {
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(entries, undefined, 2)}\n`);
};

const seedStep = 1_000;

/** What of the catalogue is to be played in this sitting. */
const chosen = (asked: Asked, history: History): ReadonlyArray<Entry> =>
  catalogue.filter(
    (entry) =>
      (asked.entries.length === 0 || asked.entries.includes(entry.name)) &&
      timesOf(entry, asked) > 0 &&
      !isDone(history, entry.name),
  );

const tellAll = ({ asked }: Context, history: History, last: string): boolean => {
  const results = history.results();
  const entries = results.map(resultEntry);
  const findings = results.flatMap((result) => result.findings);
  writeJson(asked, entries);
  const lines = [
    "",
    table(entries),
    "",
    last,
    ...findingLines(findings, history.ledger),
    `The history is in ${history.folder}.`,
  ];
  history.writeReport(lines.join("\n"));
  console.log(lines.join("\n"));
  return findings.length === 0;
};

const lastWord = ({ messages, records, repeats, findings }: Verdict, unknown: number): string => {
  const word = findings.length === 0 ? "Nothing lost, duplicated, reordered or changed" : `${findings.length} findings`;
  return `${word}: ${messages} messages, ${records} records of the log and the topics, ${repeats} equal copies in Kafka that readers drop by their position, ${unknown} sendings without an answer that were done again.`;
};

/** The drill: load, troubles, and the checker after each. */
const drill = async (context: Context, history: History): Promise<number> => {
  const entries = chosen(context.asked, history);
  const stage = await prepare(context);
  try {
    const verdict = await playAll(context, stage, { entries, history });
    return tellAll(context, history, lastWord(verdict, stage.load.unknown())) ? 0 : 1;
  } catch (error) {
    tellAll(context, history, "The drill was broken off.");
    throw error;
  } finally {
    context.ending.abort();
    await stage.close();
  }
};

/** The proof that the checker sees: each tampering must turn it red. */
const sabotage = async (context: Context): Promise<number> => {
  const stage = await prepare(context);
  try {
    await sendRest(stage);
    const results = await sabotageAll(context, stage);
    writeJson(
      context.asked,
      results.map((result) => ({ ...result, seed: context.asked.seed })),
    );
    return results.every(({ noticed }) => noticed) ? 1 : 0;
  } finally {
    context.ending.abort();
    await stage.close();
  }
};

const longest = { quick: 15 * 60_000, full: 115 * 60_000 };
const minutes = (ms: number): number => Math.round(ms / 60_000);

/** What ends a drill before its time. */
const watchEndings = (asked: Asked): AbortController => {
  const ending = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      if (ending.signal.aborted) return;
      say(`Ending (${signal}): processes and folder are taken away.`);
      ending.abort(new EndedEarly(`Ended by ${signal}.`, 130));
    });
  const bound = asked.quick || asked.sabotage.length > 0 ? longest.quick : longest.full;
  const late = new EndedEarly(`The drill did not end within ${minutes(bound)} minutes.`, 2);
  setTimeout(() => ending.abort(late), bound).unref();
  return ending;
};

const historyFolder = ({ resume, seed }: Asked): string =>
  resume ?? join(home, "drills", `${new Date().toISOString().slice(0, 19).replaceAll(":", "")}-${seed}`);

const run = async (asked: Asked, folder: DrillFolder): Promise<number> => {
  const ending = watchEndings(asked);
  const shared = { asked, ending, signal: ending.signal, say };
  try {
    if (asked.sabotage.length > 0) return await sabotage({ ...shared, folder, seed: asked.seed });
    const history = openHistory(historyFolder(asked));
    // Each sitting has a hub and persons of its own.
    const seed = asked.seed + history.sittings * seedStep;
    return await drill({ ...shared, seed, folder: { ...folder, ledger: history.ledger } }, history);
  } catch (error) {
    if (ending.signal.reason instanceof EndedEarly) throw ending.signal.reason;
    console.error(logTails(folder));
    throw error;
  }
};

const main = async (): Promise<number> => {
  const asked = readArguments(process.argv.slice(2));
  if (asked === undefined) {
    console.log(usage);
    return 0;
  }
  if (asked.list) {
    for (const { name, what } of catalogue) console.log(`${name.padEnd(24)}${what}`);
    return 0;
  }
  const folder = makeFolder();
  try {
    return await run(asked, folder);
  } finally {
    if (asked.keep) say(`Logs and data are in ${folder.root}.`);
    else folder.remove();
  }
};

try {
  process.exit(await main());
} catch (error) {
  console.error(error instanceof Error ? error.message : "The drill failed.");
  if (error instanceof UsageError) console.error(`\n${usage}`);
  process.exit(error instanceof EndedEarly ? error.code : 2);
}
