import { partitionCount } from "@samvirke/kernel";
import type { Topic } from "@samvirke/kernel";
import { realSleep } from "../sleep.ts";
import { comparePartition } from "./compare.ts";
import type { CompareDeps, Extent } from "./compare.ts";
import type { PartitionVerdict, TopicVerdict } from "./verdict.ts";

/** What a comparison needs; `onTotal` is told once how many records there are. */
export interface VerifyDeps extends Omit<CompareDeps, "sleep" | "patienceMs"> {
  readonly sleep?: CompareDeps["sleep"];
  readonly patienceMs?: number;
  readonly onTotal?: (records: number) => void;
}

const numbers = Array.from({ length: partitionCount }, (_, partition) => partition);
const nothing = Promise.resolve({ earliest: 0n, next: 0n });

const extentsOf = async ({ log, store }: VerifyDeps, topic: Topic): Promise<ReadonlyArray<Extent>> => {
  const isThere = (await log.partitions(topic)) !== undefined;
  const bounds = await Promise.all(numbers.map((partition) => (isThere ? log.bounds(topic, partition) : nothing)));
  // After the offsets: the relay copies what is committed, so the log cannot be behind them.
  const heads = await store.heads(topic);
  return bounds.map((found, partition) => ({ topic, partition, ...found, head: heads.get(partition) ?? 0 }));
};

const lost = (extent: Extent): PartitionVerdict => ({
  partition: extent.partition,
  from: 0,
  records: 0,
  foreign: 0,
  repeats: 0,
  logChain: "",
  topicChain: "",
  difference:
    extent.head === 0 ? null : { partition: extent.partition, position: 0, what: "missing", field: null, offset: null },
});

/**
 * Compares a topic of Kafka with the log up to where the log is now, partition by partition: count, order and every
 * byte. It may run while the relay copies. Rejects when Kafka or the database do not answer, or the log has a gap.
 */
export const verifyTopic = async (deps: VerifyDeps, topic: Topic): Promise<TopicVerdict> => {
  const extents = await extentsOf(deps, topic);
  const whole: CompareDeps = { ...deps, sleep: deps.sleep ?? realSleep, patienceMs: deps.patienceMs ?? 15_000 };
  deps.onTotal?.(extents.reduce((sum, { head }) => sum + head, 0));
  const isThere = (await deps.log.partitions(topic)) !== undefined;
  const partitions: Array<PartitionVerdict> = [];
  for (const extent of extents)
    if (!deps.signal.aborted) partitions.push(isThere ? await comparePartition(whole, extent) : lost(extent));
  return { topic, partitions };
};

/** The first difference that a topic has. */
export const firstDifference = ({ partitions }: TopicVerdict) =>
  partitions.find(({ difference }) => difference !== null)?.difference ?? undefined;
