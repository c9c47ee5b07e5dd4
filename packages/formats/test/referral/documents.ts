import { E } from "@samvirke/kernel";
import type { ParsedReferral } from "../../src/referral/parse-referral.ts";
import { parseReferral } from "../../src/referral/parse-referral.ts";
import { bytes } from "../documents.ts";

const head =
  '<Type V="HENVISNING" DN="Henvisning"/><MIGversion>v1.2 2006-05-24</MIGversion><GenDate>2026-03-02T08:15:30</GenDate>' +
  "<MsgId>0c1d6b9e-5d41-4a7c-9f7e-3f1f0a5c1d22</MsgId>";
const organisation = (name: string, her: string): string =>
  `<Organisation><OrganisationName>${name}</OrganisationName><Ident><Id>${her}</Id>` +
  '<TypeId V="HER" S="2.16.578.1.12.4.1.1.9051" DN="HER-id"/></Ident></Organisation>';
const patient =
  "<Patient><FamilyName>Testdal</FamilyName><GivenName>Ronja</GivenName><DateOfBirth>1970-05-01</DateOfBirth>" +
  '<Sex V="2" DN="Kvinne"/><Ident><Id>01857012026</Id><TypeId V="FNR" S="2.16.578.1.12.4.1.1.8116"/></Ident></Patient>';

/** A message head around a document of 2.0; a Message stands alone. */
export const wrapped = (document: string): string =>
  document.startsWith("<Message")
    ? document
    : `<MsgHead xmlns="http://www.kith.no/xmlstds/msghead/2006-05-24"><MsgInfo>${head}` +
      `<Sender>${organisation("Fjellbua legesenter", "8140021")}</Sender>` +
      `<Receiver>${organisation("Dalen sykehus", "8140022")}</Receiver>${patient}</MsgInfo>` +
      `<Document><RefDoc><MsgType V="XML"/><Content>${document}</Content></RefDoc></Document></MsgHead>`;

export const parsed = (document: string): ParsedReferral => {
  const result = parseReferral(bytes(document));
  if (E.isLeft(result)) throw new Error(`unreadable: ${result.left.class}`);
  return result.right;
};
