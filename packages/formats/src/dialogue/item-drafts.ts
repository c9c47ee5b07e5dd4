import type { DialogueRole, DialogueUnit } from "@samvirke/contracts";
import type { XmlDraft } from "../xml/write.ts";
import { element, textElement } from "../xml/write.ts";
import {
  componentOrganisationDraft,
  csDraft,
  cvDraft,
  dayDraft,
  dialoguePersonDraft,
  professionalDraft,
} from "./drafts.ts";
import type { NoteParts, QuestionParts } from "./items.ts";
import type { DialogueVersion } from "./namespaces.ts";

const unitDraft = (unit: DialogueUnit | null): XmlDraft | undefined =>
  unit === null
    ? undefined
    : element("TilknyttetEnhet", {}, [
        componentOrganisationDraft("Kontaktenhet", unit.organisations),
        textElement("Merknad", unit.remark),
        professionalDraft(unit.professional, "fk1:"),
        dialoguePersonDraft(unit.person),
      ]);

const roleDraft =
  (version: DialogueVersion) =>
  (role: DialogueRole): XmlDraft =>
    element("RollerRelatertNotat", {}, [
      cvDraft("RolleNotat", role.role),
      cvDraft("RoleToPatient", role.roleToPatient),
      version === "1.1" ? unitDraft(role.unit) : undefined,
      professionalDraft(role.professional, "fk1:"),
      dialoguePersonDraft(role.person),
    ]);

/** A Foresporsel; what 1.0 has no element for is left out of it. */
export const questionDraft = ({ head, content }: QuestionParts, version: DialogueVersion): XmlDraft => {
  const isNewer = version === "1.1";
  return element("Foresporsel", {}, [
    cvDraft("TypeForesp", head.theme),
    isNewer ? textElement("EmneSporsmal", content.subject) : undefined,
    textElement("Sporsmal", content.text),
    cvDraft("Formål", content.purpose),
    textElement("Begrunnelse", content.grounds),
    csDraft("Hastegrad", head.urgency),
    dayDraft("FraDato", content.from),
    dayDraft("TilDato", content.to),
    ...content.recordParts.slice(0, isNewer ? undefined : 1).map((part) => cvDraft("TypeJournalinfo", part)),
    isNewer ? cvDraft("KodetOpplysning", content.codedContent) : undefined,
    textElement("DokIdForesp", head.documentId),
    ...head.roles.map(roleDraft(version)),
  ]);
};

/** A Notat. */
export const noteDraft = ({ head, content }: NoteParts, version: DialogueVersion): XmlDraft => {
  const repeated = head.question && content.question && { head: head.question, content: content.question };
  return element("Notat", {}, [
    cvDraft("TemaKodet", head.theme),
    textElement("Tema", content.heading),
    textElement("TekstNotatInnhold", content.text),
    textElement("Merknad", content.remark),
    textElement("DokIdNotat", head.documentId),
    dayDraft("DatoNotat", head.datedOn),
    repeated ? questionDraft(repeated, version) : undefined,
    ...head.roles.map(roleDraft(version)),
  ]);
};
