import { logFailure, partitionCount } from "@samvirke/kernel";
import type { LogPort, Topic, TopicStore } from "@samvirke/kernel";

/** Gives topics their place in the log and in Kafka; what is there stays, a wrong number of partitions is refused. */
export const createHubTopics = async (
  { log, store }: { readonly log: LogPort; readonly store: TopicStore },
  topics: ReadonlyArray<Topic>,
): Promise<void> => {
  await store.createTopics(topics);
  await log.createTopics(topics, partitionCount);
  for (const topic of topics) {
    const partitions = await log.partitions(topic);
    if (partitions !== undefined && partitions !== partitionCount)
      throw logFailure("fatal", `${topic} has ${partitions} partitions, not ${partitionCount}`);
  }
};
