import type { Compartment } from "@samvirke/kernel";
import { compartments } from "@samvirke/kernel";
import type { AvroRecord } from "./avro.ts";
import { fullName } from "./avro.ts";
import { expand } from "./expand.ts";
import type { SchemaFile } from "./files.ts";
import { readSchemaFiles, schemaFolder } from "./files.ts";
import { topicsOf } from "./topics.ts";

/** One version of one contract, expanded. */
export interface Contract {
  readonly file: SchemaFile;
  /** Record name: the `ce_type` of its records. */
  readonly name: string;
  readonly version: number;
  readonly topics: ReadonlyArray<string>;
  /** Every type name replaced by its definition. */
  readonly record: AvroRecord;
  readonly compartments: ReadonlyArray<Compartment>;
}

/** Everything under `schemas/`. */
export interface Catalogue {
  readonly folder: string;
  readonly files: ReadonlyArray<SchemaFile>;
  /** All versions, in order of area, name and version; shared records are no contracts. */
  readonly contracts: ReadonlyArray<Contract>;
}

export const sharedArea = "shared";

const isCompartment = (name: string): name is Compartment => compartments.some((known) => known === name);

const sharedLookup = (files: ReadonlyArray<SchemaFile>, uses: AvroRecord["uses"]) => {
  const shared = files.filter((file) => file.area === sharedArea);
  return (name: string): AvroRecord | undefined =>
    shared.find((file) => fullName(file.record) === name && file.version === (uses?.[name] ?? 1))?.record;
};

const toContract = (files: ReadonlyArray<SchemaFile>, file: SchemaFile): Contract => ({
  file,
  name: file.record.name,
  version: file.version,
  topics: topicsOf(file),
  record: expandFile(files, file),
  compartments: file.record.fields.map((field) => field.name).filter(isCompartment),
});

/** A file's record with the shared records it uses filled in. */
export const expandFile = (files: ReadonlyArray<SchemaFile>, file: SchemaFile): AvroRecord => {
  try {
    return expand(file.record, sharedLookup(files, file.record.uses));
  } catch (error) {
    throw new Error(`schemas/${file.path}: ${error instanceof Error ? error.message : "cannot be expanded"}`, {
      cause: error,
    });
  }
};

/** The catalogue of given files. */
export const makeCatalogue = (folder: string, files: ReadonlyArray<SchemaFile>): Catalogue => ({
  folder,
  files,
  contracts: files.filter((file) => file.area !== sharedArea).map((file) => toContract(files, file)),
});

/** Reads all authored schemas; called once at start. */
export const loadCatalogue = (folder: string = schemaFolder()): Catalogue =>
  makeCatalogue(folder, readSchemaFiles(folder));

/** The newest version of each contract: what is written today. */
export const latestContracts = (catalogue: Catalogue): ReadonlyArray<Contract> =>
  catalogue.contracts.filter((contract, index) => catalogue.contracts[index + 1]?.record.name !== contract.name);
