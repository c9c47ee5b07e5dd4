import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Io } from "./adapter/io.ts";
import { run } from "./program.ts";

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly lines: ReadonlyArray<string>;
}

/** Runs a command in this process, with what it would print. */
export const runWith =
  (env: Io["env"], more: Partial<Io> = {}) =>
  async (...args: ReadonlyArray<string>): Promise<Ran> => {
    const [out, err]: [Array<string>, Array<string>] = [[], []];
    const io: Io = {
      out: (line) => out.push(`${line}\n`),
      write: (bytes) => out.push(Buffer.from(bytes).toString("utf8")),
      tell: (told) => err.push(told),
      stdin: () => Promise.resolve(new Uint8Array()),
      env,
      user: "tester",
      isTerminal: false,
      isWatched: false,
      onInterrupt: () => undefined,
      now: () => Date.now(),
      ...more,
    };
    const code = await run(args, io);
    const stdout = out.join("");
    return { code, stdout, stderr: err.join(""), lines: stdout.split("\n").filter((line) => line !== "") };
  };

export const jsonOf = ({ lines }: Ran): ReadonlyArray<Readonly<Record<string, unknown>>> =>
  lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: string;
}

/** A stand-in for the hub's doors: answers as told and remembers what it was asked. */
export const standIn = async (answer: (asked: Asked, count: number) => Reply) => {
  const asked: Array<Asked> = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const one = { method: request.method ?? "", url: request.url ?? "", headers: request.headers, body };
      asked.push(one);
      const { status = 200, headers = {}, json, body: raw } = answer(one, asked.length);
      response
        .writeHead(status, { "content-type": "application/json", ...headers })
        .end(raw ?? JSON.stringify(json ?? {}));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const folder = mkdtempSync(join(tmpdir(), "samvirke-cli-"));
  writeFileSync(
    join(folder, "parties.json"),
    JSON.stringify([
      { id: "practice", token: "practice-token", sector: "health", station: false },
      { id: "station", token: "station-token", sector: "health", station: true },
      { id: "nav", token: "nav-token", sector: "welfare", station: false },
      { id: "smith", token: "smith-token", sector: "employer", station: false },
    ]),
  );
  const env = {
    SAMVIRKE_HOME: folder,
    SAMVIRKE_HEALTH_URL: url,
    SAMVIRKE_WELFARE_URL: url,
    SAMVIRKE_EMPLOYER_URL: url,
    SAMVIRKE_OPERATIONS_URL: url,
  };
  return {
    asked,
    folder,
    env,
    run: runWith(env),
    close: () => {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
