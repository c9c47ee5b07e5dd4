import { setTimeout as delay } from "node:timers/promises";
import { isRefused } from "@samvirke/contracts";
import type { Observe } from "@samvirke/observe";

const firstWait = 100;
const longestWait = 5_000;

const isFinal = (error: unknown): boolean =>
  isRefused(error) || (error instanceof Error && "fate" in error && error.fate === "fatal");

/** Tries again, ever more slowly, until a part answers; rejects only when waiting cannot help. */
export const patience =
  (observe: Observe) =>
  async <A>(part: string, attempt: () => Promise<A>): Promise<A> => {
    for (let wait = firstWait; ; wait = Math.min(wait * 2, longestWait)) {
      try {
        return await attempt();
      } catch (error) {
        if (isFinal(error)) throw error;
        observe.event(wait < longestWait / 2 ? "info" : "warn", "part-away", { part, waitMs: wait });
        await delay(wait);
      }
    }
  };
