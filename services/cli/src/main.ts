import { userInfo } from "node:os";
import { buffer } from "node:stream/consumers";
import { run } from "./program.ts";

// A user id without an entry in the system's user list has no name.
const userName = (): string => {
  try {
    return userInfo().username;
  } catch {
    return "unknown";
  }
};

// Whoever reads may close early (`| head`); that is no failure.
process.stdout.on("error", () => process.exit(0));

process.exitCode = await run(process.argv.slice(2), {
  out: (line) => void process.stdout.write(`${line}\n`),
  write: (bytes) => void process.stdout.write(bytes),
  tell: (text) => void process.stderr.write(text),
  stdin: () => buffer(process.stdin),
  env: process.env,
  user: userName(),
  isTerminal: process.stdout.isTTY,
  isWatched: process.stderr.isTTY,
  now: () => Date.now(),
  onInterrupt: (act) => void process.once("SIGINT", act),
});
