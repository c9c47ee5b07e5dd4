import { partitionCount } from "@samvirke/kernel";
import type { LogRecord, Topic } from "@samvirke/kernel";
import { splitTaken } from "../batch-plan.ts";
import type { Breaker } from "../breaker.ts";
import { commitPart } from "../commit-taken.ts";
import type { Committing } from "../commit-taken.ts";
import type { StageDefinition } from "../definition.ts";
import type { Hub } from "../hub/hub.ts";
import { makeJointCommit } from "../joint.ts";
import { redriveStage } from "../kinds/run.ts";
import { makePreparing } from "../preparing.ts";

/** What of a topic a stage of a run is taken over. */
export interface Stretch {
  readonly run: string;
  readonly topic: Topic;
  /** Last position per partition; what comes later does not belong to it. */
  readonly until: ReadonlyMap<number, number>;
  /** False: the records of the run's persons, as they were chosen; true: all. */
  readonly everybody: boolean;
}

/** What a stage did over a stretch. */
export interface RunDone {
  readonly records: number;
  readonly parked: number;
}

export interface Watch {
  /** Called after each transaction, with what it handled. */
  readonly onRecords: (records: number) => void;
  /** Most records of a partition in one transaction. */
  readonly most: number;
  /** Waits after as many records, where a pace is to be kept. */
  readonly pace: (records: number) => Promise<void>;
  readonly signal: AbortSignal;
}

// A candidate that fails on many persons is what a replay is to show, not a reason to stop.
const patientBreaker: Breaker = { wouldTrip: () => false, note: () => undefined };
const maxBatch = 1_000;
const pageBytes = 8_000_000;

const pageAfter = (
  { store }: Hub,
  { run, topic, until, everybody }: Stretch,
  from: { readonly partition: number; readonly after: number; readonly most: number },
): Promise<ReadonlyArray<LogRecord>> => {
  const left = (until.get(from.partition) ?? -1) - from.after;
  if (left <= 0) return Promise.resolve([]);
  return everybody
    ? store.readLog(topic, [from], { records: Math.min(from.most, left), bytes: pageBytes })
    : store.runs.read({ run, topic }, { ...from, records: from.most });
};

interface Over<P, S> {
  readonly hub: Hub;
  readonly committing: Committing<P, S>;
  readonly stretch: Stretch;
  readonly watch: Watch;
}

const overPartition = async <P, S>(over: Over<P, S>, partition: number): Promise<RunDone> => {
  const { hub, committing, stretch, watch } = over;
  const { topic } = stretch;
  const deps = { store: hub.store, breaker: patientBreaker };
  let [after, count, parked] = [
    (await hub.store.checkpoint(committing.definition.name, topic, partition)).position,
    0,
    0,
  ];
  // What somebody gave up stays out of whatever is built anew.
  const discarded = await hub.store.discarded({ stage: committing.definition.name, topic, partition });
  while (!watch.signal.aborted) {
    const page = await pageAfter(hub, stretch, { partition, after, most: watch.most });
    if (page.length === 0) break;
    const taken = page.map((record) => ({ record, offset: 0n }));
    for (const part of splitTaken(taken, watch.most, committing.preparing.isAlone)) {
      const records = part.map(({ record }) => record);
      const place = { topic, partition, from: after, hint: 0n };
      const done = await commitPart(committing, { ...place, records, discarded }, deps);
      if (!done) throw new Error("another process works on the same run");
      after = records.at(-1)?.position ?? after;
      count += records.length;
      parked += done.parked;
      watch.onRecords(records.length);
      await watch.pace(records.length);
      if (watch.signal.aborted) break;
    }
  }
  return { records: count, parked };
};

/**
 * Takes a stage over records of the log, apart from what lives. Goes on where the run's checkpoint is, so that what was
 * broken off is taken up again. Rejects when a part is away.
 */
export const runOver = async <P, S>(
  hub: Hub,
  definition: StageDefinition<P, S>,
  { stretch, watch }: { readonly stretch: Stretch; readonly watch: Watch },
): Promise<RunDone> => {
  const preparing = makePreparing(definition, redriveStage(hub));
  const commitChunk = makeJointCommit(definition, { store: hub.store, breaker: patientBreaker, maxBatch });
  const over: Over<P, S> = { hub, committing: { definition, preparing, commitChunk }, stretch, watch };
  const partitions = [...Array(partitionCount).keys()];
  const all = await Promise.all(partitions.map((partition) => overPartition(over, partition)));
  return {
    records: all.reduce((sum, { records }) => sum + records, 0),
    parked: all.reduce((sum, one) => sum + one.parked, 0),
  };
};
