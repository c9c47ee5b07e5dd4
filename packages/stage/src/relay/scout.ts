import type { RelayStore, Topic } from "@samvirke/kernel";
import type { Sleep } from "../sleep.ts";
import type { Bell } from "./bell.ts";

export interface ScoutDeps {
  readonly store: Pick<RelayStore, "allHeads">;
  /** Rung at every wake. */
  readonly wakes: Bell;
  /** One for each topic, rung when its head has moved. */
  readonly bells: ReadonlyMap<Topic, Bell>;
  readonly signal: AbortSignal;
  readonly sleep: Sleep;
  /** How long to wait without a wake. Unit: milliseconds. */
  readonly pollMs: number;
}

/** Next position per partition. */
export type Heads = ReadonlyMap<number, number>;

export interface Scout {
  /** Heads as they were seen last: never ahead of the log. */
  readonly heads: (topic: Topic) => Heads | undefined;
  readonly done: Promise<void>;
}

const paceMs = 8;

const total = (heads: Heads | undefined): number => [...(heads?.values() ?? [])].reduce((sum, next) => sum + next, 0);

/** Looks at the heads of all topics in one query a wake, so that topics without news cost nothing. */
export const runScout = ({ store, wakes, bells, signal, sleep, pollMs }: ScoutDeps): Scout => {
  const seen = new Map<Topic, Heads>();
  const look = async (): Promise<void> => {
    const all = await store.allHeads();
    for (const [topic, bell] of bells) {
      const heads = all.get(topic);
      if (heads === undefined || total(heads) === total(seen.get(topic))) continue;
      seen.set(topic, heads);
      bell.ring();
    }
  };
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      // What cannot be seen now is seen at the next wake or poll; the copying topics tell of the trouble themselves.
      await look().catch(() => undefined);
      const looked = performance.now();
      await wakes.heard(pollMs);
      // The first wake after a silence is followed at once; wakes in quick succession share a look.
      const left = paceMs - (performance.now() - looked);
      if (left > 0 && !signal.aborted) await sleep(left, signal);
    }
  };
  return { heads: (topic) => seen.get(topic), done: run() };
};
