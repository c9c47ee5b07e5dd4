import { join } from "node:path";
import { bridge } from "./bridge.ts";
import type { Hosted } from "./hosting.ts";
import { hubLockFile, removeHubFile, writeHubFile } from "./hub-files.ts";
import { startKeptParts } from "./kept-parts.ts";
import { endLeftovers } from "./leftovers.ts";
import { tryLock, type Held } from "./lock.ts";
import type { Parts } from "./parts-port.ts";
import { takenPorts } from "./ports-taken.ts";
import type { Progress } from "./run.ts";
import { prepareSecrets } from "./secrets.ts";
import { hostSeparately } from "./separate.ts";
import { services as allServices, type Addresses, type Service } from "./services.ts";
import { home, hubPorts, type Ports } from "./settings.ts";
import { hostTogether } from "./together.ts";

/** How to start a hub. Absent folder and ports: the hub of this repository. */
export interface HubOptions {
  readonly folder?: string;
  readonly ports?: Ports;
  /** All services in this process, or one process each. */
  readonly services?: "together" | "separate";
  readonly table?: readonly Service[];
  readonly fast?: boolean;
  /** Takes welfare's own topics over as well, in a process of its own. */
  readonly bridge?: boolean;
  readonly onProgress?: Progress;
}

/** A hub that runs. */
export interface Hub {
  readonly addresses: Addresses;
  readonly parts: Parts;
  readonly services: readonly Hosted[];
  readonly stop: () => Promise<void>;
}

type Chosen = Required<HubOptions>;

const choose = (options: HubOptions): Chosen => ({
  folder: options.folder ?? home,
  ports: options.ports ?? hubPorts({}),
  services: options.services ?? "together",
  table: options.table ?? allServices,
  fast: options.fast ?? false,
  bridge: options.bridge ?? false,
  onProgress: options.onProgress ?? (() => undefined),
});

const takeLock = ({ folder, ports }: Chosen): Held => {
  const lock = tryLock(hubLockFile(folder), { ports });
  if (lock.holder === undefined) return lock;
  const listed = Object.entries(lock.holder["ports"] ?? {}).map(([name, port]) => `${name} ${port}`);
  const where = `pid ${lock.holder.pid}, ports: ${listed.join(", ")}`;
  throw new Error(`A hub is running already (${where}). End it with: npx samvirke down`);
};

const startTheParts = async ({ folder, ports, fast, onProgress }: Chosen): Promise<Parts> => {
  await endLeftovers(join(folder, "run"));
  const taken = await takenPorts(ports);
  if (taken.length > 0) throw new Error(taken.join("\n"));
  return startKeptParts({ folder, ports, fast, onProgress });
};

const addressesOf = ({ folder, ports }: Chosen, parts: Parts): Addresses => ({
  postgresUrl: parts.postgres.url,
  kafkaBrokers: parts.kafka.brokers,
  registryUrl: parts.registry.url,
  ports,
  folder,
});

/** What has been started so far, to be ended in the reverse order. */
type Endings = (() => Promise<unknown>)[];

const endAll = async (endings: Endings): Promise<void> => {
  for (const end of endings.splice(0).reverse()) await end();
};

const startServices = async (chosen: Chosen, addresses: Addresses, endings: Endings): Promise<readonly Hosted[]> => {
  const host = chosen.services === "separate" ? hostSeparately : hostTogether;
  prepareSecrets(chosen.folder);
  const hosted: Hosted[] = [];
  endings.push(() => Promise.all(hosted.map((service) => service.stop())));
  for (const service of chosen.table) {
    hosted.push(await host(service, { addresses, onProgress: chosen.onProgress }));
    chosen.onProgress(`${service.name} is ready.`);
  }
  if (chosen.bridge) hosted.push(await hostSeparately(bridge, { addresses, onProgress: chosen.onProgress }));
  return hosted;
};

const startUnderLock = async (chosen: Chosen, endings: Endings): Promise<Hub> => {
  const parts = await startTheParts(chosen);
  endings.push(parts.stop);
  const addresses = addressesOf(chosen, parts);
  const services = await startServices(chosen, addresses, endings);
  writeHubFile(addresses);
  endings.push(async () => removeHubFile(chosen.folder));
  return { addresses, parts, services, stop: () => endAll(endings) };
};

/**
 * Starts the parts and the services of a hub, which end with this process at the latest.
 *
 * Rejects: another hub runs in this folder; a port is taken; a part or a service does not answer. Nothing is left running then.
 */
export const startHub = async (options: HubOptions = {}): Promise<Hub> => {
  const chosen = choose(options);
  const lock = takeLock(chosen);
  const endings: Endings = [async () => lock.release()];
  try {
    return await startUnderLock(chosen, endings);
  } catch (error) {
    await endAll(endings);
    throw error;
  }
};
