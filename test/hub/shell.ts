import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";

export interface Answered {
  readonly code: number;
  readonly stdout: string;
}

/** A shell that is typed into, as a reader does from the top of a page to its end: what one script sets, the next has. */
export const openShell = (env: NodeJS.ProcessEnv, folder: string) => {
  const shell = spawn("sh", [], { cwd: folder, env, stdio: ["pipe", "pipe", "pipe"] });
  let [stdout, stderr] = ["", ""];
  let changed = (): void => undefined;
  shell.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    changed();
  });
  shell.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));

  const run = (script: string): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const mark = randomUUID();
      stdout = "";
      stderr = "";
      changed = () => {
        const end = new RegExp(`\\n${mark} (\\d+)\\n$`).exec(stdout);
        if (end) resolve({ code: Number(end[1]), stdout: stdout.slice(0, end.index) });
      };
      shell.once("error", reject);
      shell.stdin.write(`${script}\nprintf '\\n%s %s\\n' ${mark} $?\n`);
    });

  const close = (): Promise<void> =>
    new Promise((resolve) => {
      shell.once("exit", () => resolve());
      shell.stdin.end();
      // An example that waits for what never comes would hold the shell.
      setTimeout(() => shell.kill("SIGKILL"), 1_000).unref();
    });
  return { run, close, complaints: () => stderr.slice(-2_000) };
};
