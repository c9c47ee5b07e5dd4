import { readConfig } from "@samvirke/stage";
import type { Environment } from "@samvirke/stage";
import * as t from "io-ts/lib/index.js";
import type { BridgedTopic } from "./core/topics.ts";
import { topicsIn } from "./core/topics.ts";

/** The environment of a bridge. */
export const BridgeConfig = t.strict(
  {
    SAMVIRKE_BRIDGE_TOPICS: t.string,
    SAMVIRKE_BRIDGE_BROKERS: t.string,
    SAMVIRKE_BRIDGE_REGISTRY_URL: t.string,
    SAMVIRKE_BRIDGE_GROUP: t.union([t.string, t.undefined]),
    SAMVIRKE_BRIDGE_SKIP: t.union([t.string, t.undefined]),
    SAMVIRKE_GATEWAY_URL: t.string,
    SAMVIRKE_GATEWAY_TOKEN: t.string,
  },
  "BridgeConfig",
);

/** What a bridge is told. */
export interface Settings {
  readonly topics: ReadonlyArray<BridgedTopic>;
  readonly brokers: ReadonlyArray<string>;
  readonly registryUrl: string;
  readonly group: string;
  readonly skipped: ReadonlySet<string>;
  readonly gateway: { readonly url: string; readonly token: string };
}

/** Reads the settings; fails with names, never values. */
export const readSettings = (env: Environment): Settings => {
  const config = readConfig(BridgeConfig, env);
  const topics = topicsIn(config.SAMVIRKE_BRIDGE_TOPICS);
  if (!topics) throw new Error("configuration: SAMVIRKE_BRIDGE_TOPICS missing or not as expected");
  return {
    topics,
    brokers: config.SAMVIRKE_BRIDGE_BROKERS.split(","),
    registryUrl: config.SAMVIRKE_BRIDGE_REGISTRY_URL,
    group: config.SAMVIRKE_BRIDGE_GROUP ?? "samvirke-bridge",
    skipped: new Set((config.SAMVIRKE_BRIDGE_SKIP ?? "").split(",").map((place) => place.trim())),
    gateway: { url: config.SAMVIRKE_GATEWAY_URL.replace(/\/+$/, ""), token: config.SAMVIRKE_GATEWAY_TOKEN },
  };
};
