import type { Parts } from "@samvirke/local";
import type { Arguments } from "../arguments.ts";
import type { Measure } from "../output/measure.ts";

/** A run: the parts it stands on, and what it has found. */
export interface Bench {
  readonly args: Arguments;
  readonly parts: Parts;
  readonly folder: string;
  readonly measures: Array<Measure>;
  /** What did not hold: something lost, doubled or not durable. */
  readonly faults: Array<string>;
  readonly tell: (text: string) => void;
}

/** Notes that a count is what it must be. */
export const expectCount = (
  bench: Bench,
  what: string,
  { found, wanted }: { readonly found: number; readonly wanted: number },
): void => {
  if (found === wanted) bench.tell(`  counted ${what}: ${found}, as it must be`);
  else {
    bench.faults.push(`${what}: ${found} instead of ${wanted}`);
    bench.tell(`  COUNTED ${what}: ${found} INSTEAD OF ${wanted}`);
  }
};
