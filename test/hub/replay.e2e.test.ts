import { addDays, osloDay } from "@samvirke/kernel";
import { describe, expect, inject, test } from "vitest";
import { certificate, printed } from "./certificates.ts";
import { makeClient } from "./client.ts";
import { withDatabase } from "./database.ts";
import { until } from "./together.ts";

const hub = inject("hub");
const station = makeClient(hub, "local-station");
const today = osloDay(Date.now());

interface Group {
  readonly stage: string;
  readonly type: string;
  readonly change: string;
  readonly path: string | null;
  readonly count: number;
}

interface Told {
  readonly replayId: string;
  readonly state: string;
  readonly failure: string | null;
  readonly persons: number | null;
  readonly stages: ReadonlyArray<
    Record<"records" | "parked" | "appended" | "compared" | "differing", number> & { stage: string }
  >;
  readonly groups: ReadonlyArray<Group>;
}

const nth = (person: number, index: number) =>
  printed(
    certificate(person, {
      periods: [{ kind: "FULL", from: addDays(today, index * 3), to: addDays(today, index * 3 + 2) }],
    }),
  );

const every = [
  "intake",
  "receipt-translator",
  "welfare-translator",
  "health-translator",
  "employer-translator",
  "health-projector",
  "welfare-projector",
  "employer-projector",
  "case-events",
] as const;

const replay = async (wish: object): Promise<Told> => {
  const asked = await fetch(`${hub.operations}/v1/replays`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ reason: "a test", by: "test", ...wish }),
  });
  expect(asked.status, await asked.clone().text()).toBe(202);
  const { replayId } = (await asked.json()) as Told;
  return until(
    "the replay's end",
    async () => {
      const told = (await (await fetch(`${hub.operations}/v1/replays/${replayId}`)).json()) as Told;
      return ["done", "failed", "broken-off"].includes(told.state) ? told : undefined;
    },
    120,
  );
};

const forget = (id: string): Promise<Response> => fetch(`${hub.operations}/v1/replays/${id}`, { method: "DELETE" });

const query = <A extends object>(text: string): Promise<ReadonlyArray<A>> =>
  withDatabase(hub.postgresUrl, async (client) => (await client.query<A>(text)).rows);

describe("a replay", () => {
  test("of the code that runs finds no difference, and every stage was taken over the person's records", async () => {
    const first = await station.settled((await station.send(nth(41_001, 0))).messageId);
    const last = await station.settled((await station.send(nth(41_001, 1))).messageId);
    expect([first.status, last.status]).toEqual(["done", "done"]);
    const told = await replay({ stages: every, select: { id: first.messageId } });
    expect(told).toMatchObject({ state: "done", failure: null, persons: 1, groups: [] });
    for (const stage of told.stages) expect(stage, stage.stage).toMatchObject({ parked: 0, differing: 0 });
    const intake = told.stages.find(({ stage }) => stage === "intake");
    expect(intake?.records).toBeGreaterThanOrEqual(2);
    expect(intake?.compared).toBeGreaterThanOrEqual(intake?.appended ?? 0);
    expect(intake?.appended).toBeGreaterThanOrEqual(2);
    expect((await forget(told.replayId)).status).toBe(204);
    expect(await query(`select from pg_namespace where nspname like '${told.replayId}%'`)).toEqual([]);
    expect(await query(`select from hub.checkpoint where stage like '${told.replayId}%'`)).toEqual([]);
  });

  test("names the place of what was changed, deleted and swapped behind the hub's back", async () => {
    const [one, two] = [41_002, 41_003];
    const a = await station.settled((await station.send(nth(one, 0))).messageId);
    const b = await station.settled((await station.send(nth(two, 0))).messageId);
    expect([a.status, b.status]).toEqual(["done", "done"]);
    await query(`update view_welfare.sick_leave set outcome = 'tampered' where person_id = '${a.personId}'`);
    await query(`delete from view_welfare.sick_leave where person_id = '${b.personId}'`);
    const told = await replay({ stages: ["welfare-projector"], select: { window: lastHour() } });
    expect(told.state, told.failure ?? "").toBe("done");
    expect(told.groups).toContainEqual(
      expect.objectContaining({
        type: "sick_leave",
        change: "changed",
        path: "outcome",
        count: 1,
        examples: [a.messageId],
      }),
    );
    expect(told.groups).toContainEqual(
      expect.objectContaining({ type: "sick_leave", change: "extra", count: 1, examples: [b.messageId] }),
    );
    await forget(told.replayId);
  });

  test("of a wish that is none is refused by name", async () => {
    const asked = await fetch(`${hub.operations}/v1/replays`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ reason: "a test", by: "test", stages: ["nothing"], select: { everybody: true } }),
    });
    expect(asked.status).toBe(400);
    expect(await asked.json()).toMatchObject({ type: "urn:samvirke:problem:invalid-body" });
  });
});

function lastHour(): { from: string; to: string } {
  return { from: new Date(Date.now() - 3_600_000).toISOString(), to: new Date().toISOString() };
}
