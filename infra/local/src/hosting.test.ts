import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Hosting } from "./hosting.ts";
import { hostSeparately } from "./separate.ts";
import type { Service } from "./services.ts";
import { hubPorts, root } from "./settings.ts";
import { hostTogether } from "./together.ts";

// The machine may be busy; a poll ends as soon as it is true.
const patient = { timeout: 40_000 };

let folder: string;
let told: string[];
let hosting: Hosting;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "samvirke-hosting-"));
  told = [];
  const addresses = { postgresUrl: "", kafkaBrokers: [], registryUrl: "", ports: hubPorts({}), folder };
  hosting = { addresses, onProgress: (line) => told.push(line) };
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const service = (over: Partial<Service>): Service => ({
  name: "probe",
  entry: "none",
  env: () => ({ WORD: "hello" }),
  make: () => Promise.reject(new Error("not made here")),
  ...over,
});

const entry = (code: string): string => {
  const file = join(folder, "main.ts");
  writeFileSync(file, code);
  return relative(root, file);
};

test("a service in its own process is started again when it is killed, and writes to its own log", async () => {
  const probe = service({ entry: entry("console.log(process.env.WORD, process.pid); setInterval(() => {}, 1000);") });
  const hosted = await hostSeparately(probe, hosting);
  const first = hosted.pid();
  const log = (): readonly string[] =>
    readFileSync(join(folder, "logs", "probe.log"), "utf8")
      .trim()
      .split("\n");
  await expect.poll(log, patient).toEqual([`hello ${first}`]);
  await hosted.kill();
  await expect.poll(hosted.pid, patient).not.toBe(undefined);
  expect(hosted.pid()).not.toBe(first);
  expect(told).toEqual(["probe ended (signal SIGKILL); it is started again in 250 ms."]);
  await expect.poll(log, patient).toEqual([`hello ${first}`, `hello ${hosted.pid()}`]);
  await hosted.stop();
  expect(hosted.pid()).toBeUndefined();
});

test("a service in this process that fails is made anew, and stopping ends the last one", async () => {
  let made = 0;
  let stopped = 0;
  const probe = service({
    make: async () => {
      made += 1;
      const ended = made === 1 ? Promise.reject(new Error("lost its topic")) : new Promise(() => undefined);
      return { ended, stop: async () => void (stopped += 1) };
    },
  });
  const hosted = await hostTogether(probe, hosting);
  await expect.poll(() => made, patient).toBe(2);
  expect(told).toEqual(["probe ended (lost its topic); it is started again in 250 ms."]);
  await hosted.stop();
  expect(stopped).toBe(2);
});

test("a service that dies again and again before it answers fails the start, with the end of its log", async () => {
  const probe = service({ entry: entry("throw new Error('no such folder')"), isReady: () => Promise.resolve(false) });
  await expect(hostSeparately(probe, hosting)).rejects.toThrow(/probe does not run[^]*no such folder/);
  const failing = service({ make: () => Promise.reject(new Error("no key file")) });
  await expect(hostTogether(failing, hosting)).rejects.toThrow("ended again and again, last with: no key file");
});
