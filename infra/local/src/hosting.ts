import { setTimeout as sleep } from "node:timers/promises";
import type { Kept } from "./back-off.ts";
import type { Progress } from "./run.ts";
import type { Addresses, Service } from "./services.ts";

/** What every service of a hub is started with. */
export interface Hosting {
  readonly addresses: Addresses;
  readonly onProgress: Progress;
}

/** A service that is kept running: started again, with pauses, whenever it ends. */
export interface Hosted extends Kept {
  readonly name: string;
  /** Its process; absent between two lives, and for one that runs in the hub's own process. */
  readonly pid: () => number | undefined;
  /** Ends its process without warning (SIGKILL). */
  readonly kill: () => Promise<void>;
}

/** A service as whoever runs its process knows it. */
export type Entered = Omit<Service, "make">;

/** A way to run a service. */
export type Host = (service: Service, hosting: Hosting) => Promise<Hosted>;

const readyWithin = 180_000;

// A service that dies this often before it ever answered will not get better by waiting.
const livesBeforeReady = 4;

/** How the lives of one service ended, told as they do. */
export interface Lives {
  readonly onEnd: (how: string, wait: number) => void;
  readonly ends: readonly string[];
}

/** Tells each end of a service and when it is tried again, and remembers them. */
export const watchLives = (name: string, onProgress: Progress): Lives => {
  const ends: string[] = [];
  const onEnd = (how: string, wait: number): void => {
    ends.push(how);
    onProgress(`${name} ended (${how}); it is started again in ${wait} ms.`);
  };
  return { onEnd, ends };
};

/** What a service must show before its start counts as done. */
export interface Expected {
  readonly service: Entered;
  readonly addresses: Addresses;
  readonly lives: () => boolean;
  readonly ends: readonly string[];
}

/** Waits until a service answers; fails when it keeps dying or takes too long. */
export const untilReady = async ({ service, addresses, lives, ends }: Expected): Promise<void> => {
  const end = performance.now() + readyWithin;
  while (performance.now() < end && ends.length < livesBeforeReady) {
    if (lives() && (service.isReady === undefined || (await service.isReady(addresses)))) return;
    await sleep(100);
  }
  const last = ends.at(-1);
  if (last !== undefined) throw new Error(`${service.name} ended again and again, last with: ${last}`);
  throw new Error(`${service.name} did not answer within ${readyWithin / 1000} seconds.`);
};
