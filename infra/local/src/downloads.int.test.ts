import { spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

// Maven's place is taken by a script that delivers a jar cut off, until it is told not to use its own store: what a killed
// download leaves behind, without the network. The real Maven is used by every run of these tests that finds no parts.
const maven = `#!/bin/sh
echo "$@" >> "$CALLS"
for word in "$@"; do case "$word" in
  -Dparts.folder=*) folder="\${word#*=}" ;;
  -Dmaven.repo.local=*) whole=yes ;;
esac; done
sleep 0.3
printf 'PK\\003\\004 the first half' > "$folder/broker.jar"
if [ "$whole" = yes ]; then printf 'PK\\005\\006 and its end' >> "$folder/broker.jar"; fi
`;

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "samvirke parts ø "));
  mkdirSync(join(home, "bin"));
  writeFileSync(join(home, "bin", "mvn"), maven);
  chmodSync(join(home, "bin", "mvn"), 0o755);
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

const calls = (): readonly string[] => readFileSync(join(home, "calls"), "utf8").trim().split("\n");

const ensureKafka = (): Promise<string> => {
  const module = new URL("downloads.ts", import.meta.url).href;
  const code = `console.log(await (await import(${JSON.stringify(module)})).ensureKafka(console.error))`;
  const env = { ...process.env, SAMVIRKE_HOME: home, CALLS: join(home, "calls") };
  const PATH = [join(home, "bin"), process.env["PATH"]].join(delimiter);
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], { env: { ...env, PATH } });
  let output = "";
  child.stdout.on("data", (text) => (output += String(text)));
  return new Promise((resolve) => child.on("close", () => resolve(output.trim())));
};

test("an archive that arrived cut off is fetched once more, past Maven's own store", async () => {
  const folder = await ensureKafka();
  expect(calls().length).toBe(2);
  expect(calls()[0]).not.toContain("maven.repo.local");
  expect(calls()[1]).toContain("maven.repo.local");
  expect(readdirSync(folder).sort()).toEqual(["broker.jar", "complete.json"]);
});

test("a folder without its stamp, or with less in it than the stamp says, is fetched again; a whole one is not", async () => {
  const folder = join(home, "parts", "kafka-4.3.1");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "left-over.jar"), "half");
  expect(await ensureKafka()).toBe(folder);
  expect(existsSync(join(folder, "left-over.jar"))).toBe(false);
  const first = calls().length;
  await ensureKafka();
  expect(calls().length).toBe(first);
  truncateSync(join(folder, "broker.jar"), 3);
  await ensureKafka();
  expect(calls().length).toBeGreaterThan(first);
});

test("of two that need the same part one downloads and the other waits; a dead downloader's lock does not count", async () => {
  writeFileSync(join(home, "download.lock"), JSON.stringify({ pid: process.pid, started: "long ago" }));
  const folders = await Promise.all([ensureKafka(), ensureKafka()]);
  expect(folders[0]).toBe(join(home, "parts", "kafka-4.3.1"));
  expect(folders[1]).toBe(folders[0]);
  expect(calls().length).toBe(2);
  expect(existsSync(join(home, "download.lock"))).toBe(false);
});
