import { createRequire } from "node:module";
import type { Socket } from "node:net";

// kafkajs's classes below its public client: connections, metadata, group and admin requests. The client's own producer
// and consumer are not used (README.md tells why).
const require = createRequire(import.meta.url);
const load = (path: string): unknown => require(`kafkajs/src/${path}`);

/** What one connection can send; `encode` yields kafkajs's Encoder or anything with its two fields. */
export interface ProtocolCall<T> {
  readonly request: {
    readonly apiKey: number;
    readonly apiVersion: number;
    readonly apiName: string;
    readonly encode: () => Promise<{ readonly buf: Buffer; readonly buffer: Buffer }>;
  };
  readonly response: {
    readonly decode: (payload: Buffer) => Promise<T & { readonly clientSideThrottleTime?: number | null }>;
    readonly parse: (decoded: T) => Promise<T>;
  };
  readonly requestTimeout?: number;
}

export interface PartitionMetadata {
  readonly partitionErrorCode: number;
  readonly partitionId: number;
  readonly leader: number;
}

export interface ClusterMetadata {
  readonly brokers: ReadonlyArray<{ readonly nodeId: number }>;
  readonly topicMetadata: ReadonlyArray<{
    readonly topic: string;
    readonly partitionMetadata: ReadonlyArray<PartitionMetadata>;
  }>;
}

export interface JoinAnswer {
  readonly generationId: number;
  readonly leaderId: string;
  readonly memberId: string;
  readonly members: ReadonlyArray<{ readonly memberId: string; readonly memberMetadata: Buffer }>;
}

interface Membership {
  readonly groupId: string;
  readonly memberId: string;
}

export interface KafkaBroker {
  readonly nodeId: number;
  readonly connectionPool: { readonly send: <T>(call: ProtocolCall<T>) => Promise<T> };
  readonly metadata: (topics: ReadonlyArray<string>) => Promise<ClusterMetadata>;
  readonly findGroupCoordinator: (request: {
    readonly groupId: string;
    readonly coordinatorType: number;
  }) => Promise<{ readonly coordinator: { readonly nodeId: number } }>;
  readonly joinGroup: (
    request: Membership & {
      readonly sessionTimeout: number;
      readonly rebalanceTimeout: number;
      readonly groupProtocols: ReadonlyArray<{ readonly name: string; readonly metadata: Buffer }>;
    },
  ) => Promise<JoinAnswer>;
  readonly syncGroup: (
    request: Membership & {
      readonly generationId: number;
      readonly groupAssignment: ReadonlyArray<{ readonly memberId: string; readonly memberAssignment: Buffer }>;
    },
  ) => Promise<{ readonly memberAssignment: Buffer }>;
  readonly heartbeat: (request: Membership & { readonly groupGenerationId: number }) => Promise<unknown>;
  readonly leaveGroup: (request: Membership) => Promise<unknown>;
  readonly listOffsets: (request: {
    readonly isolationLevel: number;
    readonly replicaId: number;
    readonly topics: ReadonlyArray<{
      readonly topic: string;
      readonly partitions: ReadonlyArray<{ readonly partition: number; readonly timestamp: number }>;
    }>;
  }) => Promise<{
    readonly responses: ReadonlyArray<{
      readonly partitions: ReadonlyArray<{ readonly partition: number; readonly offset: string }>;
    }>;
  }>;
  readonly createTopics: (request: {
    readonly topics: ReadonlyArray<{
      readonly topic: string;
      readonly numPartitions: number;
      readonly replicationFactor: number;
      readonly configEntries: ReadonlyArray<{ readonly name: string; readonly value: string }>;
    }>;
    readonly timeout: number;
  }) => Promise<unknown>;
  readonly deleteTopics: (request: {
    readonly topics: ReadonlyArray<string>;
    readonly timeout: number;
  }) => Promise<unknown>;
}

export interface KafkaCluster {
  readonly connect: () => Promise<void>;
  readonly brokerPool: {
    readonly metadata: ClusterMetadata | null;
    readonly refreshMetadata: (topics: ReadonlyArray<string>) => Promise<void>;
    readonly findConnectedBroker: () => Promise<KafkaBroker>;
    readonly findBroker: (node: { readonly nodeId: number }) => Promise<KafkaBroker>;
  };
}

interface ClusterOptions {
  readonly brokers: ReadonlyArray<string>;
  readonly clientId: string;
  readonly logger: unknown;
  readonly retry: Readonly<Record<string, number>>;
  readonly connectionTimeout: number;
  readonly requestTimeout: number;
  readonly enforceRequestTimeout: boolean;
  readonly metadataMaxAge: number;
  readonly allowAutoTopicCreation: boolean;
  readonly socketFactory: (target: {
    readonly host: string;
    readonly port: number;
    readonly onConnect: () => void;
  }) => Socket;
  readonly sasl?: { readonly mechanism: string; readonly username: string; readonly password: string };
}

/** The part of kafkajs's request queue that has a repair. */
export interface RequestQueue {
  throttledUntil: number;
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  readonly pending: ReadonlyArray<unknown>;
  checkPendingRequests(): void;
  scheduleCheckPendingRequests(): void;
}

type Codec<T> = { readonly encode: (value: T) => Buffer; readonly decode: (bytes: Buffer) => T | null };
type Fetch = (request: Readonly<Record<string, unknown>>) => ProtocolCall<unknown>["request"];

export const Cluster = load("cluster") as new (options: ClusterOptions) => KafkaCluster;
export const requestQueueClass = load("network/requestQueue") as { readonly prototype: RequestQueue };
export const { createLogger } = load("loggers") as {
  readonly createLogger: (options: { readonly level: number; readonly logCreator: () => () => void }) => unknown;
};
export const { createErrorFromCode } = load("protocol/error") as {
  readonly createErrorFromCode: (code: number) => Error & { readonly type: string };
};
export const fetchRequest = load("protocol/requests/fetch/v11/request") as Fetch;
export const { MemberMetadata, MemberAssignment } = load("consumer/assignerProtocol") as {
  readonly MemberMetadata: Codec<{ readonly version: number; readonly topics: ReadonlyArray<string> }>;
  readonly MemberAssignment: Codec<{
    readonly version: number;
    readonly assignment: Readonly<Record<string, ReadonlyArray<number>>>;
  }>;
};
