import { execFileSync } from "node:child_process";

const set = (pids: ReadonlyArray<number>, limit: string): void => {
  for (const pid of pids) {
    try {
      execFileSync("prlimit", ["--pid", String(pid), `--fsize=${limit}`], { stdio: "ignore" });
    } catch {
      // It is gone.
    }
  }
};

/** Files of these processes cannot grow past so many bytes: what a full disk looks like from inside. */
export const limitFiles = (pids: ReadonlyArray<number>, bytes: number): void => set(pids, `${bytes}:unlimited`);

/** They can grow again. */
export const unlimitFiles = (pids: ReadonlyArray<number>): void => set(pids, "unlimited:unlimited");
