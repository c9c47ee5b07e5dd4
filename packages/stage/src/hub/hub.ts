import {
  confluentRegistry,
  loadCatalogue,
  makeCodec,
  makeKeyCache,
  registerContracts,
  topics,
} from "@samvirke/contracts";
import type { Codec, KeyCache, SchemaIds } from "@samvirke/contracts";
import { makeKafkaLog } from "@samvirke/kafka";
import { partitionCount, systemClock } from "@samvirke/kernel";
import type { Clock, LogPort, StoreLock } from "@samvirke/kernel";
import { setTimeout as delay } from "node:timers/promises";
import { makeObserve } from "@samvirke/observe";
import type { Observe } from "@samvirke/observe";
import { loadMasterKey, makeKeyPort, makeStore } from "@samvirke/store";
import type { Store, StoredKeyPort } from "@samvirke/store";
import type { Environment } from "./config.ts";
import { HubConfig, readConfig } from "./config.ts";
import type { StageDefinition } from "../definition.ts";
import { liveNames } from "./names.ts";
import type { Names } from "./names.ts";
import { patience } from "./patience.ts";
import { prefixedLog } from "./prefixed-log.ts";
import type { Running } from "./running.ts";

/** What every service is given: the ports, opened. */
export interface Hub {
  readonly service: string;
  readonly store: Store;
  readonly log: LogPort;
  readonly codec: Codec;
  readonly keys: StoredKeyPort;
  /** Derived keys, shared with the codec. */
  readonly keyCache: KeyCache;
  readonly clock: Clock;
  readonly observe: Observe;
  /** What stages and schemas are called in the database. */
  readonly names: Names;
  /** Takes the stages instead of having them run; of replays alone. */
  readonly collect?: <P, S>(definition: StageDefinition<P, S>) => Running;
  readonly close: () => Promise<void>;
}

/** Opens the ports of a service. */
export type OpenHub = (options: HubOptions) => Promise<Hub>;

export interface HubOptions {
  readonly service: string;
  readonly env: Environment;
  /** Most database connections of this process. */
  readonly poolSize?: number;
  /** Most persons whose keys are kept in memory, about 3 KB each; few where each record is another person's. */
  readonly personsKept?: number;
  readonly clock?: Clock;
}

const hubTopics = Object.values(topics);

const openLog = (service: string, config: HubConfig, observe: Observe): LogPort => {
  const sessionTimeout = Number(config.SAMVIRKE_SESSION_TIMEOUT_MS ?? 45_000);
  const log = makeKafkaLog({
    brokers: config.SAMVIRKE_KAFKA_BROKERS.split(","),
    clientId: `samvirke-${service}`,
    sessionTimeout,
    heartbeatInterval: Math.max(200, Math.floor(sessionTimeout / 15)),
    // A group that is being formed answers so for moments; a stage that really waits says so itself.
    onProblem: ({ event, ...fields }) => observe.event("info", event, fields),
  });
  return prefixedLog(log, config.SAMVIRKE_TOPIC_PREFIX ?? "");
};

/** Opens the store of a service. */
export const openStore = (options: HubOptions, config: HubConfig, observe: Observe): Store =>
  makeStore({
    url: config.SAMVIRKE_POSTGRES_URL,
    applicationName: `samvirke-${options.service}`,
    poolSize: options.poolSize ?? 4,
    onProblem: (problem) => observe.event("warn", problem, {}),
  });

const turnMs = 100;

const turn = async (store: Store): Promise<StoreLock> => {
  for (;;) {
    const lock = await store.lock("contracts");
    if (lock) return lock;
    await delay(turnMs);
  }
};

// One process registers at a time: two first registrations of a subject at once are told apart from a break by nobody.
const registerAlone = async (store: Store, register: () => Promise<SchemaIds>): Promise<SchemaIds> => {
  const lock = await turn(store);
  try {
    return await register();
  } finally {
    await lock.release();
  }
};

const openCodec = async (
  store: Store,
  config: HubConfig,
  personsKept: number,
): Promise<Pick<Hub, "codec" | "keyCache">> => {
  const catalogue = loadCatalogue();
  const registry = { url: config.SAMVIRKE_REGISTRY_URL };
  const ids = await registerAlone(store, () => registerContracts(registry, catalogue));
  const keyCache = makeKeyCache(personsKept);
  return { keyCache, codec: makeCodec({ catalogue, ids, registry: confluentRegistry(registry), keys: keyCache }) };
};

/**
 * Opens the ports of a service: database brought up to date, topics there, contracts registered.
 *
 * Waits while a part is away; rejects when the configuration is wrong or the registry refuses a contract.
 */
export const openHub = async (options: HubOptions): Promise<Hub> => {
  const config = readConfig(HubConfig, options.env);
  const personsKept = options.personsKept ?? 4_000;
  const observe = makeObserve({ service: options.service, level: config.SAMVIRKE_LOG_LEVEL ?? "info" });
  const store = openStore(options, config, observe);
  const log = openLog(options.service, config, observe);
  const patiently = patience(observe);
  await patiently("database", () => store.migrate());
  await patiently("topics", async () => {
    await store.createTopics(hubTopics);
    await log.createTopics(hubTopics, partitionCount);
  });
  const { codec, keyCache } = await patiently("registry", () => openCodec(store, config, personsKept));
  const masterKey = await loadMasterKey(config.SAMVIRKE_MASTER_KEY_FILE);
  const close = async (): Promise<void> => {
    await log.close();
    await store.close();
  };
  const keys = makeKeyPort({
    store,
    masterKey,
    capacity: personsKept,
  });
  return {
    service: options.service,
    store,
    log,
    codec,
    keyCache,
    keys,
    clock: options.clock ?? systemClock,
    observe,
    names: liveNames,
    close,
  };
};
