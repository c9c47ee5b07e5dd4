import type { Topic } from "@samvirke/kernel";

/** The first place where a partition of Kafka is not what the log says. */
export interface TopicDifference {
  readonly partition: number;
  readonly position: number;
  /**
   * missing: Kafka lacks it; extra: the log lacks it; swapped: a later record comes before it;
   * changed: it differs in the field.
   */
  readonly what: "missing" | "extra" | "swapped" | "changed";
  /** `key`, the name of a header (`ce_id`, `ce_type`, …) or `value`, where changed. */
  readonly field: string | null;
  /** Offset in Kafka where it was seen; null when the partition ended before. */
  readonly offset: string | null;
}

/** One partition compared. */
export interface PartitionVerdict {
  readonly partition: number;
  /** First position that Kafka still has; those before have expired. */
  readonly from: number;
  readonly records: number;
  /** Not written by the relay. */
  readonly foreign: number;
  /** Positions that came before; a relay that restarts repeats some, and stages drop them. */
  readonly repeats: number;
  /** Chains over the compared records in hexadecimal: the same where all are. */
  readonly logChain: string;
  readonly topicChain: string;
  readonly difference: TopicDifference | null;
}

/** A topic compared with the log. */
export interface TopicVerdict {
  readonly topic: Topic;
  readonly partitions: ReadonlyArray<PartitionVerdict>;
}
