import type {
  Address,
  ContactPoint,
  HealthcareProfessional,
  Identifier,
  Name,
  Organisation,
  WirePerson,
} from "@samvirke/contracts";
import { noCode } from "../envelope/elements.ts";
import type { XmlNode } from "../xml/tree.ts";
import { child } from "../xml/tree.ts";
import type { ChildCodec, ElementCodec } from "./codec.ts";
import { below } from "./codec.ts";
import { assemble } from "./assemble.ts";
import { many, one, optionalRecord, record, struct } from "./combine.ts";
import { cs, cv, day, text, textAttribute } from "./values.ts";

// Source: felleskomponent1. Prefixes are for writing; whoever prints declares fk1.

const always = <A>(codec: ChildCodec<A | null>, otherwise: A): ChildCodec<A> => ({
  ...codec,
  read: (parent, findings) => codec.read(parent, findings) ?? otherwise,
});

/** Ident {Id, TypeId}. */
export const ident: ElementCodec<Identifier> = struct<Identifier>({
  value: one("fk1:Id", text),
  type: always(one("fk1:TypeId", cv), noCode),
});

const telecom: ElementCodec<ContactPoint> = struct<ContactPoint>({
  type: one("fk1:TypeTelecom", cs),
  address: one("fk1:TeleAddress", textAttribute),
});

export const componentAddress: ElementCodec<Address> = struct<Address>({
  type: one("fk1:Type", cs),
  street: one("fk1:StreetAdr", text),
  postalCode: one("fk1:PostalCode", text),
  city: one("fk1:City", text),
  postBox: one("fk1:Postbox", text),
  county: one("fk1:County", cs),
  country: one("fk1:Country", cs),
});

const name = optionalRecord<Name>(
  record<Name>({
    family: one("fk1:FamilyName", text),
    middle: one("fk1:MiddleName", text),
    given: one("fk1:GivenName", text),
  }),
);

const personFields = {
  name,
  bornOn: one("fk1:DateOfBirth", day),
  sex: one("fk1:Sex", cs),
  nationality: one("fk1:Nationality", cs),
  identifiers: many("fk1:Ident", ident),
  address: one("fk1:Address", componentAddress),
  contactPoints: many("fk1:TeleCom", telecom),
};

/** fk1:Person. */
export const person: ElementCodec<WirePerson> = struct<WirePerson>(personFields);

/** fk1:HealthcareProfessional. */
export const professional: ElementCodec<HealthcareProfessional> = struct<HealthcareProfessional>({
  category: one("fk1:TypeHealthcareProfessional", cs),
  roleToPatient: one("fk1:RoleToPatient", cv),
  ...personFields,
});

type Level = Omit<Organisation, "healthcareProfessional">;

const level = record<Level>({
  type: one("fk1:TypeOrganisation", cv),
  name: one("fk1:OrganisationName", text),
  identifiers: many("fk1:Ident", ident),
  address: one("fk1:Address", componentAddress),
  contactPoints: many("fk1:TeleCom", telecom),
});

const levelsFrom = (outermost: XmlNode): ReadonlyArray<XmlNode> => {
  const nodes: Array<XmlNode> = [];
  for (let node: XmlNode | undefined = outermost; node; node = child(node, "Organisation")) nodes.push(node);
  return nodes;
};

/** fk1:Organisation with what is nested in it, outermost first. */
export const organisations: ElementCodec<ReadonlyArray<Organisation>> = {
  read: (node, findings) =>
    levelsFrom(node).map((one) => ({ ...level.read(one, findings), healthcareProfessional: null })),
  write: ([outermost, ...inner], elementName) => {
    if (!outermost) return undefined;
    const nested = organisations.write(inner, "fk1:Organisation");
    const own = assemble(level.write(outermost));
    return { name: elementName, attributes: [], content: nested ? [...own, nested] : own };
  },
  leaves: below(level.leaves, "", "[]"),
};
