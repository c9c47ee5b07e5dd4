import type { LogPort, Subscription, WireBatch, WireRecord } from "@samvirke/kernel";
import type { Observe } from "@samvirke/observe";
import type { Running } from "@samvirke/stage";
import type { Store } from "@samvirke/store";
import { lanesOf } from "../core/lanes.ts";
import type { BridgedTopic } from "../core/topics.ts";
import type { Hand } from "./door.ts";
import type { WriterOf } from "./parcel.ts";
import { parcelOf } from "./parcel.ts";

/** Name under which positions are kept. */
export const bridgeStage = "bridge";

export interface BridgeDeps {
  readonly log: Pick<LogPort, "subscribe">;
  readonly store: Pick<Store, "checkpoint" | "transact">;
  readonly hand: Hand;
  readonly writerOf: WriterOf;
  readonly observe: Observe;
  readonly group: string;
  /** Records that an operator lets pass, as TOPIC/PARTITION/OFFSET. */
  readonly skipped: ReadonlySet<string>;
}

const sideBySide = 8;

type Place = Pick<WireBatch, "topic" | "partition">;

/** Hands one record over; one that the door refuses for good stops its partition until somebody has looked at it. */
const giveOne = async (
  deps: BridgeDeps,
  of: BridgedTopic,
  at: Place & { readonly record: WireRecord },
): Promise<void> => {
  const { topic, partition, record } = at;
  const place = `${topic}/${partition}/${record.offset}`;
  if (deps.skipped.has(place)) return;
  const outcome = await deps.hand(await parcelOf(of, record, deps.writerOf));
  if (outcome === "kept") return;
  deps.observe.event("error", "record-refused", { topic, partition, position: Number(record.offset) });
  throw new Error("the gateway refuses a record");
};

const giveInTurn = async (gives: ReadonlyArray<() => Promise<void>>): Promise<void> => {
  for (const give of gives) await give();
};

const giveAll = async (deps: BridgeDeps, of: BridgedTopic, batch: WireBatch): Promise<void> => {
  const lanes = lanesOf(batch.records, sideBySide);
  await Promise.all(
    lanes.map((lane) => giveInTurn(lane.map((record) => () => giveOne(deps, of, { ...batch, record })))),
  );
};

/** Keeps the last offset whose records are durable; whoever lost the partition meanwhile moves nothing. */
const keep = async ({ store }: BridgeDeps, { topic, partition, records }: WireBatch): Promise<void> => {
  const last = records.at(-1);
  if (!last) return;
  const { position: from } = await store.checkpoint(bridgeStage, topic, partition);
  const to = Number(last.offset);
  // Whoever took the partition over may be ahead by now.
  if (to <= from) return;
  await store.transact((transaction) =>
    transaction.advance([{ stage: bridgeStage, topic, partition, from, to, hint: last.offset }]),
  );
};

const follow = (deps: BridgeDeps, of: BridgedTopic, ended: (error: Error) => void): Promise<Subscription> =>
  deps.log.subscribe({
    // A group deals out the partitions of one topic.
    group: `${deps.group}.${of.topic}`,
    topic: of.topic,
    startAt: async (partition) => {
      const { position } = await deps.store.checkpoint(bridgeStage, of.topic, partition);
      return position < 0 ? undefined : BigInt(position + 1);
    },
    onBatch: async (batch) => {
      await giveAll(deps, of, batch);
      await keep(deps, batch);
    },
    onStopped: ended,
  });

/**
 * Takes topics over to the welfare gateway, each partition in its order by key.
 *
 * Shape: a position moves after its records are durable, so a crash repeats and never skips; a repeat, also of a whole
 *        backfill, is the same message to the gateway.
 */
export const startBridging = async (deps: BridgeDeps, topics: ReadonlyArray<BridgedTopic>): Promise<Running> => {
  const ended = Promise.withResolvers<never>();
  ended.promise.catch(() => undefined);
  const subscriptions = await Promise.all(topics.map((of) => follow(deps, of, ended.reject)));
  return {
    ended: ended.promise,
    stop: async () => {
      await Promise.all(subscriptions.map((subscription) => subscription.close()));
    },
  };
};
