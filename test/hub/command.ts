import { execFile } from "node:child_process";
import { resolve } from "node:path";
import type { HubPlace } from "../setup/hub.ts";

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command `samvirke` against a hub, in a process of its own. */
export const samvirke = (hub: HubPlace, ...args: ReadonlyArray<string>): Promise<Ran> =>
  new Promise((done) => {
    const env = { ...process.env, SAMVIRKE_HOME: hub.folder };
    execFile(
      process.execPath,
      [resolve("services/cli/src/main.ts"), ...args],
      { env, maxBuffer: 64 << 20 },
      (error, stdout, stderr) => {
        done({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, stdout, stderr });
      },
    );
  });

export interface Sent {
  readonly file: string;
  readonly messageId: string;
  readonly kind: string;
  readonly format: string;
  readonly outcome: string;
  readonly route: string | null;
  readonly rules: ReadonlyArray<{ readonly rule: string; readonly outcome: string }>;
  readonly appRec: {
    readonly status: number;
    readonly errors: ReadonlyArray<{ readonly code: string; readonly text: string }>;
  } | null;
  readonly warnings: ReadonlyArray<{ readonly code: string; readonly path: string }>;
  readonly personId: string;
  readonly caseId: string | null;
  readonly ms: number;
}

export const linesOf = (ran: Ran): ReadonlyArray<Sent> =>
  ran.stdout
    .trim()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Sent);
