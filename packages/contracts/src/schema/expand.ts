import type { AvroEnum, AvroRecord, AvroSchema } from "./avro.ts";
import { fullName, isArray, isEnum, isRecord, isUnion, primitives } from "./avro.ts";

interface Scope {
  readonly known: Map<string, AvroSchema>;
  readonly shared: (name: string) => AvroRecord | undefined;
}

const expandName = (scope: Scope, name: string, namespace: string): AvroSchema => {
  if (primitives.has(name)) return name;
  const qualified = name.includes(".") ? name : `${namespace}.${name}`;
  const known = scope.known.get(qualified);
  if (known) return known;
  const shared = scope.shared(qualified);
  if (!shared) throw new Error(`unknown type name ${qualified}`);
  return expandNode(scope, shared, namespace);
};

const expandRecord = (scope: Scope, record: AvroRecord, enclosing: string): AvroRecord => {
  const namespace = record.namespace ?? enclosing;
  const fields = record.fields.map((field) => ({ ...field, type: expandNode(scope, field.type, namespace) }));
  return remember(scope, { ...record, namespace, fields });
};

const remember = <T extends AvroRecord | AvroEnum>(scope: Scope, named: T): T => {
  scope.known.set(fullName(named), named);
  return named;
};

const expandNode = (scope: Scope, schema: AvroSchema, namespace: string): AvroSchema => {
  if (typeof schema === "string") return expandName(scope, schema, namespace);
  if (isUnion(schema)) return schema.map((branch) => expandNode(scope, branch, namespace));
  if (isRecord(schema)) return expandRecord(scope, schema, namespace);
  if (isEnum(schema)) return remember(scope, { ...schema, namespace: schema.namespace ?? namespace });
  return isArray(schema) ? { ...schema, items: expandNode(scope, schema.items, namespace) } : schema;
};

/** The record with every type name replaced by its definition; a record inside itself is refused. */
export const expand = (record: AvroRecord, shared: Scope["shared"]): AvroRecord =>
  expandRecord({ known: new Map(), shared }, record, "");

const collapseNode = (schema: AvroSchema, seen: Set<string>): AvroSchema => {
  if (typeof schema === "string") return schema;
  if (isUnion(schema)) return schema.map((branch) => collapseNode(branch, seen));
  if (isArray(schema)) return { ...schema, items: collapseNode(schema.items, seen) };
  if (!isRecord(schema) && !isEnum(schema)) return schema;
  const name = fullName(schema);
  if (seen.has(name)) return name;
  seen.add(name);
  return isRecord(schema) ? collapseRecord(schema, seen) : schema;
};

const collapseRecord = (record: AvroRecord, seen: Set<string>): AvroRecord => {
  const { topics: _topics, uses: _uses, value: _value, ...kept } = record;
  return { ...kept, fields: record.fields.map((field) => ({ ...field, type: collapseNode(field.type, seen) })) };
};

/** An expanded record as one self-contained schema: every named type is defined where it is met first. */
export const selfContained = (record: AvroRecord): AvroRecord => collapseRecord(record, new Set([fullName(record)]));
