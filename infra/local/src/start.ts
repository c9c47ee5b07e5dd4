import { spawn } from "node:child_process";
import { join } from "node:path";
import { readUp, UsageError } from "./arguments.ts";
import { addressLine, runHub, type WhenUp } from "./foreground.ts";
import { demonstration } from "./services.ts";
import { root } from "./settings.ts";

const say = (line: string): void => console.error(line);

// The demonstration is a client like any other: a process of its own that knows the public addresses only.
const play: WhenUp = (hub, ending) =>
  new Promise((resolve) => {
    if (demonstration === undefined) {
      say(addressLine(hub));
      return resolve(undefined);
    }
    const player = spawn(process.execPath, [join(root, demonstration)], { cwd: root, stdio: "inherit" });
    ending.addEventListener("abort", () => player.kill("SIGTERM"), { once: true });
    player.on("exit", (code) => {
      if (code === 0) say(addressLine(hub));
      resolve(code === 0 ? undefined : (code ?? 1));
    });
    return undefined;
  });

try {
  process.exit(await runHub(readUp(process.argv.slice(2)), say, play));
} catch (error) {
  say(error instanceof Error ? error.message : "The hub failed.");
  process.exit(error instanceof UsageError ? 2 : 1);
}
