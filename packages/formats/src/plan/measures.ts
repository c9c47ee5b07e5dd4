import type {
  PlanClarification,
  PlanHelpKind,
  PlanMeasure,
  PlanMeasureHelp,
  PlanMeasureNotes,
} from "@samvirke/contracts";
import type { Findings } from "../xml/findings.ts";
import { booleanIn, dayIn, textIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { child } from "../xml/tree.ts";

const measureOf = (node: XmlNode, index: number, findings: Findings): PlanMeasure => {
  const period = child(node, "tidsrom");
  return {
    index,
    goal: textIn(node, "maalMedTiltaket"),
    text: textIn(node, "beskrivelseAvTiltaket"),
    from: dayIn(period, "periodeFra", findings),
    to: dayIn(period, "periodeTil", findings),
    grade: textIn(node, "sykmeldingsprosentIPerioden"),
    impossibleTasks: textIn(node, "ordinaereArbeidsoppgaverSomIkkeKanUtfoeres"),
    signedCopyExists: booleanIn(node, "signertPapirkopiForeligger", findings),
    signedOn: dayIn(node, "underskriftsdato", findings),
    newMeasuresNeeded: booleanIn(node, "behovForNyeTiltak", findings),
  };
};

const helps: ReadonlyArray<readonly [element: string, kind: PlanHelpKind]> = [
  ["bistandRaadOgVeiledning", "ADVICE"],
  ["bistandDialogMoeteMedNav", "MEETING"],
  ["bistandArbeidsrettedeTiltakOgVirkemidler", "WORK_MEASURES"],
  ["bistandHjelpemidler", "WORKPLACE_AIDS"],
  ["bistandBedriftshelsetjenesten", "OCCUPATIONAL_HEALTH"],
  ["bistandAndre", "OTHER"],
];

const helpOf = (node: XmlNode, index: number, findings: Findings): ReadonlyArray<PlanMeasureHelp> =>
  helps.flatMap(([element, kind]) => {
    const wanted = booleanIn(node, element, findings);
    const text = textIn(node, `${element}Beskrivelse`);
    return wanted === null && text === null ? [] : [{ index, kind, wanted, text }];
  });

const notesOf = (node: XmlNode, index: number): ReadonlyArray<PlanMeasureNotes> => {
  const notes = {
    index,
    conversationLog: textIn(node, "oppfoelgingssamtaler"),
    adaptationNotPossible: textIn(node, "tilrettelagtArbeidIkkeMulig"),
    assessment: textIn(node, "vurderingAvTiltak"),
  };
  const { conversationLog, adaptationNotPossible, assessment } = notes;
  return [conversationLog, adaptationNotPossible, assessment].every((text) => text === null) ? [] : [notes];
};

const clarificationOf = (node: XmlNode, index: number): ReadonlyArray<PlanClarification> => {
  const text = textIn(node, "behovForAvklaringLegeSykmelder");
  return text === null ? [] : [{ index, text }];
};

/** Measures of a form, split by who may read what of them. */
export interface FormMeasures {
  readonly work: ReadonlyArray<PlanMeasure>;
  readonly help: ReadonlyArray<PlanMeasureHelp>;
  readonly clarifications: ReadonlyArray<PlanClarification>;
  readonly notes: ReadonlyArray<PlanMeasureNotes>;
}

export const formMeasures = (nodes: ReadonlyArray<XmlNode>, findings: Findings): FormMeasures => ({
  work: nodes.map((node, index) => measureOf(node, index, findings)),
  help: nodes.flatMap((node, index) => helpOf(node, index, findings)),
  clarifications: nodes.flatMap(clarificationOf),
  notes: nodes.flatMap(notesOf),
});

const welfares: ReadonlyArray<PlanHelpKind> = ["ADVICE", "MEETING", "WORK_MEASURES", "WORKPLACE_AIDS"];

/** Whether any help that welfare gives is wanted; null when the form says nothing of it. */
export const helpWantedBy = (help: ReadonlyArray<PlanMeasureHelp>): boolean | null => {
  const answers = help.flatMap(({ kind, wanted }) => (welfares.includes(kind) && wanted !== null ? [wanted] : []));
  return answers.length === 0 ? null : answers.includes(true);
};
