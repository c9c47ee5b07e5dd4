import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Kafka, logLevel } from "kafkajs";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { withDatabase } from "./database.ts";
import { until } from "./together.ts";

// Welfare's side is played by kafkajs and the registry's own interface: what its teams write is not written by us.
const hub = inject("hub");

interface Facts {
  readonly kafka: ReadonlyArray<string>;
  readonly registry: string;
}

interface Party {
  readonly id: string;
  readonly token: string;
}

const read = (name: string): unknown => JSON.parse(readFileSync(join(hub.folder, name), "utf8"));
const facts = read("hub.json") as Facts;
const token = (id: string): string =>
  (read("parties.json") as ReadonlyArray<Party>).find((one) => one.id === id)!.token;
const nav = { authorization: `Bearer ${token("local-nav")}` };
const station = { authorization: `Bearer ${token("local-station")}` };

const topics = {
  certificates: "tsm.sykmeldinger",
  statuses: "teamsykmelding.sykmeldingstatus-leesah",
  meetings: "teamsykefravr.isdialogmote-dialogmote-statusendring",
} as const;

process.env["KAFKAJS_NO_PARTITIONER_WARNING"] = "1";
const kafka = new Kafka({ clientId: "welfare", brokers: [...facts.kafka], logLevel: logLevel.NOTHING });
const producer = kafka.producer();
const running = new Set<ChildProcess>();

const startBridge = (group: string): ChildProcess => {
  const env = {
    ...process.env,
    SAMVIRKE_POSTGRES_URL: hub.postgresUrl,
    SAMVIRKE_KAFKA_BROKERS: facts.kafka.join(","),
    SAMVIRKE_REGISTRY_URL: facts.registry,
    SAMVIRKE_MASTER_KEY_FILE: join(hub.folder, "keys", "master.key"),
    SAMVIRKE_PEPPER_FILE: join(hub.folder, "keys", "pepper.key"),
    SAMVIRKE_LOG_LEVEL: "warn",
    SAMVIRKE_BRIDGE_TOPICS: Object.values(topics).join(","),
    SAMVIRKE_BRIDGE_BROKERS: facts.kafka.join(","),
    SAMVIRKE_BRIDGE_REGISTRY_URL: facts.registry,
    SAMVIRKE_BRIDGE_CREATE_TOPICS: "yes",
    SAMVIRKE_BRIDGE_GROUP: group,
    SAMVIRKE_GATEWAY_URL: hub.welfare,
    SAMVIRKE_GATEWAY_TOKEN: token("local-nav"),
  };
  const child = spawn(process.execPath, [resolve("services/bridge/src/main.ts")], { env, stdio: "inherit" });
  running.add(child);
  return child;
};

const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
  running.delete(child);
};

const sample = async (kind: string, query: string): Promise<Buffer> =>
  Buffer.from(await (await fetch(`${hub.operations}/v1/samples/${kind}?${query}`)).arrayBuffer());

const long = (name: string): object => ({ name, type: { type: "long", logicalType: "timestamp-millis" } });
const plain = (name: string, type: string): object => ({ name, type });

/** The writer's schema, as welfare's team has it in its registry. Source: isdialogmote, KDialogmoteStatusEndring. */
const meetingSchema = {
  type: "record",
  name: "KDialogmoteStatusEndring",
  namespace: "no.nav.syfo.dialogmote.avro",
  fields: [
    { name: "dialogmoteUuid", type: { type: "string", logicalType: "uuid" } },
    long("dialogmoteTidspunkt"),
    plain("statusEndringType", "string"),
    long("statusEndringTidspunkt"),
    plain("personIdent", "string"),
    plain("virksomhetsnummer", "string"),
    plain("enhetNr", "string"),
    plain("navIdent", "string"),
    long("tilfelleStartdato"),
    plain("arbeidstaker", "boolean"),
    plain("arbeidsgiver", "boolean"),
    plain("sykmelder", "boolean"),
  ],
};

const registered = async (): Promise<number> => {
  const answer = await fetch(`${facts.registry}/subjects/${topics.meetings}-value/versions`, {
    method: "POST",
    headers: { "content-type": "application/vnd.schemaregistry.v1+json" },
    body: JSON.stringify({ schema: JSON.stringify(meetingSchema) }),
  });
  return ((await answer.json()) as { readonly id: number }).id;
};

/** An Avro value under a schema of the registry, in place of the frame that the sample has. */
const framed = (value: Buffer, schemaId: number): Buffer => {
  const frame = Buffer.alloc(5);
  frame.writeInt32BE(schemaId, 1);
  return Buffer.concat([frame, value.subarray(5)]);
};

interface Person {
  readonly seed: string;
  readonly number: string;
  readonly personId: string;
  readonly certificate: string;
}

const somebody = async (): Promise<Person> => {
  const seed = `bridge-${process.pid}-${Date.now()}`;
  const order = JSON.parse((await sample("dialogue-order", `person=${seed}`)).toString("utf8")) as {
    personIdent: string;
  };
  const taken = await fetch(`${hub.health}/v1/messages`, {
    method: "POST",
    headers: { ...station, "content-type": "application/xml" },
    body: await sample("sick-leave", `person=${seed}`),
  });
  const { messageId } = (await taken.json()) as { readonly messageId: string };
  const status = await until("the certificate", async () => {
    const answer = await fetch(`${hub.health}/v1/messages/${messageId}?wait=20`, { headers: station });
    const told = (await answer.json()) as { status: string; personId: string; caseId: string | null };
    return told.status === "done" && told.caseId !== null ? told : undefined;
  });
  return { seed, number: order.personIdent, personId: status.personId, certificate: status.caseId ?? "" };
};

const rowsOf = async ({ number }: Person, view: string): Promise<ReadonlyArray<Readonly<Record<string, unknown>>>> => {
  const answer = await fetch(`${hub.welfare}/v1/views/${view}/search`, {
    method: "POST",
    headers: { ...nav, "content-type": "application/json" },
    body: JSON.stringify({ number }),
  });
  return ((await answer.json()) as { readonly items: ReadonlyArray<Readonly<Record<string, unknown>>> }).items;
};

const archived = ({ personId }: Person): Promise<number> =>
  withDatabase(hub.postgresUrl, async (client) => {
    const { rows } = await client.query("select count(*)::int as n from hub.archive where person_id = $1", [personId]);
    return (rows[0] as { readonly n: number }).n;
  });

const positions = (): Promise<Readonly<Record<string, number>>> =>
  withDatabase(hub.postgresUrl, async (client) => {
    const { rows } = await client.query("select topic, position::int as at from hub.checkpoint where stage = 'bridge'");
    return Object.fromEntries(
      (rows as ReadonlyArray<{ topic: string; at: number }>).map(({ topic, at }) => [topic, at]),
    );
  });

beforeAll(async () => {
  await producer.connect();
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: Object.values(topics).map((topic) => ({ topic, numPartitions: 1 })) });
  await admin.disconnect();
});

afterAll(async () => {
  await Promise.all([...running].map((child) => end(child, "SIGKILL")));
  await producer.disconnect();
});

test("JSON texts, Avro under a registry's schema and null values come over once, through a kill and a backfill", async () => {
  const person = await somebody();
  const { seed, certificate } = person;
  const status = JSON.parse((await sample("status-sent", `person=${seed}`)).toString("utf8")) as Record<string, object>;
  const id = { sykmeldingId: certificate };
  const used = { kafkaMetadata: { ...status["kafkaMetadata"], ...id }, event: { ...status["event"], ...id } };
  const meeting = framed(await sample("meeting-called", `person=${seed}`), await registered());
  await producer.send({ topic: topics.statuses, messages: [{ key: certificate, value: JSON.stringify(used) }] });
  await producer.send({ topic: topics.meetings, messages: [{ key: seed, value: meeting }] });

  const first = startBridge("bridge-test");
  await until("the meeting and the use", async () => {
    const [meetings, leaves] = await Promise.all([rowsOf(person, "meetings"), rowsOf(person, "sick-leaves")]);
    return meetings.length === 1 && leaves[0]?.["use"] === "sent" ? true : undefined;
  });
  expect(await archived(person)).toBe(3);

  // In the middle of its life, and with something new meanwhile.
  await end(first, "SIGKILL");
  await producer.send({ topic: topics.certificates, messages: [{ key: certificate, value: null }] });
  const second = startBridge("bridge-test");
  await until("the removal", async () => ((await rowsOf(person, "sick-leaves")).length === 0 ? true : undefined), 120);
  expect(await archived(person)).toBe(4);
  await end(second, "SIGTERM");

  // From the beginning once more, as another group: everything is a repeat.
  const before = await positions();
  await withDatabase(hub.postgresUrl, (client) => client.query("delete from hub.checkpoint where stage = 'bridge'"));
  startBridge("bridge-test-backfill");
  await until(
    "every position",
    async () => {
      const now = await positions();
      return Object.entries(before).every(([topic, at]) => now[topic] === at) ? true : undefined;
    },
    120,
  );
  expect(await archived(person)).toBe(4);
});
