import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import settings from "../settings.json" with { type: "json" };

/** Folder of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

/** Where everything local lies: parts, data, logs, locks. One folder, removed by one command. */
export const home = resolve(process.env["SAMVIRKE_HOME"] ?? join(root, settings.home));

/** Downloaded parts; shared by the hub and the tests, never written after they are complete. */
export const partsFolder = join(home, "parts");

export const versions = settings.versions;
export const images = settings.images;
export const testPorts = settings.testPorts;

export type PortName = keyof typeof settings.ports;

/** A port that can be chosen, and by what. */
export interface PortSetting {
  readonly port: number;
  readonly variable: string;
  readonly flag: string;
}

export const portSettings: Readonly<Record<PortName, PortSetting>> = settings.ports;

export const portNames = Object.keys(settings.ports) as readonly PortName[];

export type Ports = Readonly<Record<PortName, number>>;

const isPort = (port: number): boolean => Number.isInteger(port) && port > 0 && port < 65_536;

const chosenPort = (name: PortName, chosen: string | undefined): number => {
  const { port, variable, flag } = portSettings[name];
  if (chosen === undefined || chosen === "") return port;
  if (!isPort(Number(chosen))) throw new Error(`${variable} (${flag}) is not a port number from 1 to 65535.`);
  return Number(chosen);
};

/** The hub's fixed ports: a flag wins over an environment variable, which wins over the settings file. */
export const hubPorts = (flags: Readonly<Record<string, string | undefined>>): Ports =>
  Object.fromEntries(
    portNames.map((name) => {
      const { variable, flag } = portSettings[name];
      return [name, chosenPort(name, flags[flag] ?? process.env[variable])];
    }),
  ) as Ports;
