import type { AvroPrimitive, AvroSchema } from "../schema/avro.ts";
import { isArray, isEnum, isRecord, isUnion, nullableOf } from "../schema/avro.ts";
import { parseDay } from "@samvirke/kernel";

const read: Readonly<Record<string, (text: string) => unknown>> = {
  date: (text) => parseDay(text),
  "timestamp-millis": (text) => Date.parse(text),
  bytes: (text) => Buffer.from(text, "base64"),
};

const readPrimitive = (schema: string | AvroPrimitive, json: unknown): unknown => {
  const kind = typeof schema === "string" ? schema : (schema.logicalType ?? schema.type);
  const reader = read[kind];
  return typeof json === "string" && reader ? reader(json) : json;
};

type Fields = Readonly<Record<string, unknown>>;

/**
 * A sample's JSON as the value that its schema describes.
 *
 * Shape: days and instants may be ISO texts, bytes are base64; an optional field that is left out is null.
 */
export const sampleValue = (schema: AvroSchema, json: unknown): unknown => {
  if (typeof schema === "string") return readPrimitive(schema, json);
  if (isUnion(schema)) return readOptional(nullableOf(schema) ?? "null", json);
  if (isArray(schema)) return readItems(schema.items, json);
  if (isRecord(schema)) return readRecord(schema.fields, json);
  return isEnum(schema) ? json : readPrimitive(schema, json);
};

const readOptional = (schema: AvroSchema, json: unknown): unknown =>
  json === null || json === undefined ? null : sampleValue(schema, json);

const readItems = (schema: AvroSchema, json: unknown): unknown =>
  Array.isArray(json) ? json.map((item) => sampleValue(schema, item)) : json;

const readRecord = (fields: ReadonlyArray<{ name: string; type: AvroSchema }>, json: unknown): unknown => {
  if (typeof json !== "object" || json === null) return json;
  const known = fields.map((field) => [field.name, sampleValue(field.type, (json as Fields)[field.name])]);
  // Names that the schema does not know are kept, so that validation finds them.
  return { ...json, ...Object.fromEntries(known) };
};
