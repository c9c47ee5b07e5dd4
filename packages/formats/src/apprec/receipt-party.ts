import type { Address, Identifier, ReceiptParty, ReceiptUnit } from "@samvirke/contracts";
import { addressIn, codeIn, noCode } from "../envelope/elements.ts";
import type { Findings } from "../xml/findings.ts";
import { textIn, tokenIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { attributeOf, child, children } from "../xml/tree.ts";

const mainId = (node: XmlNode, findings: Findings): ReadonlyArray<Identifier> => {
  const value = tokenIn(node, "Id", findings);
  const type = codeIn(node, "TypeId", findings);
  return value === null && type === null ? [] : [{ value, type: type ?? noCode }];
};

// An additional id names its kind in Type where the main one has TypeId.
const additionalId = (node: XmlNode, findings: Findings): Identifier => ({
  value: tokenIn(node, "Id", findings),
  type: codeIn(node, "Type", findings) ?? codeIn(node, "TypeId", findings) ?? noCode,
});

const unitOf = (level: ReceiptUnit["level"], node: XmlNode, findings: Findings): ReceiptUnit => ({
  level,
  type: codeIn(node, "Type", findings),
  name: textIn(node, "Name"),
  identifiers: [
    ...mainId(node, findings),
    ...children(node, "AdditionalId").map((below) => additionalId(below, findings)),
  ],
});

const unitsOf = (hcp: XmlNode | undefined, findings: Findings): ReadonlyArray<ReceiptUnit> => [
  ...children(hcp, "Inst").flatMap((institution) => [
    unitOf("INSTITUTION", institution, findings),
    ...children(institution, "Dept").map((node) => unitOf("DEPARTMENT", node, findings)),
    ...children(institution, "HCPerson").map((node) => unitOf("PERSON", node, findings)),
  ]),
  ...children(hcp, "HCProf").map((node) => unitOf("PROFESSIONAL", node, findings)),
];

const addressOf = (hcp: XmlNode | undefined, findings: Findings): Address | null => addressIn(hcp, "Address", findings);

/** Sender or receiver of a receipt; null when the element is missing. Source: AppRec, Sender and Receiver. */
export const receiptPartyIn = (node: XmlNode, name: string, findings: Findings): ReceiptParty | null => {
  const party = child(node, name);
  if (!party) return null;
  const hcp = child(party, "HCP");
  const address = child(hcp, "Address");
  return {
    role: codeIn(party, "Role", findings),
    units: unitsOf(hcp, findings),
    speciality: codeIn(hcp, "MedSpeciality", findings),
    address: addressOf(hcp, findings),
    cityDistrict: codeIn(address, "CityDistr", findings),
    teleAddresses: children(address, "TeleAddress").flatMap((tele) => attributeOf(tele, "V") ?? []),
  };
};
