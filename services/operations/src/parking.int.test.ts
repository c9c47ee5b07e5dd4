import type { JsonSchema } from "@samvirke/contracts";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { components } from "./core/schemas.ts";
import { classOf, eventOf, kinds, openPlace, personOf, repairTables, stage } from "./parking.cases.ts";
import type { Kind, Place } from "./parking.cases.ts";

const healthy = Array.from({ length: 30 }, (_, n) => `healthy ${n}`);
const grounds = { reason: "it is repaired", by: "kari" };
const patience = { timeout: 60_000, interval: 50 };
let place: Place;
let clean: Place;

const parts = () => ({
  postgresUrl: inject("postgresUrl"),
  kafkaBrokers: inject("kafkaBrokers"),
  registryUrl: inject("registryUrl"),
});

beforeAll(async () => {
  // One after the other: two first registrations of a contract at once refuse each other.
  place = await openPlace(parts());
  clean = await openPlace(parts());
});
afterAll(async () => {
  await Promise.all([place?.close(), clean?.close()]);
});

interface Parked {
  readonly persons: ReadonlyArray<{
    readonly personId: string;
    readonly reason: string;
    readonly attempts: number;
    readonly records: number;
  }>;
  readonly counts: ReadonlyArray<Record<string, unknown>>;
  readonly asks: Record<string, unknown>;
}
interface Redrive {
  readonly id: string;
  readonly state: string;
  readonly persons: Record<string, number>;
}

/** The document has the fields that the OpenAPI document promises, all of them and no other. */
const expectAsPromised = (document: unknown, schema: JsonSchema): void => {
  const { properties, items, anyOf } = schema as {
    readonly properties?: Record<string, JsonSchema>;
    readonly items?: JsonSchema;
    readonly anyOf?: ReadonlyArray<JsonSchema>;
  };
  if (items) for (const one of document as ReadonlyArray<unknown>) expectAsPromised(one, items);
  if (anyOf?.[0] && document !== null) expectAsPromised(document, anyOf[0]);
  if (!properties) return;
  expect(Object.keys(document as object).sort()).toEqual(Object.keys(properties).sort());
  for (const [name, value] of Object.entries(document as object)) expectAsPromised(value, properties[name] ?? {});
};

const parked = async (): Promise<Parked> => (await place.ask<Parked>("/v1/parked")).json;
const reasons = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await parked()).persons.map(({ personId, reason }) => [personId, reason]));
const untilDone = (id: string): Promise<Redrive> =>
  vi.waitFor(async () => {
    const { json } = await place.ask<Redrive>(`/v1/redrives/${id}`);
    expect(json.state).toBe("done");
    return json;
  }, patience);
const redrive = async (wish: object): Promise<Redrive> => {
  const begun = await place.ask<Redrive>("/v1/parked/redrive", { ...wish, ...grounds });
  expect(begun.status).toBe(202);
  expectAsPromised(begun.json, components.Begun);
  return untilDone(begun.json.id);
};
/** Everybody's n-th event; poison is the first of a person's. */
const wave = (n: number) => [
  ...healthy.map((name) => eventOf(name, n)),
  ...kinds.map((kind) => eventOf(kind, n, n === 0 ? kind : "healthy")),
];

const expectRows = async (at: Place, count: number): Promise<void> => {
  const counted = () => at.sql("select count(*) as n from view_parking.told");
  await vi.waitFor(async () => expect(await counted()).toEqual([{ n: count }]), patience);
};

describe("six kinds of poison among healthy persons", () => {
  test("each is parked under its class, with a restart right after it; everybody else flows", async () => {
    place.start(false);
    for (const [index, kind] of kinds.entries()) {
      await place.send(
        eventOf(kind, 0, kind),
        ...healthy.slice(index * 5, index * 5 + 5).map((name) => eventOf(name, 0)),
      );
      await vi.waitFor(async () => expect(Object.keys(await reasons())).toContain(personOf(kind)), patience);
      await place.restart(false);
    }
    await place.send(...wave(1));
    await place.restart(false);
    await place.send(...wave(2));
    await expectRows(place, healthy.length * 3);
    await vi.waitFor(
      async () => expect((await parked()).persons.map(({ records }) => records)).toEqual([3, 3, 3, 3, 3, 3]),
      patience,
    );
    expect(await reasons()).toEqual(Object.fromEntries(kinds.map((kind) => [personOf(kind), classOf[kind]])));
  });

  test("counts by stage, class and age, what each class asks for, and metrics tell of it", async () => {
    const page = await parked();
    expectAsPromised(page, components.ParkedPersons);
    expect(
      page.counts.map(({ stage: of, reason, persons, records, underAnHour }) => [
        of,
        reason,
        persons,
        records,
        underAnHour,
      ]),
    ).toEqual([
      [stage, "constraint", 1, 3, 1],
      [stage, "contract", 1, 3, 1],
      [stage, "defect", 2, 6, 2],
      [stage, "too-long", 2, 6, 2],
    ]);
    expect(Object.keys(page.asks).sort()).toEqual(["constraint", "contract", "defect", "too-long"]);
    expect((await place.ask<Parked>("/v1/parked?class=defect")).json.persons).toHaveLength(2);
    expect((await place.ask("/v1/parked?class=luck")).status).toBe(400);
    const metrics = (await place.ask<string>("/internal/metrics")).json;
    expect(metrics).toContain(`samvirke_parked_persons{stage="${stage}",class="too-long"} 2`);
    expect(metrics).toMatch(new RegExp(`samvirke_parked_oldest_seconds\\{stage="${stage}",class="contract"\\} \\d+`));
  });

  test("a person is shown record by record, with what it asks for", async () => {
    const shown = await place.ask<{ readonly records: ReadonlyArray<Record<string, unknown>> }>(
      `/v1/parked/${stage}/${personOf("endless")}`,
    );
    expectAsPromised(shown.json, components.ParkedRecords);
    expect(shown.json.records.map(({ reason, attempts }) => [reason, attempts])).toEqual([
      ["too-long", 1],
      ["behind", 0],
      ["behind", 0],
    ]);
    expect(shown.json.records[0]).toMatchObject({ detail: "longer than 150 ms", firstSeen: expect.any(String) });
  });

  interface DryRun {
    readonly drained: number;
    readonly parked: number;
    readonly persons: ReadonlyArray<{
      readonly personId: string;
      readonly records: ReadonlyArray<Record<string, unknown>>;
    }>;
  }
  const everything = async () => ({
    ...(await place.content()),
    parked: await place.sql("select * from hub.parked order by stage, topic, partition, position"),
  });

  test("a dry run fails as before while nothing is repaired, and keeps nothing", async () => {
    const before = await everything();
    const { json } = await place.ask<DryRun>("/v1/parked/dry-run", { all: true });
    expectAsPromised(json, components.DryRun);
    expect(json).toMatchObject({ drained: 0, parked: 6, unknown: 0 });
    for (const kind of kinds) {
      const tried = json.persons.find(({ personId }) => personId === personOf(kind));
      expect(tried?.records.map(({ fate, reason }) => [fate, reason])).toEqual([
        ["fails", classOf[kind]],
        ["waits", "behind"],
        ["waits", "behind"],
      ]);
    }
    expect(await everything()).toEqual(before);
  });

  test("a redrive of all parks them again, with one more attempt", async () => {
    expect(await redrive({ all: true })).toMatchObject({ persons: { total: 6, drained: 0, parkedAgain: 6 } });
    expect((await parked()).persons.map(({ attempts }) => attempts)).toEqual([2, 2, 2, 2, 2, 2]);
  });

  test("after the repair a dry run shows what would be done, row by row, and still keeps nothing", async () => {
    for (const text of repairTables.split(";")) await place.sql(text);
    await place.restart(true);
    const before = await everything();
    const { json } = await place.ask<DryRun>("/v1/parked/dry-run", { stage, class: "constraint" });
    expect(json).toMatchObject({ drained: 1, parked: 0 });
    expect(json.persons[0]?.records).toMatchObject(
      [0, 1, 2].map(() => ({ fate: "handled", rows: { told: 1 }, appends: { "samvirke.welfare.changes Out": 1 } })),
    );
    expect(await everything()).toEqual(before);
  });

  test("redrives by person, by class, by list and of all that is left drain them; twice is once", async () => {
    expect(await redrive({ personId: personOf("throws") })).toMatchObject({ persons: { total: 1, drained: 1 } });
    expect(await redrive({ class: "too-long" })).toMatchObject({ persons: { total: 2, drained: 2 } });
    const record = eventOf("unsound", 1).id;
    expect(await redrive({ ids: [personOf("contract"), record] })).toMatchObject({ persons: { total: 2, drained: 2 } });
    expect(await redrive({ stage, all: true })).toMatchObject({ persons: { total: 1, drained: 1 } });
    expect((await place.ask("/v1/parked/redrive", { all: true, ...grounds })).status).toBe(404);
    expect(await parked()).toMatchObject({ persons: [], counts: [] });
  });

  test("rows, states and what was told on equal those of a run without poison", async () => {
    for (const text of repairTables.split(";")) await clean.sql(text);
    clean.start(true);
    await clean.send(...wave(0), ...wave(1), ...wave(2));
    await expectRows(clean, (healthy.length + kinds.length) * 3);
    const content = await place.content();
    expect(content.rows).toHaveLength((healthy.length + kinds.length) * 3);
    expect(content).toEqual(await clean.content());
  });
});

const parkOne = async (name: string, kind: Kind): Promise<void> => {
  await place.send(eventOf(name, 0, kind), eventOf(name, 1), eventOf(name, 2));
  await vi.waitFor(
    async () => expect((await parked()).persons).toMatchObject([{ personId: personOf(name), records: 3 }]),
    patience,
  );
};

describe("two operators", () => {
  test("the second is refused and told who has the stage; stop, continue and cancel are for anybody", async () => {
    await place.restart(false);
    await parkOne("contested", "throws");
    await place.restart(true);
    expect((await place.ask(`/v1/stages/${stage}/pause`, { reason: "looking", by: "kari" })).status).toBe(200);
    const state = () => place.sql("select state from hub.stage_report order by at desc limit 1");
    await vi.waitFor(async () => expect(await state()).toEqual([{ state: "paused" }]), patience);
    const begun = await place.ask<Redrive>("/v1/parked/redrive", { all: true, ...grounds });
    expect(begun.json).toMatchObject({ state: "running", persons: { total: 1 } });
    const second = await place.ask("/v1/parked/redrive", { class: "defect", reason: "me too", by: "ole" });
    expect(second).toMatchObject({
      status: 409,
      json: {
        type: "urn:samvirke:problem:redrive-under-way",
        detail: expect.stringMatching(
          new RegExp(`^kari has ${stage} since 20.* with redrive ${begun.json.id}, which is running`),
        ),
      },
    });
    const steer = (verb: string) =>
      place.ask<Redrive>(`/v1/redrives/${begun.json.id}/${verb}`, { reason: verb, by: "ole" });
    const stopped = await steer("stop");
    expectAsPromised(stopped.json, components.Redrive);
    expect(stopped).toMatchObject({ status: 200, json: { state: "stopped" } });
    expect(await steer("stop")).toMatchObject({ status: 409, json: { type: "urn:samvirke:problem:redrive-over" } });
    expect((await place.ask("/v1/parked/redrive", { all: true, reason: "still", by: "ole" })).status).toBe(409);
    expect((await steer("continue")).json).toMatchObject({ state: "running" });
    expect((await steer("cancel")).json).toMatchObject({ state: "cancelled" });
    expect((await steer("continue")).status).toBe(409);
    expect((await place.ask("/v1/redrives/00000000-0000-4000-8000-000000000000/stop", grounds)).status).toBe(404);
  });

  test("a redrive goes on by itself after operations was restarted", async () => {
    const begun = await place.ask<Redrive>("/v1/parked/redrive", { all: true, ...grounds });
    await place.restartOperations();
    expect((await place.ask<Redrive>(`/v1/redrives/${begun.json.id}`)).json).toMatchObject({ state: "running" });
    expect((await place.ask(`/v1/stages/${stage}/resume`, { reason: "looked", by: "kari" })).status).toBe(200);
    await untilDone(begun.json.id);
    expect((await parked()).persons).toEqual([]);
  });

  test("the journal keeps who did what, and why", async () => {
    const { json } = await place.ask<{ readonly entries: ReadonlyArray<Record<string, unknown>> }>(
      "/v1/journal?limit=9",
    );
    expectAsPromised(json, components.Journal);
    expect(json.entries.map(({ act, by, reason }) => [act, by, reason])).toEqual([
      ["redrive-done", "kari", "it is repaired"],
      ["resume", "kari", "looked"],
      ["redrive", "kari", "it is repaired"],
      ["redrive-cancel", "ole", "cancel"],
      ["redrive-continue", "ole", "continue"],
      ["redrive-stop", "ole", "stop"],
      ["redrive", "kari", "it is repaired"],
      ["pause", "kari", "looking"],
      ["redrive-done", "kari", "it is repaired"],
    ]);
    const redrives = await place.ask<{ readonly redrives: ReadonlyArray<unknown> }>("/v1/redrives");
    expectAsPromised(redrives.json, components.Redrives);
  });
});

describe("a record that is given up", () => {
  const rowsOf = (name: string) =>
    place.sql(`select n, count from view_parking.told where person = '${personOf(name)}' order by n`);

  test("is kept with its reason, and what waited behind it goes on at once", async () => {
    await place.restart(false);
    await parkOne("given up", "throws");
    const asked = { stage, eventId: eventOf("given up", 0).id };
    expect((await place.ask("/v1/parked/discard", asked)).status).toBe(400);
    const done = await place.ask("/v1/parked/discard", { ...asked, reason: "broken for good", by: "ole" });
    expect(done).toMatchObject({ status: 200, json: { left: 2, redriven: true, type: "Told", class: "defect" } });
    expectAsPromised(done.json, components.Discard);
    await vi.waitFor(
      async () =>
        expect(await rowsOf("given up")).toEqual([
          { n: 1, count: 1 },
          { n: 2, count: 2 },
        ]),
      patience,
    );
    await place.send(eventOf("given up", 3));
    await vi.waitFor(async () => expect(await rowsOf("given up")).toHaveLength(3), patience);
    expect((await place.ask("/v1/parked/discard", { ...asked, ...grounds })).status).toBe(404);
    const kept = await place.ask<{ readonly records: ReadonlyArray<unknown> }>(`/v1/discarded?stage=${stage}`);
    expectAsPromised(kept.json, components.Discarded);
    expect(kept.json.records).toMatchObject([
      {
        personId: personOf("given up"),
        class: "defect",
        detail: expect.stringContaining("RangeError"),
        by: "ole",
        reason: "broken for good",
        attempts: 1,
      },
    ]);
    expect((await place.ask<{ entries: unknown }>("/v1/journal?limit=1")).json.entries).toMatchObject([
      { act: "discard", by: "ole" },
    ]);
  });

  test("is passed by when the stage is built anew from the log", async () => {
    const before = await place.content();
    await place.sql(
      `insert into hub.stage_control (stage, paused, by) values ('${stage}', true, 'test') on conflict (stage) do update set paused = true`,
    );
    await place.restart(true);
    for (const text of ["truncate view_parking.told", "delete from hub.checkpoint", "delete from hub.state"])
      await place.sql(text);
    await place.sql("update hub.stage_control set paused = false, at = now()");
    await place.restart(true);
    await vi.waitFor(async () => expect((await place.content()).rows).toEqual(before.rows), patience);
    expect((await place.content()).states).toEqual(before.states);
    expect((await parked()).persons).toEqual([]);
  });
});
