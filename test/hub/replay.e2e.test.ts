import { addDays, osloDay } from "@samvirke/kernel";
import { describe, expect, inject, test } from "vitest";
import { certificate, printed } from "./certificates.ts";
import { makeClient } from "./client.ts";
import { withDatabase } from "./database.ts";
import { forget, replay } from "./replaying.ts";

const hub = inject("hub");
const station = makeClient(hub, "local-station");
const today = osloDay(Date.now());

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

const query = <A extends object>(text: string): Promise<ReadonlyArray<A>> =>
  withDatabase(hub.postgresUrl, async (client) => (await client.query<A>(text)).rows);

describe("a replay", () => {
  test("of the code that runs finds no difference, and every stage was taken over the person's records", async () => {
    const first = await station.settled((await station.send(nth(41_001, 0))).messageId);
    const last = await station.settled((await station.send(nth(41_001, 1))).messageId);
    expect([first.status, last.status]).toEqual(["done", "done"]);
    const told = await replay(hub, { stages: every, select: { id: first.messageId } });
    expect(told).toMatchObject({ state: "done", failure: null, persons: 1, groups: [] });
    for (const stage of told.stages) expect(stage, stage.stage).toMatchObject({ parked: 0, differing: 0 });
    const intake = told.stages.find(({ stage }) => stage === "intake");
    expect(intake?.records).toBeGreaterThanOrEqual(2);
    expect(intake?.compared).toBeGreaterThanOrEqual(intake?.appended ?? 0);
    expect(intake?.appended).toBeGreaterThanOrEqual(2);
    expect((await forget(hub, told.replayId)).status).toBe(204);
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
    const told = await replay(hub, { stages: ["welfare-projector"], select: { window: lastHour() } });
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
    await forget(hub, told.replayId);
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
