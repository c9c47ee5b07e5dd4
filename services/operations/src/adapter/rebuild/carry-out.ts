import type { Clock } from "@samvirke/kernel";
import type { Environment, FurtherStages } from "@samvirke/stage";
import type { Standstill, Store } from "@samvirke/store";
import { isWithin } from "../../core/rebuild/told.ts";
import type { ResumeWish } from "../../core/rebuild/wish.ts";
import { stagesOfSchema } from "../../core/stages.ts";
import { ownRoot } from "../replay/checkout.ts";
import { standingOf } from "../replay/chosen.ts";
import { startRounds } from "../replay/worker.ts";
import type { Rounds } from "../replay/worker.ts";
import { detailsOf, note, placeOf } from "./rebuild.ts";
import type { Rebuild } from "./rebuild.ts";

export interface RebuildDeps {
  readonly store: Store;
  readonly clock: Clock;
  /** What the services are started with. */
  readonly env: Environment;
}

// So near that the projection may stand still for the rest.
const nearRecords = 200;

const startWorker = (rebuild: Rebuild, { env }: RebuildDeps): Rounds => {
  const [stage] = stagesOfSchema(rebuild.wish.projection);
  if (stage === undefined) throw new Error("no stage writes the projection");
  const order = {
    run: rebuild.run,
    appending: "counted" as const,
    everybody: true,
    stages: {},
    recordsPerSecond: rebuild.wish.recordsPerSecond,
    further: true,
  };
  const onNews: Parameters<typeof startRounds>[0]["onNews"] = (news) => note(rebuild, news);
  return startRounds({ root: ownRoot, service: stage.service, order, env, onNews, signal: rebuild.ending.signal });
};

const liveStand = async (rebuild: Rebuild, { store }: RebuildDeps): Promise<FurtherStages> => {
  const stages = placeOf(rebuild).stages;
  const standings = await Promise.all(stages.map(({ name }) => standingOf(store, name, undefined)));
  await store.runs.passDiscarded(rebuild.run);
  return Object.fromEntries(stages.map(({ name }, index) => [name, { ...standings[index]?.until }]));
};

const distance = (from: FurtherStages, to: FurtherStages): number =>
  Object.entries(to)
    .flatMap(([stage, positions]) =>
      Object.entries(positions).map(([partition, position]) => position - (from[stage]?.[partition] ?? -1)),
    )
    .reduce((sum, one) => sum + Math.max(0, one), 0);

const catchUp = async (rebuild: Rebuild, deps: RebuildDeps, rounds: Rounds): Promise<void> => {
  let reached: FurtherStages = {};
  while (!rebuild.ending.signal.aborted) {
    const wanted = await liveStand(rebuild, deps);
    if (Object.keys(reached).length > 0 && distance(reached, wanted) <= nearRecords) return;
    await rounds.reach(wanted);
    reached = wanted;
    rebuild.state = "catching-up";
  }
};

const positionsAsStages = (positions: Standstill["positions"]): FurtherStages =>
  Object.fromEntries(Object.entries(positions).map(([stage, of]) => [stage, { ...of }]));

const settled = (rebuild: Rebuild, isSame: boolean): "switched" | "refused" => {
  rebuild.accepted &&= !isSame;
  return isSame || rebuild.accepted ? "switched" : "refused";
};

const settle = async (rebuild: Rebuild, still: Standstill, wish: ResumeWish): Promise<void> => {
  const proof = { ...(await still.prove()), positions: still.positions };
  rebuild.accepted = wish.accept && isWithin(rebuild.proof, proof);
  rebuild.proof = proof;
  const outcome = settled(rebuild, proof.unlike.length === 0);
  if (rebuild.ending.signal.aborted) throw new Error("cancelled before the switch");
  if (outcome === "switched") await still.switchOver();
  const details = detailsOf(rebuild, { accepted: rebuild.accepted, dropped: rebuild.dropped, proof });
  const act = outcome === "switched" ? ("rebuild-switch" as const) : ("rebuild-refused" as const);
  await still.writeJournal({ act, stage: null, redrive: null, by: wish.by, why: wish.reason, details });
  rebuild.state = outcome;
};

const standAndSettle = async (
  rebuild: Rebuild,
  { deps, rounds }: { readonly deps: RebuildDeps; readonly rounds: Rounds },
  wish: ResumeWish,
): Promise<void> => {
  rebuild.state = "proving";
  await deps.store.runs.atStandstill(placeOf(rebuild), async (still) => {
    await deps.store.runs.passDiscarded(rebuild.run);
    await rounds.reach(positionsAsStages(still.positions));
    if (rebuild.ending.signal.aborted) return;
    if (!(await still.isLevel())) throw new Error("the rebuilt stages did not come to where the live ones stand");
    await settle(rebuild, still, wish);
  });
};

/** Rebuilds beside what lives, proves that both are the same, and puts the rebuilt one in the other's place. */
export const carryOut = async (rebuild: Rebuild, deps: RebuildDeps, wish: ResumeWish): Promise<void> => {
  const known = await deps.store.runs.list();
  if (!known.includes(rebuild.run)) await deps.store.runs.create(rebuild.run, []);
  const rounds = startWorker(rebuild, deps);
  try {
    await catchUp(rebuild, deps, rounds);
    if (!rebuild.ending.signal.aborted) await standAndSettle(rebuild, { deps, rounds }, wish);
  } finally {
    await rounds.end();
  }
};
