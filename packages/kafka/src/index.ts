import { logFailure, type LogPort, type Subscription } from "@samvirke/kernel";
import { makeAppend } from "./append.ts";
import { type KafkaLogOptions, withDefaults } from "./config.ts";
import { makeDesk } from "./desk.ts";
import { makeReading } from "./reading.ts";
import { startSubscription } from "./subscription.ts";
import { makeTopics } from "./topics.ts";

export type { KafkaLogOptions, LogProblem, SaslOptions, TlsOptions } from "./config.ts";

/** The distribution log on Kafka, through kafkajs's connections. Opens none before the first call. */
export const makeKafkaLog = (options: KafkaLogOptions): LogPort => {
  const config = withDefaults(options);
  const desk = makeDesk(config);
  const topics = makeTopics(desk, config);
  const open = new Set<Subscription>();
  let closed = false;
  return {
    ...topics,
    ...makeReading(desk),
    append: makeAppend(desk, config),
    subscribe: async (wanted) => {
      if (closed) throw logFailure("fatal", "kafka: subscribing after the port was closed");
      if ((await topics.partitions(wanted.topic)) === undefined)
        throw logFailure("retriable", `kafka: there is no topic ${wanted.topic}`);
      const inner = startSubscription(wanted, config);
      const subscription = {
        ...inner,
        close: async () => {
          open.delete(subscription);
          await inner.close();
        },
      };
      open.add(subscription);
      return subscription;
    },
    close: async () => {
      closed = true;
      const ends = await Promise.allSettled([...open].map((subscription) => subscription.close()));
      desk.close();
      const failed = ends.find((end) => end.status === "rejected");
      if (failed !== undefined) throw failed.reason;
    },
  };
};
