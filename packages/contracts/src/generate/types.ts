import type { AvroEnum, AvroNamed, AvroPrimitive, AvroRecord, AvroSchema } from "../schema/avro.ts";
import { fullName, isArray, isEnum, isRecord, isUnion, nullableOf } from "../schema/avro.ts";
import type { Catalogue } from "../schema/catalogue.ts";
import type { Output } from "./output.ts";
import { generatedNote } from "./output.ts";
import { areaOf, latestRecords, namedTypes } from "../schema/named.ts";

const kernelTypes: ReadonlyArray<string> = ["Day", "Instant"];

const logicalTypes: Readonly<Record<string, string>> = { date: "Day", "timestamp-millis": "Instant", uuid: "string" };

const primitiveTypes: Readonly<Record<string, string>> = {
  boolean: "boolean",
  int: "number",
  long: "number",
  string: "string",
  bytes: "Uint8Array",
};

const primitiveType = (schema: string | AvroPrimitive): string => {
  const { type, logicalType } = typeof schema === "string" ? { type: schema, logicalType: undefined } : schema;
  const name = (logicalType && logicalTypes[logicalType]) ?? primitiveTypes[type];
  if (!name) throw new Error(`no TypeScript type for Avro type ${type}`);
  return name;
};

/** The TypeScript type of an authored schema. */
export const typeText = (schema: AvroSchema): string => {
  if (typeof schema === "string") return primitiveType(schema);
  if (isUnion(schema)) return `${typeText(nullableOf(schema) ?? "null")} | null`;
  if (isArray(schema)) return `ReadonlyArray<${typeText(schema.items)}>`;
  return isRecord(schema) || isEnum(schema) ? schema.name : primitiveType(schema);
};

const firstSentence = (doc: string | undefined): string => (doc ?? "").split(/(?<=\.)\s+(?=[A-Z])/)[0] ?? "";

const comment = (doc: string | undefined, indent: string): string =>
  `${indent}/** ${firstSentence(doc).replaceAll("*/", "* /")} */`;

const enumText = (schema: AvroEnum): string => {
  const symbols = schema.symbols.map((symbol) => `"${symbol}"`);
  const line = `export type ${schema.name} = ${symbols.join(" | ")};`;
  const text = line.length <= 120 ? line : `export type ${schema.name} =\n  | ${symbols.join("\n  | ")};`;
  return schema.doc ? `${comment(schema.doc, "")}\n${text}` : text;
};

const recordText = (record: AvroRecord): string =>
  [
    comment(record.doc, ""),
    `export interface ${record.name} {`,
    ...record.fields.flatMap((field) => [
      comment(field.doc, "  "),
      `  readonly ${field.name}: ${typeText(field.type)};`,
    ]),
    "}",
  ].join("\n");

const namedText = (named: AvroNamed): string => (isRecord(named) ? recordText(named) : enumText(named));

const importLine = (names: ReadonlyArray<string>, from: string): string =>
  names.length === 0 ? "" : `import type { ${[...names].sort().join(", ")} } from "${from}";\n`;

/** Names that a record's fields speak of but another area defines. */
const foreignTypes = (own: ReadonlyArray<AvroNamed>): ReadonlyArray<AvroNamed> => {
  const local = new Set(own.map(fullName));
  const spokenOf = own.filter(isRecord).flatMap((record) => record.fields.flatMap((field) => directNames(field.type)));
  return [...new Map(spokenOf.filter((named) => !local.has(fullName(named))).map((n) => [fullName(n), n])).values()];
};

const directNames = (schema: AvroSchema): ReadonlyArray<AvroNamed> => {
  if (typeof schema === "string") return [];
  if (isUnion(schema)) return schema.flatMap(directNames);
  if (isArray(schema)) return directNames(schema.items);
  return isRecord(schema) || isEnum(schema) ? [schema] : [];
};

const areaImports = (catalogue: Catalogue, own: ReadonlyArray<AvroNamed>): string => {
  const foreign = Map.groupBy(foreignTypes(own), (named) => areaOf(catalogue, named.namespace));
  return [...foreign]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([area, types]) =>
      importLine(
        types.map((named) => named.name),
        `./${area}.gen.ts`,
      ),
    )
    .join("");
};

const areaText = (catalogue: Catalogue, own: ReadonlyArray<AvroNamed>): string => {
  const body = own.map(namedText).join("\n\n");
  const used = kernelTypes.filter((name) => new RegExp(`: (ReadonlyArray<)?${name}\\b`).test(body));
  const imports = importLine(used, "@samvirke/kernel") + areaImports(catalogue, own);
  return `${generatedNote}${imports}\n${body}\n`;
};

/** The TypeScript types of the newest authored schemas, one file an area. */
export const typeFiles = (catalogue: Catalogue): ReadonlyArray<Output> => {
  const all = new Map(
    latestRecords(catalogue)
      .flatMap((record) => namedTypes(record))
      .map((named) => [fullName(named), named]),
  );
  const areas = Map.groupBy(all.values(), (named) => areaOf(catalogue, named.namespace));
  return [...areas].map(([area, own]) => ({
    path: `packages/contracts/src/generated/${area}.gen.ts`,
    text: areaText(catalogue, own),
  }));
};
