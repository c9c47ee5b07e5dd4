import type { Make } from "../hub/make.ts";
import type { Environment } from "../hub/config.ts";
import type { Hub } from "../hub/hub.ts";
import type { Collected, CollectedStage } from "./isolated-hub.ts";
import { openIsolated } from "./isolated-hub.ts";
import type { Arrived, FurtherStages, ReplayNews, ReplayOrder } from "./config.ts";
import { makePace } from "./pace.ts";
import type { Pace } from "./pace.ts";
import type { Stretch } from "./run-over.ts";

/** How a replay is watched from outside. */
export interface Watching {
  readonly tell: (news: ReplayNews | Arrived) => void;
  readonly signal: AbortSignal;
}

// Records about nobody in particular, which stages of every person need.
const forAll: ReadonlyArray<string> = ["DayPassed"];

const recordsOf = async ({ store }: Hub, stage: string, { run, topic, until, everybody }: Stretch): Promise<number> => {
  if (!everybody) return store.runs.choose({ run, topic, until, forAll });
  const left = [...until].map(
    async ([partition, position]) => position - (await store.checkpoint(stage, topic, partition)).position,
  );
  return (await Promise.all(left)).reduce((sum, records) => sum + Math.max(0, records), 0);
};

const tellEveryMs = 250;
const pageSize = 500;

interface Round {
  readonly watching: Watching;
  readonly collected: Collected;
  readonly pace: Pace;
  /** Most records of a partition in one transaction. */
  readonly most: number;
}

const replayStage = async (
  hub: Hub,
  { stage, stretch }: { readonly stage: CollectedStage; readonly stretch: Stretch },
  { watching, collected, pace, most }: Round,
): Promise<void> => {
  const { tell, signal } = watching;
  const { name } = stage;
  tell({ told: "began", stage: name, records: await recordsOf(hub, name, stretch) });
  const before = collected.effects.appended;
  let [handled, toldAt] = [0, 0];
  const onRecords = (records: number): void => {
    handled += records;
    if (performance.now() - toldAt < tellEveryMs) return;
    toldAt = performance.now();
    tell({ told: "handled", stage: name, records: handled });
  };
  const done = await stage.run({ stretch, watch: { onRecords, pace, most, signal } });
  tell({ told: "ended", stage: name, ...done, appended: collected.effects.appended - before });
};

const untilOf = (positions: Readonly<Record<string, number>>): ReadonlyMap<number, number> =>
  new Map(Object.entries(positions).map(([partition, position]) => [Number(partition), position]));

const replayStages = async (order: ReplayOrder, wanted: FurtherStages, round: Round): Promise<void> => {
  const { stages, hub } = round.collected;
  for (const stage of stages) {
    const until = wanted[stage.name];
    if (until === undefined || hub === undefined || round.watching.signal.aborted) continue;
    const stretch = { run: order.run, topic: stage.topic, until: untilOf(until), everybody: order.everybody };
    await replayStage(hub, { stage, stretch }, round);
  }
};

/** An order as it came, and what it is carried out with. */
export interface Ordered {
  readonly env: Environment;
  readonly order: ReplayOrder;
  /** Further positions of the same run, each to be reached before the next is taken. */
  readonly further?: AsyncIterable<FurtherStages>;
}

/**
 * Takes the stages of a service over the log in isolation, one after the other, and tells how far they are.
 * Resolves early when the signal comes; what was done stays, and the same order goes on there.
 */
export const replayService = async (
  make: Make,
  { env, order, further }: Ordered,
  watching: Watching,
): Promise<void> => {
  const collected: Collected = { stages: [], effects: { appended: 0 }, hub: undefined };
  const running = await make(env, openIsolated({ run: order.run, appending: order.appending }, collected));
  const rate = order.recordsPerSecond;
  const most = Math.min(pageSize, rate ?? pageSize);
  const round: Round = { watching, collected, pace: makePace(rate, watching), most };
  try {
    await replayStages(order, order.stages, round);
    if (further === undefined) return;
    for await (const stages of further) {
      await replayStages(order, stages, round);
      watching.tell({ told: "arrived" });
    }
  } finally {
    await running.stop();
  }
};
