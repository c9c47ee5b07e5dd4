import { E } from "@samvirke/kernel";
import { expect, test } from "vitest";
import { foreignAvro, foreignFrame } from "./foreign-avro.ts";

const reader = {
  type: "record",
  name: "Thing",
  fields: [
    { name: "id", type: "string" },
    { name: "more", type: ["null", "int"], default: null },
  ],
};
const writer = {
  type: "record",
  name: "Thing",
  fields: [
    { name: "old", type: "long" },
    { name: "id", type: "string" },
  ],
};
const things = foreignAvro(reader);

test("a record is read by the reader's own schema", () => {
  expect(things.decode(things.encode({ id: "a", more: 3 }))).toEqual(E.right({ id: "a", more: 3 }));
});

test("a record is read by the schema that it was written by", () => {
  const bytes = foreignAvro(writer).encode({ old: 7, id: "b" });
  expect(things.decode(bytes, writer)).toEqual(E.right({ id: "b", more: null }));
});

test.each([
  ["cut short", (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 1)],
  ["too long", (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.from([1])])],
  ["empty", () => new Uint8Array()],
])("bytes that are %s are refused without a word of what is in them", (_, spoil) => {
  const bytes = things.encode({ id: "secret", more: null });
  expect(things.decode(spoil(bytes))).toEqual(E.left({ _tag: "BytesNotOfSchema" }));
});

test("a schema that is none, or of something else, is refused", () => {
  const bytes = things.encode({ id: "a", more: null });
  expect(things.decode(bytes, { type: "nothing" })).toEqual(E.left({ _tag: "NoSchema" }));
  expect(things.decode(bytes, { type: "record", name: "Thing", fields: [] })).toEqual(
    E.left({ _tag: "SchemasDoNotFit" }),
  );
});

test("a frame is told from a bare record", () => {
  const framed = Uint8Array.from([0, 0, 0, 1, 2, 9, 8]);
  expect(foreignFrame(framed)).toEqual({ schemaId: 258, body: Uint8Array.from([9, 8]) });
  expect(foreignFrame(Uint8Array.from([72, 0, 0, 1, 2, 9]))).toBeUndefined();
  expect(foreignFrame(Uint8Array.from([0]))).toBeUndefined();
});

test("a schema without an end, and a count that no bytes can hold, are bytes of no schema", () => {
  const endless = { type: "record", name: "Self", fields: [{ name: "again", type: "Self" }] };
  expect(things.decode(new Uint8Array([0]), endless)).toMatchObject({ _tag: "Left" });
  const lists = foreignAvro({
    type: "record",
    name: "List",
    fields: [{ name: "all", type: { type: "array", items: "string" } }],
  });
  const huge = Buffer.from([0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f, 2, 65, 0]);
  expect(lists.decode(huge)).toEqual(E.left({ _tag: "BytesNotOfSchema" }));
});
