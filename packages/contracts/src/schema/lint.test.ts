import { describe, expect, test } from "vitest";
import type { AvroRecord } from "./avro.ts";
import { makeCatalogue } from "./catalogue.ts";
import type { SchemaFile } from "./files.ts";
import { lintCatalogue, lintSchemas } from "./lint.ts";

const field = (name: string, type: unknown, sensitivity = "none", more: object = {}) => ({
  name,
  type,
  doc: "A field.",
  sensitivity,
  ...more,
});

const inner = (name: string, sensitivity: string, fields: ReadonlyArray<object>, more: object = {}) => ({
  type: "record",
  name,
  doc: "A record.",
  sensitivity,
  fields,
  ...more,
});

const file = (record: object, more: Partial<SchemaFile> = {}): SchemaFile => ({
  path: "sick-leave/thing-happened.v1.avsc",
  area: "sick-leave",
  stem: "thing-happened",
  version: 1,
  text: "",
  record: { namespace: "samvirke.sickleave", ...record } as AvroRecord,
  ...more,
});

const event = (fields: ReadonlyArray<object>, more: object = {}) =>
  file({ ...inner("ThingHappened", "none", fields), ...more });

const shared = (record: object, stem: string): SchemaFile =>
  file({ namespace: "samvirke.shared", ...record }, { path: `shared/${stem}.v1.avsc`, area: "shared", stem });

const rulesOf = (...files: ReadonlyArray<SchemaFile>): ReadonlyArray<string> =>
  lintCatalogue(makeCatalogue("nowhere", files))
    .map((finding) => finding.rule)
    .filter((rule) => !rule.startsWith("the sample"));

const enumOf = (symbols: ReadonlyArray<string>, more: object = { default: "UNKNOWN" }) => ({
  type: "enum",
  name: "Kind",
  symbols,
  ...more,
});

test("the authored schemas keep every convention", () => expect(lintSchemas()).toEqual([]));

test("a well-written contract has no findings", () =>
  expect(
    rulesOf(
      event([
        field("thingId", { type: "string", logicalType: "uuid" }, "id"),
        field("kind", enumOf(["UNKNOWN", "FULL"])),
        field(
          "work",
          ["null", inner("ThingWork", "work", [field("firstDay", { type: "int", logicalType: "date" }, "work")])],
          "work",
          { default: null },
        ),
      ]),
    ),
  ).toEqual([]));

const broken: ReadonlyArray<readonly [what: string, rule: string, SchemaFile]> = [
  ["a field without doc", "every field has a doc", event([{ name: "a", type: "int", sensitivity: "none" }])],
  ["a field with a blank doc", "every field has a doc", event([field("a", "int", "none", { doc: " " })])],
  ["a field without sensitivity", "every field has a sensitivity", event([{ name: "a", type: "int", doc: "A." }])],
  ["an unknown sensitivity", "every field has a sensitivity", event([field("a", "int", "secret")])],
  [
    "a record without doc",
    "every record has a doc",
    event([field("a", { ...inner("A", "none", []), doc: undefined })]),
  ],
  [
    "a record without sensitivity",
    "every record has a sensitivity",
    event([field("a", { ...inner("A", "none", []), sensitivity: undefined })]),
  ],
  [
    "a union of two types",
    "a union is [null, T]",
    event([field("a", ["null", "int", "string"], "none", { default: null })]),
  ],
  ["null last", "a union is [null, T]", event([field("a", ["int", "null"], "none", { default: null })])],
  ["an optional field without default", "an optional field's default is null", event([field("a", ["null", "int"])])],
  ["an enum without default", "an enum's default is UNKNOWN", event([field("a", enumOf(["UNKNOWN", "A"], {}))])],
  ["an enum that begins otherwise", "an enum's first symbol is UNKNOWN", event([field("a", enumOf(["A", "UNKNOWN"]))])],
  [
    "a logical type on the field",
    "a logical type stands inside the type",
    event([field("a", "long", "none", { logicalType: "timestamp-millis" })]),
  ],
  [
    "a date on a long",
    "a logical type is date on int, timestamp-millis on long or uuid on string",
    event([field("a", { type: "long", logicalType: "date" })]),
  ],
  ["a double", "no float, double or bare null", event([field("a", "double")])],
  ["a map", "no map or fixed", event([field("a", { type: "map", values: "string" })])],
  [
    "an array item that breaks a rule",
    "no float, double or bare null",
    event([field("a", { type: "array", items: "float" })]),
  ],
  ["a medical field in public", "a medical field stands in public", event([field("a", "int", "medical")])],
  ["an identity field in public", "a identity field stands in public", event([field("a", "int", "identity")])],
  ["a case record in public", "a case record stands in public", event([field("a", inner("A", "case", []))])],
  [
    "a medical field in the employer's compartment",
    "a medical field stands in work",
    event([field("work", inner("ThingWork", "work", [field("a", "int", "medical")]), "work")]),
  ],
  [
    "a case field in the employer's compartment",
    "a case field stands in work",
    event([field("work", inner("ThingWork", "work", [field("a", "int", "case")]), "work")]),
  ],
  [
    "a clinician in identity",
    "a case field stands in identity",
    event([field("identity", inner("ThingIdentity", "identity", [field("a", "int", "case")]), "identity")]),
  ],
  [
    "a medical record deep in case",
    "a medical record stands in case",
    event([
      field(
        "case",
        inner("ThingCase", "case", [field("a", { type: "array", items: inner("A", "medical", []) }, "case")]),
        "case",
      ),
    ]),
  ],
  [
    "a compartment that is no record",
    "a compartment is a record or [null, record]",
    event([field("work", "string", "work")]),
  ],
  [
    "a compartment of another sensitivity",
    "the compartment and its record have sensitivity medical",
    event([field("medical", inner("ThingMedical", "work", []), "medical")]),
  ],
  ["a file named otherwise", "the file is named as its record, in kebab-case", file(inner("OtherThing", "none", []))],
  ["another namespace", "the namespace is samvirke.sickleave", event([], { namespace: "samvirke.other" })],
  [
    "a namespace inside",
    "nested types take the file's namespace",
    event([field("a", inner("A", "none", [], { namespace: "samvirke.shared" }))]),
  ],
  ["an unknown topic", "a contract is found on known topics", event([], { topics: ["samvirke.elsewhere"] })],
  ["a contract that calls itself a value", "only a shared record is a value", event([], { value: true })],
  ["versions with a gap", "versions count from 1 without gaps", { ...event([]), version: 2 }],
];

test.each(broken)("%s is found: %s", (_what, rule, schema) => expect(rulesOf(schema)).toContain(rule));

describe("shared values", () => {
  const value = shared(inner("Word", "medical", [field("text", "string", "medical")], { value: true }), "word");

  test("are as protected as the compartment they stand in", () =>
    expect(
      rulesOf(
        event([field("work", inner("ThingWork", "work", [field("a", "samvirke.shared.Word", "work")]), "work")]),
        value,
      ),
    ).toEqual([]));

  test("never stand in public when they are personal", () =>
    expect(rulesOf(event([field("a", "samvirke.shared.Word")]), value)).toEqual(["a personal value stands in public"]));

  test("hold only values", () =>
    expect(
      rulesOf(
        event([field("work", inner("ThingWork", "work", [field("a", "samvirke.shared.Pair", "work")]), "work")]),
        shared(inner("Pair", "work", [field("b", inner("Diagnosis", "medical", []), "work")], { value: true }), "pair"),
      ),
    ).toEqual(["a value holds only values"]));

  test("have no topics and choose no versions", () =>
    expect(rulesOf(shared(inner("Word", "work", [], { topics: [], uses: {} }), "word"))).toEqual([
      "a shared record has no topics",
      "versions of shared records are chosen by the contract",
    ]));
});

test("two definitions of one name are found", () =>
  expect(
    rulesOf(
      event([field("a", enumOf(["UNKNOWN", "FULL"]))]),
      file(inner("OtherThing", "none", [field("a", enumOf(["UNKNOWN", "PART"]))]), {
        path: "sick-leave/other-thing.v1.avsc",
        stem: "other-thing",
      }),
    ),
  ).toEqual(["Kind is defined more than once"]));

test("a contract without samples is found", () =>
  expect(lintCatalogue(makeCatalogue("nowhere", [event([])])).map((finding) => finding.rule)).toEqual([
    "the sample min.json exists",
    "the sample full.json exists",
  ]));

test("an unknown name is refused with the file that uses it", () =>
  expect(() => makeCatalogue("nowhere", [event([field("a", "samvirke.shared.Nothing")])])).toThrow(
    "schemas/sick-leave/thing-happened.v1.avsc: unknown type name samvirke.shared.Nothing",
  ));
