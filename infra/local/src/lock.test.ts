import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockHolder, tryLock } from "./lock.ts";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "samvirke-lock-"));
  file = join(folder, "deep", "a.lock");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a lock has one holder, whose facts others read, until it is released", () => {
  const held = tryLock(file, { ports: { kafka: 1 } });
  expect(tryLock(file).holder).toMatchObject({ pid: process.pid, ports: { kafka: 1 } });
  expect(lockHolder(file)).toMatchObject({ pid: process.pid });
  held.release?.();
  expect(lockHolder(file)).toBeUndefined();
  expect(tryLock(file).holder).toBeUndefined();
});

test.each([
  ["a number that another process has today", JSON.stringify({ pid: process.pid, started: "before the reboot" })],
  ["half a line", '{"pid":'],
  ["nothing", ""],
])("a lock that holds %s is taken over", (_what, text) => {
  tryLock(file).release?.();
  writeFileSync(file, text);
  expect(tryLock(file).holder).toBeUndefined();
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ pid: process.pid });
  expect(readdirSync(join(folder, "deep"))).toEqual(["a.lock"]);
});

test("a release after another took over leaves the other's lock alone", () => {
  const held = tryLock(file);
  writeFileSync(file, "another's");
  held.release?.();
  expect(readFileSync(file, "utf8")).toBe("another's");
});
