import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compiledCode, serviceFlags } from "@samvirke/local";
import { openHub } from "@samvirke/stage";
import type { Hub } from "@samvirke/stage";
import { createDatabase } from "@samvirke/store";
import pg from "pg";
import type { Bench } from "./bench.ts";
import { root } from "./places.ts";
import { startProcess } from "./process.ts";
import type { Process } from "./process.ts";

/** A hub of its own: a database and a prefix of topics on the run's parts, with its own keys. */
export interface Ground {
  readonly bench: Bench;
  readonly name: string;
  readonly prefix: string;
  readonly url: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly token: string;
  /** A connection of the bench's own. */
  readonly database: pg.Client;
  readonly hub: Hub;
  readonly close: () => Promise<void>;
}

export const stationId = "bench-station";

const secret = (file: string): string => {
  writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  return file;
};

const partyFile = (file: string, token: string): string => {
  writeFileSync(
    file,
    JSON.stringify([{ id: stationId, name: "Prøvemottak", token, sector: "health", station: true, identifiers: [] }]),
    { mode: 0o600 },
  );
  return file;
};

/** Makes the ground that one or more phases stand on. */
export const makeGround = async (bench: Bench, name: string): Promise<Ground> => {
  const folder = join(bench.folder, name);
  mkdirSync(folder, { recursive: true });
  const token = randomBytes(18).toString("base64url");
  const url = await createDatabase(bench.parts.postgres.url, `bench_${name}`);
  const prefix = `${name}.`;
  const env = {
    SAMVIRKE_POSTGRES_URL: url,
    SAMVIRKE_KAFKA_BROKERS: bench.parts.kafka.brokers.join(","),
    SAMVIRKE_REGISTRY_URL: bench.parts.registry.url,
    SAMVIRKE_TOPIC_PREFIX: prefix,
    SAMVIRKE_MASTER_KEY_FILE: secret(join(folder, "master.key")),
    SAMVIRKE_PEPPER_FILE: secret(join(folder, "pepper.key")),
    SAMVIRKE_PARTIES_FILE: partyFile(join(folder, "parties.json"), token),
    SAMVIRKE_REGISTRIES_FILE: join(root, "infra/local/data/registries.json"),
    SAMVIRKE_SESSION_TIMEOUT_MS: "10000",
    // One document for each certificate, which is what the floors count.
    SAMVIRKE_WELFARE_SHAPES: "record",
    SAMVIRKE_LOG_LEVEL: "warn",
  };
  const hub = await openHub({ service: "bench", env: { ...env, SAMVIRKE_LOG_LEVEL: "fatal" } });
  const database = new pg.Client({ connectionString: url });
  // When a run fails the parts end first; what failed is what shall be told.
  database.on("error", () => undefined);
  await database.connect();
  const close = async (): Promise<void> => {
    await hub.close();
    await database.end();
  };
  return { bench, name, prefix, url, folder, env, token, database, hub, close };
};

/** Starts a service in a process of its own, under the profiler when its phase asks for that. */
export const startService = (
  ground: Ground,
  name: string,
  more: { readonly env?: Readonly<Record<string, string>>; readonly as?: string; readonly isProfiled?: boolean } = {},
): Process =>
  startProcess({
    name: more.as ?? name,
    entry: `services/${name}/src/main.ts`,
    // As the hub itself starts its services.
    flags: serviceFlags,
    env: { ...compiledCode, ...ground.env, ...more.env },
    folder: ground.folder,
    ...(more.isProfiled === undefined ? {} : { isProfiled: more.isProfiled }),
  });

/** One number of the database. */
export const numberOf = async (ground: Ground, text: string, values: ReadonlyArray<unknown> = []): Promise<number> => {
  const { rows } = await ground.database.query<{ n: string }>(text, [...values]);
  return Number(rows[0]?.n ?? 0);
};
