import type { AvroSchema } from "./avro.ts";
import { isArray, isEnum, isRecord, isUnion } from "./avro.ts";
import { sharedArea } from "./catalogue.ts";
import type { SchemaFile } from "./files.ts";
import type { SchemaFinding } from "./finding.ts";

const kebab = (name: string): string => name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();

const namespaceOf = (area: string): string => `samvirke.${area.replaceAll("-", "")}`;

const innerNamespaces = (schema: AvroSchema): ReadonlyArray<string> => {
  if (typeof schema === "string") return [];
  if (isUnion(schema)) return schema.flatMap(innerNamespaces);
  if (isArray(schema)) return innerNamespaces(schema.items);
  if (isEnum(schema)) return schema.namespace ? [schema.namespace] : [];
  if (!isRecord(schema)) return [];
  const own = schema.namespace ? [schema.namespace] : [];
  return [...own, ...schema.fields.flatMap((field) => innerNamespaces(field.type))];
};

/** Name, namespace and top-level attributes fit the file's place. */
export const lintFile = (file: SchemaFile): ReadonlyArray<SchemaFinding> => {
  const { record, area, stem } = file;
  const shared = area === sharedArea;
  const rules: ReadonlyArray<readonly [broken: boolean, rule: string]> = [
    [kebab(record.name) !== stem, "the file is named as its record, in kebab-case"],
    [record.namespace !== namespaceOf(area), `the namespace is ${namespaceOf(area)}`],
    [record.fields.some((field) => innerNamespaces(field.type).length > 0), "nested types take the file's namespace"],
    [shared && record.topics !== undefined, "a shared record has no topics"],
    [shared && record.uses !== undefined, "versions of shared records are chosen by the contract"],
    [!shared && record.value !== undefined, "only a shared record is a value"],
  ];
  return rules.filter(([broken]) => broken).map(([, rule]) => ({ path: file.path, rule }));
};
