import { E } from "@samvirke/kernel";
import { expect, test } from "vitest";
import { printContainer, readContainer } from "./container.ts";
import { foreignAvro } from "./foreign-avro.ts";

const writer = { type: "record", name: "Thing", fields: [{ name: "id", type: "string" }] };
const body = foreignAvro(writer).encode({ id: "prøve" });
const file = printContainer({ writer, body });

test("a record comes back with the schema that it was written by", () => {
  const read = readContainer(file);
  expect(read?.writer).toEqual(writer);
  expect(foreignAvro(writer).decode(read!.body)).toEqual(E.right({ id: "prøve" }));
});

test("the same record gives the same bytes", () => expect(printContainer({ writer, body })).toEqual(file));

test("every cut and every changed byte of the frame is no file, never a throw", () => {
  for (let end = 0; end < file.length; end += 1) expect(readContainer(file.subarray(0, end))).toBeUndefined();
  for (let at = 0; at < file.length; at += 1) {
    const broken = Buffer.from(file);
    broken[at] = (broken[at] ?? 0) ^ 0xff;
    expect(() => readContainer(broken)).not.toThrow();
  }
});

test("other bytes are no file", () => {
  expect(readContainer(body)).toBeUndefined();
  expect(readContainer(new Uint8Array())).toBeUndefined();
});
