import { createInterface } from "node:readline";
import { makeBodies } from "./bodies.ts";
import type { Mix } from "./bodies.ts";
import { makeLoad } from "./open-loop.ts";
import type { Step, Target } from "./open-loop.ts";

// A process of its own: takes a target as argument, then one step a line, and answers each with a line.
const { first, persons, mix, ...target } = JSON.parse(process.argv[2] ?? "{}") as Target & {
  readonly first: number;
  readonly persons: number;
  readonly mix: Mix;
};
const bodies = makeBodies(first, persons, mix);
const run = makeLoad(target, bodies.next);

process.on("SIGTERM", () => process.exit(0));
for await (const line of createInterface({ input: process.stdin })) {
  const result = await run(JSON.parse(line) as Step);
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
process.exit(0);
