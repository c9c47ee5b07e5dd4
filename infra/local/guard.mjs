// Runs one child and outlives nobody: when the pipe to the parent closes, however the parent died, the child is ended.
// The first line on standard input says what to run; a later line "stop" asks for an orderly end.
import { spawn } from "node:child_process";
import { openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { endProcess, identityOf } from "./plain/processes.mjs";

const state = { identity: undefined, ending: false };

const report = (fact) => process.stdout.write(`${JSON.stringify(fact)}\n`);

const keepPidFile = (spec) => {
  const facts = { name: spec.name, ...state.identity, signal: spec.signal };
  const owners = { guard: identityOf(process.pid), owner: spec.owner };
  writeFileSync(`${spec.pidFile}.new`, JSON.stringify({ ...facts, ...owners }), { mode: 0o600 });
  renameSync(`${spec.pidFile}.new`, spec.pidFile);
};

const dropPidFile = (spec) => {
  try {
    if (JSON.parse(readFileSync(spec.pidFile, "utf8")).pid === state.identity?.pid) rmSync(spec.pidFile);
  } catch {
    // Removed with its folder: nothing is left to drop.
  }
};

const end = async (spec) => {
  if (state.ending) return;
  state.ending = true;
  if (state.identity === undefined) process.exit(0);
  await endProcess(state.identity, { signal: spec.signal, bound: spec.bound });
};

const run = (spec) => {
  const log = openSync(spec.log, "a", 0o600);
  const user = spec.user === undefined ? {} : { uid: spec.user.uid, gid: spec.user.gid };
  const child = spawn(spec.command, spec.args, {
    cwd: spec.cwd,
    env: spec.env,
    stdio: [spec.input === undefined ? "ignore" : openSync(spec.input, "r"), log, log],
    detached: true, // a Ctrl-C on the terminal reaches the launcher only, which ends its children in order
    ...user,
  });
  child.on("error", (error) => {
    report({ failed: `${spec.command}: ${error.code ?? error.message}` });
    process.exit(1);
  });
  child.on("spawn", () => {
    state.identity = identityOf(child.pid);
    keepPidFile(spec);
    report(state.identity);
  });
  child.on("exit", (code, signal) => {
    dropPidFile(spec);
    report({ exit: { code, signal } });
    setImmediate(() => process.exit(0));
  });
};

const guard = () => {
  let spec;
  const lines = createInterface({ input: process.stdin });
  lines.on("line", (line) => {
    if (spec !== undefined) {
      void end(spec);
    } else {
      spec = JSON.parse(line);
      run(spec);
    }
  });
  const endOrLeave = () => (spec === undefined ? process.exit(0) : void end(spec));
  lines.on("close", endOrLeave);
  process.stdout.on("error", () => undefined);
  for (const signal of ["SIGINT", "SIGHUP"]) process.on(signal, () => undefined);
  process.on("SIGTERM", endOrLeave);
};

guard();
