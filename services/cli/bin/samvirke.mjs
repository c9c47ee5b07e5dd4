#!/usr/bin/env node
// Runs on the machine's own Node: finds the project's and hands over. Starting and ending the hub, the demonstration and
// the drill belong to the local parts.
import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = resolve(dirname(realpathSync(fileURLToPath(import.meta.url))), "../../..");
const args = process.argv.slice(2);

const handOver = () =>
  new Promise((done) => {
    const node = join(root, "node_modules", "node", "bin", "node");
    if (!existsSync(node)) {
      console.error("The project is not installed yet. Run npm start or npm test once.");
      return done(1);
    }
    const child = spawn(node, [join(root, "services", "cli", "src", "main.ts"), ...args], { stdio: "inherit" });
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
    child.on("error", () => done(1));
    child.on("exit", (code, signal) => done(code ?? 128 + constants.signals[signal]));
    return undefined;
  });

const local = async () => {
  const { bootstrap } = await import(pathToFileURL(join(root, "infra", "local", "bootstrap", "main.mjs")).href);
  return bootstrap(args[0], args.slice(1));
};

process.exitCode = await (["up", "down", "demo", "drill"].includes(args[0]) ? local() : handOver());
