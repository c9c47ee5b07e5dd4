import { E } from "@samvirke/kernel";
import * as t from "io-ts/lib/index.js";

/** What operations asks a service's process to replay; comes as JSON in SAMVIRKE_REPLAY. */
export const ReplayOrder = t.strict(
  {
    /** Name of the run, which is its database schema as well. */
    run: t.string,
    appending: t.union([t.literal("captured"), t.literal("counted")]),
    /** False: only the persons whom the run names. */
    everybody: t.boolean,
    /** Per stage that is replayed: per partition the last position that belongs to it. */
    stages: t.record(t.string, t.record(t.string, t.number)),
  },
  "ReplayOrder",
);
export type ReplayOrder = t.TypeOf<typeof ReplayOrder>;

/** Reads an order. Throws where it is none. */
export const readOrder = (text: string): ReplayOrder => {
  const decoded = ReplayOrder.decode(JSON.parse(text));
  if (E.isLeft(decoded)) throw new Error("SAMVIRKE_REPLAY is not an order to replay");
  return decoded.right;
};

/** What a replaying process tells, one JSON object a line. */
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
