import type {
  EmployedOutlook,
  HelpAsked,
  PlanDialogue,
  SendingSystem,
  SickLeaveCase,
  UnemployedOutlook,
} from "@samvirke/contracts";
import { identifiersIn } from "../envelope/elements.ts";
import type { Findings } from "../xml/findings.ts";
import { booleanIn, dayIn, integerIn, textIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { child } from "../xml/tree.ts";

const employedOutlook = (outlook: XmlNode | undefined, findings: Findings): EmployedOutlook | null => {
  const node = child(outlook, "ErIArbeid");
  if (!node) return null;
  return {
    ownWork: booleanIn(node, "EgetArbeidPaSikt", findings),
    fromDay: dayIn(node, "ArbeidFraDato", findings),
    otherWork: booleanIn(node, "AnnetArbeidPaSikt", findings),
    assessedOn: dayIn(node, "VurderingDato", findings),
  };
};

const unemployedOutlook = (outlook: XmlNode | undefined, findings: Findings): UnemployedOutlook | null => {
  const node = child(outlook, "ErIkkeIArbeid");
  if (!node) return null;
  return {
    fitInTime: booleanIn(node, "ArbeidsforPaSikt", findings),
    fromDay: dayIn(node, "ArbeidsforFraDato", findings),
    assessedOn: dayIn(node, "VurderingDato", findings),
  };
};

const helpAsked = (certificate: XmlNode, findings: Findings): HelpAsked | null => {
  const node = child(certificate, "MeldingTilNav");
  if (!node) return null;
  return { atOnce: booleanIn(node, "BistandNAVUmiddelbart", findings), text: textIn(node, "BeskrivBistandNAV") };
};

const planDialogue = (certificate: XmlNode, findings: Findings): PlanDialogue | null => {
  const node = child(certificate, "Oppfolgingsplan");
  if (!node) return null;
  return {
    planReceived: booleanIn(node, "MottattOppfolgingsplan", findings),
    calledToMeeting: booleanIn(node, "InnkaltDialogmote1", findings),
    tookPart: booleanIn(node, "DeltattDialogmote1", findings),
    reasonNotTakingPart: textIn(node, "ArsakIkkeDeltatt"),
  };
};

const sendingSystem = (certificate: XmlNode): SendingSystem => {
  const node = child(certificate, "AvsenderSystem");
  return { name: textIn(node, "SystemNavn"), version: textIn(node, "SystemVersjon") };
};

type FromCertificate = Pick<
  SickLeaveCase,
  | "clinicianNumbers"
  | "positionPercent"
  | "employedOutlook"
  | "unemployedOutlook"
  | "forecastGiven"
  | "helpAsked"
  | "welfareMeasures"
  | "otherMeasures"
  | "planDialogue"
  | "lateContactReason"
  | "sendingSystem"
  | "ruleSetVersionAsSent"
  | "barcode"
>;

/** What health and welfare share of a certificate's own content. */
export const sharedCaseIn = (certificate: XmlNode, findings: Findings): FromCertificate => {
  const outlook = child(certificate, "Prognose");
  const measures = child(certificate, "Tiltak");
  return {
    clinicianNumbers: identifiersIn(child(certificate, "Behandler"), "Id", findings),
    positionPercent: integerIn(child(certificate, "Arbeidsgiver"), "Stillingsprosent", findings),
    employedOutlook: employedOutlook(outlook, findings),
    unemployedOutlook: unemployedOutlook(outlook, findings),
    forecastGiven: outlook !== undefined,
    helpAsked: helpAsked(certificate, findings),
    welfareMeasures: textIn(measures, "TiltakNAV"),
    otherMeasures: textIn(measures, "AndreTiltak"),
    planDialogue: planDialogue(certificate, findings),
    lateContactReason: textIn(child(certificate, "KontaktMedPasient"), "BegrunnIkkeKontakt"),
    sendingSystem: sendingSystem(certificate),
    ruleSetVersionAsSent: textIn(certificate, "RegelSettVersjon"),
    barcode: textIn(certificate, "Strekkode"),
  };
};
