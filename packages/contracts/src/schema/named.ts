import type { AvroEnum, AvroNamed, AvroRecord, AvroSchema } from "./avro.ts";
import { fullName, isArray, isEnum, isRecord, isUnion } from "./avro.ts";
import type { Catalogue } from "./catalogue.ts";
import { expandFile, latestContracts, sharedArea } from "./catalogue.ts";

const visit = (schema: AvroSchema, found: (named: AvroNamed) => void): void => {
  if (typeof schema === "string") return;
  if (isUnion(schema)) return schema.forEach((branch) => visit(branch, found));
  if (isArray(schema)) return visit(schema.items, found);
  if (isEnum(schema)) return found(schema);
  if (!isRecord(schema)) return;
  found(schema);
  for (const field of schema.fields) visit(field.type, found);
};

/** Every record and enum inside a schema, outermost first. */
export const namedTypes = (schema: AvroSchema): ReadonlyArray<AvroRecord | AvroEnum> => {
  const all = new Map<string, AvroNamed>();
  visit(schema, (named) => void (all.has(fullName(named)) || all.set(fullName(named), named)));
  return [...all.values()];
};

/** The newest expanded record of every file, shared ones included. */
export const latestRecords = (catalogue: Catalogue): ReadonlyArray<AvroRecord> => {
  const shared = catalogue.files.filter((file) => file.area === sharedArea);
  const newest = shared.filter((file, index) => shared[index + 1]?.stem !== file.stem);
  return [
    ...newest.map((file) => expandFile(catalogue.files, file)),
    ...latestContracts(catalogue).map((contract) => contract.record),
  ];
};

/** The folder that a namespace belongs to: `samvirke.sickleave` is `sick-leave`. */
export const areaOf = (catalogue: Catalogue, namespace: string | undefined): string =>
  catalogue.files.find((file) => file.record.namespace === namespace)?.area ?? sharedArea;
