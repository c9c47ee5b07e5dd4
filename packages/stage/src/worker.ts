import type { Checkpoint, LogPort, StageStore, WireBatch } from "@samvirke/kernel";
import { planBatch, splitTaken } from "./batch-plan.ts";
import type { Taken } from "./batch-plan.ts";
import type { CommitDeps } from "./commit.ts";
import { commitPart } from "./commit-taken.ts";
import type { Committing } from "./commit-taken.ts";
import type { Committed } from "./saving.ts";
import type { StageCounters } from "./counters.ts";
import { describeTrouble } from "./describe.ts";
import { makeGapSearch } from "./gap.ts";
import type { GapSearch } from "./gap.ts";
import { persist } from "./persist.ts";
import type { Persistence } from "./persist.ts";
import { findStart, lastPosition } from "./search.ts";
import type { Place } from "./search.ts";

export interface WorkerDeps extends Persistence, CommitDeps {
  readonly log: LogPort;
  readonly store: StageStore;
  readonly maxChunk: number;
  readonly maxBatch: number;
  readonly seek: (partition: number, offset: bigint) => void;
}

/** One partition of a stage, for as long as this instance holds it. */
export interface Worker {
  /** Where to begin reading. */
  readonly start: () => Promise<bigint | undefined>;
  readonly take: (batch: WireBatch) => Promise<void>;
  /** Highest position committed, as far as this instance knows. */
  readonly position: () => number | undefined;
}

interface Post<P, S> extends Committing<P, S> {
  readonly deps: WorkerDeps;
  readonly place: Place;
  /** The part of the stage that waits when work fails. */
  readonly part: string;
  readonly gaps: GapSearch;
  known: number | undefined;
  /** Positions that somebody discarded. */
  discarded: ReadonlySet<number>;
}

type Heartbeat = () => Promise<void>;

const load = async <P, S>(post: Post<P, S>): Promise<Checkpoint> => {
  const { topic, partition } = post.place;
  const { store } = post.deps;
  const stage = post.definition.name;
  const [checkpoint, discarded] = await Promise.all([
    store.checkpoint(stage, topic, partition),
    store.discarded({ stage, topic, partition }),
  ]);
  post.known = checkpoint.position;
  // What is discarded later was parked, so it lies behind the checkpoint.
  post.discarded = discarded;
  return checkpoint;
};

const commit = async <P, S>(post: Post<P, S>, taken: ReadonlyArray<Taken>): Promise<Committed | undefined> => {
  const [first, last] = [taken[0], taken.at(-1)];
  if (!first || !last) return undefined;
  const { topic, partition } = post.place;
  const records = taken.map((item) => item.record);
  const place = { topic, partition, from: first.record.position - 1, hint: last.offset };
  return commitPart(post, { ...place, records, discarded: post.discarded }, post.deps);
};

const count = (counters: StageCounters, done: Committed): void => {
  counters.batches += 1;
  counters.handled += done.handled;
  counters.parked += done.parked;
  counters.redriven += done.redriven;
  counters.appended += done.appended;
};

/** False when another instance was ahead: the checkpoint is read anew and the batch looked at again. */
const commitAll = async <P, S>(
  post: Post<P, S>,
  taken: ReadonlyArray<Taken>,
  heartbeat: Heartbeat,
): Promise<boolean> => {
  const { deps, part, preparing } = post;
  for (const chunk of splitTaken(taken, deps.maxChunk, preparing.isAlone)) {
    const done = await persist(deps, { part, work: () => commit(post, chunk), heartbeat });
    if (!done) {
      deps.counters.stale += 1;
      await persist(deps, { part, work: () => load(post), heartbeat });
      return false;
    }
    post.known = chunk.at(-1)?.record.position;
    post.gaps.forget();
    count(deps.counters, done);
    if (done.appended > 0) deps.store.wake();
  }
  return true;
};

const closeGap = async <P, S>(post: Post<P, S>, heartbeat: Heartbeat): Promise<void> => {
  const { deps, part, place } = post;
  deps.counters.gaps += 1;
  const outcome = await persist(deps, { part, work: async () => post.gaps.next(await load(post)), heartbeat });
  if (outcome === "sought") return;
  const missing = (post.known ?? -1) + 1;
  deps.status.stop(`gap: position ${missing} of ${place.topic} ${place.partition} is not in Kafka`);
};

const take = async <P, S>(post: Post<P, S>, batch: WireBatch): Promise<void> => {
  const { deps, part } = post;
  const { heartbeat } = batch;
  for (;;) {
    if (post.known === undefined) await persist(deps, { part, work: () => load(post), heartbeat });
    const plan = planBatch(batch, post.known ?? -1);
    deps.counters.repeats += plan.dropped;
    deps.counters.foreign += plan.foreign;
    if (!(await commitAll(post, plan.taken, heartbeat))) continue;
    if (plan.gapAt !== undefined) await closeGap(post, heartbeat);
    return;
  }
};

const start = async <P, S>(post: Post<P, S>): Promise<bigint | undefined> => {
  const { deps, part, place } = post;
  try {
    await lastPosition(place, deps.store);
    const offset = await findStart(place, await load(post));
    deps.status.waits(part, undefined);
    return offset;
  } catch (error) {
    deps.status.waits(part, describeTrouble(error));
    throw error;
  }
};

/** Makes the worker of one partition. */
export const makeWorker = <P, S>(stage: Committing<P, S>, partition: number, deps: WorkerDeps): Worker => {
  const place: Place = { log: deps.log, topic: stage.definition.topic, partition };
  const gaps = makeGapSearch(place, (offset) => deps.seek(partition, offset));
  const post: Post<P, S> = {
    ...stage,
    deps,
    place,
    part: `partition ${partition}`,
    gaps,
    known: undefined,
    discarded: new Set(),
  };
  return { position: () => post.known, start: () => start(post), take: (batch) => take(post, batch) };
};
