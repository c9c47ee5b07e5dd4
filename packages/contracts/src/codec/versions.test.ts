import { describe, expect, test } from "vitest";
import { E } from "@samvirke/kernel";
import { fixedIds, memoryRegistry, registerWith } from "../registry/registry.ts";
import type { AvroRecord } from "../schema/avro.ts";
import type { Catalogue } from "../schema/catalogue.ts";
import { makeCatalogue } from "../schema/catalogue.ts";
import { gateCatalogue } from "../gate/gate.ts";
import type { SchemaFile } from "../schema/files.ts";
import { eventId, secret } from "../testing/fixture.ts";
import { makeCodec } from "./codec.ts";

// PersonRedriven stands for any contract: its name is what the types know, its versions are made up here.
const field = (name: string, type: unknown, more: object = {}) => ({
  name,
  type,
  doc: "A field.",
  sensitivity: "none",
  ...more,
});
const caseRecord = (fields: ReadonlyArray<object>) => ({
  type: "record",
  name: "PersonRedrivenCase",
  doc: "A record.",
  sensitivity: "case",
  fields,
});
const urgency = (symbols: ReadonlyArray<string>) => ({ type: "enum", name: "Urgency", symbols, default: "UNKNOWN" });

const version = (number: number, fields: ReadonlyArray<object>): SchemaFile => ({
  path: `message/person-redriven.v${number}.avsc`,
  area: "message",
  stem: "person-redriven",
  version: number,
  text: "",
  record: {
    type: "record",
    name: "PersonRedriven",
    namespace: "samvirke.message",
    doc: "A record.",
    sensitivity: "none",
    fields,
  } as AvroRecord,
});

const v1 = version(1, [
  field("stage", "string"),
  field("urgency", urgency(["UNKNOWN", "LOW"])),
  field("case", caseRecord([field("reason", "string", { sensitivity: "case" })]), { sensitivity: "case" }),
]);
const v2 = version(2, [
  field("stage", "string"),
  field("urgency", urgency(["UNKNOWN", "LOW", "HIGH"])),
  field("attempt", ["null", "int"], { default: null }),
  field(
    "case",
    caseRecord([
      field("reason", "string", { sensitivity: "case" }),
      field("ticket", ["null", "string"], { default: null, sensitivity: "case" }),
    ]),
    { sensitivity: "case" },
  ),
]);

const old = makeCatalogue("nowhere", [v1]);
const today = makeCatalogue("nowhere", [v1, v2]);
const context = { eventId, secret, audience: "hub" } as const;
const reader = { secret, audience: "hub" } as const;

const setUp = async () => {
  const registry = memoryRegistry();
  const asked: Array<number> = [];
  const counting = { ...registry, schema: (id: number) => (asked.push(id), registry.schema(id)) };
  const codecOf = async (catalogue: Catalogue, clock = { now: () => 0 }) =>
    makeCodec({ catalogue, ids: await registerWith(registry, catalogue), registry: counting, clock });
  return { codecOf, asked };
};

type Codec = Awaited<ReturnType<Awaited<ReturnType<typeof setUp>>["codecOf"]>>;

const write = (codec: Codec, value: object) => ({
  id: eventId,
  type: "PersonRedriven",
  value: codec.encode("PersonRedriven", value as never, context),
});

const read = (codec: Codec, record: ReturnType<typeof write>) => {
  const event = codec.decodeAs("PersonRedriven", record);
  return E.isLeft(event) ? event : codec.open(event.right, reader, ["case"]);
};

test("the made-up versions pass the gate", () => expect(gateCatalogue(today)).toEqual([]));

test("today's reader reads what the old writer wrote", async () => {
  const { codecOf } = await setUp();
  const record = write(await codecOf(old), { stage: "intake", urgency: "LOW", case: { reason: "why" } });
  expect(read(await codecOf(today), record)).toEqual(
    E.right({
      state: "Open",
      value: { stage: "intake", urgency: "LOW", attempt: null, case: { reason: "why", ticket: null } },
    }),
  );
});

describe("an old reader and a new writer", () => {
  const value = { stage: "intake", urgency: "HIGH", attempt: 3, case: { reason: "why", ticket: "T-1" } };

  test("meet when the reader has learnt the schemas, unknown symbols becoming UNKNOWN", async () => {
    const { codecOf } = await setUp();
    const reading = await codecOf(old);
    const record = write(await codecOf(today), value);
    for (let round = 0; round < 2; round++) {
      const failed = read(reading, record);
      expect(failed).toMatchObject({ left: { _tag: "UnknownSchema" } });
      if (E.isLeft(failed) && failed.left._tag === "UnknownSchema")
        expect(await reading.learn(failed.left.schemaId)).toBe(true);
    }
    expect(read(reading, record)).toEqual(
      E.right({
        state: "Open",
        value: { stage: "intake", urgency: "UNKNOWN", case: { reason: "why" } },
      }),
    );
  });

  test("the registry is asked once an id in 30 s, however often it is missed", async () => {
    const { codecOf, asked } = await setUp();
    const time = { at: 0 };
    const reading = await codecOf(old, { now: () => time.at });
    expect(await reading.learn(999)).toBe(false);
    time.at = 29_999;
    expect(await reading.learn(999)).toBe(false);
    expect(asked).toEqual([999]);
    time.at = 30_000;
    await reading.learn(999);
    expect(asked).toEqual([999, 999]);
  });

  test("a registry that is away is no answer, also to whoever asks again at once", async () => {
    const time = { at: 0 };
    const asked: Array<number> = [];
    const schema = (id: number) => {
      asked.push(id);
      return time.at < 30_000 ? Promise.reject(new Error("away")) : Promise.resolve(undefined);
    };
    const catalogue = old;
    const ids = await registerWith(memoryRegistry(), catalogue);
    const registry = { ...memoryRegistry(), schema };
    const reading = makeCodec({ catalogue, ids, registry, clock: { now: () => time.at } });
    await expect(reading.learn(999)).rejects.toThrow("away");
    time.at = 10;
    await expect(reading.learn(999)).rejects.toThrow("away");
    expect(asked).toEqual([999]);
    time.at = 30_010;
    expect(await reading.learn(999)).toBe(false);
    expect(await reading.learn(999)).toBe(false);
    expect(asked).toEqual([999, 999]);
  });

  test("a schema of a record that we do not read is not taken up", async () => {
    const registry = memoryRegistry();
    const ids = await registerWith(registry, old);
    const foreign = await registry.register("elsewhere", {
      type: "record",
      name: "Foreign",
      namespace: "other",
      fields: [],
    });
    const codec = makeCodec({ catalogue: old, ids, registry });
    expect(await codec.learn(foreign)).toBe(false);
  });
});

test("ids that were kept serve without a registry, after a round trip through JSON", async () => {
  const ids = JSON.parse(JSON.stringify(fixedIds(today))) as ReturnType<typeof fixedIds>;
  const codec = makeCodec({ catalogue: today, ids });
  const record = write(codec, {
    stage: "intake",
    urgency: "LOW",
    attempt: null,
    case: { reason: "why", ticket: null },
  });
  expect(E.isRight(read(codec, record))).toBe(true);
  expect(await codec.learn(77)).toBe(false);
});

test("a missing id stops the start with the schema's name", () => {
  const { "PersonRedriven.v2/case": _gone, ...ids } = fixedIds(today);
  expect(() => makeCodec({ catalogue: today, ids })).toThrow("no registry id for schema PersonRedriven.v2/case");
});
