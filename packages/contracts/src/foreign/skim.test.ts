import avro from "avsc";
import fc from "fast-check";
import { expect, test } from "vitest";
import { skimmer } from "./skim.ts";

const schema = {
  type: "record",
  name: "Whole",
  namespace: "prove",
  fields: [
    { name: "flag", type: "boolean" },
    { name: "small", type: "int" },
    { name: "large", type: { type: "long", logicalType: "timestamp-millis" } },
    { name: "short", type: "float" },
    { name: "exact", type: "double" },
    { name: "raw", type: "bytes" },
    { name: "fixed", type: { type: "fixed", name: "Four", size: 4 } },
    { name: "word", type: { type: "enum", name: "Word", symbols: ["A", "B"] } },
    { name: "again", type: ["null", "Word", "Four"], default: null },
    {
      name: "list",
      type: { type: "array", items: { type: "record", name: "Item", fields: [{ name: "id", type: "string" }] } },
    },
    { name: "map", type: { type: "map", values: ["null", "string"] } },
    { name: "other", type: ["null", "prove.Item"], default: null },
  ],
} as const;
const type = avro.Type.forSchema(schema as unknown as avro.Schema, { wrapUnions: "never" });
const skim = skimmer(schema);

const value = fc.record({
  flag: fc.boolean(),
  small: fc.integer(),
  large: fc.integer({ min: -(2 ** 52), max: 2 ** 52 }),
  short: fc.constant(1.5),
  exact: fc.constant(-0.1),
  raw: fc.uint8Array({ maxLength: 9 }).map((bytes) => Buffer.from(bytes)),
  fixed: fc.constant(Buffer.from("four")),
  word: fc.constantFrom("A", "B"),
  again: fc.constantFrom(null, "A", Buffer.from("four")),
  list: fc.array(fc.record({ id: fc.string() }), { maxLength: 5 }),
  map: fc.dictionary(fc.string({ minLength: 1, maxLength: 4 }), fc.option(fc.string()), {
    maxKeys: 4,
    noNullPrototype: true,
  }),
  other: fc.option(fc.record({ id: fc.string() })),
});

test("a record ends where its bytes end, wherever it begins", () =>
  fc.assert(
    fc.property(value, (one) => {
      const bytes = type.toBuffer(one);
      expect(skim(bytes)).toBe(bytes.length);
      expect(skim(Buffer.concat([Buffer.from("ab"), bytes, Buffer.from("c")]), 2)).toBe(bytes.length + 2);
      for (let end = 0; end < bytes.length; end += 1) expect(skim(bytes.subarray(0, end))).toBeUndefined();
    }),
    { numRuns: 200 },
  ));

test("a count that no bytes can hold is nonsense, in blocks with and without a size", () => {
  const list = skimmer({ type: "array", items: "string" });
  const counts = [avro.Type.forSchema("long").toBuffer(2 ** 40), avro.Type.forSchema("long").toBuffer(-(2 ** 40))];
  for (const count of counts) expect(list(Buffer.concat([count, Buffer.from([2, 0])]))).toBeUndefined();
  expect(list(Buffer.from([0]))).toBe(1);
  expect(list(Buffer.from([1, 2, 2, 65, 0]))).toBe(5);
});

test("random bytes never throw and take no time", () =>
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const end = skim(bytes);
      expect(end === undefined || end <= bytes.length).toBe(true);
    }),
    { numRuns: 2_000 },
  ));

test("a branch, a name or a schema that nobody knows is nonsense", () => {
  expect(skimmer(["null", "int"])(Buffer.from([4, 0]))).toBeUndefined();
  expect(skimmer("nobody")(Buffer.from([0]))).toBeUndefined();
});
