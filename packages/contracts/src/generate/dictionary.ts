import type { AvroField, AvroSchema } from "../schema/avro.ts";
import { isArray, isRecord, isUnion, nullableOf } from "../schema/avro.ts";
import type { Catalogue, Contract } from "../schema/catalogue.ts";
import { latestContracts } from "../schema/catalogue.ts";
import type { Output } from "./output.ts";
import { typeText } from "./types.ts";

interface Row {
  readonly path: string;
  readonly field: AvroField;
  readonly place: string;
}

const fieldRows = (field: AvroField, prefix: string, place: string): ReadonlyArray<Row> => {
  const path = `${prefix}${field.name}`;
  return [{ path, field, place }, ...innerRows(field.type, path, place)];
};

const innerRows = (schema: AvroSchema, path: string, place: string): ReadonlyArray<Row> => {
  if (typeof schema === "string") return [];
  if (isUnion(schema)) return innerRows(nullableOf(schema) ?? "null", path, place);
  if (isArray(schema)) return innerRows(schema.items, `${path}[]`, place);
  return isRecord(schema) ? schema.fields.flatMap((field) => fieldRows(field, `${path}.`, place)) : [];
};

const rowsOf = (contract: Contract): ReadonlyArray<Row> =>
  contract.record.fields.flatMap((field) => {
    const sealed = contract.compartments.some((compartment) => compartment === field.name);
    return fieldRows(field, "", sealed ? field.name : "public");
  });

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

const rowText = ({ path, field, place }: Row): string =>
  `| \`${path}\` | ${cell(typeText(field.type))} | ${cell(field.doc ?? "")} | ${field.sensitivity ?? ""} | ${place} |`;

const contractText = (contract: Contract): string =>
  [
    `## ${contract.name} v${contract.version}`,
    "",
    `${contract.record.doc ?? ""} Topics: ${contract.topics.map((topic) => `\`${topic}\``).join(", ")}.`,
    "",
    "| field | type | meaning | sensitivity | compartment |",
    "|---|---|---|---|---|",
    ...rowsOf(contract).map(rowText),
    "",
  ].join("\n");

const clearRows = (contract: Contract): ReadonlyArray<string> =>
  rowsOf(contract)
    .filter((row) => row.place === "public" && row.field.sensitivity === "id")
    .map((row) => `| ${contract.name} | \`${row.path}\` | ${cell(row.field.doc ?? "")} |`);

/** The data dictionary: every field with its meaning and protection, and what remains in the clear. */
export const dataDictionary = (catalogue: Catalogue): Output => {
  const contracts = latestContracts(catalogue);
  return {
    path: "infra/docs/data-dictionary.md",
    text: `# Data dictionary

Generated from \`schemas/\` by \`npm run generate\`; never edited. A field's compartment is sealed under a key of its own; \`public\` travels in the clear.

## What remains in the clear

Public fields are pseudonymous, not anonymous: the ids below lead to a person only for who also holds the hub's person index.

| record | field | meaning |
|---|---|---|
${contracts.flatMap(clearRows).join("\n")}

${contracts.map(contractText).join("\n")}`,
  };
};
