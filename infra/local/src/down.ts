import { rmSync } from "node:fs";
import { join } from "node:path";
import { hubLockFile, removeHubFile } from "./hub-files.ts";
import { endLeftovers, livingIn } from "./leftovers.ts";
import { lockHolder } from "./lock.ts";
import { isPortFree, portHolder } from "./ports.ts";
import { endProcess } from "./processes.ts";
import type { Progress } from "./run.ts";
import type { Ports } from "./settings.ts";

const launcherBound = 60_000;

const stillTaken = async (ports: Readonly<Record<string, number>>): Promise<readonly string[]> => {
  const looked = await Promise.all(
    Object.entries(ports).map(async ([name, port]) => ({ name, port, free: await isPortFree(port) })),
  );
  return looked
    .filter(({ free }) => !free)
    .map(({ name, port }) => `Port ${port} (${name}) is still held by ${portHolder(port) ?? "another process"}.`);
};

/** Ends the hub of a folder, its launcher dead or alive, and sees to it that nothing of it is left; answers with the exit code. */
export const down = async (folder: string, onProgress: Progress): Promise<number> => {
  const holder = lockHolder(hubLockFile(folder));
  const leftovers = livingIn(join(folder, "run")).length;
  if (holder !== undefined) {
    onProgress(`Stopping the hub, pid ${holder.pid} …`);
    await endProcess(holder, { bound: launcherBound });
  }
  await endLeftovers(join(folder, "run"));
  removeHubFile(folder);
  if (lockHolder(hubLockFile(folder)) === undefined) rmSync(hubLockFile(folder), { force: true });
  const taken = holder === undefined ? [] : await stillTaken(holder["ports"] as Ports);
  for (const line of taken) onProgress(line);
  if (taken.length > 0) return 1;
  onProgress(holder === undefined && leftovers === 0 ? "No hub is running." : "The hub is down.");
  return 0;
};
