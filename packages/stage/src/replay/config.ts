import { E } from "@samvirke/kernel";
import * as t from "io-ts/lib/index.js";

const Stages = t.record(t.string, t.record(t.string, t.number));

/** What operations asks a service's process to replay; comes as JSON in SAMVIRKE_REPLAY. */
export const ReplayOrder = t.intersection(
  [
    t.strict({
      /** Name of the run, which is its database schema as well. */
      run: t.string,
      appending: t.union([t.literal("captured"), t.literal("counted")]),
      /** False: only the persons whom the run names. */
      everybody: t.boolean,
      /** Per stage that is replayed: per partition the last position that belongs to it. */
      stages: Stages,
    }),
    t.partial({
      /** Most records a second, over all partitions; as fast as it goes where absent. */
      recordsPerSecond: t.number,
      /** True: further positions come on standard input, one JSON object of `stages` a line, until its end. */
      further: t.boolean,
    }),
  ],
  "ReplayOrder",
);
export type ReplayOrder = t.TypeOf<typeof ReplayOrder>;

/** Reads an order. Throws where it is none. */
export const readOrder = (text: string): ReplayOrder => {
  const decoded = ReplayOrder.decode(JSON.parse(text));
  if (E.isLeft(decoded)) throw new Error("SAMVIRKE_REPLAY is not an order to replay");
  return decoded.right;
};

/** Further positions of an order. */
export type FurtherStages = t.TypeOf<typeof Stages>;

/** Reads further positions. Throws where there are none. */
export const readFurther = (text: string): FurtherStages => {
  const decoded = Stages.decode(JSON.parse(text));
  if (E.isLeft(decoded)) throw new Error("not further positions of a replay");
  return decoded.right;
};

/** A process that takes further positions has come to the last that it was told. */
export interface Arrived {
  readonly told: "arrived";
}

/** What a replaying process tells of its stages, one JSON object a line. */
export type ReplayNews =
  | { readonly told: "began"; readonly stage: string; readonly records: number }
  | { readonly told: "handled"; readonly stage: string; readonly records: number }
  | {
      readonly told: "ended";
      readonly stage: string;
      readonly records: number;
      readonly parked: number;
      readonly appended: number;
    };
