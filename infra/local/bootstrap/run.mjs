import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parentOf } from "../plain/processes.mjs";
import { projectNode, root } from "./places.mjs";

const withParent = fileURLToPath(new URL("with-parent.mjs", import.meta.url));

const environment = () => ({
  ...process.env,
  PATH: [join(root, "node_modules", "node", "bin"), join(root, "node_modules", ".bin"), process.env.PATH].join(
    delimiter,
  ),
  TURBO_TELEMETRY_DISABLED: "1",
  SAMVIRKE_PARENT_PIPE: "3",
});

const forwarded = ["SIGINT", "SIGTERM", "SIGHUP"];

// npm, and the shell it starts us by, can be killed without a word to us; then our parents are others.
const parents = () => `${process.ppid} ${parentOf(process.ppid)}`;

const watchNpm = (child) => {
  if (process.env.npm_lifecycle_event === undefined) return;
  const before = parents();
  setInterval(() => parents() !== before && child.kill("SIGTERM"), 1_000).unref();
};

/** Runs a script on the project's Node and answers with its exit code. Signals pass on, and it does not outlive us. */
export const runOnProjectNode = (script, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(projectNode, ["--import", withParent, join(root, script), ...args], {
      stdio: ["inherit", "inherit", "inherit", "pipe"],
      env: environment(),
      cwd: root,
    });
    const forward = (signal) => child.kill(signal);
    for (const signal of forwarded) process.on(signal, forward);
    watchNpm(child);
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      for (const each of forwarded) process.off(each, forward);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
