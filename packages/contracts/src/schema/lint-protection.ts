import type { Compartment } from "@samvirke/kernel";
import type { AvroField, AvroRecord, AvroSchema, Sensitivity } from "./avro.ts";
import { isArray, isRecord, isUnion, recordOf } from "./avro.ts";
import type { Contract } from "./catalogue.ts";
import type { SchemaFinding } from "./finding.ts";

type Place = Compartment | "public";

// What a place may hold: content may stand behind a stricter door than it needs, never behind a wider one.
const fits: Readonly<Record<Place, ReadonlyArray<Sensitivity>>> = {
  public: ["none", "id"],
  identity: ["none", "id", "identity"],
  work: ["none", "id", "work"],
  case: ["none", "id", "work", "case"],
  medical: ["none", "id", "work", "case", "medical"],
};

const isOpen = (sensitivity: Sensitivity | undefined): boolean => sensitivity === "none" || sensitivity === "id";

const innerRecord = (schema: AvroSchema): AvroRecord | undefined => {
  if (typeof schema === "string") return undefined;
  if (isUnion(schema)) return schema.map(innerRecord).find((record) => record !== undefined);
  if (isArray(schema)) return innerRecord(schema.items);
  return isRecord(schema) ? schema : undefined;
};

const refuses = (place: Place, sensitivity: Sensitivity | undefined): boolean =>
  sensitivity === undefined || !fits[place].includes(sensitivity);

const lintRecord = (path: string, record: AvroRecord, place: Place): ReadonlyArray<SchemaFinding> => {
  // A value takes the protection of the compartment it stands in, so it needs one.
  if (record.value) return lintValue(path, record, place);
  const own = refuses(place, record.sensitivity)
    ? [{ path, rule: `a ${record.sensitivity} record stands in ${place}` }]
    : [];
  return [...own, ...record.fields.flatMap((field) => lintField(`${path}.${field.name}`, field, place))];
};

const lintValue = (path: string, record: AvroRecord, place: Place): ReadonlyArray<SchemaFinding> => {
  const inner = record.fields.map((field) => innerRecord(field.type));
  const mixed = inner.some((nested) => nested && !nested.value);
  return [
    ...(place === "public" && !isOpen(record.sensitivity) ? [{ path, rule: "a personal value stands in public" }] : []),
    ...(mixed ? [{ path, rule: "a value holds only values" }] : []),
  ];
};

const lintField = (path: string, field: AvroField, place: Place): ReadonlyArray<SchemaFinding> => {
  const inner = innerRecord(field.type);
  return [
    ...(refuses(place, field.sensitivity) ? [{ path, rule: `a ${field.sensitivity} field stands in ${place}` }] : []),
    ...(inner ? lintRecord(path, inner, place) : []),
  ];
};

const lintCompartment = (path: string, field: AvroField, compartment: Compartment): ReadonlyArray<SchemaFinding> => {
  const record = recordOf(field.type);
  if (!record) return [{ path, rule: "a compartment is a record or [null, record]" }];
  const wrong = field.sensitivity !== compartment || record.sensitivity !== compartment || record.value === true;
  return [
    ...(wrong ? [{ path, rule: `the compartment and its record have sensitivity ${compartment}` }] : []),
    ...lintRecord(path, record, compartment),
  ];
};

/** Every personal field lies in the compartment of its sensitivity, nothing personal is public. */
export const lintProtection = (contract: Contract): ReadonlyArray<SchemaFinding> =>
  contract.record.fields.flatMap((field) => {
    const path = `${contract.file.path}.${field.name}`;
    const compartment = contract.compartments.find((name) => name === field.name);
    return compartment ? lintCompartment(path, field, compartment) : lintField(path, field, "public");
  });
