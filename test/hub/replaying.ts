import { expect } from "vitest";
import type { HubPlace } from "../setup/hub.ts";
import { withDatabase } from "./database.ts";
import { until } from "./together.ts";

/** A group of a replay's report. */
export interface Group {
  readonly stage: string;
  readonly type: string;
  readonly change: string;
  readonly path: string | null;
  readonly rules: ReadonlyArray<string>;
  readonly count: number;
}

type Counts = Readonly<Record<"records" | "parked" | "appended" | "compared" | "differing", number>>;

/** A replay as operations tells it. */
export interface Told {
  readonly replayId: string;
  readonly state: string;
  readonly failure: string | null;
  readonly commit: string | null;
  readonly persons: number | null;
  readonly stages: ReadonlyArray<Counts & { readonly stage: string }>;
  readonly groups: ReadonlyArray<Group>;
}

const isOver = ({ state }: Told): boolean => ["done", "failed", "broken-off"].includes(state);

/** Asks for a replay and waits, bounded, until it is over. */
export const replay = async (hub: HubPlace, wish: object): Promise<Told> => {
  const asked = await fetch(`${hub.operations}/v1/replays`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ reason: "a test", by: "test", ...wish }),
  });
  expect(asked.status, await asked.clone().text()).toBe(202);
  const { replayId } = (await asked.json()) as Told;
  const look = async (): Promise<Told | undefined> => {
    const told = (await (await fetch(`${hub.operations}/v1/replays/${replayId}`)).json()) as Told;
    return isOver(told) ? told : undefined;
  };
  return until("the replay's end", look, 240);
};

/** Takes away what a replay made. */
export const forget = (hub: HubPlace, id: string): Promise<Response> =>
  fetch(`${hub.operations}/v1/replays/${id}`, { method: "DELETE" });

const tablesText = `select format('%I.%I', schemaname, tablename) as name from pg_tables
  where schemaname like 'view\\_%' or schemaname = 'intake'
    or (schemaname = 'hub' and tablename in ('checkpoint', 'state', 'parked', 'archive', 'person', 'person_number'))
    or (schemaname = 'hub' and tablename like 'log\\_samvirke%') order by 1`;

/** Number of rows and a sum over all of each table that lives, whatever their order. */
export const liveSums = (hub: HubPlace): Promise<Readonly<Record<string, string>>> =>
  withDatabase(hub.postgresUrl, async (client) => {
    const tables = await client.query<{ name: string }>(tablesText);
    const sums: Record<string, string> = {};
    for (const { name } of tables.rows) {
      const text = `select count(*) || ' ' || coalesce(sum(hashtextextended((t.*)::text, 0)::numeric), 0) as sum from ${name} t`;
      const found = await client.query<{ sum: string }>(text);
      sums[name] = found.rows[0]?.sum ?? "";
    }
    return sums;
  });
