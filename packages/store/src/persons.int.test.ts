import { deriveArchiveId, mintPersonId } from "@samvirke/kernel";
import { createHmac, randomBytes } from "node:crypto";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { createDatabase, dropDatabase } from "./database.ts";
import { makeKeyPort } from "./key-port.ts";
import { loadMasterKey } from "./master-key.ts";
import { makeStore } from "./store.ts";
import type { Store } from "./store.ts";

const name = `persons_${crypto.randomUUID().slice(0, 8)}`;
let store: Store;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "samvirke-keys-"));
  store = makeStore({ url: await createDatabase(inject("postgresUrl"), name), applicationName: "persons test" });
  await store.migrate();
});

afterAll(async () => {
  await store.close();
  await dropDatabase(inject("postgresUrl"), name);
  await rm(folder, { recursive: true });
});

const hmac = (text: string): Uint8Array => createHmac("sha256", "pepper").update(text).digest();
const keys = async () =>
  makeKeyPort({ store, masterKey: await loadMasterKey(join(folder, "master"), { create: true }) });

describe("the person index", () => {
  test("leads the same number to the same person, also for two who ask at once", async () => {
    const { mint } = await keys();
    const numbers = Array.from({ length: 20 }, (_, i) => hmac(String(i)));
    const found = await Promise.all(
      [numbers, numbers.toReversed()].map((list) => store.transact((t) => t.findOrCreatePersons(list, mint))),
    );
    expect(found[1]?.toReversed()).toEqual(found[0]);
    expect(new Set(found[0]).size).toBe(20);
    expect(await store.findPersons([hmac("3"), hmac("none")])).toEqual([found[0]?.[3], undefined]);
    expect((await store.wrappedSecrets(found[0] ?? [])).length).toBe(20);
  });

  test("the same number twice in one call is one person", async () => {
    const { mint } = await keys();
    const [a, b] = await store.transact((t) => t.findOrCreatePersons([hmac("twice"), hmac("twice")], mint));
    expect(a).toBe(b);
  });

  test("leaves no person behind when the transaction is rolled back", async () => {
    const { mint } = await keys();
    const work = store.transact(async (t) => {
      await t.findOrCreatePersons([hmac("undone")], mint);
      throw new Error("undone");
    });
    await expect(work).rejects.toThrow("undone");
    expect(await store.findPersons([hmac("undone")])).toEqual([undefined]);
  });
});

describe("persons who turn out to be one", () => {
  const person = async (number: string) => {
    const { mint } = await keys();
    const [found] = await store.transact((t) => t.findOrCreatePersons([hmac(number)], mint));
    return found!;
  };

  test("are found under all numbers, also of one after the other, and by what they were", async () => {
    const [a, b, c] = [await person("a"), await person("b"), await person("c")];
    await store.transact(async (t) => {
      await t.lockPersons("alone");
      await t.mergePersons({ survivor: b, merged: [a], numbers: [hmac("a"), hmac("b"), hmac("new")] });
    });
    expect(await store.findPersons([hmac("a"), hmac("b"), hmac("new")])).toEqual([b, b, b]);
    await store.transact(async (t) => {
      await t.lockPersons("alone");
      await t.mergePersons({ survivor: c, merged: [b], numbers: [hmac("b"), hmac("c")] });
      expect(await t.survivorsOf([a, b, c])).toEqual(
        new Map([
          [a, c],
          [b, c],
        ]),
      );
    });
    expect(await store.findPersons([hmac("a"), hmac("b"), hmac("new")])).toEqual([c, c, c]);
  });

  test("are not looked up while they become one", async () => {
    const [a, b] = [await person("held a"), await person("held b")];
    const [holding, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const merge = store.transact(async (t) => {
      await t.lockPersons("alone");
      holding.resolve();
      await release.promise;
      await t.mergePersons({ survivor: b, merged: [a], numbers: [hmac("held a"), hmac("held b")] });
    });
    await holding.promise;
    const look = store.transact(async (t) => {
      const held = t.lockPersons("shared");
      const found = await t.findPersons([hmac("held a")]);
      await held;
      return found;
    });
    release.resolve();
    await merge;
    expect(await look).toEqual([b]);
  });
});

describe("the archive", () => {
  test("keeps bytes once and says what is new", async () => {
    const body = randomBytes(10_000);
    const common = {
      person: mintPersonId(),
      sender: hmac("sender"),
      kind: "sick-leave",
      format: "xml",
      receivedAt: 1_700_000_000_001,
    };
    const entries = Array.from({ length: 10 }, (_, i) => ({
      ...common,
      archiveId: deriveArchiveId("sender", String(i)),
      body: body.subarray(i * 10),
    }));
    const insert = (list: typeof entries) => store.transact((t) => t.insertArchive(list));
    const found = await Promise.all([insert(entries), insert(entries.toReversed()), insert(entries.slice(3))]);
    expect(found.flatMap((ids) => [...ids]).toSorted()).toEqual(entries.map((entry) => entry.archiveId).toSorted());
    const [last] = entries.slice(-1);
    expect((await store.readArchive([last!.archiveId])).get(last!.archiveId)).toEqual({
      ...last,
      sender: Buffer.from(common.sender),
    });
  });

  test("an alias stays with the first message", async () => {
    const [first, second] = [deriveArchiveId("s", "1"), deriveArchiveId("s", "2")];
    const claim = (...claims: ReadonlyArray<readonly [string, typeof first]>) =>
      store.transact(async (t) =>
        (
          await t.claimWireIds(claims.map(([alias, archiveId]) => ({ alias: hmac(alias), archiveId, isNaming: false })))
        ).map(({ archiveId }) => archiveId),
      );
    expect(await claim(["one", first], ["two", second], ["two", first])).toEqual([first, second, second]);
    expect(await claim(["two", first], ["three", first], ["one", second])).toEqual([second, first, first]);
    expect(await store.findWireId(hmac("one"))).toBe(first);
    expect(await store.findWireId(hmac("none"))).toBeUndefined();
  });

  test("an alias that was only named goes to whoever bears it, who is told of those that named it", async () => {
    const [early, later, bearer] = [1, 2, 3].map((i) => deriveArchiveId("named", String(i)));
    const alias = hmac("named before");
    const name = (archiveId: typeof early) =>
      store.transact(async (t) => {
        const [holder] = await t.claimWireIds([{ alias, archiveId: archiveId!, isNaming: true }]);
        if (holder?.isWaiting) await t.waitUnder([{ alias, archiveId: archiveId! }]);
        return holder;
      });
    expect(await name(early)).toMatchObject({ archiveId: early, isWaiting: true, tookOver: false });
    expect(await name(later)).toMatchObject({ archiveId: early, isWaiting: true });
    expect(await store.findWireId(alias)).toBeUndefined();
    const claim = { alias, archiveId: bearer!, isNaming: false };
    const told = await store.transact(async (t) => {
      const [holder] = await t.claimWireIds([claim]);
      return { holder, waits: await t.waitingUnder([alias]) };
    });
    expect(told.holder).toMatchObject({ archiveId: bearer, isWaiting: false, tookOver: true });
    expect(told.waits.map(({ archiveId }) => archiveId)).toEqual([early, later]);
    expect(await name(early)).toMatchObject({ archiveId: bearer, isWaiting: false });
    expect(await store.findWireId(alias)).toBe(bearer);
  });

  test("naming and bearing at the same time: one of the two sees the other", async () => {
    const rounds = await Promise.all(
      Array.from({ length: 40 }, async (_, round) => {
        const alias = hmac(`race ${round}`);
        const [naming, bearing] = [deriveArchiveId("naming", String(round)), deriveArchiveId("bearing", String(round))];
        const [named, told] = await Promise.all([
          store.transact(async (t) => {
            const [holder] = await t.claimWireIds([{ alias, archiveId: naming, isNaming: true }]);
            if (holder?.isWaiting) await t.waitUnder([{ alias, archiveId: naming }]);
            return holder?.isWaiting === false;
          }),
          store.transact(async (t) => {
            const [holder] = await t.claimWireIds([{ alias, archiveId: bearing, isNaming: false }]);
            return holder?.tookOver === true && (await t.waitingUnder([alias])).length === 1;
          }),
        ]);
        return named !== told;
      }),
    );
    expect(rounds).toEqual(rounds.map(() => true));
  });
});

describe("persons' keys", () => {
  test("come back the same from another process, and only for persons that have one", async () => {
    const [one, two] = [await keys(), await keys()];
    const person = mintPersonId();
    const wrapped = one.mint(person);
    await store.transact((t) => t.addPersons([wrapped]));
    await store.transact((t) => t.addPersons([one.mint(person)]));
    const [a, b] = [await one.secrets([person, mintPersonId()]), await two.secrets([person])];
    expect([...a.keys()]).toEqual([person]);
    expect(a.get(person)?.secret.export()).toEqual(b.get(person)?.secret.export());
    expect(one.open(wrapped).secret.equals(b.get(person)!.secret)).toBe(true);
  });

  test("are kept, forgotten when told, and asked for again when they are old", async () => {
    let asked = 0;
    let time = 0;
    const counting = {
      wrappedSecrets: (persons: Parameters<Store["wrappedSecrets"]>[0]) => (
        (asked += 1),
        store.wrappedSecrets(persons)
      ),
    };
    const port = makeKeyPort({
      store: counting,
      masterKey: await loadMasterKey(join(folder, "master")),
      capacity: 2,
      maxAgeMs: 1_000,
      now: () => time,
    });
    const people = [1, 2, 3].map(() => port.mint());
    await store.transact((t) => t.addPersons(people));
    const ids = people.map((p) => p.person);
    const ask = async (...which: ReadonlyArray<number>): Promise<number> => {
      const before = asked;
      expect((await port.secrets(which.map((i) => ids[i]!))).size).toBe(which.length);
      return asked - before;
    };
    expect([await ask(0, 1), await ask(0, 1), await ask(2), await ask(1), await ask(0)]).toEqual([1, 0, 1, 0, 1]);
    port.forget(ids[0]!);
    expect(await ask(0)).toBe(1);
    time = 2_000;
    expect(await ask(0)).toBe(1);
  });

  test("a wrapped secret opens for its own person only", async () => {
    const port = await keys();
    const wrapped = port.mint();
    expect(() => port.open({ ...wrapped, person: mintPersonId() })).toThrow();
  });

  test("the master key's file is made only when told, for its owner alone, once", async () => {
    const path = join(folder, "new", "key");
    await expect(loadMasterKey(path)).rejects.toThrow();
    const all = await Promise.all([1, 2, 3].map(() => loadMasterKey(path, { create: true })));
    expect(new Set(all.map((key) => key.export().toString("hex"))).size).toBe(1);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });
});
