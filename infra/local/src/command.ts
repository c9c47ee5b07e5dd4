import { readUp, UsageError } from "./arguments.ts";
import { launchInBackground, upDetached } from "./detached.ts";
import { down } from "./down.ts";
import { addressLine, runHub } from "./foreground.ts";
import { home } from "./settings.ts";

const say = (line: string): void => console.error(line);

const up = (args: readonly string[]): Promise<number> => {
  const order = readUp(args);
  if (order.detach) return upDetached(order, say);
  return runHub(order, say, async (hub) => {
    say(addressLine(hub));
    return undefined;
  });
};

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  up,
  launch: (args) => launchInBackground(readUp(args)),
  down: () => down(home, say),
};

const run = async (name: string, args: readonly string[]): Promise<number> => {
  const command = commands[name];
  if (command === undefined)
    throw new UsageError("Usage: samvirke up [--detach] [--services=separate] [--bridge] | down");
  return command(args);
};

const [name = "", ...args] = process.argv.slice(2);
try {
  process.exit(await run(name, args));
} catch (error) {
  say(error instanceof Error ? error.message : "The command failed.");
  process.exit(error instanceof UsageError ? 2 : 1);
}
