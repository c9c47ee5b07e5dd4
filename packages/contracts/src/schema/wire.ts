import type { Compartment } from "@samvirke/kernel";
import type { AvroField, AvroRecord } from "./avro.ts";
import { fullName, recordOf } from "./avro.ts";
import type { Contract } from "./catalogue.ts";
import { selfContained } from "./expand.ts";

const isSealed = (contract: Contract, field: AvroField): boolean =>
  contract.compartments.some((compartment) => compartment === field.name);

const sealedField = (field: AvroField): AvroField => ({ ...field, type: ["null", "bytes"], default: null });

/** The schema of a record as it travels: each compartment is sealed bytes. */
export const wireSchema = (contract: Contract): AvroRecord =>
  selfContained({
    ...contract.record,
    fields: contract.record.fields.map((field) => (isSealed(contract, field) ? sealedField(field) : field)),
  });

/** The schema of what lies inside a compartment. */
export const compartmentSchema = (contract: Contract, compartment: Compartment): AvroRecord => {
  const field = contract.record.fields.find((candidate) => candidate.name === compartment);
  const record = field && recordOf(field.type);
  if (!record) throw new Error(`${contract.name} has no compartment record ${compartment}`);
  return selfContained(record);
};

/** One schema that the registry knows: a record as it travels, or the content of a compartment. */
export interface RegisteredSchema {
  /** Name in `SchemaIds`: `SickLeaveCertified.v1` or `SickLeaveCertified.v1/case`. */
  readonly key: string;
  readonly contract: Contract;
  readonly compartment: Compartment | undefined;
  readonly schema: AvroRecord;
  readonly subjects: ReadonlyArray<string>;
}

export const schemaKey = (name: string, version: number, compartment?: Compartment): string =>
  compartment ? `${name}.v${version}/${compartment}` : `${name}.v${version}`;

/** TopicRecordNameStrategy where a topic carries several contracts, TopicNameStrategy elsewhere. */
const subjectFor = (topic: string, record: AvroRecord, alone: boolean): string =>
  alone ? `${topic}-value` : `${topic}-${fullName(record)}`;

const isAlone = (contracts: ReadonlyArray<Contract>, topic: string): boolean =>
  new Set(contracts.filter((contract) => contract.topics.includes(topic)).map((contract) => contract.name)).size === 1;

const schemasOf = (contracts: ReadonlyArray<Contract>, contract: Contract): ReadonlyArray<RegisteredSchema> => {
  const entry = (compartment: Compartment | undefined, schema: AvroRecord): RegisteredSchema => ({
    key: schemaKey(contract.name, contract.version, compartment),
    contract,
    compartment,
    schema,
    subjects: contract.topics.map((topic) => subjectFor(topic, schema, !compartment && isAlone(contracts, topic))),
  });
  return [
    entry(undefined, wireSchema(contract)),
    ...contract.compartments.map((compartment) => entry(compartment, compartmentSchema(contract, compartment))),
  ];
};

/** Every schema to register, oldest version first. */
export const registeredSchemas = (contracts: ReadonlyArray<Contract>): ReadonlyArray<RegisteredSchema> =>
  contracts.flatMap((contract) => schemasOf(contracts, contract));
