import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { readPidFile } from "./leftovers.ts";
import { endProcess, identityOf, isAlive, type Identity } from "./processes.ts";

const guardFile = fileURLToPath(new URL("../guard.mjs", import.meta.url));

const largestLog = 20 * 1024 * 1024;

/** What to run under a guard, and how to end it. */
export interface Command {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  /** A file that the child reads as its standard input. */
  readonly input?: string | undefined;
  readonly log: string;
  readonly pidFile: string;
  readonly signal: NodeJS.Signals;
  /** Milliseconds between the signal and SIGKILL. */
  readonly bound: number;
}

/** A running child under its guard. */
export interface Guarded {
  readonly identity: Identity;
  readonly isAlive: () => boolean;
  /** Resolves when the child is gone, whoever ended it. */
  readonly gone: Promise<string>;
  readonly stop: () => Promise<void>;
  readonly kill: () => Promise<void>;
}

type Fact =
  | { readonly failed: string }
  | { readonly exit: { readonly code: number | null; readonly signal: string | null } }
  | Identity;

interface Reports {
  readonly started: Promise<Identity>;
  readonly gone: Promise<string>;
}

const howItEnded = (exit: { readonly code: number | null; readonly signal: string | null }): string =>
  exit.signal === null ? `exit code ${exit.code}` : `signal ${exit.signal}`;

const listen = (guard: ChildProcessWithoutNullStreams, command: Command): Reports => {
  const started = Promise.withResolvers<Identity>();
  const gone = Promise.withResolvers<string>();
  createInterface({ input: guard.stdout }).on("line", (line) => {
    const fact = JSON.parse(line) as Fact;
    if ("failed" in fact) started.reject(new Error(`${command.name} cannot be started: ${fact.failed}.`));
    else if ("exit" in fact) gone.resolve(howItEnded(fact.exit));
    else started.resolve(fact);
  });
  guard.on("error", (error) => started.reject(error));
  guard.on("close", () => {
    started.reject(new Error(`The guard of ${command.name} ended before its child started.`));
    const ending = started.promise.then((child) => endLeftBehind(child, command));
    void ending.catch(() => undefined).finally(() => gone.resolve("its guard was killed"));
  });
  return { started: started.promise, gone: gone.promise };
};

// A guard that was killed tells nothing and ends nobody: its child is ended here.
const endLeftBehind = async (child: Identity, { signal, bound, pidFile }: Command): Promise<void> => {
  await endProcess(child, { signal, bound });
  if (readPidFile(pidFile)?.pid === child.pid) rmSync(pidFile, { force: true });
};

const keepLogsSmall = (log: string): void => {
  mkdirSync(dirname(log), { recursive: true });
  if (existsSync(log) && statSync(log).size > largestLog) renameSync(log, `${log}.1`);
};

/** Starts a child that cannot outlive this process. */
export const runGuarded = async (command: Command): Promise<Guarded> => {
  keepLogsSmall(command.log);
  mkdirSync(dirname(command.pidFile), { recursive: true });
  const guard = spawn(process.execPath, [guardFile], { stdio: ["pipe", "pipe", "pipe"], detached: true });
  const { started, gone } = listen(guard, command);
  guard.stdin.on("error", () => undefined);
  guard.stderr.resume();
  guard.stdin.write(`${JSON.stringify({ ...command, owner: identityOf(process.pid) })}\n`);
  const identity = await started;
  return {
    identity,
    isAlive: () => isAlive(identity),
    gone,
    stop: async () => {
      guard.stdin.end("stop\n");
      await gone;
    },
    kill: async () => {
      if (isAlive(identity)) process.kill(identity.pid, "SIGKILL");
      await gone;
    },
  };
};

/** The end of a log file, for an error that must say why. */
export const tailOf = (log: string, lines = 15): string => {
  if (!existsSync(log)) return "(no log)";
  return readFileSync(log, "utf8").trimEnd().split("\n").slice(-lines).join("\n");
};
