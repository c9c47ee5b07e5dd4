import type { FhirField } from "./fhir-field.ts";
import { certificateBackTable } from "./certificate-back.ts";
import type { OutField } from "./out-field.ts";
import { messageOutTable } from "./message-out.ts";
import { fhirFieldTable } from "./field-table.ts";

/** Where the document lies, from the project's root. */
export const fhirFieldsPath = "infra/docs/fhir-fields.md";

const code = (paths: ReadonlyArray<string>): string => paths.map((path) => `\`${path}\``).join("<br>");
const row = ({ leaf, event, rule }: FhirField): string => `| \`${leaf}\` | ${code(event)} | ${rule ?? ""} |`;

const outRow = ({ leaf, to, rule }: OutField): string => `| \`${leaf}\` | ${code(to)} | ${rule ?? ""} |`;

const back = (): ReadonlyArray<string> => [
  "## Back to the EHR: a submitted certificate",
  "",
  "Each leaf of a certificate that was made in the clinician's own module, and where it goes in the two resources that go back.",
  "An answer is named by its question; `document` is the text of the readable part.",
  "",
  "SAID_ELSEWHERE: another leaf says the same. SYSTEM_FOLLOWS: from the type beside it. FIXED: the form always says it.",
  "NOT_SUBMITTED: the form does not ask. HUBS_OWN: the hub's own of the message.",
  "",
  "| leaf | goes to | rule |",
  "| --- | --- | --- |",
  ...certificateBackTable.map(outRow),
  "",
];

const messages = (): ReadonlyArray<string> => [
  "## Out: a referral and the steps in its life",
  "",
  "Each leaf of a message between the sectors, as the hub's own contract names it, and where it goes in a Bundle for whoever reads FHIR.",
  "An answer is named by its question. NO_PLACE: FHIR has none.",
  "",
  "| leaf | goes to | rule |",
  "| --- | --- | --- |",
  ...messageOutTable.map(outRow),
  "",
];

/** The field tables as a document. */
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
    ...messages(),
    ...back(),
  ].join("\n");
