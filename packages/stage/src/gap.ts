import type { Checkpoint } from "@samvirke/kernel";
import { findStart } from "./search.ts";
import type { Place } from "./search.ts";

const firstStep = 1_000n;

/** Looks for the record after a checkpoint further and further back. */
export interface GapSearch {
  /** Sets reading back; `lost` when everything that Kafka holds was read in vain. */
  readonly next: (checkpoint: Checkpoint) => Promise<"sought" | "lost">;
  /** The record came. */
  readonly forget: () => void;
}

/**
 * A gap means that reading began too late: the relay repeats but never skips, so the missing record lies before.
 * The first try is the guess of a start; then steps that grow, at last the earliest record.
 */
export const makeGapSearch = (place: Place, seek: (offset: bigint) => void): GapSearch => {
  let last: bigint | undefined;
  let step = firstStep;
  return {
    next: async (checkpoint) => {
      const { earliest } = await place.log.bounds(place.topic, place.partition);
      if (last !== undefined && last <= earliest) return "lost";
      const guess = last === undefined ? await findStart(place, checkpoint) : last - step;
      if (last !== undefined) step *= 4n;
      last = guess === undefined || guess < earliest ? earliest : guess;
      seek(last);
      return "sought";
    },
    forget: () => {
      last = undefined;
      step = firstStep;
    },
  };
};
