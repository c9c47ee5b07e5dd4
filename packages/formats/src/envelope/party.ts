import type { HealthcareProfessional, Organisation, OtherReceiver, WireParty, WirePerson } from "@samvirke/contracts";
import type { Findings } from "../xml/findings.ts";
import { dayIn, textIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { child } from "../xml/tree.ts";
import { addressIn, codeIn, contactPointsIn, headNames, identifiersIn, nameIn } from "./elements.ts";

const personOf = (node: XmlNode, findings: Findings): WirePerson => ({
  name: nameIn(node, headNames),
  bornOn: dayIn(node, "DateOfBirth", findings),
  sex: codeIn(node, "Sex", findings),
  nationality: codeIn(node, "Nationality", findings),
  identifiers: identifiersIn(node, "Ident", findings),
  address: addressIn(node, "Address", findings),
  contactPoints: contactPointsIn(node, "TeleCom", findings),
});

/** A person of the message head; null when the element is missing. */
export const personIn = (node: XmlNode | undefined, name: string, findings: Findings): WirePerson | null => {
  const found = child(node, name);
  return found ? personOf(found, findings) : null;
};

/** The professional in a child; null when the element is missing. */
export const professionalIn = (node: XmlNode, findings: Findings): HealthcareProfessional | null => {
  const found = child(node, "HealthcareProfessional");
  if (!found) return null;
  return {
    category: codeIn(found, "TypeHealthcareProfessional", findings),
    roleToPatient: codeIn(found, "RoleToPatient", findings),
    ...personOf(found, findings),
  };
};

/** One level of an organisation. */
export const organisationOf = (node: XmlNode, findings: Findings): Organisation => ({
  name: textIn(node, "OrganisationName"),
  type: codeIn(node, "TypeOrganisation", findings),
  identifiers: identifiersIn(node, "Ident", findings),
  address: addressIn(node, "Address", findings),
  contactPoints: contactPointsIn(node, "TeleCom", findings),
  healthcareProfessional: professionalIn(node, findings),
});

/** The organisation in a child and those nested in it, outermost first. */
export const organisationsIn = (node: XmlNode, findings: Findings): ReadonlyArray<Organisation> => {
  const levels: Array<Organisation> = [];
  for (let level = child(node, "Organisation"); level; level = child(level, "Organisation")) {
    levels.push(organisationOf(level, findings));
  }
  return levels;
};

/** Sender or receiver; null when the element is missing. */
export const partyIn = (node: XmlNode | undefined, name: string, findings: Findings): WireParty | null => {
  const found = child(node, name);
  if (!found) return null;
  return { comMethod: codeIn(found, "ComMethod", findings), organisations: organisationsIn(found, findings) };
};

/** An OtherReceiver with whichever of the four it names. */
export const otherReceiverOf = (node: XmlNode, findings: Findings): OtherReceiver => ({
  comMethod: codeIn(node, "ComMethod", findings),
  role: codeIn(node, "RoleReceiver", findings),
  organisations: organisationsIn(node, findings),
  patient: personIn(node, "Patient", findings),
  person: personIn(node, "Person", findings),
  healthcareProfessional: professionalIn(node, findings),
});
