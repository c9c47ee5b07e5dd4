import { join } from "node:path";
import { secretFiles } from "./secrets.ts";
import { root } from "./settings.ts";
import type { PortName, Ports } from "./settings.ts";

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

/** What every service of the hub is told. */
export const hubEnv = ({ postgresUrl, kafkaBrokers, registryUrl, folder }: Addresses): Environment => ({
  SAMVIRKE_POSTGRES_URL: postgresUrl,
  SAMVIRKE_KAFKA_BROKERS: kafkaBrokers.join(","),
  SAMVIRKE_REGISTRY_URL: registryUrl,
  SAMVIRKE_MASTER_KEY_FILE: secretFiles(folder).masterKey,
  SAMVIRKE_PEPPER_FILE: secretFiles(folder).pepper,
  SAMVIRKE_LOG_LEVEL: process.env["SAMVIRKE_LOG_LEVEL"] ?? "warn",
  SAMVIRKE_SESSION_TIMEOUT_MS: process.env["SAMVIRKE_SESSION_TIMEOUT_MS"] ?? "10000",
});

const registries = process.env["SAMVIRKE_REGISTRIES_FILE"] ?? join(root, "infra/local/data/registries.json");

const isUp =
  (port: PortName) =>
  async ({ ports }: Addresses): Promise<boolean> => {
    try {
      return (await fetch(`http://127.0.0.1:${ports[port]}/internal/health/ready`)).ok;
    } catch {
      return false;
    }
  };

const stage = (name: string, make: Service["make"], more: Environment = {}): Service => ({
  name,
  entry: `services/${name}/src/main.ts`,
  env: (addresses) => ({ ...hubEnv(addresses), ...more }),
  make,
});

interface Door {
  readonly name: string;
  readonly folder: string;
  readonly port: PortName;
  readonly make: Service["make"];
  readonly more?: Environment;
}

const door = ({ name, folder, port, make, more = {} }: Door): Service => ({
  name,
  entry: `services/${folder}/src/main.ts`,
  env: (addresses) => ({
    ...hubEnv(addresses),
    SAMVIRKE_PORT: String(addresses.ports[port]),
    SAMVIRKE_PARTIES_FILE: secretFiles(addresses.folder).parties,
    SAMVIRKE_REGISTRIES_FILE: registries,
    ...more,
  }),
  make,
  isReady: isUp(port),
});

const makeGateway: Service["make"] = async (env) => (await import("@samvirke/gateway")).make(env);

const welfareShapes = (): Environment => ({
  SAMVIRKE_WELFARE_SHAPES: process.env["SAMVIRKE_WELFARE_SHAPES"] ?? "record,legacy",
});
const referralUnits: Environment = {
  SAMVIRKE_WELFARE_REFERRAL_UNITS: process.env["SAMVIRKE_WELFARE_REFERRAL_UNITS"] ?? "",
};

const operationsDoor = door({
  name: "operations",
  folder: "operations",
  port: "operations",
  make: async (env) => (await import("@samvirke/operations")).make(env),
});

// A replay runs the other services' code, so that operations knows their settings too.
const operations: Service = {
  ...operationsDoor,
  env: (addresses) => ({ ...operationsDoor.env(addresses), ...welfareShapes(), ...referralUnits }),
};

/** The hub's services, in the order of their start. Each is loaded when it is made here, and not when it has a process of its own. */
export const services: readonly Service[] = [
  stage("relay", async (env) => (await import("@samvirke/relay")).make(env)),
  stage("intake", async (env) => (await import("@samvirke/intake")).make(env), {
    SAMVIRKE_REGISTRIES_FILE: registries,
  }),
  {
    ...stage("receipt-translator", async (env) => (await import("@samvirke/receipt-translator")).make(env)),
    env: (addresses) => ({ ...hubEnv(addresses), SAMVIRKE_PARTIES_FILE: secretFiles(addresses.folder).parties }),
  },
  {
    ...stage("welfare-translator", async (env) => (await import("@samvirke/welfare-translator")).make(env)),
    // Looked up when the service starts, as the session's length is.
    env: (addresses) => ({ ...hubEnv(addresses), ...welfareShapes() }),
  },
  {
    ...stage("health-translator", async (env) => (await import("@samvirke/health-translator")).make(env)),
    env: (addresses) => ({
      ...hubEnv(addresses),
      ...referralUnits,
      SAMVIRKE_PARTIES_FILE: secretFiles(addresses.folder).parties,
    }),
  },
  stage("employer-translator", async (env) => (await import("@samvirke/employer-translator")).make(env)),
  stage("health-projector", async (env) => (await import("@samvirke/health-projector")).make(env)),
  stage("welfare-projector", async (env) => (await import("@samvirke/welfare-projector")).make(env)),
  stage("employer-projector", async (env) => (await import("@samvirke/employer-projector")).make(env)),
  stage("case-projector", async (env) => (await import("@samvirke/case-projector")).make(env)),
  stage("clock", async (env) => (await import("@samvirke/clock")).make(env)),
  door({
    name: "gateway-health",
    folder: "gateway",
    port: "gatewayHealth",
    make: makeGateway,
    more: { SAMVIRKE_SECTOR: "health" },
  }),
  door({
    name: "gateway-welfare",
    folder: "gateway",
    port: "gatewayWelfare",
    make: makeGateway,
    more: { SAMVIRKE_SECTOR: "welfare" },
  }),
  door({
    name: "gateway-employer",
    folder: "gateway",
    port: "gatewayEmployer",
    make: makeGateway,
    more: { SAMVIRKE_SECTOR: "employer" },
  }),
  operations,
];

/** The demonstration that `npm start` plays, from the root of the repository. */
export const demonstration: string | undefined = "infra/local/demo/main.ts";
