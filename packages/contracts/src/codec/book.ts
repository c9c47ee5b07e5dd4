import type avro from "avsc";
import type { Compartment } from "@samvirke/kernel";
import type { AvroRecord } from "../schema/avro.ts";
import { fullName } from "../schema/avro.ts";
import type { Contract } from "../schema/catalogue.ts";
import { latestContracts } from "../schema/catalogue.ts";
import type { Catalogue } from "../schema/catalogue.ts";
import type { RegisteredSchema } from "../schema/wire.ts";
import { registeredSchemas } from "../schema/wire.ts";
import { makeType } from "./avro-type.ts";
import type { WriterEntry } from "./framed.ts";

/** Registry ids by schema key (`SickLeaveCertified.v1`, `SickLeaveCertified.v1/case`); plain data, to be stored. */
export type SchemaIds = Readonly<Record<string, number>>;

/** A schema that is written today. */
export interface Written {
  readonly id: number;
  readonly record: string;
  readonly type: avro.Type;
}

/** Which types write and read which schema ids. */
export interface Book {
  readonly written: (contract: Contract, compartment?: Compartment) => Written;
  readonly reader: (schemaId: number) => WriterEntry | undefined;
  /** Takes up a schema that the registry gave; false when no reader of ours fits it. */
  readonly add: (schemaId: number, schema: AvroRecord) => boolean;
}

const learnedLimit = 512;

const idOf = (ids: SchemaIds, key: string): number => {
  const id = ids[key];
  if (id === undefined) throw new Error(`no registry id for schema ${key}`);
  return id;
};

const isLatest = (latest: ReadonlySet<Contract>, entry: RegisteredSchema): boolean => latest.has(entry.contract);

/** Today's type of each record that is written, by full name. */
const readTypes = (entries: ReadonlyArray<RegisteredSchema>): ReadonlyMap<string, avro.Type> => {
  const types = new Map<string, avro.Type>();
  for (const { schema } of entries) if (!types.has(fullName(schema))) types.set(fullName(schema), makeType(schema));
  return types;
};

const entryFor = (types: ReadonlyMap<string, avro.Type>, schema: AvroRecord): WriterEntry => {
  const type = types.get(fullName(schema));
  if (!type) throw new Error(`no reader for ${fullName(schema)}`);
  const writer = makeType(schema);
  return { record: fullName(schema), type, resolver: type.equals(writer) ? undefined : type.createResolver(writer) };
};

const keyOf = (contract: Contract, compartment: Compartment | undefined): string =>
  `${contract.name}/${compartment ?? ""}`;

/** Makes the book of a catalogue whose schemas have these registry ids. */
export const makeBook = (catalogue: Catalogue, ids: SchemaIds): Book => {
  const latest = new Set(latestContracts(catalogue));
  const entries = registeredSchemas(catalogue.contracts);
  const current = entries.filter((entry) => isLatest(latest, entry));
  const types = readTypes(current);
  const own = new Map(entries.map((entry) => [idOf(ids, entry.key), entryFor(types, entry.schema)]));
  const written = new Map(
    current.map((entry) => {
      const record = fullName(entry.schema);
      const type = types.get(record) as avro.Type;
      return [keyOf(entry.contract, entry.compartment), { id: idOf(ids, entry.key), record, type }];
    }),
  );
  const learned = new Map<number, WriterEntry>();
  return {
    written: (contract, compartment) => written.get(keyOf(contract, compartment)) as Written,
    reader: (schemaId) => own.get(schemaId) ?? learned.get(schemaId),
    add: (schemaId, schema) => learn(learned, schemaId, () => entryFor(types, schema)),
  };
};

const learn = (learned: Map<number, WriterEntry>, schemaId: number, make: () => WriterEntry): boolean => {
  try {
    const entry = make();
    if (learned.size >= learnedLimit) learned.delete(learned.keys().next().value as number);
    learned.set(schemaId, entry);
    return true;
  } catch {
    return false;
  }
};
