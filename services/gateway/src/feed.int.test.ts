import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { PersonId } from "@samvirke/kernel";
import type { RunningGateway } from "./adapter/gateway.ts";
import { dialoguesOf, subscriber } from "./feed.cases.ts";
import { bearer, message, openRig } from "./rig.cases.ts";
import type { Rig } from "./rig.cases.ts";
import { createSubjects } from "./subjects.cases.ts";

let rig: Rig;
let gateway: RunningGateway;
let next = 500;

beforeAll(async () => {
  rig = await openRig(inject("postgresUrl"));
  await createSubjects(rig);
  gateway = await rig.open();
});

afterAll(async () => {
  await gateway?.stop();
  await rig?.store.close();
});

const ask = async (path: string, who: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`http://127.0.0.1:${gateway.port}${path}`, { headers: { ...bearer(who), ...headers } });

/** Somebody of whom the hub has heard. */
const somebody = async (): Promise<PersonId> => {
  const taken = await fetch(`http://127.0.0.1:${gateway.port}/v1/messages`, {
    method: "POST",
    headers: { ...bearer("test-station"), "content-type": "application/xml" },
    body: Buffer.from(message(next++)),
  });
  const { messageId } = (await taken.json()) as { readonly messageId: string };
  const status = (await (await ask(`/v1/messages/${messageId}`, "test-station")).json()) as {
    readonly personId: string;
  };
  return status.personId as PersonId;
};

const until = async (what: string, isSo: () => boolean): Promise<void> => {
  for (const end = Date.now() + 60_000; !isSo();) {
    if (Date.now() > end) throw new Error(`waited 60 s for: ${what}`);
    await new Promise((go) => setTimeout(go, 20));
  }
};

const numbered = (count: number): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, index) => `message ${index}`);

test("a party hears of its own rows only, as they come and as they go", async () => {
  const dialogues = dialoguesOf(rig, await somebody());
  const [own, stranger] = [subscriber("test-practice"), subscriber("test-stranger")];
  await Promise.all([own.open(gateway.port), stranger.open(gateway.port)]);
  await until("both to stand somewhere", () => own.last() !== "" && stranger.last() !== "");
  await dialogues.put("a", "test-practice");
  await dialogues.put("b", "test-station");
  await dialogues.remove("a", "test-practice");
  await dialogues.put("c", "test-practice");
  await dialogues.put("d", "test-stranger");
  await until("the last of each", () => own.heard.length >= 3 && stranger.heard.length > 0);
  expect(own.heard.map(({ event, row }) => [event, row])).toEqual([
    ["put", dialogues.idOf("a")],
    ["removed", dialogues.idOf("a")],
    ["put", dialogues.idOf("c")],
  ]);
  expect(stranger.heard.map(({ row }) => row)).toEqual([dialogues.idOf("d")]);
  own.cut();
  stranger.cut();
});

test("nothing is missed and nothing comes twice over cut lines and a gateway that starts anew", async () => {
  const dialogues = dialoguesOf(rig, await somebody());
  const names = numbered(150);
  const reader = subscriber("test-practice");
  await reader.open(gateway.port);
  await until("a place to go on from", () => reader.last() !== "");
  const writing = (async () => {
    for (const name of names) await dialogues.put(name, "test-practice");
  })();
  for (const enough of [10, 25, 60]) {
    await until(`${enough} events`, () => reader.heard.length >= enough);
    reader.cut();
    await reader.open(gateway.port);
  }
  await until("80 events", () => reader.heard.length >= 80);
  await gateway.stop();
  gateway = await rig.open();
  await reader.open(gateway.port);
  await writing;
  await until("every event", () => reader.heard.length >= names.length);
  expect(reader.heard.map(({ row }) => row)).toEqual(names.map(dialogues.idOf));
  reader.cut();
});

test("a reader that takes nothing is not read for, and misses nothing when it goes on", async () => {
  const dialogues = dialoguesOf(rig, await somebody());
  const reader = subscriber("test-practice");
  await reader.open(gateway.port);
  await until("a place", () => reader.last() !== "");
  let looks = 0;
  const { readLog } = rig.store;
  Object.assign(rig.store, {
    readLog: (...asked: Parameters<typeof readLog>) => {
      looks += 1;
      return readLog(...asked);
    },
  });
  reader.pause();
  const names = numbered(500);
  for (const name of names) await dialogues.put(name, "test-practice");
  // One that takes what it is sent is looked for at least twice a second.
  const counts: Array<number> = [];
  const isStill = (): boolean => {
    counts.push(looks);
    return counts.length > 100 && counts.at(-100) === looks;
  };
  await until("the looks to stop", isStill);
  expect(reader.heard.length).toBeLessThan(names.length);
  reader.resume();
  await until("every event", () => reader.heard.length >= names.length);
  expect(reader.heard.map(({ row }) => row)).toEqual(names.map(dialogues.idOf));
  reader.cut();
  Object.assign(rig.store, { readLog });
});

interface Changes {
  readonly items: ReadonlyArray<{ readonly change: string; readonly id: string; readonly row?: object }>;
  readonly cursor: string;
  readonly more: boolean;
}

test("one look at a time tells the same, and waits for news", async () => {
  const dialogues = dialoguesOf(rig, await somebody());
  const look = async (after: string, wait = 0) =>
    (await (await ask(`/v1/views/dialogues/changes?wait=${wait}${after}`, "test-practice")).json()) as Changes;
  const now = await look("");
  expect(now.items).toEqual([]);
  const waiting = look(`&after=${now.cursor}`, 20);
  await dialogues.put("a", "test-practice");
  const came = await waiting;
  expect(came.items).toMatchObject([{ change: "put", id: dialogues.idOf("a"), row: { view: "dialogues" } }]);
  expect((await look(`&after=${came.cursor}`)).items).toEqual([]);
});

test("what cannot be followed is refused", async () => {
  const statuses = async (...asked: ReadonlyArray<Promise<Response>>) =>
    (await Promise.all(asked)).map(({ status }) => status);
  expect(
    await statuses(
      ask("/v1/views/deliveries/feed", "test-practice"),
      ask("/v1/views/nonsense/feed", "test-practice"),
      ask("/v1/views/dialogues/feed", "test-practice", { "last-event-id": "nonsense" }),
      ask("/v1/views/dialogues/changes?after=nonsense", "test-practice"),
      ask("/v1/views/dialogues/feed", "nobody"),
    ),
  ).toEqual([404, 404, 400, 400, 401]);
  const certificates = subscriber("test-practice", "/v1/views/sick-leaves/feed");
  await certificates.open(gateway.port);
  await until("a place", () => certificates.last() !== "");
  expect(certificates.status()).toBe(200);
  certificates.cut();
});
