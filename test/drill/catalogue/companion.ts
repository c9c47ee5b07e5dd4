import { spawn } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";

/** A further instance of a service, beside the one that the hub hosts. */
export interface Companion {
  readonly pid: number;
  /** Ends it in order. */
  readonly leave: () => Promise<void>;
  /** Ends it without warning. */
  readonly kill: () => Promise<void>;
}

const listIn = (file: string): ReadonlyArray<string> =>
  readFileSync(file, "utf8")
    .split("\0")
    .filter((part) => part !== "");

/** Starts one more instance of a process, with the same program, arguments and environment. */
export const companionOf = (pid: number): Companion => {
  const [program = "", ...args] = listIn(`/proc/${pid}/cmdline`);
  const environment = listIn(`/proc/${pid}/environ`).map((line) => line.split(/=(.*)/s));
  const env = Object.fromEntries(environment.map(([name = "", value = ""]) => [name, value]));
  const child = spawn(program, args, { cwd: readlinkSync(`/proc/${pid}/cwd`), env, stdio: "ignore" });
  const gone = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  child.on("error", () => undefined);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await gone;
  };
  return { pid: child.pid ?? 0, leave: () => end("SIGTERM"), kill: () => end("SIGKILL") };
};
