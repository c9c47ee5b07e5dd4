import type { PrintedField } from "./printed-field.ts";
import { printedRules } from "./printed-field.ts";
import type { PrintedTable } from "./tables.ts";
import { printedTables } from "./tables.ts";

/** Where the document lies, from the project's root. */
export const printedFieldsPath = "infra/docs/printed-fields.md";

const code = (places: ReadonlyArray<string>): string => places.map((place) => `\`${place}\``).join("<br>");

const row = ({ leaf, kind, to, rule }: PrintedField): string =>
  `| \`${leaf}\` | ${kind.toLowerCase()} | ${code(to)} | ${rule ?? ""} |`;

const section = ({ title, contract, table }: PrintedTable): ReadonlyArray<string> => [
  `## ${title}`,
  "",
  `| leaf of ${contract} | | printed as | rule |`,
  "| --- | --- | --- | --- |",
  ...table.map(row),
  "",
];

/** The tables of what is printed from events, as a document. */
export const printedFieldsDocument = (): string =>
  [
    "# Where each leaf of an event goes when it is printed",
    "",
    "Printed from `packages/formats/src/printed-fields`; never edited by hand. A test changes every leaf of the event's Avro contract in",
    "turn and sees exactly the places named here change. What is carried stands there as it is; `document` is the whole of it.",
    "",
    "| rule | reason |",
    "| --- | --- |",
    ...printedRules.map(([rule, reason]) => `| ${rule} | ${reason} |`),
    "",
    ...printedTables.flatMap(section),
  ].join("\n");
