import { writeFileSync } from "node:fs";
import { readArguments, usage, UsageError } from "./arguments.ts";
import type { Asked } from "./arguments.ts";
import { makeFolder } from "./place.ts";
import type { DrillFolder } from "./place.ts";
import { faultEntries, findingLines, table } from "./report.ts";
import { judge, prepare, runFaults, sendRest } from "./run.ts";
import type { Context } from "./run.ts";
import { sabotageAll } from "./sabotage/sabotage.ts";

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
    await stage.close();
  }
};

const run = async (asked: Asked, folder: DrillFolder): Promise<number> => {
  const ending = new AbortController();
  const interrupted = Promise.withResolvers<number>();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      ending.abort(new Error(`ended by ${signal}`));
      interrupted.resolve(130);
    });
  const context: Context = { asked, folder, signal: ending.signal, say };
  return (asked.sabotage.length > 0 ? sabotage : drill)(context);
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
  process.exit(2);
}
