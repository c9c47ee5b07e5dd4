import type { Catalogue, ContractName } from "@samvirke/contracts";
import type { Day } from "@samvirke/kernel";
import { printDay } from "@samvirke/kernel";

type AvroRecord = Catalogue["contracts"][number]["record"];
type AvroSchema = AvroRecord["fields"][number]["type"];

const printers: Readonly<Record<string, (value: unknown) => unknown>> = {
  date: (value) => (typeof value === "number" ? printDay(value as Day) : value),
  "timestamp-millis": (value) => (typeof value === "number" ? new Date(value).toISOString() : value),
  bytes: (value) => (value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value),
};

const printRecord = (record: AvroRecord, value: object): unknown => {
  const fields = new Map(record.fields.map((field) => [field.name, field.type]));
  return Object.fromEntries(
    Object.entries(value).map(([name, content]) => {
      const type = fields.get(name);
      return [name, type === undefined ? content : print(type, content)];
    }),
  );
};

const printPlain = (kind: string, value: unknown): unknown => printers[kind]?.(value) ?? value;

const printComplex = (schema: Exclude<AvroSchema, string>, value: unknown): unknown => {
  if (Array.isArray(schema)) return print(schema.find((branch) => branch !== "null") ?? "null", value);
  if ("fields" in schema) return printRecord(schema, value as object);
  if ("items" in schema) return (value as ReadonlyArray<unknown>).map((item) => print(schema.items, item));
  return printPlain("logicalType" in schema ? (schema.logicalType ?? "") : "", value);
};

const print = (schema: AvroSchema, value: unknown): unknown => {
  if (value === null || value === undefined) return null;
  return typeof schema === "string" ? printPlain(schema, value) : printComplex(schema, value);
};

/** Prints opened records as JSON: days and instants in ISO form, bytes in base64, everything else as its contract names it. */
export type PrintEvent = (type: ContractName, value: object) => unknown;

/** The printer of a catalogue's contracts. */
export const makePrintEvent = (catalogue: Catalogue): PrintEvent => {
  const records = new Map(catalogue.contracts.map((contract) => [contract.name, contract.record]));
  return (type, value) => {
    const record = records.get(type);
    return record ? printRecord(record, value) : value;
  };
};
