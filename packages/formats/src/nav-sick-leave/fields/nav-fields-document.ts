import type { NavField } from "./nav-field.ts";
import { receivedFields } from "./received-fields.ts";
import { recordContentFields } from "./record-content-fields.ts";
import { recordMetadataFields } from "./record-metadata-fields.ts";
import { resultFields } from "./result-fields.ts";
import { statusFields } from "./status-fields.ts";
import { submissionFields } from "./submission-fields.ts";

/** Where the document lies, from the project's root. */
export const navFieldsPath = "infra/docs/welfare-sick-leave-fields.md";

/** A format of welfare's, which of its times are which, and where each leaf goes. */
export interface NavFormat {
  readonly name: string;
  readonly times: string;
  readonly fields: ReadonlyArray<NavField>;
}

/** Every JSON format of the sick-leave chain that welfare sends. A test changes each leaf and sees these fields change. */
export const navFormats: ReadonlyArray<NavFormat> = [
  {
    name: "SykmeldingRecord v27",
    times:
      "All times carry an offset; welfare writes UTC. `behandletTidspunkt` is a clock time as written under a `Z` that means nothing. Days are literal.",
    fields: [...recordMetadataFields, ...recordContentFields],
  },
  {
    name: "ReceivedSykmelding",
    times:
      "`mottattDato` and `signaturDato` are UTC without a zone; `behandletTidspunkt` is the clock time as written. Days are literal.",
    fields: receivedFields,
  },
  {
    name: "SykmeldingStatusKafkaMessageDTO",
    times: "Timestamps carry an offset, to the nanosecond; the written text is kept beside the instant.",
    fields: statusFields,
  },
  {
    name: "ValidationResult",
    times: "`timestamp`, where there is one, is UTC unless it carries an offset.",
    fields: resultFields,
  },
  {
    name: "BehandlerOpprettSykmelding",
    times: "The form has days only; receipt counts as treatment and signing, by Oslo's clock.",
    fields: submissionFields,
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
export const navFieldsDocument = (): string =>
  [
    "# Where each leaf of welfare's sick-leave documents goes",
    "",
    "Printed from `packages/formats/src/nav-sick-leave/fields`; never edited by hand. A test changes every leaf in turn and",
    "sees exactly the fields named here change. SHAPE: the leaf tells the shape of what stands beside it, and changed alone the",
    "document is malformed. NOT_KEPT: an id of welfare's own systems, a repetition, or the XML that the archive holds.",
    "",
    ...navFormats.flatMap(section),
  ].join("\n");
