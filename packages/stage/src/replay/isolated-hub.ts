import { confluentRegistry, loadCatalogue, lookUpContracts, makeCodec, makeKeyCache } from "@samvirke/contracts";
import { systemClock } from "@samvirke/kernel";
import type { LogPort } from "@samvirke/kernel";
import { makeObserve } from "@samvirke/observe";
import { loadMasterKey, makeKeyPort } from "@samvirke/store";
import type { StageDefinition } from "../definition.ts";
import { HubConfig, readConfig } from "../hub/config.ts";
import type { Hub, OpenHub } from "../hub/hub.ts";
import { openStore } from "../hub/hub.ts";
import { runNames } from "../hub/names.ts";
import type { Running } from "../hub/running.ts";
import { isolatedStore } from "./isolated-store.ts";
import type { Isolation, SideEffects } from "./isolated-store.ts";
import { runOver } from "./run-over.ts";
import type { RunDone, Stretch, Watch } from "./run-over.ts";

/** A stage that a replay can take over the log; what it handles is its own business. */
export interface CollectedStage {
  readonly name: string;
  readonly topic: string;
  readonly run: (of: { readonly stretch: Stretch; readonly watch: Watch }) => Promise<RunDone>;
}

/** What opening a service in isolation brings about. */
export interface Collected {
  readonly stages: Array<CollectedStage>;
  readonly effects: SideEffects;
  /** The ports of the service, once it opened them. */
  hub: Hub | undefined;
}

const refuse = (): Promise<never> => Promise.reject(new Error("a replay does not reach Kafka"));

const noLog: LogPort = {
  partitions: refuse,
  createTopics: refuse,
  deleteTopics: refuse,
  append: refuse,
  bounds: refuse,
  read: refuse,
  readMany: refuse,
  subscribe: refuse,
  close: () => Promise.resolve(),
};

const idle: Running = { stop: () => Promise.resolve(), ended: new Promise(() => undefined) };

const collector =
  (hub: Omit<Hub, "collect">, stages: Array<CollectedStage>) =>
  <P, S>(definition: StageDefinition<P, S>): Running => {
    const { name, topic } = definition;
    stages.push({ name, topic, run: (of) => runOver(hub, definition, of) });
    return idle;
  };

/**
 * Opens a service's ports so that nothing of it lives: what it writes lies under the run's names, Kafka is out of reach,
 * no contract is registered, and its stages are collected instead of started.
 */
export const openIsolated =
  (isolation: Isolation, collected: Collected): OpenHub =>
  async (options) => {
    const config = readConfig(HubConfig, options.env);
    const personsKept = options.personsKept ?? 4_000;
    const observe = makeObserve({ service: options.service, level: config.SAMVIRKE_LOG_LEVEL ?? "info" });
    const live = openStore(options, config, observe);
    const store = isolatedStore(live, isolation, collected.effects);
    const catalogue = loadCatalogue();
    const registry = { url: config.SAMVIRKE_REGISTRY_URL };
    const keyCache = makeKeyCache(personsKept);
    const ids = await lookUpContracts(registry, catalogue);
    const masterKey = await loadMasterKey(config.SAMVIRKE_MASTER_KEY_FILE);
    const opened: Omit<Hub, "collect"> = {
      service: options.service,
      store,
      log: noLog,
      codec: makeCodec({ catalogue, ids, registry: confluentRegistry(registry), keys: keyCache }),
      keyCache,
      keys: makeKeyPort({ store, masterKey, capacity: personsKept }),
      clock: options.clock ?? systemClock,
      observe,
      names: runNames(isolation.run),
      close: () => live.close(),
    };
    const hub: Hub = { ...opened, collect: collector(opened, collected.stages) };
    collected.hub = hub;
    return hub;
  };
