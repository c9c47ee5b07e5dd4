import type { NavField } from "../../nav-sick-leave/fields/nav-field.ts";
import type { NavFormat } from "../../nav-sick-leave/fields/nav-fields-document.ts";
import {
  activityAssessmentFields,
  activityNoticeFields,
  jobSeekingFields,
  meetingCandidateFields,
} from "./decision-fields.ts";
import { meetingAnswerFields, meetingCallFields, meetingEndFields } from "./meeting-fields.ts";
import { lineManagerFields, personEventFields, personNumbersFields } from "./register-fields.ts";
import { followUpSpellsFields, spellBitFields } from "./spell-fields.ts";

/** Where the document lies, from the project's root. */
export const followUpFieldsPath = "infra/docs/welfare-follow-up-fields.md";

const offsets = "Times carry an offset, to the nanosecond; one without is UTC. Days are literal.";
const avroTimes =
  "Times are UTC milliseconds. `tilfelleStartdato` is a day written as an instant, midnight in Oslo or in UTC; it is read as the Oslo day.";

/** Every record of follow-up that welfare sends. A test changes each leaf and sees these fields change. */
export const followUpFormats: ReadonlyArray<NavFormat> = [
  { name: "KDialogmoteStatusEndring, call or change", times: avroTimes, fields: meetingCallFields },
  { name: "KDialogmoteStatusEndring, end", times: avroTimes, fields: meetingEndFields },
  { name: "KDialogmotesvar", times: offsets, fields: meetingAnswerFields },
  { name: "AktivitetskravVurderingRecord", times: offsets, fields: activityAssessmentFields },
  { name: "AktivitetskravVarselRecord", times: offsets, fields: activityNoticeFields },
  { name: "DialogmotekandidatEndringRecord", times: offsets, fields: meetingCandidateFields },
  { name: "KafkaOppfolgingstilfellePerson", times: offsets, fields: followUpSpellsFields },
  { name: "KafkaSyketilfellebit", times: offsets, fields: spellBitFields },
  { name: "VedtakStatusRecord", times: offsets, fields: jobSeekingFields },
  { name: "NarmestelederLeesah", times: offsets, fields: lineManagerFields },
  { name: "Aktor v2", times: "It has no times.", fields: personNumbersFields },
  {
    name: "Personhendelse",
    times: "`opprettet` is UTC milliseconds; the day of death is a literal day.",
    fields: personEventFields,
  },
];

const code = (paths: ReadonlyArray<string>): string => paths.map((path) => `\`${path}\``).join("<br>");
const row = ({ leaf, event, rule }: NavField): string => `| \`${leaf}\` | ${code(event)} | ${rule ?? ""} |`;

const section = ({ name, times, fields }: NavFormat): ReadonlyArray<string> => [
  `## ${name}`,
  "",
  times,
  "",
  "| leaf | as read | rule |",
  "| --- | --- | --- |",
  ...fields.map(row),
  "",
];

/** The field tables as a document. */
export const followUpFieldsDocument = (): string =>
  [
    "# Welfare's records of follow-up, field by field",
    "",
    "Generated from `packages/formats/src/nav-follow-up/fields`; never edited. Each leaf of a record and where it is read to.",
    "",
    ...followUpFormats.flatMap(section),
  ].join("\n");
