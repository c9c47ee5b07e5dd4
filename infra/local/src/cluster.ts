import { randomBytes } from "node:crypto";

/** Passwords of the cluster's roles. */
export interface Secrets {
  readonly postgres: string;
  readonly samvirke: string;
  readonly registry: string;
}

const password = (): string => randomBytes(24).toString("base64url");

/** New passwords. */
export const makeSecrets = (): Secrets => ({ postgres: password(), samvirke: password(), registry: password() });

/** What a new cluster gets: the hub's role and database, and the registry's. One statement a line. */
export const clusterStatements = ({ samvirke, registry }: Secrets): string =>
  [
    `CREATE ROLE samvirke LOGIN CREATEDB PASSWORD '${samvirke}';`,
    `CREATE ROLE registry LOGIN PASSWORD '${registry}';`,
    "CREATE DATABASE samvirke OWNER samvirke;",
    "CREATE DATABASE registry OWNER registry;",
    "",
  ].join("\n");

/**
 * The server's settings, the same wherever it runs.
 * Durability is never turned off, and no statement, parameter or row reaches the log: they may hold what people sent.
 */
export const serverSettings: Readonly<Record<string, string>> = {
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  max_connections: "200",
  shared_buffers: "256MB",
  max_wal_size: "2GB",
  jit: "off",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
  log_timezone: "UTC",
  timezone: "UTC",
};

/** Settings as arguments of the server. */
export const asArguments = (settings: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);

/** Connection string of the hub's own role, which owns its database and may make others. */
export const clusterUrl = ({ samvirke }: Secrets, host: string, port: number): string =>
  `postgres://samvirke:${samvirke}@${host}:${port}/samvirke`;
