import type { ReferralField, ReferralFieldRule } from "./field-table.ts";
import { namedEditions, referralFieldTable } from "./field-table.ts";

/** Where the document lies, from the project's root. */
export const referralFieldsPath = "infra/docs/referral-fields.md";

const reasons: Readonly<Record<ReferralFieldRule, string>> = {
  NAME_SPLIT: "a name in one text is split at its comma; without one it stays whole as the family name",
  DAY_READ: "kept as written, since it may be a year or a time alone; the literal day that it names stands beside it",
  INSTANT_READ:
    "kept as written, since receipts repeat it; the instant stands beside it, Oslo time where no zone is written",
  CONCLUDED: "kept as sent; the hub's own sorting (urgency, programme) follows from it",
  NAMES_EARLIER: "kept; it counts among what a change or a cancellation speaks of",
  DAY_ONLY: "the hour of a birth says nothing here",
  BIRTH_DAY: "kept as written and as a day; stands in identity too where no number says who it is",
  SEX: "kept; stands in identity too where no number says who it is",
};

const code = (paths: ReadonlyArray<string>): string => paths.map((path) => `\`${path}\``).join("<br>");

const row = ({ leaf, event, rule }: ReferralField): string => `| \`${leaf}\` | ${code(event)} | ${rule ?? ""} |`;

/** The field tables of every edition as a document. */
export const referralFieldsDocument = (): string =>
  [
    "# Where each leaf of a referral goes",
    "",
    "Printed from the codecs in `packages/formats/src/referral` that read and write the documents; never edited by hand. A test",
    "changes every leaf in turn and sees exactly the fields named here change; another writes random documents back as they were.",
    "Nothing is dropped. What lies inside a `Content` stays in the archive; its kind, id and size are told.",
    "",
    "| rule | reason |",
    "| --- | --- |",
    ...Object.entries(reasons).map(([rule, reason]) => `| ${rule} | ${reason} |`),
    ...namedEditions.flatMap(([name, edition]) => [
      "",
      `## Henvisning ${name}`,
      "",
      "| leaf | in the event | rule |",
      "| --- | --- | --- |",
      ...referralFieldTable(edition).map(row),
    ]),
    "",
  ].join("\n");
