import type { StatementDiagnosis, StatementMedical, StatementReferral } from "@samvirke/contracts";
import type { Day } from "@samvirke/kernel";
import type { Findings } from "../xml/findings.ts";
import { textIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { attributeOf, child, children } from "../xml/tree.ts";
import type { Lexical } from "../xml/values.ts";
import { readDay, readInteger } from "../xml/values.ts";
import type { CodeReader } from "./codes.ts";
import { codeReader, diagnosisSystemCodes, yesNo } from "./codes.ts";

const lexicalAttribute =
  <A>(read: (text: string) => Lexical<A>) =>
  (node: XmlNode | undefined, attribute: string, findings: Findings): A | null => {
    const text = attributeOf(node, attribute);
    if (node === undefined || text === undefined) return null;
    const { value, finding } = read(text);
    if (finding) findings.note(finding, node, `@${attribute}`);
    return value ?? null;
  };

const dayAttribute: (node: XmlNode | undefined, attribute: string, findings: Findings) => Day | null =
  lexicalAttribute(readDay);
const integerAttribute = lexicalAttribute(readInteger);

const referralIn = (plan: XmlNode | undefined, name: string, findings: Findings): StatementReferral | null => {
  const node = child(plan, name);
  if (!node) return null;
  return {
    text: textIn(node, "Spesifikasjon"),
    referredOn: dayAttribute(node, "henvistDato", findings),
    waitingWeeks: integerAttribute(node, "antattVentetid", findings),
  };
};

const codeText = (node: XmlNode, findings: Findings): string | null => {
  const written = attributeOf(node, "kodeverdi");
  const code = written?.trim();
  if (code !== written) findings.note("CODE_TRIMMED", node, "@kodeverdi");
  return code ?? null;
};

const diagnosesIn = (list: XmlNode | undefined, system: string | null, findings: Findings) =>
  children(list, "Enkeltdiagnose").map((node): StatementDiagnosis => ({
    order: integerAttribute(node, "sortering", findings),
    code: {
      system,
      code: codeText(node, findings),
      text: attributeOf(node, "diagnose") ?? null,
      originalText: null,
    },
  }));

type Plan = Pick<
  StatementMedical,
  | "examination"
  | "treatment"
  | "examinationPlan"
  | "treatmentPlan"
  | "earlierPlanAssessment"
  | "newInformationWhen"
  | "noFurtherTreatment"
>;

const planIn = (statement: XmlNode, findings: Findings): Plan => {
  const plan = child(statement, "PlanUtredBehandle");
  return {
    examination: referralIn(plan, "HenvistUtredning", findings),
    treatment: referralIn(plan, "HenvistBehandling", findings),
    examinationPlan: textIn(plan, "UtredningsPlan"),
    treatmentPlan: textIn(plan, "BehandlingsPlan"),
    earlierPlanAssessment: textIn(plan, "NyVurdering"),
    newInformationWhen: textIn(plan, "NyeLegeopplysninger"),
    noFurtherTreatment: textIn(plan, "IkkeVidereBehandling"),
  };
};

type Illness = Pick<
  StatementMedical,
  "diagnosisSystem" | "diagnoses" | "unfitFrom" | "history" | "status" | "assessOccupationalInjury" | "injuredOn"
>;

const illnessIn = (statement: XmlNode, codes: CodeReader, findings: Findings): Illness => {
  const node = child(statement, "DiagnoseArbeidsuforhet");
  const list = child(node, "DiagnoseKodesystem");
  const injury = child(node, "VurderingYrkesskade");
  const system = codes.read(list, "kodesystem", diagnosisSystemCodes);
  return {
    diagnosisSystem: attributeOf(list, "kodesystem")?.trim() ?? null,
    diagnoses: diagnosesIn(list, system, findings),
    unfitFrom: dayAttribute(node, "arbeidsuforFra", findings),
    history: textIn(node, "SymptomerBehandling"),
    status: textIn(node, "StatusPresens"),
    assessOccupationalInjury: codes.read(injury, "borVurderes", yesNo),
    injuredOn: dayAttribute(injury, "skadeDato", findings),
  };
};

/** The medical part of a statement. Source: Legeerklaring 2008-06-06. */
export const medicalStatementIn = (statement: XmlNode, findings: Findings): Omit<StatementMedical, "attachments"> => {
  const codes = codeReader(findings);
  const outlook = child(statement, "Prognose");
  const reservation = child(statement, "ForbeholdLegeerklaring");
  return {
    ...illnessIn(statement, codes, findings),
    function: textIn(child(statement, "VurderingFunksjonsevne"), "Funksjonsevne"),
    functionWeight: textIn(statement, "ArsakssammenhengLegeerklaring"),
    illnessDuration: textIn(outlook, "AntattVarighet"),
    functionLossDuration: textIn(outlook, "VarighetFunksjonsnedsettelse"),
    ...planIn(statement, findings),
    otherInformation: textIn(child(statement, "AndreOpplysninger"), "Opplysning"),
    withheldFromPerson: codes.read(reservation, "tilbakeholdInnhold", yesNo),
    withheldContent: textIn(reservation, "BorTilbakeholdes"),
    unlistedCodes: codes.unlisted,
  };
};
