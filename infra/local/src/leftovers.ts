import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { endProcess, isAlive, type Identity } from "./processes.ts";

/** What a guard writes beside its child: who the child is, who guards it and for whom. */
export interface PidFile extends Identity {
  readonly name: string;
  readonly signal: NodeJS.Signals;
  readonly guard: Identity;
  readonly owner: Identity;
}

/** The pid file's facts; undefined when it is absent or not whole. */
export const readPidFile = (file: string): PidFile | undefined => {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as PidFile;
  } catch {
    return undefined;
  }
};

const pidFilesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".pid"))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
};

/** The children recorded in a folder that still live. */
export const livingIn = (folder: string): readonly PidFile[] =>
  pidFilesIn(folder).flatMap((file) => {
    const found = readPidFile(file);
    return found !== undefined && isAlive(found) ? [found] : [];
  });

const guardHasEnded = async (left: PidFile, milliseconds: number): Promise<boolean> => {
  const end = performance.now() + milliseconds;
  while (isAlive(left.guard) && isAlive(left)) {
    if (performance.now() > end) return false;
    await sleep(50);
  }
  return true;
};

const endOne = async (left: PidFile): Promise<void> => {
  if (isAlive(left.guard) && isAlive(left.owner))
    throw new Error(`${left.name} already runs as pid ${left.pid}, started by pid ${left.owner.pid}.`);
  // The guard of a dead launcher is ending its child just now; a guard that is dead itself cannot.
  await guardHasEnded(left, 40_000);
  await endProcess(left, { signal: left.signal });
};

/** Ends what a killed launcher and killed guards left behind in this folder: those processes, found by pid and start time, and no other. */
export const endLeftovers = async (folder: string): Promise<void> => {
  await Promise.all(livingIn(folder).map(endOne));
  for (const file of pidFilesIn(folder)) rmSync(file, { force: true });
};
