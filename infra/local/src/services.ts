import type { Ports } from "./settings.ts";

/** Where a service finds the parts and its own place. */
export interface Addresses {
  readonly postgresUrl: string;
  readonly kafkaBrokers: readonly string[];
  readonly registryUrl: string;
  readonly ports: Ports;
  /** The hub's own folder, for keys and local stand-in data. */
  readonly folder: string;
}

/** A service that runs in this process. */
export interface Running {
  readonly stop: () => Promise<void>;
  /** Settles when the service ended by itself; it is then started again. */
  readonly ended?: Promise<unknown>;
}

export type Environment = Readonly<Record<string, string>>;

/** A service of the hub, to run in this process or in one of its own: the same environment makes both. */
export interface Service {
  readonly name: string;
  /** Its `main.ts`, from the root of the repository. */
  readonly entry: string;
  readonly env: (addresses: Addresses) => Environment;
  readonly make: (env: Environment) => Promise<Running>;
  /** Resolves true when the service answers; absent: when it runs. */
  readonly isReady?: (addresses: Addresses) => Promise<boolean>;
}

/** The hub's services, in the order of their start. */
export const services: readonly Service[] = [];

/** The demonstration that `npm start` plays, from the root of the repository. */
export const demonstration: string | undefined = undefined;
