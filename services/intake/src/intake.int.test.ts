import { makeKeyCache, newRecord, sealBytes, topics } from "@samvirke/contracts";
import { archiveId as toArchiveId, deriveEventId, mintPersonId, partitionCount, uuid5 } from "@samvirke/kernel";
import type { ArchiveId, LogRecord, PersonId } from "@samvirke/kernel";
import { openHub, runRelay } from "@samvirke/stage";
import type { Hub, Running } from "@samvirke/stage";
import { createDatabase, dropDatabase, makeKeyPort, makeStore, loadMasterKey } from "@samvirke/store";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { dataFile, day, print } from "./adapter/intake.cases.ts";
import { make } from "./make.ts";

const cache = makeKeyCache();
const name = `intake_${randomUUID().slice(0, 8)}`;
const persons = 40;
const longAway = 15;
const each = 10;
let folder: string;
let registries: string;
let env: Record<string, string>;
let hub: Hub;
let relay: ReturnType<typeof runRelay>;
let intake: Running;
const sent: Array<readonly [person: PersonId, archive: ArchiveId]> = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "intake-"));
  registries = join(folder, "registries.json");
  await writeFile(registries, await readFile(dataFile));
  for (const key of ["master.key", "pepper.key"]) await writeFile(join(folder, key), randomBytes(32).toString("hex"));
  env = {
    SAMVIRKE_POSTGRES_URL: await createDatabase(inject("postgresUrl"), name),
    SAMVIRKE_KAFKA_BROKERS: inject("kafkaBrokers").join(","),
    SAMVIRKE_REGISTRY_URL: inject("registryUrl"),
    SAMVIRKE_MASTER_KEY_FILE: join(folder, "master.key"),
    SAMVIRKE_PEPPER_FILE: join(folder, "pepper.key"),
    SAMVIRKE_REGISTRIES_FILE: registries,
    SAMVIRKE_TOPIC_PREFIX: `${name}.`,
    SAMVIRKE_SESSION_TIMEOUT_MS: "6000",
    SAMVIRKE_LOG_LEVEL: "fatal",
  };
  hub = await openHub({ service: "test", env });
  relay = runRelay({
    topics: [topics.messages],
    log: hub.log,
    store: hub.store,
    clock: hub.clock,
    observe: hub.observe,
  });
  intake = await make(env);
});

afterAll(async () => {
  await intake.stop();
  await relay.stop();
  await hub.close();
  await dropDatabase(inject("postgresUrl"), name);
  await rm(folder, { recursive: true });
});

/** Puts a message into archive and log, as a gateway does. */
const receive = async (wrapped: ReturnType<Hub["keys"]["mint"]>, bytes: Uint8Array): Promise<void> => {
  const secret = hub.keys.open(wrapped);
  const archiveId = toArchiveId(uuid5("test", String(sent.length)))!;
  const receivedAt = Date.parse("2026-03-02T09:06:00Z");
  const body = sealBytes(cache, { purpose: "archive", id: archiveId, secret, audience: "archive" }, bytes);
  const record = newRecord(hub.codec, {
    topic: topics.messages,
    person: secret.person,
    name: "MessageReceived",
    eventId: deriveEventId(archiveId, "MessageReceived"),
    secret,
    audience: "hub",
    value: {
      archiveId,
      kind: "SICK_LEAVE",
      document: "CERTIFICATE",
      format: "EI_FELLESFORMAT",
      routeClass: "EDGE",
      door: "HEALTH",
      byteSize: bytes.byteLength,
      receivedAt,
      receiptTrusted: true,
      stationReceivedAt: receivedAt,
      personNumberRead: true,
      conflictsWith: null,
      about: null,
      precededBy: [],
      case: {
        sender: "local-station",
        senderAliases: [],
        senderOrganisations: [],
        contentType: "application/xml",
        wireMsgId: `w${sent.length}`,
        recordTopic: null,
        recordKey: null,
        envelope: null,
      },
    },
    meta: { source: "/samvirke/gateway", time: receivedAt, correlationId: archiveId },
  });
  await hub.store.transact(async (transaction) => {
    await transaction.addPersons([wrapped]);
    await transaction.insertArchive([
      {
        archiveId,
        person: secret.person,
        sender: new Uint8Array(16),
        kind: "SICK_LEAVE",
        format: "EI_FELLESFORMAT",
        body,
        receivedAt,
      },
    ]);
    await transaction.append([record]);
  });
  sent.push([secret.person, archiveId]);
  hub.store.wake();
};

const everything = Array.from({ length: partitionCount }, (_, partition) => ({ partition, after: -1 }));
const events = (): Promise<ReadonlyArray<LogRecord>> =>
  hub.store.readLog(topics.events, everything, { records: 1e6, bytes: 1e9 });

const ofType = async (prefix: string): Promise<ReadonlyArray<LogRecord>> =>
  (await events()).filter(({ type }) => type.startsWith(prefix));

/** The decisions on certificates, when there is one for each that was sent. */
const settled = async (): Promise<ReadonlyArray<LogRecord>> => {
  await expect
    .poll(async () => (await ofType("SickLeave")).length, { timeout: 60_000, interval: 50 })
    .toBe(sent.length);
  return ofType("SickLeave");
};

const typesOf = (records: ReadonlyArray<LogRecord>, person: PersonId): ReadonlyArray<string> =>
  records.filter(({ key }) => key === person).map(({ type }) => type);

test("every message gets one event, in the person's order, through a restart", async () => {
  const people = Array.from({ length: persons }, () => hub.keys.mint());
  for (let n = 0; n < each; n += 1) {
    // The fourth and on say the same as the third: duplicates, which only the person's state can tell.
    for (const person of people)
      await receive(person, print({ messageId: `m${n}`, messageToEmployer: `hei ${Math.min(n, 3)}` }));
    if (n === each / 2) {
      await intake.stop();
      intake = await make(env);
    }
  }
  const records = await settled();
  const expected = [
    ...Array<string>(4).fill("SickLeaveCertified"),
    ...Array<string>(each - 4).fill("SickLeaveRejected"),
  ];
  for (const { person } of people) expect(typesOf(records, person)).toEqual(expected);
  expect(new Set(records.map(({ id }) => id)).size).toBe(sent.length);
});

/** Tells a day in every partition, as the clock does. */
const pass = async (text: string): Promise<void> => {
  const records = Array.from({ length: partitionCount }, (_, partition) =>
    newRecord(hub.codec, {
      topic: topics.messages,
      person: mintPersonId(),
      name: "DayPassed",
      value: { day: day(text), partition },
      eventId: deriveEventId(`${text}/${partition}`, "DayPassed"),
      secret: undefined,
      audience: "hub",
      meta: { source: "/samvirke/clock", time: Date.parse(text), correlationId: uuid5("day", text) },
      partition,
    }),
  );
  await hub.store.transact((transaction) => transaction.append(records));
  hub.store.wake();
};

/** How far the intake is, when it is through with everything. */
const through = async (): Promise<void> => {
  const behind = async (): Promise<number> =>
    (await hub.store.lags()).filter(({ stage }) => stage === "intake").reduce((sum, lag) => sum + lag.behind, 0);
  await expect.poll(behind, { timeout: 60_000, interval: 50 }).toBe(0);
};

test("days that pass reach deadlines, each once, and what is due next is kept", async () => {
  const people = Array.from({ length: longAway }, () => hub.keys.mint());
  const periods = [{ kind: "FULL" as const, from: day("2026-03-02"), to: day("2026-07-31") }];
  for (const person of people) await receive(person, print({ messageId: "long", periods }));
  await settled();
  await pass("2026-05-20");
  await through();
  const reached = await ofType("DeadlineReached");
  expect(new Set(reached.map(({ key }) => key))).toEqual(new Set(people.map(({ person }) => person)));
  await pass("2026-05-21");
  await through();
  const later = await ofType("DeadlineReached");
  expect(later.slice(0, reached.length).length).toBe(reached.length);
  expect(new Set(later.map(({ id }) => id)).size).toBe(later.length);
  expect(later.length).toBe(reached.length);
  const due = await hub.store.query<{ day: number }>({ name: "due", text: "select day from intake.due" }, []);
  for (const row of due) expect(row.day).toBeGreaterThan(Number(day("2026-05-21")));
});

test("while a register is away nothing is decided and nothing is lost", async () => {
  const data = JSON.parse(await readFile(dataFile, "utf8")) as { persons: { unavailable: boolean } };
  const set = async (unavailable: boolean, at: number): Promise<void> => {
    data.persons.unavailable = unavailable;
    await writeFile(registries, JSON.stringify(data));
    await utimes(registries, at, at);
  };
  await set(true, 1_000);
  const before = (await events()).length;
  const person = hub.keys.mint();
  await receive(person, print({ messageId: "late" }));
  await expect
    .poll(
      () => hub.store.reports().then((all) => all.some((one) => one.stage === "intake" && one.state === "waiting")),
      { timeout: 30_000 },
    )
    .toBe(true);
  expect((await events()).length).toBe(before);
  await set(false, 2_000);
  expect(typesOf(await settled(), person.person)).toEqual(["SickLeaveCertified"]);
});

test("no state, event or archive row holds a number or a name in the clear", async () => {
  const store = makeStore({ url: env["SAMVIRKE_POSTGRES_URL"]!, applicationName: "scan" });
  const rows = await store.query<{ bytes: Uint8Array }>(
    {
      name: "scan",
      text: "select value as bytes from hub.state union all select value from hub.log union all select body from hub.archive",
    },
    [],
  );
  await store.close();
  expect(rows.length).toBeGreaterThan(sent.length * 2);
  for (const { bytes } of rows) {
    const text = Buffer.from(bytes).toString("latin1");
    for (const value of ["14858030057", "03916721098", "Prøvesen"]) expect(text.includes(value)).toBe(false);
  }
  const keys = makeKeyPort({ store: hub.store, masterKey: await loadMasterKey(join(folder, "master.key")) });
  expect((await keys.secrets(sent.map(([person]) => person))).size).toBe(persons + longAway + 1);
});
