import { setTimeout as delay } from "node:timers/promises";
import type { Hub, Running } from "@samvirke/stage";
import type { ClockDeps } from "./tell-days.ts";
import { tellDays } from "./tell-days.ts";

/** How often the clock is looked at; a timer until midnight would not see a machine that slept. Unit: milliseconds. */
const every = 15_000;

export interface TickDeps extends ClockDeps {
  readonly observe: Hub["observe"];
  readonly everyMs?: number;
}

const tick = async (deps: TickDeps): Promise<void> => {
  try {
    const told = await tellDays(deps);
    if (told > 0) deps.observe.event("info", "days-told", { count: told });
  } catch {
    // The store is away: the day waits, and is told later in its place.
    deps.observe.event("warn", "part-away", { part: "database" });
  }
};

/** Tells days until it is stopped. */
export const startTicking = (deps: TickDeps): Running => {
  const ending = new AbortController();
  const run = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await tick(deps);
      await delay(deps.everyMs ?? every, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    stop: async () => {
      ending.abort();
      await running;
    },
    ended: running,
  };
};
