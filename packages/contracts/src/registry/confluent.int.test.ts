import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { expect, inject, test } from "vitest";
import { E } from "@samvirke/kernel";
import { makeCodec } from "../codec/codec.ts";
import { loadSample } from "../samples/load-sample.ts";
import type { AvroRecord } from "../schema/avro.ts";
import { registeredSchemas } from "../schema/wire.ts";
import { catalogue, eventId, secret } from "../testing/fixture.ts";
import type { RegistryFailure } from "./confluent.ts";
import { confluentRegistry, isRefused, registerContracts } from "./confluent.ts";

const url = inject("registryUrl");

const caught = async (work: Promise<unknown>): Promise<RegistryFailure> => {
  try {
    await work;
  } catch (error) {
    return error as RegistryFailure;
  }
  throw new Error("nothing failed");
};

const thing = (fields: AvroRecord["fields"]): AvroRecord => ({
  type: "record",
  name: "Thing",
  namespace: "samvirke.test",
  fields,
});

const subjectName = (name: string): string => `samvirke.test-${name}-${process.pid}-${performance.now()}`;

test("all contracts register, twice with the same ids, and the codec works under them", async () => {
  const ids = await registerContracts({ url }, catalogue);
  expect(await registerContracts({ url }, catalogue)).toEqual(ids);
  expect(Object.keys(ids).sort()).toEqual(
    registeredSchemas(catalogue.contracts)
      .map((entry) => entry.key)
      .sort(),
  );
  const codec = makeCodec({ catalogue, ids });
  const value = loadSample(catalogue, "SickLeaveCertified", "full");
  const bytes = codec.encode("SickLeaveCertified", value, { eventId, secret, audience: "hub" });
  expect(E.isRight(codec.decode({ id: eventId, type: "SickLeaveCertified", value: bytes }))).toBe(true);
});

test("the same schema has the same id under each of its subjects", async () => {
  const registry = confluentRegistry({ url });
  const shared = registeredSchemas(catalogue.contracts).filter((entry) => entry.subjects.length > 1);
  expect(shared.length).toBeGreaterThan(0);
  for (const { subjects, schema } of shared) {
    const ids = await Promise.all(subjects.map((subject) => registry.register(subject, schema)));
    expect(new Set(ids).size).toBe(1);
  }
});

test("subjects follow the naming strategies", async () => {
  await registerContracts({ url }, catalogue);
  const subjects = (await (await fetch(`${url}/subjects`)).json()) as ReadonlyArray<string>;
  expect(subjects).toEqual(
    expect.arrayContaining([
      "samvirke.events-samvirke.sickleave.SickLeaveCertified",
      "samvirke.events-samvirke.shared.SickLeaveMedical",
      "samvirke.messages-samvirke.message.MessageReceived",
      "samvirke.health.changes-value",
    ]),
  );
});

test("a codec that lacks a schema learns it from the registry and reads what a newer writer wrote", async () => {
  const ids = await registerContracts({ url }, catalogue);
  const unaware = { ...ids, "DayPassed.v1": 1_000_000 };
  const codec = makeCodec({ catalogue, ids: unaware, registry: confluentRegistry({ url }) });
  const value = loadSample(catalogue, "DayPassed", "full");
  const bytes = makeCodec({ catalogue, ids }).encode("DayPassed", value, { eventId, secret, audience: "hub" });
  const record = { id: eventId, type: "DayPassed", value: bytes };
  const id = ids["DayPassed.v1"] as number;
  expect(codec.decode(record)).toEqual(E.left({ _tag: "UnknownSchema", schemaId: id }));
  expect(await codec.learn(id)).toBe(true);
  const event = codec.decodeAs("DayPassed", record);
  expect(E.isRight(event) && event.right.value).toEqual(value);
  expect(await codec.learn(2_000_000)).toBe(false);
});

test("a schema that breaks its subject is refused, and the failure says so", async () => {
  const registry = confluentRegistry({ url });
  const subject = subjectName("Thing");
  await registry.register(subject, thing([{ name: "a", type: "int" }]));
  const failure = await caught(registry.register(subject, thing([{ name: "a", type: "string" }])));
  expect(failure.message).toBe(`the registry refuses the schema of ${subject}: it breaks what is registered (409)`);
  expect(isRefused(failure)).toBe(true);
});

test("an optional field may come in the next version", async () => {
  const registry = confluentRegistry({ url });
  const subject = subjectName("Growing");
  const first = await registry.register(subject, thing([{ name: "a", type: "int" }]));
  const next = thing([
    { name: "a", type: "int" },
    { name: "b", type: ["null", "int"], default: null },
  ]);
  expect(await registry.register(subject, next)).not.toBe(first);
});

test("a registry that is away is told from one that refuses", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const failure = await caught(registerContracts({ url: `http://127.0.0.1:${port}/apis/ccompat/v7` }, catalogue));
  expect(failure.message).toContain("(no answer)");
  expect(isRefused(failure)).toBe(false);
});
