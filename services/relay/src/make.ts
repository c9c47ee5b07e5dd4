import { topics } from "@samvirke/contracts";
import { openHub, runRelay, withHub } from "@samvirke/stage";
import type { Make } from "@samvirke/stage";

/** Somebody waits for what follows from these; the rest may wait for company. */
const urgent: ReadonlySet<string> = new Set([topics.messages, topics.events]);
const paceMs = (topic: string): number => (urgent.has(topic) ? 0 : 80);

/** Copies the log to Kafka, every topic. */
export const make: Make = async (env) => {
  const hub = await openHub({ service: "relay", env });
  const { log, store, clock, observe } = hub;
  const relay = runRelay({ topics: Object.values(topics), log, store, clock, observe, paceMs });
  relay.done.catch(() => undefined);
  return withHub(hub, { stop: relay.stop, ended: relay.done });
};
