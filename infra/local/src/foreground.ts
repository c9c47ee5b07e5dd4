import type { UpOrder } from "./arguments.ts";
import { startHub, type Hub } from "./hub.ts";
import { hubFacts } from "./hub-files.ts";
import type { Progress } from "./run.ts";

const endingSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Where a hub in the foreground answers, and how it is ended. */
export const addressLine = ({ addresses }: Hub): string => {
  const { gateways, operations } = hubFacts(addresses);
  return `The hub is up: health ${gateways.health}, welfare ${gateways.welfare}, operations ${operations}. Ctrl-C ends it.`;
};

/** Resolves with the first signal that asks this process to end; later ones change nothing. */
export const askedToEnd = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    for (const signal of endingSignals) process.on(signal, () => resolve(signal));
  });

/** What happens once the hub runs; an exit code ends it, undefined lets it stay up. */
export type WhenUp = (hub: Hub, ending: AbortSignal) => Promise<number | undefined>;

const stay = async (hub: Hub, asked: Promise<NodeJS.Signals>, whenUp: WhenUp): Promise<number> => {
  const ending = new AbortController();
  const told = asked.then(() => {
    ending.abort();
    return 0;
  });
  const outcome = await Promise.race([told, whenUp(hub, ending.signal)]);
  return outcome ?? told;
};

/** Runs a hub in this process until a signal comes; answers with the exit code. */
export const runHub = async (order: UpOrder, onProgress: Progress, whenUp: WhenUp): Promise<number> => {
  const asked = askedToEnd();
  const starting = startHub({ ports: order.ports, services: order.services, bridge: order.bridge, onProgress });
  // While parts are starting there is nothing to end in order: their guards end them when this process does.
  const hub = await Promise.race([starting, asked]);
  if (typeof hub === "string") process.exit(130);
  try {
    return await stay(hub, asked, whenUp);
  } finally {
    onProgress("Stopping …");
    await hub.stop();
    onProgress("Stopped.");
  }
};
