import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createServer } from "node:net";
import { portNames, testPorts, type Ports } from "./settings.ts";

/** True when nothing listens on this port of 127.0.0.1 and we could. */
export const isPortFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
  });

const given = new Set<number>();

/**
 * A port nobody listens on, the same one never twice in a process.
 * From below the range that systems hand to outgoing connections: a part that restarts finds its port still free.
 */
export const freePort = async (): Promise<number> => {
  const span = testPorts.last - testPorts.first + 1;
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const port = testPorts.first + Math.floor(Math.random() * span);
    if (given.has(port)) continue;
    given.add(port);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`No free port between ${testPorts.first} and ${testPorts.last}.`);
};

/** A whole set of free ports, for a hub beside the one on the fixed ports. */
export const freePorts = async (): Promise<Ports> =>
  Object.fromEntries(await Promise.all(portNames.map(async (name) => [name, await freePort()] as const))) as Ports;

const listeningInode = (port: number): string | undefined => {
  const wanted = port.toString(16).toUpperCase().padStart(4, "0");
  const lines = ["/proc/net/tcp", "/proc/net/tcp6"].flatMap((file) => readFileSync(file, "utf8").split("\n"));
  const row = lines
    .map((line) => line.trim().split(/\s+/))
    .find((fields) => fields[1]?.endsWith(`:${wanted}`) === true && fields[3] === "0A");
  return row?.[9];
};

const holdsInode = (pid: string, inode: string): boolean => {
  try {
    const files = readdirSync(`/proc/${pid}/fd`);
    return files.some((file) => readlinkSync(`/proc/${pid}/fd/${file}`) === `socket:[${inode}]`);
  } catch {
    return false;
  }
};

/** Who listens on a port, as "pid 123 (java)"; undefined where the system does not tell. */
export const portHolder = (port: number): string | undefined => {
  try {
    const inode = listeningInode(port);
    if (inode === undefined) return undefined;
    const pid = readdirSync("/proc").find((name) => /^\d+$/.test(name) && holdsInode(name, inode));
    return pid === undefined ? undefined : `pid ${pid} (${readFileSync(`/proc/${pid}/comm`, "utf8").trim()})`;
  } catch {
    return undefined;
  }
};
