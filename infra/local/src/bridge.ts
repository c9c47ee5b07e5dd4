import { readFileSync } from "node:fs";
import type { Entered } from "./hosting.ts";
import { secretFiles } from "./secrets.ts";
import { hubEnv, type Addresses, type Environment } from "./services.ts";

interface Party {
  readonly id: string;
  readonly token: string;
}

/** Under whose name the records come. */
const sender = "local-nav";

const tokenIn = (folder: string): string => {
  const parties = JSON.parse(readFileSync(secretFiles(folder).parties, "utf8")) as ReadonlyArray<Party>;
  const party = parties.find(({ id }) => id === sender);
  if (party === undefined) throw new Error(`The party file names no ${sender}.`);
  return party.token;
};

// Without brokers of somebody else's the topics are made on the hub's own, to be tried there.
const own = ({ kafkaBrokers, registryUrl }: Addresses): Environment => ({
  SAMVIRKE_BRIDGE_BROKERS: kafkaBrokers.join(","),
  SAMVIRKE_BRIDGE_REGISTRY_URL: registryUrl,
  SAMVIRKE_BRIDGE_CREATE_TOPICS: "yes",
});

/** The environment of the local bridge; what is set in the command's own environment goes before. */
export const bridgeEnv = (addresses: Addresses, given: NodeJS.ProcessEnv = process.env): Environment => ({
  ...hubEnv(addresses),
  ...(given["SAMVIRKE_BRIDGE_BROKERS"] === undefined ? own(addresses) : {}),
  SAMVIRKE_BRIDGE_TOPICS: "all",
  SAMVIRKE_GATEWAY_URL: `http://127.0.0.1:${addresses.ports.gatewayWelfare}`,
  SAMVIRKE_GATEWAY_TOKEN: tokenIn(addresses.folder),
  ...Object.fromEntries(
    Object.entries(given).filter(
      (entry): entry is [string, string] => entry[0].startsWith("SAMVIRKE_BRIDGE_") && entry[1] !== undefined,
    ),
  ),
});

/** Takes welfare's own topics over to the welfare door; a client of the hub, so always a process of its own. */
export const bridge: Entered = { name: "bridge", entry: "services/bridge/src/main.ts", env: bridgeEnv };
