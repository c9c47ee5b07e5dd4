import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { createDatabase, dropDatabase } from "./database.ts";
import { makeStore } from "./store.ts";
import type { Store } from "./store.ts";

const name = `sessions_${crypto.randomUUID().slice(0, 8)}`;
let url: string;
let store: Store;
const open = (): Store => makeStore({ url, applicationName: "sessions test" });

beforeAll(async () => {
  url = await createDatabase(inject("postgresUrl"), name);
  store = open();
  await store.migrate();
});

afterAll(async () => {
  await store.close();
  await dropDatabase(inject("postgresUrl"), name);
});

/** Ends every session of this database but the asking one, as a restart of the server would. */
const cutSessions = async (): Promise<void> => {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  await client.end();
};

describe("waking", () => {
  test("reaches listeners of other processes, many wakes in few notifications", async () => {
    const other = open();
    let woken = 0;
    const end = await other.listen(() => (woken += 1));
    const start = performance.now();
    for (let i = 0; i < 500; i += 1) {
      store.wake();
      if (i % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await vi.waitFor(() => expect(woken).toBeGreaterThan(0));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(woken).toBeLessThanOrEqual(Math.ceil((performance.now() - start) / 5) + 1);
    const before = woken;
    store.wake();
    await vi.waitFor(() => expect(woken).toBe(before + 1));
    await end();
    await other.close();
  });

  test("goes on after the connections were cut", async () => {
    const other = open();
    let woken = 0;
    const end = await other.listen(() => (woken += 1));
    store.wake();
    await vi.waitFor(() => expect(woken).toBe(1));
    await cutSessions();
    await vi.waitFor(() => expect(woken).toBeGreaterThan(1), { timeout: 5_000 });
    const before = woken;
    await vi.waitFor(() => {
      store.wake();
      expect(woken).toBeGreaterThan(before);
    });
    await end();
    await other.close();
  });
});

describe("a session lock", () => {
  test("has one holder; it is free again when released and when its session ends", async () => {
    const first = await store.lock("relay x");
    expect(first?.isHeld()).toBe(true);
    expect(await store.lock("relay x")).toBeUndefined();
    const other = await store.lock("relay y");
    await first?.release();
    const second = await store.lock("relay x");
    expect(second?.isHeld()).toBe(true);
    await cutSessions();
    await second?.lost;
    expect([second?.isHeld(), first?.isHeld()]).toEqual([false, false]);
    const third = await store.lock("relay x");
    expect(third?.isHeld()).toBe(true);
    await Promise.all([third?.release(), other?.release()]);
  });
});

describe("a lost connection", () => {
  test("rejects the transaction it carried, tells no value, and the next one works", async () => {
    const work = store.transact(async (t) => {
      await t.saveStates("s", new Map([["key", new Uint8Array([1])]]));
      await cutSessions();
      await t.saveStates("s", new Map([["key", new Uint8Array([2])]]));
    });
    await expect(work).rejects.toThrow(/save_states failed/);
    expect((await store.transact((t) => t.states("s", ["key"]))).size).toBe(0);
  });

  test("a statement that fails unseen cannot make a commit look done", async () => {
    const work = store.transact(async (t) => {
      await t.saveStates("s", new Map([["seen", new Uint8Array([1])]]));
      await t
        .append([
          {
            topic: "t.unknown",
            key: crypto.randomUUID() as never,
            id: crypto.randomUUID() as never,
            type: "X",
            headers: [],
            value: new Uint8Array(),
          },
        ])
        .catch(() => undefined);
    });
    await expect(work).rejects.toThrow(/commit/);
    expect((await store.transact((t) => t.states("s", ["seen"]))).size).toBe(0);
  });
});
