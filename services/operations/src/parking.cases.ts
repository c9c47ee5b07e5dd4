import { topics } from "@samvirke/contracts";
import { deriveEventId, E, uuid5 } from "@samvirke/kernel";
import type { LogRecord, NewRecord, PersonId } from "@samvirke/kernel";
import { openHub, runRelay, runStage } from "@samvirke/stage";
import type { Hub, Running, StageDefinition } from "@samvirke/stage";
import { createDatabase, dropDatabase } from "@samvirke/store";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { make } from "./make.ts";

/** The stage of the tests bears the name of a real one, since operations knows those alone. */
export const stage = "welfare-projector";

export const kinds = ["contract", "throws", "unsound", "constraint", "too-long-value", "endless"] as const;
export type Kind = (typeof kinds)[number];

/** Under which class each kind of poison is parked. */
export const classOf: Readonly<Record<Kind, string>> = {
  contract: "contract",
  throws: "defect",
  unsound: "defect",
  constraint: "constraint",
  "too-long-value": "too-long",
  endless: "too-long",
};

interface Told {
  readonly n: number;
  readonly kind: Kind | "healthy";
}

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const decode = <A>(bytes: Uint8Array): A => JSON.parse(new TextDecoder().decode(bytes)) as A;

export const personOf = (name: string): PersonId => uuid5("parking test", name) as PersonId;

/** The n-th event of a person; the first of a poisoned one is the poison. */
export const eventOf = (name: string, n: number, kind: Told["kind"] = "healthy"): NewRecord => ({
  topic: topics.events,
  key: personOf(name),
  id: deriveEventId(`${name} ${n}`, "Told"),
  type: "Told",
  headers: [],
  value: encode({ n, kind }),
});

const fails = (kind: Kind, told: Told, isRepaired: boolean): boolean => !isRepaired && told.kind === kind;

/** Counts a person's events in its state, tells each on, and writes a row of each; fails in every way that a stage can. */
export const definitionOf = (isRepaired: boolean): StageDefinition<LogRecord, number> => ({
  name: stage,
  topic: topics.events,
  schema: "view_parking",
  accepts: (type) => type === "Told",
  longestMs: 150,
  prepare: async (records) =>
    records.map((record) =>
      fails("contract", decode<Told>(record.value), isRepaired)
        ? E.left({ reason: "contract", detail: "a field is missing" } as const)
        : E.right(record),
    ),
  states: { key: (record) => record.key, decode: (bytes) => decode<number>(bytes), encode },
  handle: (record, before = 0) => {
    const told = decode<Told>(record.value);
    if (fails("throws", told, isRepaired)) throw new RangeError("poison");
    while (fails("endless", told, isRepaired)) continue;
    const columns = { person: record.key, n: told.n, count: before + 1, word: told.kind };
    const out: NewRecord = {
      topic: topics.welfareChanges,
      key: record.key,
      id: deriveEventId(record.id, "Out"),
      type: fails("unsound", told, isRepaired) ? "" : "Out",
      headers: [],
      value: encode({ n: told.n, count: before + 1 }),
    };
    return { appends: [out], rows: [{ op: "insert", table: "told", columns }], state: before + 1 };
  },
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

export interface Parts {
  readonly postgresUrl: string;
  readonly kafkaBrokers: ReadonlyArray<string>;
  readonly registryUrl: string;
}

const redriveStage =
  ({ codec }: Hub) =>
  (record: LogRecord) => {
    const read = codec.decodeAs("PersonRedriven", record);
    return E.isLeft(read)
      ? E.left({ reason: "contract", detail: "redrive" } as const)
      : E.right(read.right.value.stage);
  };

const tables = `create schema view_parking;
  create table view_parking.told (person uuid not null, n integer not null, count integer not null,
    word varchar(12) not null check (word <> 'constraint'), primary key (person, n))`;

/** Takes away what the database refuses. */
export const repairTables = `alter table view_parking.told drop constraint told_word_check;
  alter table view_parking.told alter column word type varchar(40)`;

/** A hub of its own, with one stage and operations. */
export const openPlace = async (parts: Parts) => {
  const name = `parking_${randomUUID().slice(0, 8)}`;
  const folder = await mkdtemp(join(tmpdir(), "parking-"));
  const port = await freePort();
  await writeFile(join(folder, "master.key"), randomBytes(32).toString("hex"));
  const env = {
    SAMVIRKE_POSTGRES_URL: await createDatabase(parts.postgresUrl, name),
    SAMVIRKE_KAFKA_BROKERS: parts.kafkaBrokers.join(","),
    SAMVIRKE_REGISTRY_URL: parts.registryUrl,
    SAMVIRKE_MASTER_KEY_FILE: join(folder, "master.key"),
    SAMVIRKE_TOPIC_PREFIX: `${name}.`,
    SAMVIRKE_SESSION_TIMEOUT_MS: "6000",
    SAMVIRKE_LOG_LEVEL: "fatal",
    SAMVIRKE_PORT: String(port),
  };
  const hub = await openHub({ service: "test", env });
  const { log, store, clock, observe } = hub;
  const sql = (text: string) => store.query<Record<string, unknown>>({ name: "", text }, []);
  for (const text of tables.split(";")) await sql(text);
  const relay = runRelay({ topics: [topics.events], log, store, clock, observe });
  let running: ReturnType<typeof runStage> | undefined;
  let operations: Running = await make(env);

  const start = (isRepaired: boolean): void => {
    const deps = { log, store, clock, observe, redriveStage: redriveStage(hub), tickMs: 100 };
    running = runStage(definitionOf(isRepaired), deps);
    running.done.catch(() => undefined);
  };
  const ask = async <A>(path: string, body?: unknown): Promise<{ readonly status: number; readonly json: A }> => {
    const post = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, body === undefined ? {} : post);
    const text = await answer.text();
    return { status: answer.status, json: (text.startsWith("{") ? JSON.parse(text) : text) as A };
  };
  return {
    store,
    sql,
    ask,
    start,
    restart: async (isRepaired: boolean): Promise<void> => {
      await running?.stop();
      start(isRepaired);
    },
    restartOperations: async (): Promise<void> => {
      await operations.stop();
      operations = await make(env);
    },
    send: async (...records: ReadonlyArray<NewRecord>): Promise<void> => {
      await store.transact((transaction) => transaction.append(records));
      store.wake();
    },
    /** Everything that the stage made, without places and times. */
    content: async () => ({
      rows: await sql("select * from view_parking.told order by person, n"),
      states: await sql(
        `select key, encode(value, 'escape') as value from hub.state where stage = '${stage}' order by key`,
      ),
      told: await sql(`select key, id, encode(value, 'escape') as value from hub.log
        where topic = '${topics.welfareChanges}' order by key, position`),
    }),
    close: async (): Promise<void> => {
      await running?.stop();
      await operations.stop();
      await relay.stop();
      await hub.close();
      await dropDatabase(parts.postgresUrl, name);
      await rm(folder, { recursive: true });
    },
  };
};
export type Place = Awaited<ReturnType<typeof openPlace>>;
