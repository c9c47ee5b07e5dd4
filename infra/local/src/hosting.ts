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

/** A way to run a service. */
export type Host = (service: Service, hosting: Hosting) => Promise<Hosted>;

const readyWithin = 60_000;

/** Waits until a service answers, or tells within which time it did not. */
export const untilReady = async (service: Service, addresses: Addresses, lives: () => boolean): Promise<void> => {
  const end = performance.now() + readyWithin;
  while (performance.now() < end) {
    if (lives() && (service.isReady === undefined || (await service.isReady(addresses)))) return;
    await sleep(100);
  }
  throw new Error(`${service.name} did not answer within ${readyWithin / 1000} seconds.`);
};

/** Tells that a service ended and when it is tried again. */
export const tellEnd =
  (name: string, onProgress: Progress) =>
  (how: string, wait: number): void =>
    onProgress(`${name} ended (${how}); it is started again in ${wait} ms.`);
