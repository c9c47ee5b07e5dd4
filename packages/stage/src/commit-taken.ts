import type { Advance, LogRecord, Topic } from "@samvirke/kernel";
import type { CommitDeps } from "./commit.ts";
import type { StageDefinition } from "./definition.ts";
import type { CommitChunk } from "./joint.ts";
import type { Preparing } from "./preparing.ts";
import { commitRedrive } from "./redrive.ts";
import type { Committed } from "./saving.ts";

/** A stage ready to commit. */
export interface Committing<P, S> {
  readonly definition: StageDefinition<P, S>;
  readonly preparing: Preparing<P>;
  readonly commitChunk: CommitChunk<P>;
}

/** Records of one partition that are committed together, and where the checkpoint is before them. */
export interface Part {
  readonly topic: Topic;
  readonly partition: number;
  readonly from: number;
  readonly records: ReadonlyArray<LogRecord>;
  /** Positions that somebody discarded: they are passed by. */
  readonly discarded: ReadonlySet<number>;
  /** Where the last of them lies in Kafka. */
  readonly hint: bigint;
}

/** Prepares records and commits them; a redrive of this stage handles what is parked. Undefined: this instance is stale. */
export const commitPart = async <P, S>(
  { definition, preparing, commitChunk }: Committing<P, S>,
  { topic, partition, from, records, discarded, hint }: Part,
  deps: CommitDeps,
): Promise<Committed | undefined> => {
  const [first, last] = [records[0], records.at(-1)];
  if (!first || !last) return undefined;
  const move: Advance = { stage: definition.name, topic, partition, from, to: last.position, hint };
  if (!preparing.isOwnRedrive(first)) {
    const wanted = records.filter(({ position }) => !discarded.has(position));
    return commitChunk({ move, items: await preparing.items(wanted) });
  }
  const person = first.key;
  const parked = await deps.store.transact((transaction) => transaction.parked(definition.name, person));
  return commitRedrive(definition, { move, person, parked, items: await preparing.parkedItems(parked) }, deps);
};
