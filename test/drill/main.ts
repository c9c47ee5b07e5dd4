import { writeFileSync } from "node:fs";
import { readArguments, usage, UsageError } from "./arguments.ts";
import type { Asked } from "./arguments.ts";
import { logTails, makeFolder } from "./place.ts";
import type { DrillFolder } from "./place.ts";
import { faultEntries, findingLines, table } from "./report.ts";
import { judge, prepare, runFaults, sendRest } from "./run.ts";
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

/** The drill: load, faults, check. */
const drill = async (context: Context): Promise<number> => {
  const stage = await prepare(context);
  try {
    const results = await runFaults(context, stage);
    say("Everything is through; the checker compares ledger, archive, log, topics and rows.");
    const verdict = await judge(stage, true);
    const entries = faultEntries({ seed: context.asked.seed, results, verdict, ledger: stage.ledgerPath });
    writeJson(context.asked, entries);
    console.log(table(entries, verdict, stage.load.unknown()));
    for (const line of findingLines(verdict)) console.log(line);
    return verdict.findings.length === 0 ? 0 : 1;
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

const longest = { quick: 15 * 60_000, full: 60 * 60_000 };
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

const run = async (asked: Asked, folder: DrillFolder): Promise<number> => {
  const ending = watchEndings(asked);
  const context: Context = { asked, folder, ending, signal: ending.signal, say };
  try {
    return await (asked.sabotage.length > 0 ? sabotage : drill)(context);
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
  const folder = makeFolder();
  try {
    return await run(asked, folder);
  } finally {
    if (asked.keep) say(`Ledger, logs and data are in ${folder.root}.`);
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
