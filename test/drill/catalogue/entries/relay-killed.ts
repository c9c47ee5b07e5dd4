import { killing } from "../killing.ts";

/** The relay is killed with records of the log not yet in Kafka. */
export const relayKilled = killing("relay-killed", "The relay is killed with records of the log not yet in Kafka.", {
  kind: "relay",
});
