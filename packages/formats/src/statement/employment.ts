import type { Address, ContactPoint, StatementAddress, StatementEmployment } from "@samvirke/contracts";
import { noCode } from "../envelope/elements.ts";
import { textIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { attributeOf, child, children, textOf } from "../xml/tree.ts";
import type { CodeReader } from "./codes.ts";
import { severalCodes, yesNo } from "./codes.ts";

const postalOf = (node: XmlNode): Address => {
  const country = textIn(node, "Country");
  return {
    type: null,
    street: textIn(node, "StreetAddress"),
    postalCode: textIn(node, "PostalCode"),
    city: textIn(node, "City"),
    postBox: null,
    county: null,
    country: country === null ? null : { ...noCode, text: country },
  };
};

const contactPointOf = (node: XmlNode): ContactPoint => {
  const kind = attributeOf(node, "typeTelekom");
  return { type: kind === undefined ? null : { ...noCode, code: kind }, address: textOf(node) };
};

/** A typeAdresse. */
export const statementAddressOf = (node: XmlNode): StatementAddress => {
  const kind = attributeOf(node, "adressetype");
  return {
    kind: kind === undefined ? null : { ...noCode, code: kind },
    postal: children(node, "PostalAddress").map(postalOf),
    contactPoints: children(node, "Teleinformasjon").map(contactPointOf),
  };
};

/** Where the person works. Source: Pasientopplysninger, Arbeidsforhold. */
export const employmentIn = (about: XmlNode | undefined, codes: CodeReader): StatementEmployment => {
  const work = child(child(about, "Pasient"), "Arbeidsforhold");
  const employer = child(work, "Virksomhet");
  const address = child(employer, "VirksomhetsAdr");
  return {
    several: codes.read(about, "flereArbeidsforhold", severalCodes) ?? "UNKNOWN",
    occupation: textIn(work, "Yrkesbetegnelse"),
    occupationCode: attributeOf(work, "yrkeskode") ?? null,
    isPrimary: codes.read(work, "primartArbeidsforhold", yesNo),
    employerName: attributeOf(employer, "virksomhetsBetegnelse") ?? null,
    employerNumber: attributeOf(employer, "organisasjonsnummer") ?? null,
    employerAddress: address ? statementAddressOf(address) : null,
  };
};
