import type { Topic } from "@samvirke/kernel";

/** Something worth a log line: names and numbers only, never a value. */
export interface LogProblem {
  readonly event: string;
  readonly code?: string;
  readonly topic?: Topic;
  readonly group?: string;
  readonly partition?: number;
}

/** What a connection is encrypted with, in PEM; what is absent is as the system has it. */
export interface TlsOptions {
  /** Authorities that are believed instead of the system's. */
  readonly ca?: string;
  /** The client's own certificate and key, where brokers ask for one. */
  readonly cert?: string;
  readonly key?: string;
}

/** Who speaks, for brokers that ask. */
export interface SaslOptions {
  readonly mechanism: "plain" | "scram-sha-256" | "scram-sha-512";
  readonly username: string;
  readonly password: string;
}

export interface KafkaLogOptions {
  /** host:port */
  readonly brokers: ReadonlyArray<string>;
  readonly clientId: string;
  /** Milliseconds without a heartbeat until the group gives a member's partitions to others. */
  readonly sessionTimeout?: number;
  readonly heartbeatInterval?: number;
  /** Milliseconds that a broker may hold an empty fetch back. */
  readonly maxWait?: number;
  /** Least milliseconds between the starts of two fetches: records that come closer together come together. */
  readonly fetchPace?: number;
  readonly requestTimeout?: number;
  /** Milliseconds that `close` waits for running batches. */
  readonly closeTimeout?: number;
  /** Copies of each partition in topics that are created; -1: as the broker has it. */
  readonly replicationFactor?: number;
  readonly onProblem?: (problem: LogProblem) => void;
  /** Absent: connections are not encrypted. */
  readonly tls?: TlsOptions | undefined;
  /** Absent: brokers are not told who speaks. */
  readonly sasl?: SaslOptions | undefined;
}

type Security = "tls" | "sasl";

export type KafkaLogConfig = Required<Omit<KafkaLogOptions, Security>> & Pick<KafkaLogOptions, Security>;

/** The options with what is usual in production filled in. */
export const withDefaults = (options: KafkaLogOptions): KafkaLogConfig => ({
  sessionTimeout: 45_000,
  heartbeatInterval: 3_000,
  maxWait: 100,
  fetchPace: 15,
  requestTimeout: 15_000,
  closeTimeout: 10_000,
  replicationFactor: -1,
  onProblem: () => {},
  ...options,
});
