import { E, RA } from "@samvirke/kernel";
import type { Advance, Checkpoint, Either, LogPort, LogRecord, StageStore, WireBatch } from "@samvirke/kernel";
import { planBatch, splitTaken } from "./batch-plan.ts";
import type { Taken } from "./batch-plan.ts";
import { commitChunk, commitRedrive } from "./commit.ts";
import type { CommitDeps, Committed } from "./commit.ts";
import type { ParkFailure, StageDefinition } from "./definition.ts";
import { describeDefect, describeTrouble } from "./describe.ts";
import type { Item } from "./fold.ts";
import { makeGapSearch } from "./gap.ts";
import { persist } from "./persist.ts";
import type { Persistence } from "./persist.ts";
import { findStart } from "./search.ts";

/** Reads the stage that a PersonRedriven names. */
export type RedriveStage = (record: LogRecord) => Either<ParkFailure, string | undefined>;

export interface WorkerDeps extends Persistence, CommitDeps {
  readonly log: LogPort;
  readonly store: StageStore;
  readonly redriveStage: RedriveStage;
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

const redriveType = "PersonRedriven";

const readRedrive = (redriveStage: RedriveStage, record: LogRecord): Either<ParkFailure, string | undefined> => {
  try {
    return redriveStage(record);
  } catch (error) {
    return E.left({ reason: "defect", detail: describeDefect(error) });
  }
};

/** Makes the worker of one partition. */
export const makeWorker = <P, S>(definition: StageDefinition<P, S>, partition: number, deps: WorkerDeps): Worker => {
  const { log, store, counters, redriveStage } = deps;
  const { name: stage, topic } = definition;
  const place = { log, topic, partition };
  const part = `partition ${partition}`;
  let known: number | undefined;

  const load = async (): Promise<Checkpoint> => {
    const checkpoint = await store.checkpoint(stage, topic, partition);
    known = checkpoint.position;
    return checkpoint;
  };
  const gaps = makeGapSearch(place, (offset) => deps.seek(partition, offset));

  const isOwnRedrive = (record: LogRecord): boolean => {
    if (record.type !== redriveType) return false;
    const named = readRedrive(redriveStage, record);
    return E.isRight(named) && named.right === stage;
  };

  const prepare = async (records: ReadonlyArray<LogRecord>): Promise<ReadonlyArray<Either<ParkFailure, P>>> => {
    if (records.length === 0) return [];
    const prepared = await definition.prepare(records);
    if (prepared.length !== records.length) throw new RangeError("prepare answered another number of records");
    return prepared;
  };

  const itemsOf = async (records: ReadonlyArray<LogRecord>): Promise<ReadonlyArray<Item<P>>> => {
    const accepted = records.filter((record) => record.type !== redriveType && definition.accepts(record.type));
    const prepared = new Map(RA.zip(accepted, await prepare(accepted)));
    return records.flatMap((record): ReadonlyArray<Item<P>> => {
      const own = prepared.get(record);
      if (own) return [{ record, prepared: own, attempts: undefined }];
      const redrive = record.type === redriveType ? readRedrive(redriveStage, record) : E.right(undefined);
      return E.isLeft(redrive) ? [{ record, prepared: redrive, attempts: undefined }] : [];
    });
  };

  const redrive = async (record: LogRecord, move: Advance): Promise<Committed | undefined> => {
    const parked = await store.transact((transaction) => transaction.parked(stage, record.key));
    const ours = parked.filter((park) => park.record.type !== redriveType && definition.accepts(park.record.type));
    const prepared = await prepare(ours.map((park) => park.record));
    const items = RA.zipWith(ours, prepared, (park, own): Item<P> => ({ ...park, prepared: own }));
    return commitRedrive(definition, { move, person: record.key, parked, items }, deps);
  };

  const commit = async (taken: ReadonlyArray<Taken>): Promise<Committed | undefined> => {
    const [first, last] = [taken[0], taken.at(-1)];
    if (!first || !last) return undefined;
    const from = first.record.position - 1;
    const move: Advance = { stage, topic, partition, from, to: last.record.position, hint: last.offset };
    if (isOwnRedrive(first.record)) return redrive(first.record, move);
    return commitChunk(definition, { move, items: await itemsOf(taken.map((item) => item.record)) }, deps);
  };

  const count = (done: Committed): void => {
    counters.batches += 1;
    counters.handled += done.handled;
    counters.parked += done.parked;
    counters.redriven += done.redriven;
    counters.appended += done.appended;
  };

  /** False when another instance was ahead: the checkpoint is read anew and the batch looked at again. */
  const commitAll = async (taken: ReadonlyArray<Taken>, heartbeat: () => Promise<void>): Promise<boolean> => {
    for (const chunk of splitTaken(taken, deps.maxBatch, isOwnRedrive)) {
      const done = await persist(deps, { part, work: () => commit(chunk), heartbeat });
      if (!done) {
        counters.stale += 1;
        await persist(deps, { part, work: load, heartbeat });
        return false;
      }
      known = chunk.at(-1)?.record.position;
      gaps.forget();
      count(done);
      if (done.appended > 0) store.wake();
    }
    return true;
  };

  const closeGap = async (heartbeat: () => Promise<void>): Promise<void> => {
    counters.gaps += 1;
    const outcome = await persist(deps, { part, work: async () => gaps.next(await load()), heartbeat });
    if (outcome === "lost") deps.status.stop(`gap: position ${(known ?? -1) + 1} of ${topic} ${partition} is not in Kafka`);
  };

  return {
    position: () => known,
    start: async () => {
      try {
        const offset = await findStart(place, await load());
        deps.status.waits(part, undefined);
        return offset;
      } catch (error) {
        deps.status.waits(part, describeTrouble(error));
        throw error;
      }
    },
    take: async (batch) => {
      for (;;) {
        const position = known ?? (await persist(deps, { part, work: load, heartbeat: batch.heartbeat })).position;
        const plan = planBatch(batch, position);
        counters.repeats += plan.dropped;
        counters.foreign += plan.foreign;
        if (!(await commitAll(plan.taken, batch.heartbeat))) continue;
        if (plan.gapAt !== undefined) await closeGap(batch.heartbeat);
        return;
      }
    },
  };
};
