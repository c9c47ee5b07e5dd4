import type { LogPort, Topic } from "@samvirke/kernel";

/** The same log port with every topic and group under a prefix, so that several hubs can share a broker. */
export const prefixedLog = (log: LogPort, prefix: string): LogPort => {
  if (prefix === "") return log;
  const outer = (topic: Topic): Topic => `${prefix}${topic}`;
  return {
    partitions: (topic) => log.partitions(outer(topic)),
    createTopics: (topics, partitions) => log.createTopics(topics.map(outer), partitions),
    deleteTopics: (topics) => log.deleteTopics(topics.map(outer)),
    append: (topic, records) => log.append(outer(topic), records),
    bounds: (topic, partition) => log.bounds(outer(topic), partition),
    read: (topic, partition, offset) => log.read(outer(topic), partition, offset),
    readMany: (topic, partition, offset) => log.readMany(outer(topic), partition, offset),
    subscribe: (options) =>
      log.subscribe({
        ...options,
        topic: outer(options.topic),
        group: outer(options.group),
        onBatch: (batch) => options.onBatch({ ...batch, topic: options.topic }),
      }),
    close: log.close,
  };
};
