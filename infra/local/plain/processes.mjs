import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

// A pid alone is not a process: numbers are reused. Pid and start time together are.

// The name in brackets may hold anything; what counts follows the last bracket: state, parent, …, start time.
const statOf = (pid) => {
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
};

const startedOnLinux = (pid) => {
  const fields = statOf(pid);
  return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
};

const startedElsewhere = (pid) => {
  const options = { encoding: "utf8", env: { ...process.env, LC_ALL: "C" }, stdio: ["ignore", "pipe", "ignore"] };
  const line = execFileSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], options).trim();
  return line === "" || line.startsWith("Z") ? undefined : line.replace(/^\S+\s+/, "");
};

/** When the process with this pid started, in the system's own words; undefined when no such process lives. */
export const startedAt = (pid) => {
  try {
    return process.platform === "linux" ? startedOnLinux(pid) : startedElsewhere(pid);
  } catch {
    return undefined;
  }
};

/** Who started this process or adopted it; undefined where the system does not tell. */
export const parentOf = (pid) => {
  try {
    return Number(statOf(pid)[1]);
  } catch {
    return undefined;
  }
};

/** What names one process for ever. */
export const identityOf = (pid) => ({ pid, started: startedAt(pid) ?? "gone" });

/** True while exactly this process lives. */
export const isAlive = ({ pid, started }) => startedAt(pid) === started;

const signalQuietly = (pid, signal) => {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
};

const waitUntilGone = async (identity, milliseconds) => {
  const end = performance.now() + milliseconds;
  while (isAlive(identity)) {
    if (performance.now() > end) return false;
    await sleep(25);
  }
  return true;
};

/** Ends exactly this process: first by `signal`, after `bound` milliseconds by SIGKILL. */
export const endProcess = async (identity, { signal = "SIGTERM", bound = 20_000 } = {}) => {
  if (!isAlive(identity)) return;
  signalQuietly(identity.pid, signal);
  if (await waitUntilGone(identity, bound)) return;
  if (isAlive(identity)) signalQuietly(identity.pid, "SIGKILL");
  await waitUntilGone(identity, 5_000);
};
