import type { AnswerGroup, Code, SickLeavePeriod } from "@samvirke/contracts";
import { workplaceCauses } from "../sykmelding-record/code-tables.ts";
import type { RecordSource } from "../sykmelding-record/source.ts";
import type { PdfBlock } from "./print-pdf.ts";
import { printPdf } from "./print-pdf.ts";
import { day, fullNameOf, joined, section, yes } from "./sections.ts";

const kinds: Readonly<Record<SickLeavePeriod["kind"], string>> = {
  FULL: "Aktivitet ikke mulig",
  GRADED: "Gradert",
  AWAITING: "Avventende",
  TREATMENT_DAYS: "Behandlingsdager",
  TRAVEL_SUPPORT: "Reisetilskudd",
  UNKNOWN: "Ikke oppgitt",
};

const codeText = ({ system, code, text, originalText }: Code): string | null =>
  joined([joined([system, code], " "), text ?? originalText], ": ");

const codesText = (codes: ReadonlyArray<Code>): string | null => joined(codes.map(codeText), "\n");

const labelled = (label: string, text: string | null): string | null => (text === null ? null : `${label}: ${text}`);

const counted = (number: number | null): string | null => (number === null ? null : String(number));

const percent = (grade: number | null): string | null => (grade === null ? null : `${grade} %`);

const causeOf = ({ code, text }: Code): string | null => text ?? workplaceCauses[code ?? ""] ?? code;

const causesOf = ({ workplaceCauses: causes }: SickLeavePeriod): string | null =>
  causes && joined([...causes.codes.map(causeOf), causes.text], ", ");

const periodBlocks = (period: SickLeavePeriod): ReadonlyArray<PdfBlock> =>
  section(
    `Periode ${period.index + 1}`,
    joined(
      [
        joined([day(period.from), day(period.to)], " – "),
        joined([kinds[period.kind], percent(period.grade)], " "),
        labelled("Reisetilskudd", yes(period.gradedTravelSupport)),
        labelled("Behandlingsdager i uken", counted(period.treatmentDaysPerWeek)),
        labelled("Innspill til arbeidsgiver", period.inputToEmployer),
        labelled("Arbeidsrelaterte årsaker", causesOf(period)),
      ],
      "\n",
    ),
  );

const answerBlocks = ({ answers }: AnswerGroup): ReadonlyArray<PdfBlock> =>
  answers.flatMap(({ question, questionId, answer }) => section(question ?? questionId ?? "Svar", answer));

const medicalBlocks = ({ medical }: RecordSource): ReadonlyArray<PdfBlock> => [
  ...section("Hoveddiagnose", medical.mainDiagnosis && codeText(medical.mainDiagnosis)),
  ...section("Bidiagnoser", codesText(medical.otherDiagnoses)),
  ...section(
    "Annen fraværsårsak",
    medical.otherAbsence && joined([codesText(medical.otherAbsence.codes), medical.otherAbsence.text], "\n"),
  ),
  ...section("Svangerskapsrelatert", yes(medical.pregnancy)),
  ...section("Yrkesskade", joined([yes(medical.occupationalInjury), day(medical.occupationalInjuryOn)], ", ")),
  ...section("Skjermet for pasienten", yes(medical.shieldedFromPerson)),
  ...medical.answerGroups.flatMap(answerBlocks),
];

const employers: Readonly<Record<RecordSource["work"]["employment"]["count"], string | null>> = {
  UNKNOWN: null,
  ONE: "Én arbeidsgiver",
  SEVERAL: "Flere arbeidsgivere",
  NONE: "Ingen arbeidsgiver",
};

const workBlocks = ({ work, case: shared }: RecordSource): ReadonlyArray<PdfBlock> => [
  ...section(
    "Arbeidsforhold",
    joined([employers[work.employment.count], work.employment.employerName, work.employment.occupation], ", "),
  ),
  ...section("Melding til arbeidsgiver", work.messageToEmployer),
  ...section("Melding til NAV", shared.helpAsked?.text ?? null),
  ...section("Tilbakedatering", joined([day(work.contactOn), shared.lateContactReason], ", ")),
];

const clinicianOf = ({ work: { clinician } }: RecordSource): string | null =>
  joined(
    [
      fullNameOf(clinician.name),
      labelled("HPR", clinician.hprNumber),
      ...clinician.contactPoints.map(({ address }) => labelled("Telefon", address)),
    ],
    ", ",
  );

const officesOf = ({ case: { envelope } }: RecordSource): string | null =>
  joined(
    (envelope.sender?.organisations ?? []).map(({ name, identifiers }) =>
      joined([name, ...identifiers.map(({ type, value }) => joined([type.code, value], " "))], ", "),
    ),
    "\n",
  );

const personOf = ({ identity: { name, number } }: RecordSource): string | null =>
  joined([fullNameOf(name), number?.value ?? null], ", ");

/**
 * A certificate as its clinician reads it in the EHR, with all that was submitted.
 *
 * Source: canonical model R4; navikt/syk-inn, docs/fhir/document-reference.md; BehandlerOpprettSykmelding for the fields.
 */
export const printCertificatePdf = (source: RecordSource): Uint8Array =>
  printPdf([
    { style: "title", text: "Sykmelding" },
    ...section("Pasient", personOf(source)),
    ...source.work.periods.flatMap(periodBlocks),
    ...medicalBlocks(source),
    ...workBlocks(source),
    ...section("Signert", day(source.work.signedOn)),
    ...section("Sykmelder", clinicianOf(source)),
    ...section("Legekontor", officesOf(source)),
    ...section("Sendt fra", source.case.sendingSystem.name),
  ]);
