import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { AvroRecord } from "../schema/avro.ts";
import { makeCatalogue } from "../schema/catalogue.ts";
import type { SchemaFile } from "../schema/files.ts";
import { gateCatalogue, gateSchemas } from "./gate.ts";

const field = (name: string, type: unknown, more: object = {}) => ({
  name,
  type,
  doc: "A field.",
  sensitivity: "none",
  ...more,
});
const optional = (name: string, type: unknown, more: object = {}) =>
  field(name, ["null", type], { default: null, ...more });
const record = (name: string, sensitivity: string, fields: ReadonlyArray<object>) => ({
  type: "record",
  name,
  doc: "A record.",
  sensitivity,
  fields,
});

const file = (version: number, fields: ReadonlyArray<object>, more: object = {}): SchemaFile => {
  const written = {
    ...record("ThingHappened", "none", fields),
    namespace: "samvirke.sickleave",
    ...more,
  } as AvroRecord;
  const path = `sick-leave/thing-happened.v${version}.avsc`;
  return { path, area: "sick-leave", stem: "thing-happened", version, text: JSON.stringify(written), record: written };
};

const breaks = (...versions: ReadonlyArray<ReadonlyArray<object>>): ReadonlyArray<string> =>
  gateCatalogue(
    makeCatalogue(
      "nowhere",
      versions.map((fields, index) => file(index + 1, fields)),
    ),
  ).map(({ path, rule }) => `${path.split(": ")[1]}: ${rule}`);

const kind = (symbols: ReadonlyArray<string>, more: object = { default: "UNKNOWN" }) => ({
  type: "enum",
  name: "Kind",
  symbols,
  ...more,
});
const work = (fields: ReadonlyArray<object>, more: object = {}) =>
  optional("work", record("ThingWork", "work", fields), { sensitivity: "work", ...more });
const medical = (fields: ReadonlyArray<object>) =>
  optional("medical", record("ThingMedical", "medical", fields), { sensitivity: "medical" });

test("today's schemas break nothing", () => expect(gateSchemas()).toEqual([]));

test("fields with defaults come and go, enums grow", () =>
  expect(
    breaks(
      [field("a", "int"), optional("b", "string"), field("kind", kind(["UNKNOWN", "A"]))],
      [field("a", "int"), optional("c", "string"), field("kind", kind(["UNKNOWN", "A", "B"]))],
    ),
  ).toEqual([]));

const cases: ReadonlyArray<readonly [what: string, ReadonlyArray<object>, ReadonlyArray<object>, string]> = [
  ["a mandatory field is added", [], [field("a", "int")], "a: a field without default was added (since v1)"],
  ["a mandatory field is dropped", [field("a", "int")], [], "a: a field without default was dropped (since v1)"],
  ["a type changes", [field("a", "int")], [field("a", "long")], "a: the type changed (since v1)"],
  [
    "a logical type changes",
    [field("a", "int")],
    [field("a", { type: "int", logicalType: "date" })],
    "a: the type changed (since v1)",
  ],
  ["a field becomes optional", [field("a", "int")], [optional("a", "int")], "a: the type changed (since v1)"],
  [
    "the inside of an optional changes",
    [optional("a", "int")],
    [optional("a", "string")],
    "a: the type changed (since v1)",
  ],
  [
    "an array's items change",
    [field("a", { type: "array", items: "int" })],
    [field("a", { type: "array", items: "string" })],
    "a[]: the type changed (since v1)",
  ],
  [
    "a default changes",
    [field("a", "int", { default: 1 })],
    [field("a", "int", { default: 2 })],
    "a: the default changed (since v1)",
  ],
  [
    "a sensitivity changes",
    [field("a", "int")],
    [field("a", "int", { sensitivity: "id" })],
    "a: the sensitivity changed (since v1)",
  ],
  [
    "an enum loses a symbol",
    [field("a", kind(["UNKNOWN", "A"]))],
    [field("a", kind(["UNKNOWN"]))],
    "a: an enum symbol was dropped (since v1)",
  ],
  [
    "an enum without default grows",
    [field("a", kind(["A"], {}))],
    [field("a", kind(["A", "B"], {}))],
    "a: an enum without default grew (since v1)",
  ],
  [
    "a record inside is renamed",
    [field("a", record("A", "none", []))],
    [field("a", record("B", "none", []))],
    "a: the type changed (since v1)",
  ],
  [
    "a mandatory field comes deep inside",
    [work([])],
    [work([field("a", "int", { sensitivity: "work" })])],
    "work.a: a field without default was added (since v1)",
  ],
  [
    "a record's sensitivity changes",
    [field("a", record("A", "none", []))],
    [field("a", record("A", "id", []))],
    "a: the sensitivity changed (since v1)",
  ],
  [
    "a field moves to another compartment",
    [work([optional("a", "int")]), medical([])],
    [work([]), medical([optional("a", "int")])],
    "medical.a: the field moved here from work (since v1)",
  ],
  [
    "a field leaves its compartment",
    [work([optional("a", "int")])],
    [work([]), optional("a", "int")],
    "public.a: the field moved here from work (since v1)",
  ],
];

test.each(cases)("it is a break when %s", (_what, before, after, expected) =>
  expect(breaks(before, after)).toContain(expected),
);

test("every version is compared with every earlier one", () =>
  expect(breaks([field("a", "int", { default: 0 })], [], [field("a", "string", { default: "" })])).toContain(
    "a: the type changed (since v1)",
  ));

test("a topic that is left behind is a break", () => {
  const versions = [file(1, [], { topics: ["samvirke.events", "samvirke.messages"] }), file(2, [])];
  expect(gateCatalogue(makeCatalogue("nowhere", versions)).map((finding) => finding.rule)).toEqual([
    "records are no longer found on samvirke.messages (since v1)",
  ]);
});

const withReleased = (released: object, files: ReadonlyArray<SchemaFile>): ReadonlyArray<string> => {
  const folder = mkdtempSync(join(tmpdir(), "samvirke-schemas-"));
  try {
    writeFileSync(join(folder, "released.json"), JSON.stringify(released));
    return gateCatalogue(makeCatalogue(folder, files)).map((finding) => finding.rule);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

test("a released file stays as it is", () => {
  const released = file(1, [field("a", "int")]);
  const listed = { [released.path]: sha256(released.text) };
  expect(withReleased(listed, [released])).toEqual([]);
  expect(withReleased(listed, [{ ...released, text: `${released.text} ` }])).toEqual(["a released file changed"]);
  expect(withReleased(listed, [])).toEqual(["a released file is gone"]);
});

test("a released contract holds its shared records fast", () => {
  const word = { ...record("Word", "none", []), namespace: "samvirke.shared" } as AvroRecord;
  const shared: SchemaFile = {
    path: "shared/word.v1.avsc",
    area: "shared",
    stem: "word",
    version: 1,
    text: "{}",
    record: word,
  };
  const released = file(1, [field("a", "samvirke.shared.Word")]);
  expect(withReleased({ [released.path]: sha256(released.text) }, [released, shared])).toEqual([
    "a released contract uses this file, so it is released with it",
  ]);
});
