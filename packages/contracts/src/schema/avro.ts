import type { Compartment } from "@samvirke/kernel";

/** How far a value must be kept: the compartment it belongs to, or public (`none`, `id`). */
export type Sensitivity = "none" | "id" | Compartment;

/** An Avro schema as it is authored. */
export type AvroSchema = string | AvroRecord | AvroEnum | AvroArray | AvroPrimitive | ReadonlyArray<AvroSchema>;

export interface AvroRecord {
  readonly type: "record";
  readonly name: string;
  readonly namespace?: string;
  readonly doc?: string;
  readonly sensitivity?: Sensitivity;
  readonly fields: ReadonlyArray<AvroField>;
  /** Top level only: where records of this contract are found, when not on the area's topic. */
  readonly topics?: ReadonlyArray<string>;
  /** Top level only: versions of shared records by full name; 1 where nothing is said. */
  readonly uses?: Readonly<Record<string, number>>;
  /** Shared records only: a value such as a code or a name, protected as the compartment it stands in. */
  readonly value?: boolean;
}

export interface AvroField {
  readonly name: string;
  readonly type: AvroSchema;
  readonly doc?: string;
  readonly sensitivity?: Sensitivity;
  readonly default?: unknown;
}

export interface AvroEnum {
  readonly type: "enum";
  readonly name: string;
  readonly namespace?: string;
  readonly doc?: string;
  readonly symbols: ReadonlyArray<string>;
  readonly default?: string;
}

export interface AvroArray {
  readonly type: "array";
  readonly items: AvroSchema;
}

export interface AvroPrimitive {
  readonly type: string;
  readonly logicalType?: string;
}

export type AvroNamed = AvroRecord | AvroEnum;

export const primitives: ReadonlySet<string> = new Set([
  "null",
  "boolean",
  "int",
  "long",
  "float",
  "double",
  "bytes",
  "string",
]);

export const isUnion = (schema: AvroSchema): schema is ReadonlyArray<AvroSchema> => Array.isArray(schema);

const hasType = (schema: AvroSchema, type: string): boolean =>
  typeof schema === "object" && !isUnion(schema) && schema.type === type;

export const isRecord = (schema: AvroSchema): schema is AvroRecord => hasType(schema, "record");
export const isEnum = (schema: AvroSchema): schema is AvroEnum => hasType(schema, "enum");
export const isArray = (schema: AvroSchema): schema is AvroArray => hasType(schema, "array");

/** `namespace.name` of a named schema. */
export const fullName = (named: AvroNamed): string =>
  named.namespace ? `${named.namespace}.${named.name}` : named.name;

/** The other branch of `["null", T]`, or undefined when the schema is no such union. */
export const nullableOf = (schema: AvroSchema): AvroSchema | undefined =>
  isUnion(schema) && schema.length === 2 && schema[0] === "null" ? schema[1] : undefined;

/** The record of a field's type, whether it is optional or not. */
export const recordOf = (schema: AvroSchema): AvroRecord | undefined => {
  const inner = nullableOf(schema) ?? schema;
  return isRecord(inner) ? inner : undefined;
};
