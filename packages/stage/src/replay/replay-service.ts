import type { Make } from "../hub/make.ts";
import type { Environment } from "../hub/config.ts";
import type { Hub } from "../hub/hub.ts";
import type { Collected, CollectedStage } from "./isolated-hub.ts";
import { openIsolated } from "./isolated-hub.ts";
import type { ReplayNews, ReplayOrder } from "./config.ts";
import type { Stretch } from "./run-over.ts";

/** How a replay is watched from outside. */
export interface Watching {
  readonly tell: (news: ReplayNews) => void;
  readonly signal: AbortSignal;
}

// Records about nobody in particular, which stages of every person need.
const forAll: ReadonlyArray<string> = ["DayPassed"];

const recordsOf = async ({ store }: Hub, { run, topic, until, everybody }: Stretch): Promise<number> => {
  if (!everybody) return store.runs.choose({ run, topic, until, forAll });
  return [...until.values()].reduce((sum, position) => sum + position + 1, 0);
};

const tellEveryMs = 250;

const replayStage = async (
  hub: Hub,
  stage: CollectedStage,
  {
    stretch,
    watching,
    collected,
  }: { readonly stretch: Stretch; readonly watching: Watching; readonly collected: Collected },
): Promise<void> => {
  const { tell, signal } = watching;
  const { name } = stage;
  tell({ told: "began", stage: name, records: await recordsOf(hub, stretch) });
  const before = collected.effects.appended;
  let [handled, toldAt] = [0, 0];
  const onRecords = (records: number): void => {
    handled += records;
    if (performance.now() - toldAt < tellEveryMs) return;
    toldAt = performance.now();
    tell({ told: "handled", stage: name, records: handled });
  };
  const done = await stage.run({ stretch, watch: { onRecords, signal } });
  tell({ told: "ended", stage: name, ...done, appended: collected.effects.appended - before });
};

const untilOf = (positions: Readonly<Record<string, number>>): ReadonlyMap<number, number> =>
  new Map(Object.entries(positions).map(([partition, position]) => [Number(partition), position]));

/**
 * Takes the stages of a service over the log in isolation, one after the other, and tells how far they are.
 * Resolves early when the signal comes; what was done stays, and the same order goes on there.
 */
export const replayService = async (
  make: Make,
  { env, order }: { readonly env: Environment; readonly order: ReplayOrder },
  watching: Watching,
): Promise<void> => {
  const collected: Collected = { stages: [], effects: { appended: 0 }, hub: undefined };
  const running = await make(env, openIsolated({ run: order.run, appending: order.appending }, collected));
  try {
    for (const stage of collected.stages) {
      const wanted = order.stages[stage.name];
      if (wanted === undefined || collected.hub === undefined || watching.signal.aborted) continue;
      const stretch = { run: order.run, topic: stage.topic, until: untilOf(wanted), everybody: order.everybody };
      await replayStage(collected.hub, stage, { stretch, watching, collected });
    }
  } finally {
    await running.stop();
  }
};
