import { spawn } from "node:child_process";
import { delimiter, resolve } from "node:path";

export interface Captured {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const env = {
  ...process.env,
  PATH: `${resolve("node_modules/.bin")}${delimiter}${process.env["PATH"] ?? ""}`,
  TURBO_TELEMETRY_DISABLED: "1",
};

/** Runs a tool of the project on the project's Node and keeps what it says. */
export const capture = (command: string, args: ReadonlyArray<string>): Promise<Captured> =>
  new Promise((done, fail) => {
    const child = spawn(command, [...args], { env, stdio: ["ignore", "pipe", "pipe"] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", fail);
    child.on("close", (code) =>
      done({ code: code ?? 1, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });
