import { appRecFieldTable, ediReceiptFieldTable, welfareReceiptFieldTable } from "./apprec-fields.ts";
import type { PaperField, PaperRule } from "./paper-field.ts";
import { planBatchFieldTable, planFormFieldTable, planNoticeFieldTable, planRequestFieldTable } from "./plan-fields.ts";
import { statementFieldTable } from "./statement-fields.ts";

/** Where the document lies, from the project's root. */
export const paperFieldsPath = "infra/docs/paper-fields.md";

const reasons: Readonly<Record<PaperRule, string>> = {
  TRANSPORT: "the sender's or the portal's own bookkeeping, of no use to anybody here; the bytes are in the archive",
  LISTED: "a word of the contract takes the code's place; a code outside its list is kept apart, and told",
  DERIVED: "another field follows from it, or it follows from another",
  NO_PLACE: "what is printed has no field for it",
  FLAG: "it decides whether something is told, or stands in for what is missing",
  JOINED: "it is printed in one field with its neighbour",
  FIRST_ONLY: "only the first of several is printed; the rest are reported as lost",
  KEY_ONLY: "it names the document: known by a keyed hash, or by the document being read at all",
};

interface Section {
  readonly title: string;
  readonly event: string;
  readonly out: string | undefined;
  readonly table: ReadonlyArray<PaperField>;
}

const body = "ReceivedLegeerklaering";
const notice = "KFollowUpPlan";

const sections: ReadonlyArray<Section> = [
  {
    title: "Medical statement 2008-06-06",
    event: "WorkAbilityAssessed",
    out: body,
    table: statementFieldTable,
  },
  {
    title: "Follow-up plan, form of 2016 and its forerunners",
    event: "FollowUpPlanShared",
    out: notice,
    table: planFormFieldTable,
  },
  {
    title: "The portal's batch around the form",
    event: "FollowUpPlanShared",
    out: undefined,
    table: planBatchFieldTable,
  },
  {
    title: "Follow-up plan, REST request",
    event: "FollowUpPlanShared",
    out: notice,
    table: planRequestFieldTable,
  },
  {
    title: "Welfare's word that a plan exists",
    event: "FollowUpPlanShared",
    out: notice,
    table: planNoticeFieldTable,
  },
  { title: "AppRec 1.0 and 1.1", event: "DeliverySettled", out: undefined, table: appRecFieldTable },
  { title: "EDI 2.0 receipt", event: "DeliverySettled", out: undefined, table: ediReceiptFieldTable },
  { title: "Welfare's Apprec JSON", event: "DeliverySettled", out: undefined, table: welfareReceiptFieldTable },
];

const code = (paths: ReadonlyArray<string>): string => paths.map((path) => `\`${path}\``).join("<br>");

const row = ({ leaf, event, out, rule }: PaperField): string =>
  `| \`${leaf}\` | ${code(event)} | ${code(out)} | ${rule ?? ""} |`;

const sectionLines = ({ title, event, out, table }: Section): ReadonlyArray<string> => [
  `## ${title}`,
  "",
  `| leaf | in ${event} | ${out === undefined ? "printed" : `in ${out}`} | rule |`,
  "| --- | --- | --- | --- |",
  ...table.map(row),
  "",
];

/** The field tables of statement, plan and receipt as a document. */
export const paperFieldsDocument = (): string =>
  [
    "# Where each leaf of statements, follow-up plans and receipts goes",
    "",
    "Printed from `packages/formats/src/fields`; never edited by hand. A test changes every leaf in turn and sees exactly the",
    "fields named here change.",
    "",
    "| rule | reason |",
    "| --- | --- |",
    ...Object.entries(reasons).map(([rule, reason]) => `| ${rule} | ${reason} |`),
    "",
    ...sections.flatMap(sectionLines),
  ].join("\n");
