import { makeKafkaLog } from "@samvirke/kafka";
import type { LogPort } from "@samvirke/kernel";
import type { Observe } from "@samvirke/observe";

export interface ForeignLogOptions {
  /** host:port */
  readonly brokers: ReadonlyArray<string>;
  readonly clientId: string;
  readonly observe: Observe;
}

/** Somebody else's Kafka, whose topics are neither made nor checked here. */
export const openForeignLog = ({ brokers, clientId, observe }: ForeignLogOptions): LogPort =>
  makeKafkaLog({ brokers, clientId, onProblem: ({ event, ...fields }) => observe.event("info", event, fields) });
