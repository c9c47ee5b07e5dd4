import { certificateFieldTable } from "./certificate-fields.ts";
import type { CertificateField, FieldRule } from "./field.ts";

/** Where the document lies, from the project's root. */
export const certificateFieldsPath = "infra/docs/certificate-fields.md";

const reasons: Readonly<Record<FieldRule, string>> = {
  CODE_SAYS_IT: "the code says it already; the words beside it stay in the event",
  LIST_IS_FIXED: "the list is the same for every sender",
  NO_PLACE: "the record has no field for it",
  ENUM: "an enum value takes the code's place; a code that the enum lacks is reported as lost",
  AS_KEY: "the value is a key of the map",
  ONLY_WHEN_TRUE: "the record has the object only where the answer is yes",
  PERIOD_NEEDS_KIND: "the record has no period without a kind",
  NO_DOTS: "dots of ICD-10 codes are left out",
  WRITTEN_CLOCK: "the clock time as written, under a Z",
};

const code = (paths: ReadonlyArray<string>): string => paths.map((path) => `\`${path}\``).join("<br>");

const row = ({ leaf, event, record, rule }: CertificateField): string =>
  `| \`${leaf}\` | ${code(event)} | ${code(record)} | ${rule ?? ""} |`;

/** The field table as a document. */
export const certificateFieldsDocument = (): string =>
  [
    "# Where each leaf of the sick-leave certificate goes",
    "",
    "Printed from `packages/formats/src/fields`; never edited by hand. A test changes every leaf in turn and sees exactly the",
    "fields named here change.",
    "",
    "| rule | reason |",
    "| --- | --- |",
    ...Object.entries(reasons).map(([rule, reason]) => `| ${rule} | ${reason} |`),
    "",
    "| leaf | in the event | in SykmeldingRecord v27 | rule |",
    "| --- | --- | --- | --- |",
    ...certificateFieldTable.map(row),
    "",
  ].join("\n");

/** Whether a committed document still says what the table says. */
export const isUpToDate = (committed: string): boolean => committed === certificateFieldsDocument();
