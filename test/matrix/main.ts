import { writeFileSync } from "node:fs";
import { startOwnHub } from "../setup/hub.ts";
import { readArguments, usage, UsageError } from "./arguments.ts";
import type { Asked } from "./arguments.ts";
import { gaps } from "./gaps.ts";
import type { CaseResult } from "./model.ts";
import { openGround } from "./place.ts";
import { playCase } from "./play.ts";
import { events, reportOf, textOf } from "./report.ts";
import { cases } from "./table.ts";

const began = performance.now();
const say = (line: string): void =>
  console.error(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`);

/** Types of all events that the hub has recorded, in its log. */
const recorded = async (ground: ReturnType<typeof openGround>): Promise<ReadonlySet<string>> => {
  const { rows } = await ground.database.query<{ type: string }>(
    "select distinct type from hub.log where topic = 'samvirke.events' and type = any($1::text[])",
    [events],
  );
  return new Set(rows.map(({ type }) => type));
};

const play = async (asked: Asked): Promise<number> => {
  const hub = await startOwnHub("together");
  say("The hub is up.");
  const ground = openGround(hub);
  try {
    const wanted = cases.filter(({ row }) => asked.only === undefined || asked.only.includes(row));
    const results: Array<CaseResult> = [];
    for (const [index, one] of wanted.entries()) {
      const gap = gaps[`${one.row} ${one.what}`];
      const result = await playCase(ground, { case: one, n: 600_000 + cases.indexOf(one), gap });
      results.push(result);
      say(
        `${index + 1} of ${wanted.length}  ${one.row} ${one.what}${result.findings.length === 0 ? "" : "  does not hold"}`,
      );
    }
    const report = reportOf(results, await recorded(ground), asked.only);
    if (asked.json !== undefined) writeFileSync(asked.json, `${JSON.stringify(report, undefined, 2)}\n`);
    console.log(textOf(report, process.stdout.isTTY));
    return report.holds ? 0 : 1;
  } finally {
    await ground.database.end();
    await hub.stop();
  }
};

try {
  const asked = readArguments(process.argv.slice(2));
  if (asked === undefined) console.log(usage);
  process.exit(asked === undefined ? 0 : await play(asked));
} catch (error) {
  console.error(error instanceof Error ? error.message : "The matrix failed.");
  if (error instanceof UsageError) console.error(`\n${usage}`);
  process.exit(2);
}
