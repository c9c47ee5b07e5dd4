import type { FollowUpPlanShared, PlanContact, PlanMeasure } from "@samvirke/contracts";
import type { PdfBlock } from "./print-pdf.ts";
import { printPdf } from "./print-pdf.ts";
import { day, fullNameOf, joined, section, yes } from "./sections.ts";

/** What the clinician's document leaves out. */
export interface PlanPdfLoss {
  readonly path: string;
  readonly reason: "NOT_FOR_CLINICIAN";
}

export interface PrintedPlanPdf {
  readonly pdf: Uint8Array;
  readonly losses: ReadonlyArray<PlanPdfLoss>;
}

const personOf = ({ identity: { name, currentNumber, number } }: FollowUpPlanShared): string | null =>
  joined([fullNameOf(name), (currentNumber ?? number)?.value ?? null], ", ");

const contactOf = ({ fullName, name, phone, email }: PlanContact): string | null =>
  joined([fullName ?? fullNameOf(name), phone, email], ", ");

const measureOf = (measure: PlanMeasure): ReadonlyArray<PdfBlock> =>
  section(
    `Tiltak ${measure.index + 1}`,
    joined(
      [
        measure.goal,
        measure.text,
        joined([day(measure.from), day(measure.to)], " – "),
        measure.grade,
        measure.impossibleTasks,
        joined(
          [measure.newMeasuresNeeded === null ? null : "Behov for nye tiltak:", yes(measure.newMeasuresNeeded)],
          " ",
        ),
      ],
      "\n",
    ),
  );

const employerBlocks = ({ work }: FollowUpPlanShared): ReadonlyArray<PdfBlock> => [
  ...section("Arbeidsgiver", joined([work.employer.name, work.employer.number], ", ")),
  ...section("Kontaktperson", joined(work.contacts.map(contactOf), "\n")),
  ...section("Stilling", work.position),
  ...section("Første fraværsdag", day(work.firstAbsenceDay)),
  ...section("Sykmelding", joined([day(work.certificateDay), work.certificateGrade], ", ")),
];

const workBlocks = ({ work }: FollowUpPlanShared): ReadonlyArray<PdfBlock> => [
  ...section("Vanlige arbeidsoppgaver", work.ordinaryTasks),
  ...section("Oppgaver som kan utføres", work.possibleTasks),
  ...section("Oppgaver som ikke kan utføres", work.impossibleTasks),
  ...section("Tidligere tilrettelegging", work.earlierAdaptation),
  ...section("Planlagt tilrettelegging", work.plannedAdaptation),
  ...section("Andre muligheter", work.otherOptions),
  ...section("Oppfølging", work.followUp),
  ...section("Evaluering", day(work.evaluationDay)),
  ...section("Den ansatte har medvirket", joined([yes(work.employeeTookPart), work.whyNotTakingPart], "\n")),
  ...work.measures.flatMap(measureOf),
];

const notForClinician = ({ case: shared, medical }: FollowUpPlanShared): ReadonlyArray<PlanPdfLoss> => {
  const left = [
    ...(shared.helpText === null ? [] : ["case.helpText"]),
    ...(shared.measureHelp.length === 0 ? [] : ["case.measureHelp"]),
    ...(shared.clarifications.length === 0 ? [] : ["case.clarifications"]),
    ...((medical?.measureNotes ?? []).length === 0 ? [] : ["medical.measureNotes"]),
  ];
  return left.map((path) => ({ path, reason: "NOT_FOR_CLINICIAN" }));
};

/**
 * A follow-up plan as the document that goes with the letter to the clinician: what the employer wrote of the work, and its
 * message. What it asks of welfare, and the log of its talks with the employee, stay out.
 *
 * Source: canonical model R23; FollowUpPlanDTO and form 2913 for the fields.
 */
export const printPlanPdf = (plan: FollowUpPlanShared): PrintedPlanPdf => ({
  pdf: printPdf([
    { style: "title", text: "Oppfølgingsplan" },
    ...section("Arbeidstaker", personOf(plan)),
    ...employerBlocks(plan),
    ...section("Melding til behandler", plan.case.messageToClinician),
    ...workBlocks(plan),
    ...section("Tilleggsopplysninger", plan.medical?.additionalInformation ?? null),
  ]),
  losses: notForClinician(plan),
});
