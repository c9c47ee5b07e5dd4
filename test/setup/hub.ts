import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, startHub } from "@samvirke/local";
import type { TestProject } from "vitest/node";

/** Where the tests' hub is found. */
export interface HubPlace {
  readonly folder: string;
  readonly health: string;
  readonly welfare: string;
  readonly employer: string;
  readonly operations: string;
  readonly postgresUrl: string;
}

declare module "vitest" {
  interface ProvidedContext {
    readonly hub: HubPlace;
  }
}

const portNames = [
  "postgres",
  "kafka",
  "kafkaController",
  "registry",
  "gatewayHealth",
  "gatewayWelfare",
  "gatewayEmployer",
  "operations",
] as const;

const freePorts = async (): Promise<Readonly<Record<(typeof portNames)[number], number>>> => {
  const ports = new Set<number>();
  while (ports.size < portNames.length) ports.add(await freePort());
  const list = [...ports];
  return Object.fromEntries(portNames.map((name, index) => [name, list[index] ?? 0])) as Record<
    (typeof portNames)[number],
    number
  >;
};

export interface OwnHub extends HubPlace {
  readonly stop: () => Promise<void>;
}

/** A hub on free ports, in a folder of its own with a space and an ø in its name. */
export const startOwnHub = async (services: "together" | "separate"): Promise<OwnHub> => {
  const folder = await mkdtemp(join(tmpdir(), "samvirke prøve-"));
  const ports = await freePorts();
  const hub = await startHub({ folder, ports, services, fast: true });
  return {
    folder,
    health: `http://127.0.0.1:${ports.gatewayHealth}`,
    welfare: `http://127.0.0.1:${ports.gatewayWelfare}`,
    employer: `http://127.0.0.1:${ports.gatewayEmployer}`,
    operations: `http://127.0.0.1:${ports.operations}`,
    postgresUrl: hub.addresses.postgresUrl,
    stop: async () => {
      await hub.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** One hub for all end-to-end tests of this run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...place } = await startOwnHub("together");
  project.provide("hub", place);
  return stop;
}
