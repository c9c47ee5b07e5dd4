import { readConfig } from "@samvirke/stage";
import type { Environment } from "@samvirke/stage";
import * as t from "io-ts/lib/index.js";
import type { BridgedTopic } from "./core/topics.ts";
import { topicsIn } from "./core/topics.ts";

const mechanisms = { plain: null, "scram-sha-256": null, "scram-sha-512": null };

/** The environment of a bridge. */
export const BridgeConfig = t.strict(
  {
    SAMVIRKE_BRIDGE_TOPICS: t.string,
    SAMVIRKE_BRIDGE_BROKERS: t.string,
    SAMVIRKE_BRIDGE_REGISTRY_URL: t.string,
    SAMVIRKE_BRIDGE_GROUP: t.union([t.string, t.undefined]),
    SAMVIRKE_BRIDGE_SKIP: t.union([t.string, t.undefined]),
    SAMVIRKE_BRIDGE_CREATE_TOPICS: t.union([t.literal("yes"), t.undefined]),
    SAMVIRKE_BRIDGE_TLS: t.union([t.literal("yes"), t.undefined]),
    SAMVIRKE_BRIDGE_TLS_CA_FILE: t.union([t.string, t.undefined]),
    SAMVIRKE_BRIDGE_TLS_CERT_FILE: t.union([t.string, t.undefined]),
    SAMVIRKE_BRIDGE_TLS_KEY_FILE: t.union([t.string, t.undefined]),
    SAMVIRKE_BRIDGE_SASL_MECHANISM: t.union([t.keyof(mechanisms), t.undefined]),
    SAMVIRKE_BRIDGE_SASL_USERNAME: t.union([t.string, t.undefined]),
    SAMVIRKE_BRIDGE_SASL_PASSWORD: t.union([t.string, t.undefined]),
    SAMVIRKE_GATEWAY_URL: t.string,
    SAMVIRKE_GATEWAY_TOKEN: t.string,
  },
  "BridgeConfig",
);

type Config = t.TypeOf<typeof BridgeConfig>;

/** Files of an encrypted connection, in PEM; what is absent is as the system has it. */
export interface TlsFiles {
  readonly ca: string | undefined;
  readonly cert: string | undefined;
  readonly key: string | undefined;
}

/** Who speaks to the brokers. */
export interface Sasl {
  readonly mechanism: keyof typeof mechanisms;
  readonly username: string;
  readonly password: string;
}

const wrong = (name: string): Error => new Error(`configuration: ${name} missing or not as expected`);

const tlsOf = (config: Config): TlsFiles | undefined => {
  const files = {
    ca: config.SAMVIRKE_BRIDGE_TLS_CA_FILE,
    cert: config.SAMVIRKE_BRIDGE_TLS_CERT_FILE,
    key: config.SAMVIRKE_BRIDGE_TLS_KEY_FILE,
  };
  const isNamed = Object.values(files).some((file) => file !== undefined);
  // Files for a connection that stays open to everybody are a slip, not a wish.
  if (config.SAMVIRKE_BRIDGE_TLS === undefined && isNamed) throw wrong("SAMVIRKE_BRIDGE_TLS");
  if ((files.cert === undefined) !== (files.key === undefined))
    throw wrong(files.cert === undefined ? "SAMVIRKE_BRIDGE_TLS_CERT_FILE" : "SAMVIRKE_BRIDGE_TLS_KEY_FILE");
  return config.SAMVIRKE_BRIDGE_TLS === undefined ? undefined : files;
};

const saslOf = (config: Config): Sasl | undefined => {
  const mechanism = config.SAMVIRKE_BRIDGE_SASL_MECHANISM;
  const [username, password] = [config.SAMVIRKE_BRIDGE_SASL_USERNAME, config.SAMVIRKE_BRIDGE_SASL_PASSWORD];
  if (mechanism === undefined && username === undefined && password === undefined) return undefined;
  if (mechanism === undefined) throw wrong("SAMVIRKE_BRIDGE_SASL_MECHANISM");
  if (username === undefined) throw wrong("SAMVIRKE_BRIDGE_SASL_USERNAME");
  if (password === undefined) throw wrong("SAMVIRKE_BRIDGE_SASL_PASSWORD");
  return { mechanism, username, password };
};

/** What a bridge is told. */
export interface Settings {
  readonly topics: ReadonlyArray<BridgedTopic>;
  readonly brokers: ReadonlyArray<string>;
  readonly registryUrl: string;
  /** Makes topics that are not there, for a cluster of one's own to try it on. */
  readonly createTopics: boolean;
  readonly tls: TlsFiles | undefined;
  readonly sasl: Sasl | undefined;
  readonly group: string;
  readonly skipped: ReadonlySet<string>;
  readonly gateway: { readonly url: string; readonly token: string };
}

/** Reads the settings; fails with names, never values. */
export const readSettings = (env: Environment): Settings => {
  const config = readConfig(BridgeConfig, env);
  const topics = topicsIn(config.SAMVIRKE_BRIDGE_TOPICS);
  if (!topics) throw wrong("SAMVIRKE_BRIDGE_TOPICS");
  return {
    topics,
    brokers: config.SAMVIRKE_BRIDGE_BROKERS.split(","),
    registryUrl: config.SAMVIRKE_BRIDGE_REGISTRY_URL,
    createTopics: config.SAMVIRKE_BRIDGE_CREATE_TOPICS === "yes",
    tls: tlsOf(config),
    sasl: saslOf(config),
    group: config.SAMVIRKE_BRIDGE_GROUP ?? "samvirke-bridge",
    skipped: new Set((config.SAMVIRKE_BRIDGE_SKIP ?? "").split(",").map((place) => place.trim())),
    gateway: { url: config.SAMVIRKE_GATEWAY_URL.replace(/\/+$/, ""), token: config.SAMVIRKE_GATEWAY_TOKEN },
  };
};
