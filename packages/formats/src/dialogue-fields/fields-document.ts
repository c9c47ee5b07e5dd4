import { dialogueFieldTable } from "./dialogue-fields.ts";
import type { DialogueField, DialogueFieldRule } from "./field.ts";
import { kafkaFieldTable, orderFieldTable } from "./json-fields.ts";
import type { JsonField, JsonFieldRule } from "./json-fields.ts";

/** Where the document lies, from the project's root. */
export const dialogueFieldsPath = "infra/docs/dialogue-fields.md";

const reasons: Readonly<Record<DialogueFieldRule, string>> = {
  NO_PLACE: "the record has no field for it; it stays in the event",
  OTHER_WAY: "a message with questions of its own goes to clinicians; the record is for what comes from them",
  DECIDES_PART: "the list decides which part of the record it is, and stands there as its OID",
  LIST_TEXT: "the list's own words stand in the record",
  WITH_CODE: "what NAV's archive calls it follows from the code",
  ANSWER_ONLY: "only an answer to a question has the field; a day becomes its midnight",
  NOT_IN_ANSWER: "an answer to a question has no field for it",
  NOTE_ONLY: "only a note has the field, and only for the first role",
  FIRST_ONLY: "only the first one has a place, and none in an answer to a question",
};

const code = (paths: ReadonlyArray<string>): string => paths.map((path) => `\`${path}\``).join("<br>");

const row = ({ leaf, only, event, record, rule }: DialogueField): string =>
  `| \`${leaf}\` | ${only ?? ""} | ${code(event)} | ${code(record)} | ${rule ?? ""} |`;

const jsonReasons: Readonly<Record<JsonFieldRule, string>> = {
  THEIR_ID: "an id of welfare's own, which the hub has no use for; the bytes keep it",
  WITH_CODE: "follows from the code",
  DECIDES: "type, list and code together decide kind and theme; a pair that does not fit is refused",
  COUNTED: "only whether attachments are missing here is told",
  IN_PIECES: "read for what the record does not say itself",
};

const jsonRow = ({ leaf, event, rule }: JsonField): string => `| \`${leaf}\` | ${code(event)} | ${rule ?? ""} |`;

const jsonTable = (title: string, table: ReadonlyArray<JsonField>): ReadonlyArray<string> => [
  `## ${title}`,
  "",
  "| leaf | in the event | rule |",
  "| --- | --- | --- |",
  ...table.map(jsonRow),
  "",
];

/** The field tables as a document. */
export const dialogueFieldsDocument = (): string =>
  [
    "# Where each leaf of a dialogue message goes",
    "",
    "Printed from `packages/formats/src/dialogue-fields`; never edited by hand. A test changes every leaf in turn, in both",
    "editions, and sees exactly the fields named here change.",
    "",
    "In a path of the record `part` is `innkallingMoterespons`, `foresporselFraSaksbehandlerForesporselSvar` or",
    "`henvendelseFraLegeHenvendelse`, whichever the message is. A unit inside a unit is listed one level deep.",
    "",
    "| rule | reason |",
    "| --- | --- |",
    ...Object.entries(reasons).map(([rule, reason]) => `| ${rule} | ${reason} |`),
    "",
    "| leaf | only in | in the event | in DialogmeldingForKafka | rule |",
    "| --- | --- | --- | --- | --- |",
    ...dialogueFieldTable.map(row),
    "",
    "| rule of the JSON documents | reason |",
    "| --- | --- |",
    ...Object.entries(jsonReasons).map(([rule, reason]) => `| ${rule} | ${reason} |`),
    "",
    ...jsonTable("Welfare's order to write to a clinician", orderFieldTable),
    ...jsonTable("DialogmeldingForKafka, read without the message inside it", kafkaFieldTable),
  ].join("\n");
