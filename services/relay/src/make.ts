import { topics } from "@samvirke/contracts";
import { openHub, runRelay, withHub } from "@samvirke/stage";
import type { Make } from "@samvirke/stage";

/** Copies the log to Kafka, every topic. */
export const make: Make = async (env) => {
  const hub = await openHub({ service: "relay", env });
  const { log, store, clock, observe } = hub;
  const relay = runRelay({ topics: Object.values(topics), log, store, clock, observe });
  relay.done.catch(() => undefined);
  return withHub(hub, { stop: relay.stop, ended: relay.done });
};
