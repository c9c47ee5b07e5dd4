import type { StoreLock } from "@samvirke/kernel";
import pg from "pg";
import { storeFailure } from "./failure.ts";
import { clientConfig } from "./session.ts";
import type { ConnectionOptions } from "./session.ts";

const probeMs = 1_000;

const tryLock = async (client: pg.Client, name: string): Promise<boolean> => {
  const text = "select pg_try_advisory_lock(hashtextextended($1, 1)) as held";
  const { rows } = await client.query<{ held: boolean }>({ text, values: [name] });
  return rows[0]?.held === true;
};

/**
 * Takes an advisory lock that lives as long as its own session; undefined when another session holds it.
 *
 * The session is asked once a second, so that a dead connection is noticed by the holder and not only by the server.
 */
export const lock = async (options: ConnectionOptions, name: string): Promise<StoreLock | undefined> => {
  const client = new pg.Client({ ...clientConfig(options), query_timeout: 5 * probeMs });
  const lost = Promise.withResolvers<void>();
  let isHeld = true;
  let probe: NodeJS.Timeout | undefined;
  const end = (): void => {
    isHeld = false;
    clearInterval(probe);
    lost.resolve();
  };
  client.on("error", () => undefined);
  client.on("end", end);
  try {
    await client.connect();
    if (!(await tryLock(client, name))) {
      await client.end();
      return undefined;
    }
  } catch (error) {
    await client.end().catch(() => undefined);
    throw storeFailure("lock", error);
  }
  const drop = async (): Promise<void> => {
    end();
    await client.end().catch(() => undefined);
  };
  probe = setInterval(() => {
    client.query("select 1").catch(drop);
  }, probeMs);
  return { lost: lost.promise, isHeld: () => isHeld, release: drop };
};
