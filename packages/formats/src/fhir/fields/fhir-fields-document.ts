import type { FhirField } from "./fhir-field.ts";
import { fhirFieldTable } from "./field-table.ts";

/** Where the document lies, from the project's root. */
export const fhirFieldsPath = "infra/docs/fhir-fields.md";

const code = (paths: ReadonlyArray<string>): string => paths.map((path) => `\`${path}\``).join("<br>");
const row = ({ leaf, event, rule }: FhirField): string => `| \`${leaf}\` | ${code(event)} | ${rule ?? ""} |`;

/** The field table as a document. */
export const fhirFieldsDocument = (): string =>
  [
    "# FHIR R4, field by field",
    "",
    "Generated from `packages/formats/src/fhir/fields`; never edited. Each leaf of a resource and where it is read to, in JSON and XML alike.",
    "`party` is whoever stands there: sender, receiver, copy receiver, who decided, who got it next.",
    "",
    "LINK: ids and references within the document. KIND: it says in which sense what stands beside it is read.",
    "FIXED: the standard demands it and the hub takes it in one sense. NOT_KEPT: read past. Whatever is not in the table is noted as a warning;",
    "a modifier that is not known refuses the document.",
    "",
    "| leaf | as read | rule |",
    "| --- | --- | --- |",
    ...fhirFieldTable.map(row),
    "",
  ].join("\n");
