import { addDays, osloDay } from "@samvirke/kernel";
import { afterAll, describe, expect, inject, test } from "vitest";
import { certificate, printed } from "./certificates.ts";
import { makeClient } from "./client.ts";
import { withDatabase } from "./database.ts";
import { until } from "./together.ts";

const hub = inject("hub");
const station = makeClient(hub, "local-station");
const today = osloDay(Date.now());
const stage = "welfare-projector";

// Each about other days, so that none is a duplicate of another.
const nth = (person: number, index: number) =>
  printed(
    certificate(person, {
      periods: [{ kind: "FULL", from: addDays(today, index * 3), to: addDays(today, index * 3 + 2) }],
    }),
  );

const query = (text: string): Promise<unknown> => withDatabase(hub.postgresUrl, (client) => client.query(text));
const drop = "alter table view_welfare.sick_leave drop constraint if exists refuses_one";

const placesOf = (person: string): Promise<ReadonlyArray<string>> =>
  withDatabase(hub.postgresUrl, async (client) => {
    const found = await client.query<{ archive_id: string }>(
      "select archive_id from view_welfare.sick_leave where person_id = $1 order by position",
      [person],
    );
    return found.rows.map(({ archive_id }) => archive_id);
  });

afterAll(() => query(drop));

describe("a record that a projector cannot write", () => {
  test("holds back that person only; redrive drains what waits, in order", async () => {
    const first = await station.settled((await station.send(nth(31_001, 0))).messageId);
    expect(first).toMatchObject({ outcome: "accepted", status: "done" });
    await query(
      `alter table view_welfare.sick_leave add constraint refuses_one check (person_id <> '${first.personId}') not valid`,
    );

    const held: string[] = [];
    for (const index of [1, 2, 3]) held.push((await station.send(nth(31_001, index))).messageId);
    const other = await station.settled((await station.send(nth(31_002, 0))).messageId);
    expect(other).toMatchObject({ outcome: "accepted", status: "done" });

    const waiting = await Promise.all(
      held.map((id) =>
        until("parked", async () => {
          const status = await station.json<{ hops: ReadonlyArray<{ stage: string; state: string }> }>(
            `/v1/messages/${id}`,
          );
          return status.hops.find((hop) => hop.stage === stage && hop.state === "parked");
        }),
      ),
    );
    expect(waiting).toHaveLength(3);
    expect(await placesOf(first.personId)).toEqual([first.messageId]);

    const parked = await (await fetch(`${hub.operations}/v1/parked`)).text();
    expect(parked).toContain(first.personId);

    await query(drop);
    const redriven = await fetch(`${hub.operations}/v1/parked/redrive`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ stage, personId: first.personId, reason: "the constraint is gone", by: "test" }),
    });
    expect(redriven.ok).toBe(true);
    const drained = await until("three more rows", async () => {
      const places = await placesOf(first.personId);
      return places.length === 4 ? places : undefined;
    });
    expect(drained).toEqual([first.messageId, ...held]);
    expect(await (await fetch(`${hub.operations}/v1/parked`)).text()).not.toContain(first.personId);
  });
});
