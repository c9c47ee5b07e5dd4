import type { Address, Code, ContactPoint, Identifier, Name } from "@samvirke/contracts";
import type { Findings } from "../xml/findings.ts";
import { textIn, tokenIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { attributeOf, child, children } from "../xml/tree.ts";

/** A code that says nothing. */
export const noCode: Code = { system: null, code: null, text: null, originalText: null };

/** A CS or CV: @V with outer blanks cut, everything else as sent. */
export const codeOf = (node: XmlNode, findings: Findings): Code => {
  const value = attributeOf(node, "V");
  const code = value?.trim();
  if (code !== value) findings.note("CODE_TRIMMED", node, "@V");
  return {
    system: attributeOf(node, "S")?.trim() ?? null,
    code: code ?? null,
    text: attributeOf(node, "DN") ?? null,
    originalText: attributeOf(node, "OT") ?? null,
  };
};

/** The code in a child; null when the child is missing. */
export const codeIn = (node: XmlNode | undefined, name: string, findings: Findings): Code | null => {
  const found = child(node, name);
  return found ? codeOf(found, findings) : null;
};

/** An Ident {Id, TypeId}. */
export const identifierOf = (node: XmlNode, findings: Findings): Identifier => ({
  value: tokenIn(node, "Id", findings),
  type: codeIn(node, "TypeId", findings) ?? noCode,
});

export const identifiersIn = (node: XmlNode | undefined, name: string, findings: Findings): ReadonlyArray<Identifier> =>
  children(node, name).map((found) => identifierOf(found, findings));

/** An Address; null when the element is missing. */
export const addressIn = (node: XmlNode | undefined, name: string, findings: Findings): Address | null => {
  const found = child(node, name);
  if (!found) return null;
  return {
    type: codeIn(found, "Type", findings),
    street: textIn(found, "StreetAdr"),
    postalCode: textIn(found, "PostalCode"),
    city: textIn(found, "City"),
    postBox: textIn(found, "Postbox"),
    county: codeIn(found, "County", findings),
    country: codeIn(found, "Country", findings),
  };
};

const contactPointOf = (node: XmlNode, findings: Findings): ContactPoint => ({
  type: codeIn(node, "TypeTelecom", findings),
  address: attributeOf(child(node, "TeleAddress"), "V") ?? null,
});

export const contactPointsIn = (
  node: XmlNode | undefined,
  name: string,
  findings: Findings,
): ReadonlyArray<ContactPoint> => children(node, name).map((found) => contactPointOf(found, findings));

/** Names of the three children that hold a name: family, middle, given. */
export type NameElements = readonly [family: string, middle: string, given: string];

/** A name in parts; null when none of them is there. */
export const nameIn = (node: XmlNode | undefined, [family, middle, given]: NameElements): Name | null => {
  const name = { given: textIn(node, given), middle: textIn(node, middle), family: textIn(node, family) };
  return name.given === null && name.middle === null && name.family === null ? null : name;
};

export const headNames: NameElements = ["FamilyName", "MiddleName", "GivenName"];
