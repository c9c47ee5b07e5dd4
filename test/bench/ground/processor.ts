import { readdirSync, readFileSync } from "node:fs";

// Linux counts in hundredths of a second for whoever reads /proc.
const ticksPerSecond = 100;

interface Stat {
  readonly pid: number;
  readonly parent: number;
  readonly seconds: number;
}

/** The fields of proc_pid_stat(5) behind the command's name, which may hold anything. */
const statOf = (pid: number): Stat | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { pid, parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond };
  } catch {
    return undefined;
  }
};

/** Processor time that a process has used: unlike a rate it hardly depends on what else the machine does. Unit: seconds; 0 where the system does not tell. */
export const processorOf = (pid: number | undefined): number => (pid === undefined ? 0 : (statOf(pid)?.seconds ?? 0));

/** The same with the processes that it started: a database server and its sessions. */
export const processorWithChildren = (pid: number | undefined): number => {
  if (pid === undefined) return 0;
  try {
    const all = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map((name) => statOf(Number(name)));
    return all.reduce((sum, stat) => sum + (stat?.pid === pid || stat?.parent === pid ? stat.seconds : 0), 0);
  } catch {
    return 0;
  }
};
