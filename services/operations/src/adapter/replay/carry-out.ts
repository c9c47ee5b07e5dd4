import type { Clock } from "@samvirke/kernel";
import type { Environment, ReplayNews } from "@samvirke/stage";
import type { Store } from "@samvirke/store";
import type { Difference } from "../../core/replay/report.ts";
import type { StageEntry } from "../../core/stages.ts";
import { compareAppended } from "./appended.ts";
import type { Comparing } from "./appended.ts";
import { openCandidate } from "./checkout.ts";
import type { Checkout } from "./checkout.ts";
import { movedOn, personsChosen, standingOf } from "./chosen.ts";
import type { Standing } from "./chosen.ts";
import { note } from "./replay.ts";
import type { Replay } from "./replay.ts";
import { compareRows } from "./rows.ts";
import { runWorker } from "./worker.ts";

export interface ReplayDeps extends Omit<Comparing, "run" | "everybody" | "store"> {
  readonly store: Store;
  readonly clock: Clock;
  /** What the services are started with. */
  readonly env: Environment;
}

const servicesOf = (stages: ReadonlyArray<StageEntry>): ReadonlyArray<string> => [
  ...new Set(stages.map(({ service }) => service)),
];

const replayStages = async (
  replay: Replay,
  { deps, checkout, standings }: { deps: ReplayDeps; checkout: Checkout; standings: ReadonlyMap<string, Standing> },
): Promise<void> => {
  const { run, stages, ending } = replay;
  const everybody = replay.persons === null;
  for (const service of servicesOf(stages)) {
    if (ending.signal.aborted) return;
    const wanted = stages.filter((stage) => stage.service === service);
    const order = {
      run,
      appending: "captured" as const,
      everybody,
      stages: Object.fromEntries(wanted.map(({ name }) => [name, standings.get(name)?.until ?? {}])),
    };
    const { root } = checkout;
    const onNews = (news: ReplayNews): void => note(replay, news);
    await runWorker({ root, service, order, env: deps.env, onNews, signal: ending.signal });
  }
};

const noteCompared = (replay: Replay, stage: string, found: { compared: number; differing: number }): void => {
  const report = replay.done.get(stage);
  if (report === undefined) return;
  replay.done.set(stage, {
    ...report,
    compared: report.compared + found.compared,
    differing: report.differing + found.differing,
  });
};

const compareAll = async (
  replay: Replay,
  deps: ReplayDeps,
  standings: ReadonlyMap<string, Standing>,
): Promise<void> => {
  const comparing: Comparing = { ...deps, run: replay.run, everybody: replay.persons === null };
  const found: Array<Difference> = [];
  const looked = new Set<string>();
  for (const stage of replay.stages) {
    const standing = standings.get(stage.name) ?? { until: {}, heads: {} };
    const appended = await compareAppended(comparing, stage, standing);
    const moved = await movedOn(deps.store, stage.topic, standing.until);
    replay.moved = Math.max(replay.moved, moved.size);
    const isFirst = stage.schema !== undefined && !looked.has(stage.schema);
    if (stage.schema !== undefined) looked.add(stage.schema);
    const rows = isFirst ? await compareRows(comparing, stage, moved) : { differences: [], compared: 0 };
    const differences = [...appended.differences, ...rows.differences];
    noteCompared(replay, stage.name, {
      compared: appended.compared + rows.compared,
      differing: differences.length,
    });
    found.push(...differences);
  }
  replay.differences = found;
};

const standingsOf = async (store: Store, stages: ReadonlyArray<StageEntry>): Promise<ReadonlyMap<string, Standing>> =>
  new Map(await Promise.all(stages.map(async ({ name, to }) => [name, await standingOf(store, name, to)] as const)));

/** Replays what is wished and compares it with what lives. */
export const carryOut = async (replay: Replay, deps: ReplayDeps): Promise<void> => {
  const { store } = deps;
  const [first] = replay.stages;
  const persons = await personsChosen(store, replay.wish.selection, first?.topic ?? "");
  replay.persons = persons === undefined ? null : persons.length;
  await store.runs.create(replay.run, persons ?? []);
  const standings = await standingsOf(store, replay.stages);
  const checkout = await openCandidate(replay.wish.candidate);
  replay.commit = checkout.commit ?? null;
  try {
    await replayStages(replay, { deps, checkout, standings });
  } finally {
    await checkout.leave();
  }
  if (replay.ending.signal.aborted) return;
  replay.state = "comparing";
  await compareAll(replay, deps, standings);
};
