import { type LogFailure, logFailure } from "@samvirke/kernel";

interface KafkaError extends Error {
  readonly type?: string;
  readonly code?: string | number;
  readonly fate?: LogFailure["fate"];
}

const wrappers: ReadonlySet<string> = new Set(["KafkaJSNumberOfRetriesExceeded", "KafkaJSNonRetriableError"]);

// Ours to repair by hand: trying again changes nothing.
const fatal: ReadonlySet<string> = new Set([
  "CLUSTER_AUTHORIZATION_FAILED",
  "GROUP_AUTHORIZATION_FAILED",
  "GROUP_MAX_SIZE_REACHED",
  "INCONSISTENT_GROUP_PROTOCOL",
  "INVALID_CONFIG",
  "INVALID_GROUP_ID",
  "INVALID_PARTITIONS",
  "INVALID_RECORD",
  "INVALID_REPLICATION_FACTOR",
  "INVALID_REQUEST",
  "INVALID_REQUIRED_ACKS",
  "INVALID_SESSION_TIMEOUT",
  "INVALID_TOPIC_EXCEPTION",
  "MESSAGE_TOO_LARGE",
  "POLICY_VIOLATION",
  "RECORD_LIST_TOO_LARGE",
  "SASL_AUTHENTICATION_FAILED",
  "TOPIC_AUTHORIZATION_FAILED",
  "UNSUPPORTED_FOR_MESSAGE_FORMAT",
  "UNSUPPORTED_SASL_MECHANISM",
  "UNSUPPORTED_VERSION",
  "KafkaJSSASLAuthenticationError",
  "KafkaJSServerDoesNotSupportApiKey",
]);

const fenced: ReadonlySet<string> = new Set([
  "FENCED_INSTANCE_ID",
  "ILLEGAL_GENERATION",
  "REBALANCE_IN_PROGRESS",
  "UNKNOWN_MEMBER_ID",
]);

const rootOf = (error: unknown): KafkaError | undefined => {
  if (!(error instanceof Error)) return undefined;
  const cause: unknown = error.cause;
  return wrappers.has(error.name) && cause instanceof Error && cause !== error ? rootOf(cause) : error;
};

/** The broker's or kafkajs's own name of what went wrong; never a text with values. */
export const codeOf = (error: unknown): string => {
  const root = rootOf(error);
  if (root === undefined) return "unknown";
  if (root.fate !== undefined && root.cause !== undefined) return codeOf(root.cause);
  return root.type ?? (typeof root.code === "string" ? root.code : root.name);
};

/** True when a broker answered with an error code: the connection works. */
export const isAnswer = (error: unknown): boolean => rootOf(error)?.type !== undefined;

const fateOf = (code: string): LogFailure["fate"] => {
  if (fatal.has(code)) return "fatal";
  return fenced.has(code) ? "fenced" : "retriable";
};

/** Sorts an error into the three fates; kafkajs's own `retriable` says nothing reliable. */
export const failureOf = (error: unknown, what: string): LogFailure => {
  const root = rootOf(error);
  if (root?.fate !== undefined) return root as LogFailure;
  const code = codeOf(error);
  return logFailure(fateOf(code), `kafka: ${what} failed (${code})`, error);
};
