import type { AvroEnum, AvroField, AvroPrimitive, AvroRecord, AvroSchema } from "../schema/avro.ts";
import { fullName, isArray, isEnum, isRecord, isUnion, nullableOf } from "../schema/avro.ts";

/** A difference between two versions that a reader of either would suffer from. */
export interface Break {
  /** Field path inside the record. */
  readonly path: string;
  readonly rule: string;
}

type Breaks = ReadonlyArray<Break>;

/** Two versions of one thing, the older first. */
interface Pair<T> {
  readonly older: T;
  readonly newer: T;
}

const when = (broken: boolean, path: string, rule: string): Breaks => (broken ? [{ path, rule }] : []);

const primitiveName = (schema: string | AvroPrimitive): string =>
  typeof schema === "string" ? schema : [schema.type, schema.logicalType].filter(Boolean).join(":");

const shape = (schema: AvroSchema): string => {
  if (isUnion(schema)) return "optional";
  if (isArray(schema)) return "array";
  if (isRecord(schema) || isEnum(schema)) return `${schema.type} ${fullName(schema)}`;
  return primitiveName(schema);
};

const enumBreaks = (path: string, { older, newer }: Pair<AvroEnum>): Breaks => {
  const dropped = older.symbols.some((symbol) => !newer.symbols.includes(symbol));
  const added = newer.symbols.some((symbol) => !older.symbols.includes(symbol));
  return [
    ...when(dropped, path, "an enum symbol was dropped"),
    ...when(
      added && (older.default === undefined || newer.default === undefined),
      path,
      "an enum without default grew",
    ),
    ...when(older.default !== newer.default, path, "an enum's default changed"),
  ];
};

/** What an optional or an array holds. */
const inside = (schema: AvroSchema): AvroSchema =>
  nullableOf(schema) ?? (typeof schema !== "string" && isArray(schema) ? schema.items : "null");

const typeBreaks = (path: string, { older, newer }: Pair<AvroSchema>): Breaks => {
  if (shape(older) !== shape(newer)) return [{ path, rule: "the type changed" }];
  // The shapes are the same, so what one is the other is too.
  if (isUnion(older)) return typeBreaks(path, { older: inside(older), newer: inside(newer) });
  if (isArray(older)) return typeBreaks(`${path}[]`, { older: inside(older), newer: inside(newer) });
  if (isEnum(older)) return enumBreaks(path, { older, newer: newer as AvroEnum });
  return isRecord(older) ? recordBreaks(path, { older, newer: newer as AvroRecord }) : [];
};

const hasDefault = (field: AvroField): boolean => "default" in field;

const sameDefault = ({ older, newer }: Pair<AvroField>): boolean =>
  JSON.stringify(older.default) === JSON.stringify(newer.default);

const fieldBreaks = (path: string, pair: Pair<AvroField>): Breaks => [
  ...when(pair.older.sensitivity !== pair.newer.sensitivity, path, "the sensitivity changed"),
  ...when(!sameDefault(pair), path, "the default changed"),
  ...typeBreaks(path, { older: pair.older.type, newer: pair.newer.type }),
];

const at = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);

const missingFrom = (fields: ReadonlyArray<AvroField>, others: ReadonlyArray<AvroField>): ReadonlyArray<AvroField> =>
  fields.filter((field) => !others.some((other) => other.name === field.name));

const recordBreaks = (path: string, { older, newer }: Pair<AvroRecord>): Breaks => [
  ...when(older.sensitivity !== newer.sensitivity, path, "the sensitivity changed"),
  ...missingFrom(older.fields, newer.fields).flatMap((field) =>
    when(!hasDefault(field), at(path, field.name), "a field without default was dropped"),
  ),
  ...missingFrom(newer.fields, older.fields).flatMap((field) =>
    when(!hasDefault(field), at(path, field.name), "a field without default was added"),
  ),
  ...older.fields.flatMap((field) => {
    const newerField = newer.fields.find((candidate) => candidate.name === field.name);
    return newerField ? fieldBreaks(at(path, field.name), { older: field, newer: newerField }) : [];
  }),
];

/** Everything that breaks a reader of one version on records of the other, in either direction. */
export const breaksBetween = (older: AvroRecord, newer: AvroRecord): Breaks => recordBreaks("", { older, newer });
