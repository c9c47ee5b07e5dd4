import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Addresses } from "./services.ts";

/** The launcher's lock in a hub's folder. */
export const hubLockFile = (folder: string): string => join(folder, "hub.lock");

/** What the command line reads to find the hub. */
export const hubFile = (folder: string): string => join(folder, "hub.json");

const local = (port: number): string => `http://127.0.0.1:${port}`;

/** Public addresses of a hub and its process, as `hub.json` holds them. */
export const hubFacts = ({ ports, postgresUrl, kafkaBrokers, registryUrl, folder }: Addresses) => ({
  pid: process.pid,
  folder,
  ports,
  gateways: {
    health: local(ports.gatewayHealth),
    welfare: local(ports.gatewayWelfare),
    employer: local(ports.gatewayEmployer),
  },
  operations: local(ports.operations),
  postgres: postgresUrl,
  kafka: kafkaBrokers,
  registry: registryUrl,
});

/** Writes `hub.json`, whole or not at all; it holds a password, so only its owner may read it. */
export const writeHubFile = (addresses: Addresses): void => {
  const file = hubFile(addresses.folder);
  writeFileSync(`${file}.new`, `${JSON.stringify(hubFacts(addresses), undefined, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
};

/** Takes `hub.json` away: there is no hub to find. */
export const removeHubFile = (folder: string): void => rmSync(hubFile(folder), { force: true });
