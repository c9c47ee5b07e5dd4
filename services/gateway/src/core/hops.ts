export type HopState = "done" | "waiting" | "parked" | "stopped" | "paused" | "discarded";

/** One stage on a message's road. */
export interface Hop {
  readonly stage: string;
  readonly state: HopState;
  readonly at?: string;
  readonly reason?: string;
}

/** What the tables know of a stage about one record. */
export interface HopFacts {
  readonly stage: string;
  /** Position of the record that the stage is to handle; undefined while it is not written yet. */
  readonly position: number | undefined;
  /** Highest position handled in that record's partition; -1 before the first. */
  readonly checkpoint: number;
  /** Why this record is parked, where it is. */
  readonly parked: string | undefined;
  /** Whether somebody on call gave this record up; the stage passed it by. */
  readonly isDiscarded: boolean;
  /** Why the stage is paused, where it is. */
  readonly paused: string | undefined;
  /** Why the stage stopped or waits, as it last said itself. */
  readonly trouble: { readonly state: "stopped" | "waiting"; readonly reason: string } | undefined;
  /** When the stage's effect was recorded, where it leaves one. */
  readonly at: number | undefined;
}

const held = (facts: HopFacts): Pick<Hop, "state" | "reason"> => {
  if (facts.parked !== undefined) return { state: "parked", reason: facts.parked };
  if (facts.isDiscarded) return { state: "discarded" };
  if (facts.position !== undefined && facts.checkpoint >= facts.position) return { state: "done" };
  if (facts.paused !== undefined) return { state: "paused", reason: facts.paused };
  return facts.trouble ?? { state: "waiting" };
};

/** The state of one hop. A checkpoint that has passed the record means done, unless the record is parked. */
export const hopOf = (facts: HopFacts): Hop => ({
  stage: facts.stage,
  ...held(facts),
  ...(facts.at === undefined ? {} : { at: new Date(facts.at).toISOString() }),
});

export type MessageState = "received" | "decided" | "done" | "parked" | "waiting" | "discarded";

/**
 * Where a message is, over all its hops.
 *
 * Shape: parked outweighs discarded (nothing more comes of it in a stage), that outweighs waiting (a stage that says why
 * it does not go on), and that plain progress.
 */
export const messageState = (hops: ReadonlyArray<Hop>, isDecided: boolean): MessageState => {
  if (hops.some((hop) => hop.state === "parked")) return "parked";
  if (hops.some((hop) => hop.state === "discarded")) return "discarded";
  if (hops.every((hop) => hop.state === "done")) return "done";
  const isHeld = hops.some((hop) => hop.state !== "done" && hop.reason !== undefined);
  if (isHeld) return "waiting";
  return isDecided ? "decided" : "received";
};

/** Whether waiting for news of a message makes sense. */
export const isSettled = (state: MessageState): boolean =>
  state === "done" || state === "parked" || state === "discarded";
