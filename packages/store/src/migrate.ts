import { runner } from "node-pg-migrate";
import pg from "pg";
import { fileURLToPath } from "node:url";
import { storeFailure } from "./failure.ts";
import { clientConfig } from "./session.ts";
import type { ConnectionOptions } from "./session.ts";

/** SQL files of one database schema; they name their tables without the schema, unless they own a fixed one. */
export interface Migrations {
  readonly schema: string;
  readonly folder: string;
}

const hub: Migrations = { schema: "hub", folder: fileURLToPath(new URL("../migrations", import.meta.url)) };

const silent = (): void => undefined;

/** Brings a schema up to date; many processes may call it at once, one works and the others wait. */
export const migrate = async (options: ConnectionOptions, { schema, folder }: Migrations = hub): Promise<void> => {
  const dbClient = new pg.Client({ ...clientConfig(options), statement_timeout: 0, query_timeout: 0 });
  dbClient.on("error", silent);
  try {
    await dbClient.connect();
    await runner({
      dbClient,
      dir: folder,
      schema,
      createSchema: true,
      migrationsTable: "migrations",
      direction: "up",
      advisoryLockMode: "wait",
      logger: { debug: silent, info: silent, warn: silent, error: silent },
    });
  } catch (error) {
    throw storeFailure(`migration of ${schema}`, error);
  } finally {
    await dbClient.end();
  }
};
