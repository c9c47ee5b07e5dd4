import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { root, withParent } from "./places.ts";

/** A process of its own, of a service, a reference or the load. */
export interface Process {
  readonly name: string;
  readonly pid: number;
  /** Its next line of JSON. Rejects when it ends before. */
  readonly answer: <A>() => Promise<A>;
  readonly ask: (question: unknown) => void;
  /** Most memory that it held so far. Unit: MB. */
  readonly peakMemory: () => number | undefined;
  readonly stop: () => Promise<void>;
}

export interface ProcessOptions {
  readonly name: string;
  /** From the root of the repository. */
  readonly entry: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: ReadonlyArray<string>;
  /** Folder of logs and profiles. */
  readonly folder: string;
  readonly isProfiled?: boolean;
  /** Flags of the runtime. */
  readonly flags?: ReadonlyArray<string>;
}

const patience = 20_000;

const peakOf = (pid: number): number | undefined => {
  try {
    const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return line ? Number(line[1]) / 1024 : undefined;
  } catch {
    return undefined;
  }
};

const flagsOf = ({ name, folder, isProfiled, flags = [] }: ProcessOptions): ReadonlyArray<string> =>
  isProfiled === true
    ? [...flags, "--cpu-prof", `--cpu-prof-dir=${folder}`, `--cpu-prof-name=${name}.cpuprofile`]
    : flags;

const launch = (options: ProcessOptions): ChildProcess => {
  mkdirSync(options.folder, { recursive: true });
  const log = openSync(join(options.folder, `${options.name}.log`), "a");
  const child = spawn(
    process.execPath,
    ["--import", withParent, ...flagsOf(options), join(root, options.entry), ...(options.args ?? [])],
    {
      cwd: root,
      env: { ...process.env, KAFKAJS_NO_PARTITIONER_WARNING: "1", SAMVIRKE_PARENT_PIPE: "3", ...options.env },
      stdio: ["pipe", "pipe", log, "pipe"],
    },
  );
  closeSync(log);
  return child;
};

const ending = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`)));

/** Hands out lines of JSON in their order, to whoever asks first. */
const answersOf = (child: ChildProcess, { name, folder }: ProcessOptions, ended: Promise<string>) => {
  const lines = createInterface({ input: child.stdout as Readable })[Symbol.asyncIterator]();
  return async <A>(): Promise<A> => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`${name} ended (${await ended}); see ${join(folder, `${name}.log`)}`);
      // Warnings of libraries may stand between.
      if (value.startsWith("{") || value.startsWith("[")) return JSON.parse(value) as A;
    }
  };
};

/** Starts a process that cannot outlive this one. */
export const startProcess = (options: ProcessOptions): Process => {
  const child = launch(options);
  const pid = child.pid ?? 0;
  const ended = ending(child);
  let isEnding = false;
  void ended.then((how) => {
    if (!isEnding && how !== "exit code 0") process.stderr.write(`${options.name} ended: ${how}\n`);
  });
  child.stdin?.on("error", () => undefined);
  return {
    name: options.name,
    pid,
    answer: answersOf(child, options, ended),
    ask: (question) => void child.stdin?.write(`${JSON.stringify(question)}\n`),
    peakMemory: () => peakOf(pid),
    stop: async () => {
      isEnding = true;
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), patience);
      await ended;
      clearTimeout(late);
    },
  };
};
