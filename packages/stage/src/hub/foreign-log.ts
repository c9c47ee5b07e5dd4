import { makeKafkaLog } from "@samvirke/kafka";
import type { SaslOptions, TlsOptions } from "@samvirke/kafka";
import type { LogPort } from "@samvirke/kernel";
import type { Observe } from "@samvirke/observe";

export interface ForeignLogOptions {
  /** host:port */
  readonly brokers: ReadonlyArray<string>;
  readonly clientId: string;
  /** Absent: connections are not encrypted. */
  readonly tls?: TlsOptions | undefined;
  /** Absent: the brokers are not told who speaks. */
  readonly sasl?: SaslOptions | undefined;
  readonly observe: Observe;
}

/** Somebody else's Kafka, whose topics are neither made nor checked here. */
export const openForeignLog = ({ observe, ...options }: ForeignLogOptions): LogPort =>
  makeKafkaLog({ ...options, onProblem: ({ event, ...fields }) => observe.event("info", event, fields) });
