import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureJava, ensureKafka } from "./downloads.ts";
import { readPidFile } from "./leftovers.ts";
import { startLocalParts as startParts } from "./local-parts.ts";
import type { Parts } from "./parts-port.ts";
import { isAlive } from "./processes.ts";

// The machine may be busy; a poll ends as soon as it is true.
const patient = { timeout: 40_000 };

const folder = mkdtempSync(join(tmpdir(), "samvirke prøve "));
const quiet = (): void => undefined;
let parts: Parts;

const subject = (): string => `${parts.registry.url}/subjects/probe-value/versions`;

const register = async (): Promise<number> => {
  const answer = await fetch(subject(), {
    method: "POST",
    headers: { "content-type": "application/vnd.schemaregistry.v1+json" },
    body: JSON.stringify({ schema: JSON.stringify({ type: "string" }) }),
  });
  return ((await answer.json()) as { id: number }).id;
};

const schemaAt = async (id: number): Promise<unknown> =>
  (await fetch(`${parts.registry.url}/schemas/ids/${id}`)).json();

const topics = async (...args: readonly string[]): Promise<string> => {
  const classPath = join(await ensureKafka(quiet), "*");
  const tool = [
    "-XX:-UsePerfData",
    "-cp",
    classPath,
    "org.apache.kafka.tools.TopicCommand",
    "--bootstrap-server",
    parts.kafka.brokers[0]!,
  ];
  return execFileSync(await ensureJava(quiet), [...tool, ...args], { encoding: "utf8", env: { LC_ALL: "C.UTF-8" } });
};

beforeAll(async () => {
  parts = await startParts({ folder, fast: true });
});

afterAll(async () => {
  await parts.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("schemas and topics survive killed parts and a full restart on other ports", async () => {
  const id = await register();
  await topics("--create", "--topic", "kept", "--partitions", "3");
  const cluster = readFileSync(join(folder, "kafka", "formatted"), "utf8");

  const before = parts.pid("postgres");
  await parts.kill("postgres");
  expect(parts.pid("postgres")).toBeUndefined();
  await parts.restart("postgres");
  expect(parts.pid("postgres")).not.toBe(before);

  await parts.kill("kafka");
  await parts.stop();
  const oldUrl = parts.registry.url;
  parts = await startParts({ folder, fast: true });

  expect(parts.registry.url).not.toBe(oldUrl);
  expect(await schemaAt(id)).toMatchObject({ schema: '"string"' });
  expect(await register()).toBe(id);
  expect(await topics("--list")).toContain("kept");
  expect(readFileSync(join(folder, "kafka", "formatted"), "utf8")).toBe(cluster);
});

test("two owners of one folder are refused, and the first keeps its parts", async () => {
  await expect(startParts({ folder, fast: true })).rejects.toThrow(/already runs as pid \d+/);
  expect(parts.pid("kafka")).toBeDefined();
});

test("a part whose guard was killed is ended, not left alone", async () => {
  const child = readPidFile(join(folder, "run", "registry.pid"))!;
  expect(child.pid).toBe(parts.pid("registry"));
  process.kill(child.guard.pid, "SIGKILL");
  await expect.poll(() => isAlive(child), patient).toBe(false);
  await expect.poll(() => parts.pid("registry"), patient).toBeUndefined();
});

test("a part that cannot start is named, with the end of its log", async () => {
  const port = Number(new URL(parts.postgres.url).port);
  const other = mkdtempSync(join(tmpdir(), "samvirke-taken-"));
  const starting = startParts({ folder: other, parts: ["postgres"], ports: { postgres: port } });
  await expect(starting).rejects.toThrow(/PostgreSQL ended while starting[^]*could not bind IPv4 address/);
  rmSync(other, { recursive: true, force: true });
});
