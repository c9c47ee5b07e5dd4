import type { DialogueRole, DialogueUnit } from "@samvirke/contracts";
import { codeIn } from "../envelope/elements.ts";
import { organisationOf, organisationsIn, personIn, professionalIn } from "../envelope/party.ts";
import type { Findings } from "../xml/findings.ts";
import { textIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { child, children } from "../xml/tree.ts";

const unitIn = (role: XmlNode, findings: Findings): DialogueUnit | null => {
  const node = child(role, "TilknyttetEnhet");
  if (!node) return null;
  const unit = child(node, "Kontaktenhet");
  return {
    organisations: unit ? [organisationOf(unit, findings), ...organisationsIn(unit, findings)] : [],
    remark: textIn(node, "Merknad"),
    professional: professionalIn(node, findings),
    person: personIn(node, "Person", findings),
  };
};

const roleOf = (node: XmlNode, findings: Findings): DialogueRole => ({
  role: codeIn(node, "RolleNotat", findings),
  roleToPatient: codeIn(node, "RoleToPatient", findings),
  unit: unitIn(node, findings),
  professional: professionalIn(node, findings),
  person: personIn(node, "Person", findings),
});

/** Who had which part in a note or a question. */
export const rolesIn = (node: XmlNode, findings: Findings): ReadonlyArray<DialogueRole> =>
  children(node, "RollerRelatertNotat").map((role) => roleOf(role, findings));
