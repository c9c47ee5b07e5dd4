import { deriveEventId, mintPersonId, partitionOf } from "@samvirke/kernel";
import type { Advance, LogRecord, ParkedRecord, PersonId, RowChange } from "@samvirke/kernel";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { createDatabase, dropDatabase } from "./database.ts";
import { makeStore } from "./store.ts";
import type { Store } from "./store.ts";

const name = `stage_${crypto.randomUUID().slice(0, 8)}`;
let store: Store;

beforeAll(async () => {
  store = makeStore({ url: await createDatabase(inject("postgresUrl"), name), applicationName: "stage test" });
  await store.migrate();
  await store.createTopics(["t.one"]);
  for (const text of [
    "create schema view_test",
    `create table view_test.person_row (person uuid primary key, grade int check (grade <= 100), note text, sealed bytea, open boolean, at bigint)`,
    "create table view_test.line (person uuid not null, number int not null, primary key (person, number))",
  ])
    await store.query({ name: "", text }, []);
});

afterAll(async () => {
  await store.close();
  await dropDatabase(inject("postgresUrl"), name);
});

const move = (stage: string, from: number, to: number) => ({
  stage,
  topic: "t.one",
  partition: 0,
  from,
  to,
  hint: BigInt(to * 2),
});

const moved = async (one: Advance): Promise<boolean> => (await store.transact((t) => t.advance([one]))).has(one);

describe("the checkpoint", () => {
  test("moves once from where it is and refuses whoever believes another place", async () => {
    const at = () => store.checkpoint("cas", "t.one", 0);
    expect(await at()).toEqual({ position: -1, hint: undefined });
    expect(await moved(move("cas", -1, 4))).toBe(true);
    expect(await moved(move("cas", -1, 9))).toBe(false);
    expect(await moved(move("cas", 3, 9))).toBe(false);
    expect(await moved(move("cas", 4, 9))).toBe(true);
    expect(await at()).toEqual({ position: 9, hint: 18n });
  });

  test("moves of several partitions are told one by one", async () => {
    const at = (partition: number, from: number, to: number) => ({ ...move("many", from, to), partition });
    expect(await moved(at(2, -1, 7))).toBe(true);
    const three = [at(5, -1, 1), at(2, 6, 9), at(1, -1, 3)] as const;
    const done = await store.transact((t) => t.advance(three));
    expect(three.map((one) => done.has(one))).toEqual([true, false, true]);
    expect((await store.checkpoint("many", "t.one", 2)).position).toBe(7);
  });

  test("a partition asked for twice at once moves for the first alone", async () => {
    const twice = [move("twice", -1, 4), move("twice", -1, 4)] as const;
    const done = await store.transact((t) => t.advance(twice));
    expect(twice.map((one) => done.has(one))).toEqual([true, false]);
  });

  test("lets one of many instances through at a time, the effects of the others leave no trace", async () => {
    const person = mintPersonId();
    const attempt = (instance: number) =>
      store.transact(async (t) => {
        const own = move("race", -1, 0);
        const isMine = (await t.advance([own])).has(own);
        if (isMine)
          await t.append([
            {
              topic: "t.one",
              key: person,
              id: deriveEventId(String(instance), "X"),
              type: "X",
              headers: [],
              value: new Uint8Array(1),
            },
          ]);
        return isMine;
      });
    const outcomes = await Promise.all([1, 2, 3, 4, 5, 6].map(attempt));
    expect(outcomes.filter(Boolean).length).toBe(1);
    expect((await store.readPerson("t.one", person)).length).toBe(1);
  });

  test("does not move when the transaction is rolled back", async () => {
    const work = store.transact(async (t) => {
      await t.advance([move("undo", -1, 3)]);
      throw new Error("after the move");
    });
    await expect(work).rejects.toThrow("after the move");
    expect((await store.checkpoint("undo", "t.one", 0)).position).toBe(-1);
  });
});

const rows = async (): Promise<ReadonlyArray<Record<string, unknown>>> =>
  store.query<Record<string, unknown>>(
    { name: "rows", text: "select * from view_test.person_row order by person" },
    [],
  );
const rowOf = async (person: PersonId) => (await rows()).find((row) => row["person"] === person);
const change = (changes: ReadonlyArray<RowChange>) => store.transact((t) => t.change("view_test", changes, "guarded"));
const upsert = (person: PersonId, columns: Extract<RowChange, { op: "upsert" }>["columns"]): RowChange => ({
  op: "upsert",
  table: "person_row",
  key: { person },
  columns,
});

describe("row changes", () => {
  test("sent boldly with what follows them: a refused row is told as such, and nothing of the transaction stays", async () => {
    const [good, bad] = [mintPersonId(), mintPersonId()];
    const work = store.transact(async (t) => {
      const own = move("bold", -1, 3);
      await t.advance([own]);
      await Promise.all([
        t.change("view_test", [upsert(good, { grade: 60 }), upsert(bad, { grade: 987_654 })], "bold"),
        t.saveStates("bold", new Map([["key", new Uint8Array(1)]])),
      ]);
    });
    await expect(work).rejects.toMatchObject({ constraint: "person_row_grade_check" });
    expect(await rowOf(good)).toBeUndefined();
    expect((await store.checkpoint("bold", "t.one", 0)).position).toBe(-1);
  });

  test("merge columns of the same key, the later wins, columns not named stay", async () => {
    const person = mintPersonId();
    const awkward = 'ø "quoted" \\ {a,b} null';
    await change([
      upsert(person, { grade: 10, note: awkward, sealed: new Uint8Array([0, 255, 92]) }),
      upsert(person, { grade: 20, open: true }),
    ]);
    await change([
      upsert(person, { at: 1_700_000_000_000 }),
      upsert(person, { note: "null" }),
      upsert(person, { open: null }),
    ]);
    expect(await rowOf(person)).toEqual({
      person,
      grade: 20,
      note: "null",
      sealed: Buffer.from([0, 255, 92]),
      open: null,
      at: 1_700_000_000_000,
    });
    await change([upsert(person, { note: awkward })]);
    expect((await rowOf(person))?.["note"]).toBe(awkward);
  });

  test("a delete forgets what came before it and not what comes after", async () => {
    const [kept, gone] = [mintPersonId(), mintPersonId()];
    const remove = (person: PersonId): RowChange => ({ op: "delete", table: "person_row", key: { person } });
    await change([upsert(kept, { grade: 1, note: "old" }), upsert(gone, { grade: 2 })]);
    await change([upsert(kept, { grade: 3 }), remove(kept), upsert(kept, { open: true }), remove(gone)]);
    expect(await rowOf(kept)).toMatchObject({ grade: null, note: null, open: true });
    expect(await rowOf(gone)).toBeUndefined();
  });

  test("insert in one table and upsert in another, many at once", async () => {
    const people = Array.from({ length: 1_000 }, () => mintPersonId());
    await change(
      people.flatMap((person, number) => [
        upsert(person, { grade: number % 100 }),
        { op: "insert", table: "line", columns: { person, number } } as const,
      ]),
    );
    const [count] = await store.query<{ n: number }>(
      { name: "count", text: "select count(*) as n from view_test.line" },
      [],
    );
    expect(count?.n).toBe(1_000);
  });

  test("a refused row names table and rule, never the value, and leaves the transaction usable", async () => {
    const [good, bad] = [mintPersonId(), mintPersonId()];
    await store.transact(async (t) => {
      await t.change("view_test", [upsert(good, { grade: 50 })], "guarded");
      const refused = t.change("view_test", [upsert(good, { grade: 60 }), upsert(bad, { grade: 987_654 })], "guarded");
      await expect(refused).rejects.toMatchObject({
        constraint: "person_row_grade_check",
        message: expect.not.stringContaining("987654"),
      });
    });
    expect(await rowOf(good)).toMatchObject({ grade: 50 });
    expect(await rowOf(bad)).toBeUndefined();
  });

  test.each([
    ["text where a number belongs", { grade: "secret name" }],
    ["bytes where text belongs", { note: new Uint8Array([1]) }],
    ["text where bytes belong", { sealed: "secret name" }],
    ["a character that PostgreSQL does not take", { note: "secret name\u0000" }],
  ])("refuses %s without quoting it", async (_, columns) => {
    const failure: Error = await change([upsert(mintPersonId(), columns)]).then(
      () => new Error("taken"),
      (error: Error) => error,
    );
    expect(failure).toMatchObject({ constraint: expect.any(String) });
    expect(`${failure.message} ${JSON.stringify(failure)}`).not.toContain("secret");
  });

  test("refuses names that are no plain names", async () => {
    await expect(change([{ op: "insert", table: 'line"; drop table x; --', columns: { number: 1 } }])).rejects.toThrow(
      "not a name",
    );
  });
});

const record = (person: PersonId, position: number): LogRecord => ({
  topic: "t.one",
  partition: partitionOf(person),
  position,
  key: person,
  id: deriveEventId(`${person}${position}`, "X"),
  type: "X",
  headers: [["h", "v"]],
  value: Buffer.from([1, 2, 3, position]),
  recordedAt: 1_700_000_000_123,
});

describe("parking", () => {
  test("keeps the whole record in order per person, counts attempts, and gives it back", async () => {
    const [person, other] = [mintPersonId(), mintPersonId()];
    const park = (position: number, reason: ParkedRecord["reason"], attempts: number): ParkedRecord => ({
      stage: "parking",
      record: record(person, position),
      reason,
      detail: "rule",
      attempts,
    });
    await store.transact((t) => t.park([park(9, "behind", 0), park(4, "defect", 1)]));
    await store.transact((t) => t.park([park(4, "constraint", 2)]));
    const found = await store.transact((t) => t.parked("parking", person));
    const seen = { firstSeen: expect.any(Number), lastSeen: expect.any(Number) };
    expect(found).toEqual([
      { ...park(4, "constraint", 2), ...seen },
      { ...park(9, "behind", 0), ...seen },
    ]);
    expect(found[0]!.lastSeen).toBeGreaterThanOrEqual(found[0]!.firstSeen!);
    expect(await store.transact((t) => t.parkedPersons("parking", [person, other]))).toEqual(new Set([person]));
    expect(await store.transact((t) => t.parkedPersons("another", [person, other]))).toEqual(new Set());
    expect(await store.parkedCounts()).toContainEqual({ stage: "parking", persons: 1, records: 2 });
    expect(await store.parkedList({ stage: "parking" }, 10)).toMatchObject([
      { person, records: 2, reason: "constraint", detail: "rule", attempts: 2 },
    ]);
    await store.transact((t) => t.unpark("parking", [record(person, 4)]));
    expect((await store.parkedOf("parking", person)).map((p) => p.record.position)).toEqual([9]);
  });
});

describe("states, control, reports, clock, lag", () => {
  test("states come back as they were saved", async () => {
    const values = new Map([
      ["a", new Uint8Array([1])],
      ["b,{}", new Uint8Array()],
    ]);
    await store.transact((t) => t.saveStates("keeper", values));
    await store.transact((t) => t.saveStates("keeper", new Map([["a", new Uint8Array([2, 3])]])));
    const found = await store.transact((t) => t.states("keeper", ["a", "b,{}", "none"]));
    expect([...found].map(([key, bytes]) => [key, [...bytes]])).toEqual(
      expect.arrayContaining([
        ["a", [2, 3]],
        ["b,{}", []],
      ]),
    );
    expect(found.size).toBe(2);
  });

  test("control says who paused a stage and why", async () => {
    expect(await store.control("quiet")).toMatchObject({ paused: false, reason: undefined, at: undefined });
    await store.setControl({ stage: "quiet", paused: true, reason: "maintenance", by: "tester" });
    expect(await store.control("quiet")).toMatchObject({ paused: true, reason: "maintenance", at: expect.any(Number) });
  });

  test("a report replaces the one before", async () => {
    const told = { stage: "told", instance: "one", reason: undefined, at: Date.now() };
    await store.report({ ...told, state: "running" });
    await store.report({ ...told, state: "stopped", reason: "why" });
    expect((await store.reports()).filter((r) => r.stage === "told")).toEqual([
      { ...told, state: "stopped", reason: "why" },
    ]);
  });

  test("the clock moves by compare-and-set", async () => {
    expect(await store.clockDay()).toBeUndefined();
    expect(await store.transact((t) => t.moveClock(undefined, 20_000))).toBe(true);
    expect(await store.transact((t) => t.moveClock(undefined, 20_001))).toBe(false);
    expect(await store.transact((t) => t.moveClock(20_000, 20_001))).toBe(true);
    expect(await store.clockDay()).toBe(20_001);
  });

  test("lag counts positions and tells since when", async () => {
    const person = mintPersonId();
    const partition = partitionOf(person);
    const [place] = await store.transact((t) =>
      t.appendPlaced([
        {
          topic: "t.one",
          key: person,
          id: deriveEventId("lag", "X"),
          type: "X",
          headers: [],
          value: new Uint8Array(1),
        },
      ]),
    );
    const position = place?.position ?? 0;
    const advance = { stage: "lag", topic: "t.one", partition, hint: 0n };
    await store.transact((t) => t.advance([{ ...advance, from: -1, to: position - 1 }]));
    const lagging = async () => (await store.lags()).find((lag) => lag.stage === "lag");
    expect(await lagging()).toMatchObject({ behind: 1, since: await store.recordedAt("t.one", partition, position) });
    await store.transact((t) => t.advance([{ ...advance, from: position - 1, to: position }]));
    expect(await lagging()).toMatchObject({ behind: 0, since: null });
  });
});
