import type { AnswerGroup, Code, QuestionAnswer, SickLeaveMedical } from "@samvirke/contracts";
import { codeIn, codeOf, noCode } from "../envelope/elements.ts";
import type { Findings } from "../xml/findings.ts";
import { booleanIn, dayIn, textIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { child, children, descend } from "../xml/tree.ts";
import { causesIn } from "./periods.ts";

const mainDiagnosis = (medical: XmlNode | undefined, findings: Findings): Code | null => {
  const given = child(medical, "HovedDiagnose");
  return given ? (codeIn(given, "Diagnosekode", findings) ?? noCode) : null;
};

const answerOf = (node: XmlNode, findings: Findings): QuestionAnswer => ({
  questionId: textIn(node, "SpmId"),
  question: textIn(node, "SpmTekst"),
  answer: textIn(node, "SvarTekst"),
  restrictions: children(child(node, "Restriksjon"), "Restriksjonskode").map((code) => codeOf(code, findings)),
});

const groupOf = (node: XmlNode, findings: Findings): AnswerGroup => ({
  groupId: textIn(node, "SpmGruppeId"),
  groupText: textIn(node, "SpmGruppeTekst"),
  answers: children(node, "SpmSvar").map((answer) => answerOf(answer, findings)),
});

const noteRepeated = (nodes: ReadonlyArray<XmlNode>, idElement: string, findings: Findings): void => {
  const seen = new Set<string | null>();
  for (const node of nodes) {
    const id = textIn(node, idElement);
    if (seen.has(id)) findings.note("REPEATED_ID", node, idElement);
    seen.add(id);
  }
};

const answerGroups = (certificate: XmlNode, findings: Findings): ReadonlyArray<AnswerGroup> => {
  const nodes = children(child(certificate, "UtdypendeOpplysninger"), "SpmGruppe");
  noteRepeated(nodes, "SpmGruppeId", findings);
  for (const node of nodes) noteRepeated(children(node, "SpmSvar"), "SpmId", findings);
  return nodes.map((node) => groupOf(node, findings));
};

type FromCertificate = Omit<SickLeaveMedical, "medicalCauses" | "attachments" | "mismatches">;

/** The medical part of a certificate. Source: MedisinskVurdering, UtdypendeOpplysninger. */
export const medicalIn = (certificate: XmlNode, findings: Findings): FromCertificate => {
  const medical = child(certificate, "MedisinskVurdering");
  const others = children(descend(medical, "BiDiagnoser"), "Diagnosekode");
  return {
    mainDiagnosis: mainDiagnosis(medical, findings),
    otherDiagnoses: others.map((code) => codeOf(code, findings)),
    otherAbsence: causesIn(medical, "AnnenFraversArsak", findings),
    pregnancy: booleanIn(medical, "Svangerskap", findings),
    occupationalInjury: booleanIn(medical, "Yrkesskade", findings),
    occupationalInjuryOn: dayIn(medical, "YrkesskadeDato", findings),
    shieldedFromPerson: booleanIn(medical, "SkjermesForPasient", findings),
    answerGroups: answerGroups(certificate, findings),
  };
};
