import { parseArgs } from "node:util";
import { hubPorts, portSettings, type Ports } from "./settings.ts";

/** What `up` and `npm start` were asked for. */
export interface UpOrder {
  readonly detach: boolean;
  readonly services: "together" | "separate";
  readonly ports: Ports;
  /** Whether welfare's own topics are taken over as well. */
  readonly bridge: boolean;
  /** The same wish, for another process. */
  readonly args: readonly string[];
}

/** Wrong usage: told in one line, exit code 2. */
export class UsageError extends Error {}

const portFlags = Object.values(portSettings).map(({ flag }) => flag);

const optionNamed = (flag: string): string => flag.replace(/^--/, "");

const read = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    strict: true,
    options: {
      detach: { type: "boolean", default: false },
      services: { type: "string", default: "together" },
      bridge: { type: "boolean", default: false },
      ...Object.fromEntries(portFlags.map((flag) => [optionNamed(flag), { type: "string" as const }])),
    },
  }).values;

const asUsageError = (error: unknown): UsageError =>
  new UsageError(error instanceof Error ? error.message : "The arguments cannot be read.");

/** Reads the arguments of `up`. */
export const readUp = (args: readonly string[]): UpOrder => {
  try {
    const { detach, services, bridge, ...ports } = read(args);
    if (services !== "together" && services !== "separate") throw new Error("--services is together or separate.");
    const flags = Object.fromEntries(
      portFlags.map((flag) => [flag, (ports as Record<string, string>)[optionNamed(flag)]]),
    );
    const others = args.filter((argument) => argument !== "--detach");
    return { detach, services, bridge, ports: hubPorts(flags), args: others };
  } catch (error) {
    throw asUsageError(error);
  }
};
