import { readdirSync, readFileSync } from "node:fs";

/** Processes that a process started, by the system's table. */
export const childrenOf = (parent: number): ReadonlyArray<number> =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const fields = readFileSync(`/proc/${name}/stat`, "utf8").split(") ")[1]?.split(" ");
        return fields?.[1] === String(parent) ? [Number(name)] : [];
      } catch {
        return [];
      }
    });

/** Sends a signal to each process that is still there. */
export const signalAll = (pids: ReadonlyArray<number>, signal: NodeJS.Signals): void => {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It is gone.
    }
  }
};
