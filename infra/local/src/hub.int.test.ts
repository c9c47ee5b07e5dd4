import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { down } from "./down.ts";
import { startHub } from "./hub.ts";
import { hubFile, hubLockFile } from "./hub-files.ts";
import { livingIn, type PidFile } from "./leftovers.ts";
import { lockHolder } from "./lock.ts";
import { freePorts, isPortFree } from "./ports.ts";
import { isAlive } from "./processes.ts";
import type { Ports } from "./settings.ts";

// The machine may be busy; a poll ends as soon as it is true.
const patient = { timeout: 40_000 };

const folder = mkdtempSync(join(tmpdir(), "samvirke hub ø "));
let ports: Ports;

beforeAll(async () => {
  ports = await freePorts();
});

afterAll(async () => {
  await down(folder, () => undefined);
  rmSync(folder, { recursive: true, force: true });
});

const script = (options: unknown): string => `
  const { startHub } = await import(${JSON.stringify(new URL("hub.ts", import.meta.url).href)});
  await startHub(${JSON.stringify(options)});
  console.log("up");
  setInterval(() => undefined, 1000);`;

const launch = async (): Promise<ChildProcess> => {
  const args = ["--input-type=module", "-e", script({ folder, ports, fast: true, table: [] })];
  const launcher = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve, reject) => {
    launcher.stdout?.once("data", resolve);
    launcher.once("exit", () => reject(new Error("The launcher ended before the hub was up.")));
  });
  return launcher;
};

const children = (): readonly PidFile[] => livingIn(join(folder, "run"));

const everythingIsGone = async (left: readonly PidFile[]): Promise<void> => {
  await expect.poll(() => left.filter(isAlive).map(({ name }) => name), patient).toEqual([]);
  await expect.poll(() => left.filter(({ guard }) => isAlive(guard)).length, patient).toBe(0);
  for (const port of Object.values(ports)) expect(await isPortFree(port)).toBe(true);
};

test("a launcher that is killed leaves nothing running, and its lock does not stop the next", async () => {
  const launcher = await launch();
  const left = children();
  expect(left.map(({ name }) => name).sort()).toEqual(["kafka", "postgres", "registry"]);

  await expect(startHub({ folder, ports })).rejects.toThrow(
    `A hub is running already (pid ${launcher.pid}, ports: postgres ${ports.postgres}`,
  );
  expect(statSync(hubFile(folder)).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(hubFile(folder), "utf8"))).toMatchObject({ pid: launcher.pid, ports });

  launcher.kill("SIGKILL");
  await everythingIsGone(left);
  expect(existsSync(hubLockFile(folder))).toBe(true);
});

test("what outlived both launcher and guards is found and ended by the next start; down ends everything", async () => {
  const launcher = await launch();
  const left = children();
  for (const { guard } of left) process.kill(guard.pid, "SIGSTOP");
  launcher.kill("SIGKILL");
  for (const { guard } of left) process.kill(guard.pid, "SIGKILL");
  await expect.poll(() => left.some(({ guard }) => isAlive(guard)), patient).toBe(false);
  expect(left.every(isAlive)).toBe(true);

  const next = await launch();
  expect(left.some(isAlive)).toBe(false);

  const second = children();
  const told: string[] = [];
  expect(await down(folder, (line) => told.push(line))).toBe(0);
  expect(told.at(-1)).toBe("The hub is down.");
  expect(next.exitCode ?? next.signalCode).not.toBeNull();
  await everythingIsGone(second);
  expect(existsSync(hubFile(folder))).toBe(false);
  expect(lockHolder(hubLockFile(folder))).toBeUndefined();
});

test("a taken port is named with its holder and what changes it, and nothing is started", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(ports.kafka, "127.0.0.1", () => resolve()));
  const attempt = startHub({ folder, ports, table: [] });
  await expect(attempt).rejects.toThrow(
    new RegExp(`Port ${ports.kafka} \\(kafka\\) is taken by .*SAMVIRKE_KAFKA_PORT=… or --kafka-port=…`),
  );
  if (process.platform === "linux") await expect(attempt).rejects.toThrow(`pid ${process.pid} `);
  expect(children()).toEqual([]);
  expect(existsSync(hubLockFile(folder))).toBe(false);
  await new Promise((resolve) => server.close(resolve));
});
