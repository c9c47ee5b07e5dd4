import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { sabotages } from "./arguments.ts";
import { catalogue } from "./catalogue/catalogue.ts";
import type { ResultEntry } from "./report.ts";
import type { SabotageResult } from "./sabotage/sabotage.ts";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "samvirke-drill-test-"));
const withinMs = 900_000;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly told: string;
}

const drill = (name: string, args: ReadonlyArray<string>): Promise<Ended & { readonly entries: () => unknown }> =>
  new Promise((resolve, reject) => {
    const file = join(folder, `${name}.json`);
    const child = spawn(process.execPath, [main, "--json", file, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    let told = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (told += part.toString()));
    child.on("error", reject);
    child.on("exit", (code) =>
      resolve({ code, told, entries: () => JSON.parse(readFileSync(file, "utf8")) as unknown }),
    );
  });

test(
  "nothing is lost, repeated, reordered or changed by any trouble of the small drill",
  async () => {
    const { code, told, entries } = await drill("faults", [
      "--small",
      "--seed",
      "20",
      "--resume",
      join(folder, "history"),
    ]);
    expect(code, told).toBe(0);
    const results = entries() as ReadonlyArray<ResultEntry>;
    const killed = results.filter(({ runs }) => runs > 0);
    expect(killed.map(({ fault }) => fault)).toEqual(
      catalogue.filter(({ runs }) => runs.small > 0).map(({ name }) => name),
    );
    for (const { kills, recoveryMs } of killed) {
      expect(kills.every(({ inFlight }) => inFlight > 0)).toBe(true);
      expect(recoveryMs).toBeGreaterThan(0);
    }
    const sums = results.map(({ lost, duplicated, reordered, wrong }) => lost + duplicated + reordered + wrong);
    expect(sums.every((sum) => sum === 0)).toBe(true);
    expect(results.reduce((sum, { messages }) => sum + messages, 0)).toBeGreaterThanOrEqual(2_000);
  },
  withinMs,
);

test(
  "the checker is red for every way to tamper with what lies in the hub",
  async () => {
    const { code, told, entries } = await drill("sabotage", ["--sabotage", "all", "--seed", "21", "--messages", "300"]);
    expect(code, told).toBe(1);
    const results = entries() as ReadonlyArray<SabotageResult>;
    expect(results.map(({ fault }) => fault)).toEqual(sabotages.map((name) => `sabotage: ${name}`));
    for (const { attempts } of results)
      for (const { place, noticed, finding } of attempts) expect(noticed && finding?.where, place).toBeTruthy();
  },
  withinMs,
);
