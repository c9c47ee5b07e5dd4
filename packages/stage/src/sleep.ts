import { setTimeout as delay } from "node:timers/promises";

/** Waits, or returns at once when the signal is or becomes aborted. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

export const realSleep: Sleep = (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined);

const longestMs = 2_000;

/** Waits that double from 50 ms on, up to two seconds. */
export const backOffMs = (attempt: number): number => Math.min(longestMs, 50 * 2 ** Math.min(attempt, 10));
