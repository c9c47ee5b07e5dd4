import type {
  Address,
  Code,
  ContactPoint,
  HealthcareProfessional,
  Identifier,
  Organisation,
  WirePerson,
} from "@samvirke/contracts";
import { printDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import type { XmlDraft } from "../xml/write.ts";
import { element, textElement } from "../xml/write.ts";

type Draft = XmlDraft | undefined;

/** A CS: code and text alone. */
export const csDraft = (name: string, code: Code | null): Draft =>
  code === null ? undefined : element(name, { V: code.code, DN: code.text });

/** A CV. */
export const cvDraft = (name: string, code: Code | null): Draft =>
  code === null ? undefined : element(name, { V: code.code, S: code.system, DN: code.text, OT: code.originalText });

/** A calendar day. */
export const dayDraft = (name: string, on: Day | null): Draft => textElement(name, on === null ? null : printDay(on));

/** Prefix of the elements inside the shared components: none in the message head, `fk1:` in a dialogue message. */
export type Prefix = "" | "fk1:";

const identDraft =
  (name: string, prefix: Prefix) =>
  ({ value, type }: Identifier): XmlDraft =>
    element(name, {}, [element(`${prefix}Id`, {}, value), cvDraft(`${prefix}TypeId`, type)]);

const addressDraft = (name: string, address: Address | null, prefix: Prefix): Draft =>
  address === null
    ? undefined
    : element(name, {}, [
        csDraft(`${prefix}Type`, address.type),
        textElement(`${prefix}StreetAdr`, address.street),
        textElement(`${prefix}PostalCode`, address.postalCode),
        textElement(`${prefix}City`, address.city),
        textElement(`${prefix}Postbox`, address.postBox),
        csDraft(`${prefix}County`, address.county),
        csDraft(`${prefix}Country`, address.country),
      ]);

const contactDraft =
  (name: string, prefix: Prefix) =>
  ({ type, address }: ContactPoint): XmlDraft =>
    element(name, {}, [csDraft(`${prefix}TypeTelecom`, type), element(`${prefix}TeleAddress`, { V: address })]);

/** The order of a name's parts: the message head begins with the family name, a dialogue message's Person with the given. */
export type NameOrder = "family first" | "given first";

const nameDrafts = ({ name }: Pick<WirePerson, "name">, order: NameOrder): ReadonlyArray<Draft> => {
  const parts = [
    textElement("FamilyName", name?.family),
    textElement("MiddleName", name?.middle),
    textElement("GivenName", name?.given),
  ];
  return order === "family first" ? parts : parts.reverse();
};

const humanDrafts = (person: WirePerson, prefix: Prefix, order: NameOrder): ReadonlyArray<Draft> => [
  ...nameDrafts(person, order),
  dayDraft("DateOfBirth", person.bornOn),
  csDraft("Sex", person.sex),
  csDraft("Nationality", person.nationality),
  ...person.identifiers.map(identDraft("Ident", prefix)),
  addressDraft("Address", person.address, prefix),
  ...person.contactPoints.map(contactDraft("TeleCom", prefix)),
];

/** A person in the message head. */
export const headPersonDraft = (name: string, person: WirePerson | null): Draft =>
  person === null ? undefined : element(name, {}, humanDrafts(person, "", "family first"));

/** A person in a dialogue message. */
export const dialoguePersonDraft = (person: WirePerson | null): Draft =>
  person === null ? undefined : element("Person", {}, humanDrafts(person, "fk1:", "given first"));

/** A professional. */
export const professionalDraft = (professional: HealthcareProfessional | null, prefix: Prefix): Draft =>
  professional === null
    ? undefined
    : element("HealthcareProfessional", {}, [
        csDraft("TypeHealthcareProfessional", professional.category),
        cvDraft("RoleToPatient", professional.roleToPatient),
        ...humanDrafts(professional, prefix, "family first"),
      ]);

/** The organisation and those nested in it, as the message head writes them. */
export const headOrganisationDraft = (organisations: ReadonlyArray<Organisation>): Draft => {
  const [outer, ...inner] = organisations;
  if (!outer) return undefined;
  return element("Organisation", {}, [
    element("OrganisationName", {}, outer.name),
    cvDraft("TypeOrganisation", outer.type),
    ...outer.identifiers.map(identDraft("Ident", "")),
    addressDraft("Address", outer.address, ""),
    ...outer.contactPoints.map(contactDraft("TeleCom", "")),
    headOrganisationDraft(inner),
    professionalDraft(outer.healthcareProfessional, ""),
  ]);
};

/** The same as the shared components write it, under a name of its own. */
export const componentOrganisationDraft = (name: string, organisations: ReadonlyArray<Organisation>): Draft => {
  const [outer, ...inner] = organisations;
  if (!outer) return undefined;
  return element(name, {}, [
    cvDraft("fk1:TypeOrganisation", outer.type),
    element("fk1:OrganisationName", {}, outer.name),
    ...outer.identifiers.map(identDraft("fk1:Ident", "fk1:")),
    addressDraft("fk1:Address", outer.address, "fk1:"),
    ...outer.contactPoints.map(contactDraft("fk1:TeleCom", "fk1:")),
    componentOrganisationDraft("fk1:Organisation", inner),
  ]);
};
