import { ensurePackages } from "./packages.mjs";
import { missingPrerequisites } from "./prerequisites.mjs";
import { say } from "./places.mjs";
import { runOnProjectNode } from "./run.mjs";

const vitest = "node_modules/vitest/vitest.mjs";

// `prepare` downloads the parts with progress shown; what comes after it starts them.
const commands = {
  start: { script: "infra/local/src/start.ts", withParts: true },
  up: { script: "infra/local/src/command.ts", args: ["up"], withParts: true },
  down: { script: "infra/local/src/command.ts", args: ["down"], withParts: false },
  demo: { script: "infra/local/demo/main.ts", withParts: false },
  test: { script: vitest, args: ["run"], withParts: true, prepare: true },
  check: { script: "infra/check/main.ts", withParts: false },
  bench: { script: "test/bench/main.ts", withParts: true, prepare: true },
  drill: { script: "test/drill/main.ts", withParts: true, prepare: true },
  proofs: { script: "test/proofs/main.ts", withParts: false },
  matrix: { script: "test/matrix/main.ts", withParts: true, prepare: true },
};

const prepare = async ({ prepare: wanted }) => (wanted ? runOnProjectNode("infra/local/src/prepare.ts", []) : 0);

const run = async (command, args) => {
  const missing = missingPrerequisites(command);
  if (missing.length > 0) {
    for (const line of missing) say(line);
    return 1;
  }
  await ensurePackages();
  return (await prepare(command)) || runOnProjectNode(command.script, [...(command.args ?? []), ...args]);
};

/** Runs one of the project's commands, installing first what it needs; answers with the exit code. */
export const bootstrap = async (name, args) => {
  const command = Object.hasOwn(commands, name ?? "") ? commands[name] : undefined;
  if (command === undefined) {
    say(`Usage: node infra/local/bootstrap.mjs ${Object.keys(commands).join("|")} [arguments]`);
    return 2;
  }
  try {
    return await run(command, args);
  } catch (error) {
    say(error.message);
    return 1;
  }
};
