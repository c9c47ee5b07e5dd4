import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { startParts } from "@samvirke/local";
import { readArguments, usage } from "./arguments.ts";
import type { Arguments } from "./arguments.ts";
import type { Bench } from "./ground/bench.ts";
import { checkDurability } from "./ground/durability.ts";
import { measureJson } from "./output/measure.ts";
import { printProfiles } from "./output/profile.ts";
import { printTable } from "./output/table.ts";
import { endToEndPhase } from "./phases/end-to-end.ts";
import { gatewayPhase } from "./phases/gateway.ts";
import { parkingPhase } from "./phases/parking.ts";
import { stagePhases } from "./phases/stages.ts";

const began = performance.now();
const tell = (text: string): void =>
  void process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}\n`);

const stagesOf = ["intake", "relay", "translate", "project"] as const;

const runPhases = async (bench: Bench): Promise<void> => {
  const { only } = bench.args;
  await checkDurability(bench);
  if (only.includes("gateway")) {
    tell("gateway: HTTP to archive and log");
    await gatewayPhase(bench);
  }
  if (stagesOf.some((phase) => only.includes(phase))) await stagePhases(bench);
  if (only.includes("end-to-end")) {
    tell("end to end: HTTP accepted to view updated, every service a process of its own");
    await endToEndPhase(bench);
  }
  if (only.includes("parking")) {
    tell("parking: healthy persons while one in a hundred is parked, and the state after a redrive");
    await parkingPhase(bench);
  }
};

const run = async (args: Arguments): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), "samvirke-bench-"));
  tell(`${cpus().length} processors; starting the parts`);
  const parts = await startParts({ folder: join(folder, "parts") });
  const bench: Bench = { args, parts, folder, measures: [], faults: [], tell };
  try {
    await runPhases(bench);
    printProfiles(folder);
  } finally {
    await parts.stop();
    if (args.keep) tell(`kept: ${folder}`);
    else await rm(folder, { recursive: true, force: true });
  }
  process.stdout.write(`\n${printTable(bench.measures)}\n`);
  if (args.json !== undefined)
    await writeFile(args.json, `${JSON.stringify(bench.measures.map(measureJson), undefined, 2)}\n`);
  for (const fault of bench.faults) process.stdout.write(`FAULT: ${fault}\n`);
  tell(bench.faults.length === 0 ? "done; everything accepted was counted" : "done, with faults");
  return bench.faults.length === 0 ? 0 : 1;
};

const started = async (): Promise<number> => {
  let args: Arguments;
  try {
    args = readArguments(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : "wrong arguments"}\n${usage}\n`);
    return 2;
  }
  return run(args);
};

const failed = (error: unknown): number => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : "the bench failed"}\n`);
  return 1;
};

process.exit(await started().catch(failed));
