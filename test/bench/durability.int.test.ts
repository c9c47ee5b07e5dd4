import { makeStore } from "@samvirke/store";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { durable, readDurability } from "./ground/durability.ts";

test("the database that tests and bench run on commits durably, as a session of the hub's role sees it", async () => {
  expect(await readDurability(inject("postgresUrl"))).toEqual(durable);
});

test("no role or database of the cluster turns it off", async () => {
  const database = new pg.Client({ connectionString: inject("postgresUrl") });
  await database.connect();
  const { rows } = await database.query<{ setconfig: ReadonlyArray<string> }>(
    "select setconfig from pg_db_role_setting",
  );
  await database.end();
  const names = rows.flatMap(({ setconfig }) => setconfig.map((setting) => setting.split("=")[0]));
  expect(names.filter((name) => Object.hasOwn(durable, name ?? ""))).toEqual([]);
});

test("neither do the store's own connections", async () => {
  const store = makeStore({ url: inject("postgresUrl"), applicationName: "bench test" });
  const settings = await store.settings();
  await store.close();
  expect(settings).toEqual(durable);
});

test("what a session turned off is told", async () => {
  const url = new URL(inject("postgresUrl"));
  url.searchParams.set("options", "-c synchronous_commit=off");
  expect(await readDurability(url.href)).toEqual({ ...durable, synchronous_commit: "off" });
});
