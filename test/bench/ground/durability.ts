import type { Bench } from "./bench.ts";
import pg from "pg";

/** What PostgreSQL must have on for a commit to be durable. */
export const durable = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" } as const;

/** The settings as a session of the hub's role has them. */
export const readDurability = async (url: string): Promise<Readonly<Record<string, string>>> => {
  const database = new pg.Client({ connectionString: url });
  await database.connect();
  try {
    const { rows } = await database.query<{ name: string; setting: string }>(
      "select name, setting from pg_settings where name = any($1)",
      [Object.keys(durable)],
    );
    return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
  } finally {
    await database.end();
  }
};

/** Reads the settings back; a figure without durable commits is none. */
export const checkDurability = async (bench: Bench): Promise<void> => {
  const found = await readDurability(bench.parts.postgres.url);
  const said = Object.entries(found).map(([name, setting]) => `${name} ${setting}`);
  bench.tell(`PostgreSQL: ${said.join(", ")}`);
  for (const [name, wanted] of Object.entries(durable))
    if (found[name] !== wanted) bench.faults.push(`PostgreSQL runs with ${name} ${found[name] ?? "unknown"}`);
};
