import { capture } from "./capture.ts";
import type { Finding } from "./finding.ts";
import { checkPurity } from "./purity.ts";
import { checkBoundaries } from "./run-boundaries.ts";

interface Step {
  readonly name: string;
  readonly run: () => Promise<ReadonlyArray<Finding>>;
}

const tool =
  (command: string, ...args: ReadonlyArray<string>) =>
  async (): Promise<ReadonlyArray<Finding>> => {
    const { code, stdout, stderr } = await capture(command, args);
    return code === 0
      ? []
      : [{ where: [command, ...args].join(" "), what: `exit ${code}\n${stdout}${stderr}`.trimEnd() }];
  };

const steps: ReadonlyArray<Step> = [
  { name: "types", run: tool("tsc", "-p", "tsconfig.json") },
  { name: "lint", run: tool("oxlint", "--type-aware") },
  { name: "format", run: tool("oxfmt", "--check", ".") },
  { name: "boundaries", run: checkBoundaries },
  { name: "workspaces", run: tool("turbo", "boundaries") },
  { name: "pure cores", run: checkPurity },
  { name: "contracts", run: tool("node", "packages/contracts/src/check/main.ts") },
  { name: "rule mutants", run: tool("node", "--no-warnings", "infra/check/mutate-rules.ts") },
];

const only = process.argv.slice(2);
const chosen = steps.filter(({ name }) => only.length === 0 || only.includes(name));
const failed: string[] = [];

for (const { name, run } of chosen) {
  const started = performance.now();
  const findings = await run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${findings.length === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s)\n`);
  for (const { where, what } of findings) process.stdout.write(`     ${where}: ${what}\n`);
  if (findings.length > 0) failed.push(name);
}

process.stdout.write(
  failed.length === 0 ? `check: ${chosen.length} clean\n` : `check: failed in ${failed.join(", ")}\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
