import { addDays, osloDay } from "@samvirke/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startOwnHub } from "../setup/hub.ts";
import { certificate, printed } from "./certificates.ts";
import { makeClient } from "./client.ts";
import { withDatabase } from "./database.ts";
import { overWorkers, until } from "./together.ts";

// Others change rows of the shared hub behind its back, which a rebuild would put right under their feet.
const hub = await startOwnHub("together");
const station = makeClient(hub, "local-station");
const nav = makeClient(hub, "local-nav");
const today = osloDay(Date.now());

interface Unlike {
  readonly table: string;
  readonly partition: number | null;
  readonly live: number;
  readonly rebuilt: number;
  readonly keys: ReadonlyArray<string>;
}

interface Told {
  readonly rebuildId: string;
  readonly state: string;
  readonly failure: string | null;
  readonly dropped: number;
  readonly kept: string | null;
  readonly progress: ReadonlyArray<{ readonly stage: string; readonly of: number | null; readonly records: number }>;
  readonly proof: { readonly rows: number; readonly unlike: ReadonlyArray<Unlike> } | null;
}

const grounds = { reason: "a test", by: "test" };

const post = (path: string, body: object): Promise<Response> =>
  fetch(`${hub.operations}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...grounds, ...body }),
  });

const told = async (id: string): Promise<Told> =>
  (await (await fetch(`${hub.operations}/v1/rebuilds/${id}`)).json()) as Told;

const underWay = ["rebuilding", "catching-up", "proving"];

const ended = (id: string): Promise<Told> =>
  until(
    "the rebuild's end",
    async () => {
      const now = await told(id);
      return underWay.includes(now.state) ? undefined : now;
    },
    240,
  );

const begin = async (projection: string, more: object = {}): Promise<Told> => {
  const asked = await post("/v1/rebuilds", { projection, ...more });
  expect(asked.status, await asked.clone().text()).toBe(202);
  return (await asked.json()) as Told;
};

const rebuild = async (projection: string): Promise<Told> => ended((await begin(projection)).rebuildId);

const act = async (id: string, verb: string, more: object = {}): Promise<Told> => {
  const asked = await post(`/v1/rebuilds/${id}/${verb}`, more);
  expect(asked.status, await asked.clone().text()).toBe(200);
  return (await asked.json()) as Told;
};

const query = <A extends object>(text: string): Promise<ReadonlyArray<A>> =>
  withDatabase(hub.postgresUrl, async (client) => (await client.query<A>(text)).rows);

const nth = (person: number, index: number) =>
  printed(
    certificate(person, {
      periods: [{ kind: "FULL", from: addDays(today, index * 3), to: addDays(today, index * 3 + 2) }],
    }),
  );

const sent = async (person: number, index = 0) => {
  const status = await station.settled((await station.send(nth(person, index))).messageId);
  expect(status.status).toBe("done");
  return status;
};

/** The row's own id, for the message that it came with. */
const rowOf = async ({ messageId }: { readonly messageId: string }): Promise<string> => {
  const text = `select sick_leave_id as id from view_welfare.sick_leave where archive_id = '${messageId}'`;
  const [row] = await until("the row", async () => {
    const rows = await query<{ id: string }>(text);
    return rows.length === 0 ? undefined : rows;
  });
  return row?.id ?? "";
};

const logged = async (): Promise<number> =>
  Number((await query<{ n: string }>("select count(*) as n from hub.log where type <> 'DayPassed'"))[0]?.n);

const projections = ["view_welfare", "view_health", "view_employer", "view_case", "intake"] as const;

beforeAll(async () => {
  const persons = Array.from({ length: 60 }, (_, index) => 42_100 + index);
  await overWorkers(8, persons, (person) => sent(person));
});

afterAll(() => hub.stop());

describe("a rebuild", () => {
  test.each(projections)(
    "of %s is the same as what lives, writes nothing to the log, and takes its place",
    async (projection) => {
      const before = await logged();
      const done = await rebuild(projection);
      expect(done, done.failure ?? JSON.stringify(done.proof?.unlike)).toMatchObject({
        state: "switched",
        proof: { unlike: [] },
        kept: `${projection}_before_${done.rebuildId}`,
      });
      expect(done.proof?.rows).toBeGreaterThan(0);
      expect(await logged()).toBe(before);
      if (projection === "view_welfare" || projection === "intake") expect(done.dropped).toBeGreaterThan(0);
      expect(await query(`select from pg_namespace where nspname = '${done.kept ?? ""}'`)).toHaveLength(1);
      await act(done.rebuildId, "drop");
      expect(await query(`select from pg_namespace where nspname like '%${done.rebuildId}%'`)).toEqual([]);
      for (const table of ["checkpoint", "state", "parked"])
        expect(await query(`select from hub.${table} where stage like '%${done.rebuildId}%'`), table).toEqual([]);
    },
  );

  test("goes live under running stages: what comes after lands in the new rows, and the doors show it", async () => {
    const done = await rebuild("view_welfare");
    expect(done.state, done.failure ?? "").toBe("switched");
    const id = await rowOf(await sent(42_004));
    const own = `where sick_leave_id = '${id}'`;
    expect(await query(`select from ${done.kept ?? ""}.sick_leave ${own}`)).toHaveLength(0);
    expect((await nav.get(`/v1/views/sick-leaves/${id}`)).status).toBe(200);
    await act(done.rebuildId, "drop");
  });

  test("names what was changed and deleted behind the hub's back, and switches only when that is accepted", async () => {
    const [a, b] = [await sent(42_005), await sent(42_006)];
    const [rowA, rowB] = [await rowOf(a), await rowOf(b)];
    await query(`update view_welfare.sick_leave set outcome = 'tampered' where sick_leave_id = '${rowA}'`);
    await query(`delete from view_welfare.sick_leave where sick_leave_id = '${rowB}'`);
    const refused = await rebuild("view_welfare");
    expect(refused.state, refused.failure ?? "").toBe("refused");
    const unlike = refused.proof?.unlike ?? [];
    expect(new Set(unlike.map(({ table }) => table))).toEqual(new Set(["view_welfare.sick_leave"]));
    const partition = (id: string): number => Number.parseInt(id.slice(0, 8), 16) % 12;
    for (const [{ personId }, row] of [
      [a, rowA],
      [b, rowB],
    ] as const)
      expect(unlike.find((found) => found.partition === partition(personId))?.keys).toContain(row);
    expect(await query("select from view_welfare.sick_leave where outcome = 'tampered'")).toHaveLength(1);
    expect((await post("/v1/rebuilds", { projection: "view_welfare" })).status).toBe(409);
    expect((await post(`/v1/rebuilds/${refused.rebuildId}/resume`, { accept: "rebuild_00000000" })).status).toBe(400);
    await act(refused.rebuildId, "resume", { accept: refused.rebuildId });
    const done = await ended(refused.rebuildId);
    expect(done, done.failure ?? "").toMatchObject({ state: "switched", accepted: true });
    expect(await query("select from view_welfare.sick_leave where outcome = 'tampered'")).toHaveLength(0);
    expect(await query(`select from view_welfare.sick_leave where sick_leave_id = '${rowB}'`)).toHaveLength(1);
    await act(done.rebuildId, "drop");
  });

  test("cancelled twice goes on where it was, and takes in what came meanwhile", async () => {
    const of = "(select topic from hub.checkpoint where stage = 'welfare-projector' limit 1)";
    const events = await query<{ n: string }>(`select count(*) as n from hub.log where topic = ${of}`);
    const { rebuildId } = await begin("view_welfare", { recordsPerSecond: 2 });
    const some = (least: number) =>
      until("some records", async () => {
        const rows = await query<{ n: string }>(
          `select coalesce(sum(position + 1), 0) as n from hub.checkpoint where stage like '${rebuildId}:%'`,
        );
        return Number(rows[0]?.n) > least ? Number(rows[0]?.n) : undefined;
      });
    const first = await some(0);
    expect(await act(rebuildId, "cancel")).toMatchObject({ state: "cancelled" });
    expect((await post(`/v1/rebuilds/${rebuildId}/cancel`, {})).status).toBe(409);
    const { messageId } = await sent(42_007);
    await act(rebuildId, "resume");
    await act(rebuildId, "cancel");
    expect(await some(first - 1)).toBeGreaterThanOrEqual(first);
    const resumed = await act(rebuildId, "resume", { recordsPerSecond: 100_000 });
    expect(resumed.state).toBe("rebuilding");
    const done = await ended(rebuildId);
    expect(done, done.failure ?? JSON.stringify(done.proof?.unlike)).toMatchObject({
      state: "switched",
      proof: { unlike: [] },
    });
    expect(Number(events[0]?.n)).toBeGreaterThan(first);
    expect(await rowOf({ messageId })).not.toBe("");
    const journal = (await (await fetch(`${hub.operations}/v1/journal?limit=20`)).json()) as {
      readonly entries: ReadonlyArray<{ readonly act: string; readonly details: { readonly rebuildId?: string } }>;
    };
    expect(journal.entries.filter(({ details }) => details.rebuildId === rebuildId).map((entry) => entry.act)).toEqual([
      "rebuild-switch",
      "rebuild-resume",
      "rebuild-cancel",
      "rebuild-resume",
      "rebuild-cancel",
      "rebuild",
    ]);
    await act(rebuildId, "drop");
  });
});
