import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import type { Ground } from "./ground.ts";

/** Sees rows of the health view appear. */
export interface ViewWatch {
  /** When each of these messages' rows was first seen (milliseconds since 1970); waits until all are there, and ends the watch. */
  readonly until: (messageIds: ReadonlyArray<string>) => Promise<ReadonlyMap<string, number>>;
}

const everyMs = 4;
const patience = 60_000;
const partitions = Array.from({ length: 12 }, (_, index) => index);

/** Looks every few milliseconds for rows beyond those it knows; what it is late by counts against us. */
export const watchView = async (ground: Ground): Promise<ViewWatch> => {
  const database = new pg.Client({ connectionString: ground.url });
  database.on("error", () => undefined);
  await database.connect();
  // So that looking costs little; the projection's own tables have no need of it.
  await database.query("create index if not exists bench_place on view_health.sick_leave (partition, position)");
  const after = partitions.map(() => -1);
  const seen = new Map<string, number>();
  let isEnded = false;
  const look = async (): Promise<void> => {
    const { rows } = await database.query<{ archive_id: string; partition: number; position: string }>({
      name: "look",
      text: "select s.archive_id, s.partition, s.position from unnest($1::int[], $2::bigint[]) c(p, after) join view_health.sick_leave s on s.partition = c.p and s.position > c.after",
      values: [partitions, after],
    });
    const now = performance.timeOrigin + performance.now();
    for (const { archive_id, partition, position } of rows) {
      seen.set(archive_id, now);
      after[partition] = Math.max(after[partition] ?? -1, Number(position));
    }
  };
  await look();
  const looking = (async () => {
    while (!isEnded) {
      await look();
      await delay(everyMs);
    }
  })();
  return {
    until: async (messageIds) => {
      const end = performance.now() + patience;
      while (!messageIds.every((id) => seen.has(id)) && performance.now() < end) await delay(20);
      isEnded = true;
      await looking;
      await database.end();
      return seen;
    },
  };
};
