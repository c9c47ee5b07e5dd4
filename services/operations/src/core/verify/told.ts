/** The first place where a partition of Kafka is not what the log says. */
interface TopicDifference {
  readonly partition: number;
  readonly position: number;
  readonly what: "missing" | "extra" | "swapped" | "changed";
  readonly field: string | null;
  readonly offset: string | null;
}

/** One partition compared. */
interface PartitionVerdict {
  readonly records: number;
  readonly foreign: number;
  readonly repeats: number;
  readonly difference: TopicDifference | null;
}

/** A topic compared with the log. */
interface TopicVerdict {
  readonly topic: string;
  readonly partitions: ReadonlyArray<PartitionVerdict>;
}

/** A comparison of log and topics as it goes on. */
export interface Verification {
  readonly id: string;
  readonly topics: ReadonlyArray<string>;
  readonly began: number;
  readonly ended: number | undefined;
  readonly state: "comparing" | "done" | "broken-off" | "failed";
  readonly failure: string | undefined;
  /** Records of the topics begun so far. */
  readonly total: number;
  readonly records: number;
  readonly verdicts: ReadonlyArray<TopicVerdict>;
}

const countOf = (partitions: ReadonlyArray<PartitionVerdict>, of: (one: PartitionVerdict) => number): number =>
  partitions.reduce((sum, one) => sum + of(one), 0);

const topicTold = ({ topic, partitions }: TopicVerdict) => ({
  topic,
  records: countOf(partitions, ({ records }) => records),
  foreign: countOf(partitions, ({ foreign }) => foreign),
  repeats: countOf(partitions, ({ repeats }) => repeats),
  partitions,
});

const differencesOf = (verdicts: ReadonlyArray<TopicVerdict>): ReadonlyArray<TopicDifference & { topic: string }> =>
  verdicts.flatMap(({ topic, partitions }) =>
    partitions.flatMap(({ difference }) => (difference ? [{ topic, ...difference }] : [])),
  );

const timeOf = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString());

/** What is told of a comparison. Rate: records a second. */
export const tellVerification = (of: Verification, now: number) => {
  const seconds = ((of.ended ?? now) - of.began) / 1_000;
  const rate = seconds > 0 ? Math.round(of.records / seconds) : null;
  const isOn = of.state === "comparing";
  return {
    verificationId: of.id,
    state: of.state,
    failure: of.failure ?? null,
    topics: of.topics,
    began: timeOf(of.began),
    ended: timeOf(of.ended),
    records: of.records,
    of: of.total,
    rate,
    secondsLeft: isOn && rate !== null && rate > 0 ? Math.ceil((of.total - of.records) / rate) : null,
    differences: differencesOf(of.verdicts),
    compared: of.verdicts.map(topicTold),
  };
};

/** A comparison as it is told. */
export type VerificationTold = ReturnType<typeof tellVerification>;
