import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { tryLock } from "../plain/lock-file.mjs";
import { home, projectNode, root, say } from "./places.mjs";

const lockFile = join(root, "package-lock.json");
const stamp = join(root, "node_modules", ".samvirke-lock");
const installedFile = join(root, "node_modules", ".package-lock.json");

const read = (file) => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
};

const fingerprint = () => createHash("sha256").update(readFileSync(lockFile)).digest("hex");

const packagesOf = (text) => JSON.parse(text ?? '{"packages":{}}').packages;

// npm writes its own list of what it installed when it is done: an install that was cut off has none.
const hasEveryPackage = () => {
  const installed = packagesOf(read(installedFile));
  return Object.entries(packagesOf(read(lockFile))).every(
    ([path, wanted]) =>
      !path.includes("node_modules/") ||
      wanted.link === true ||
      wanted.optional === true ||
      wanted.devOptional === true ||
      installed[path]?.version === wanted.version,
  );
};

const isInstalled = () => {
  if (!existsSync(projectNode)) return false;
  if (read(stamp) === fingerprint()) return true;
  if (!hasEveryPackage()) return false;
  writeFileSync(stamp, fingerprint());
  return true;
};

const npm = () => {
  const script = process.env.npm_execpath;
  return script?.endsWith(".js") ? [process.execPath, script] : ["npm"];
};

const tick = (title) => {
  if (process.stderr.isTTY) return () => undefined;
  const began = performance.now();
  const timer = setInterval(() => say(`${title} … ${Math.round((performance.now() - began) / 1000)} s`), 5_000);
  return () => clearInterval(timer);
};

const runNpm = (args) =>
  new Promise((resolve) => {
    const [command, ...before] = npm();
    // npm's own lines go to standard error: standard output belongs to the command that follows.
    const child = spawn(command, [...before, ...args], { cwd: root, stdio: ["inherit", 2, 2] });
    child.on("error", (error) => resolve(error.message));
    child.on("exit", (code, signal) => resolve(code === 0 ? undefined : (signal ?? `exit code ${code}`)));
  });

const install = async () => {
  const title = "Installing packages (npm ci)";
  say(`${title} …`);
  const stopTicking = tick(title);
  const failed = await runNpm([
    "ci",
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ]);
  stopTicking();
  if (failed !== undefined) throw new Error(`npm ci failed: ${failed}.`);
  if (spawnSync(projectNode, ["--version"]).status !== 0)
    throw new Error(
      "The npm package node brought no program that runs. Are install scripts off (npm config get ignore-scripts)?",
    );
  writeFileSync(stamp, fingerprint());
};

const waitForLock = async () => {
  const file = join(home, "install.lock");
  for (let told = false; ; told = true) {
    const lock = tryLock(file);
    if (lock.holder === undefined) return lock;
    if (!told) say(`Waiting for the installation that pid ${lock.holder.pid} is doing …`);
    await sleep(250);
  }
};

/** Makes node_modules what package-lock.json says, when it is not. */
export const ensurePackages = async () => {
  if (isInstalled()) return;
  const lock = await waitForLock();
  try {
    if (!isInstalled()) await install();
  } finally {
    lock.release();
  }
};
