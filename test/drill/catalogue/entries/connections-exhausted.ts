import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Entry } from "../entry.ts";
import { whileBusy } from "../strike.ts";

const held = { small: 3_000, large: 60_000 };
const most = 400;

const connect = async (url: string): Promise<pg.Client | undefined> => {
  const client = new pg.Client({ connectionString: url, application_name: "drill-hoarder" });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch {
    return undefined;
  }
};

/** Takes every connection that the server has left. */
const hoard = async (url: string): Promise<ReadonlyArray<pg.Client>> => {
  const all: Array<pg.Client> = [];
  while (all.length < most) {
    const client = await connect(url);
    if (!client) return all;
    all.push(client);
  }
  throw new Error("the server gives more connections than it should");
};

const end = "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'samvirke-%'";

/** Nobody of the hub's gets a connection any more, and those that they had are gone. */
export const connectionsExhausted: Entry = {
  name: "connections-exhausted",
  what: "All connections of PostgreSQL are taken by somebody else, and the hub's own are ended.",
  runs: { small: 0, large: 2 },
  play: (scene) => {
    const url = scene.drill.places.postgresUrl;
    const act = async (): Promise<void> => {
      const first = await hoard(url);
      const more: Array<pg.Client> = [];
      try {
        await first[0]?.query(end);
        more.push(...(await hoard(url)));
        await sleep(scene.isSmall ? held.small : held.large, undefined, { signal: scene.signal });
      } finally {
        await Promise.all([...first, ...more].map((client) => client.end().catch(() => undefined)));
      }
    };
    return whileBusy(scene, "PostgreSQL's connections", { pid: () => scene.hub.parts.pid("postgres"), act });
  },
};
