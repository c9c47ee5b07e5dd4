import type { AvroEnum, AvroField, AvroPrimitive, AvroRecord, AvroSchema } from "./avro.ts";
import { isArray, isEnum, isRecord, isUnion, nullableOf, primitives } from "./avro.ts";
import type { SchemaFile } from "./files.ts";
import type { SchemaFinding } from "./finding.ts";

const sensitivities: ReadonlySet<string> = new Set(["none", "id", "identity", "work", "case", "medical"]);

const logicalBases: Readonly<Record<string, string>> = { date: "int", "timestamp-millis": "long", uuid: "string" };

const refusedPrimitives: ReadonlySet<string> = new Set(["float", "double", "null"]);

type Broken = ReadonlyArray<readonly [broken: boolean, rule: string]>;

const findings = (path: string, rules: Broken): ReadonlyArray<SchemaFinding> =>
  rules.filter(([broken]) => broken).map(([, rule]) => ({ path, rule }));

const hasText = (text: string | undefined): boolean => text !== undefined && text.trim() !== "";

const lintEnum = (path: string, schema: AvroEnum): ReadonlyArray<SchemaFinding> =>
  findings(path, [
    [schema.symbols[0] !== "UNKNOWN", "an enum's first symbol is UNKNOWN"],
    [schema.default !== "UNKNOWN", "an enum's default is UNKNOWN"],
    [new Set(schema.symbols).size !== schema.symbols.length, "an enum's symbols differ"],
  ]);

const lintPrimitive = (path: string, schema: string | AvroPrimitive): ReadonlyArray<SchemaFinding> => {
  const { type, logicalType } = typeof schema === "string" ? { type: schema, logicalType: undefined } : schema;
  return findings(path, [
    [refusedPrimitives.has(type), "no float, double or bare null"],
    [typeof schema !== "string" && !primitives.has(type), "no map or fixed"],
    [
      logicalType !== undefined && logicalBases[logicalType] !== type,
      "a logical type is date on int, timestamp-millis on long or uuid on string",
    ],
  ]);
};

const lintType = (path: string, schema: AvroSchema): ReadonlyArray<SchemaFinding> => {
  if (isUnion(schema)) return lintUnion(path, schema);
  if (isRecord(schema)) return lintRecord(path, schema);
  if (isEnum(schema)) return lintEnum(path, schema);
  return isArray(schema) ? lintType(`${path}[]`, schema.items) : lintPrimitive(path, schema);
};

const lintUnion = (path: string, schema: ReadonlyArray<AvroSchema>): ReadonlyArray<SchemaFinding> => {
  const inner = nullableOf(schema);
  if (inner === undefined) return [{ path, rule: "a union is [null, T]" }];
  return isUnion(inner) ? [{ path, rule: "a union holds no union" }] : lintType(path, inner);
};

const lintField = (path: string, field: AvroField): ReadonlyArray<SchemaFinding> => [
  ...findings(path, [
    [!hasText(field.doc), "every field has a doc"],
    [!sensitivities.has(field.sensitivity ?? ""), "every field has a sensitivity"],
    [isUnion(field.type) && field.default !== null, "an optional field's default is null"],
    ["logicalType" in field, "a logical type stands inside the type"],
  ]),
  ...lintType(path, field.type),
];

const lintRecord = (path: string, record: AvroRecord): ReadonlyArray<SchemaFinding> => [
  ...findings(path, [
    [!hasText(record.doc), "every record has a doc"],
    [!sensitivities.has(record.sensitivity ?? ""), "every record has a sensitivity"],
  ]),
  ...record.fields.flatMap((field) => lintField(`${path}.${field.name}`, field)),
];

/** Docs, sensitivities, optional fields, enums and logical types are written as the house writes them. */
export const lintShape = (file: SchemaFile): ReadonlyArray<SchemaFinding> => lintRecord(file.path, file.record);
