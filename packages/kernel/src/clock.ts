import type { Instant } from "./day.ts";

/** The only way to the time of day; shells take it, cores get instants as input. */
export interface Clock {
  readonly now: () => Instant;
}

export const systemClock: Clock = { now: () => Date.now() };
