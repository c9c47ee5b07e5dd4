import type { Address, Code, ContactPoint, HealthcareProfessional, Identifier, Name, Organisation } from "@samvirke/contracts";
import { noCode } from "../envelope/elements.ts";
import type { Findings } from "../xml/findings.ts";
import type { XmlNode } from "../xml/tree.ts";
import { child, children, descend } from "../xml/tree.ts";
import { assemble } from "./assemble.ts";
import type { ChildCodec, ElementCodec, Leaf, Placed } from "./codec.ts";
import { below } from "./codec.ts";
import { absent, many, one, record, struct } from "./combine.ts";
import { joinedName } from "./joined-name.ts";
import { cs, text, textAttribute } from "./values.ts";

// Source: Henvisning 1.1 and before.
// HCP = (Inst | HCProf) MedSpeciality? PartyIdByRequester? PartyIdByServProv? Address?
// Inst = Name? Id? TypeId? AdditionalId* HCPerson* Dept*; Dept, HCPerson, HCProf likewise.

const additionalId: ElementCodec<Identifier> = struct<Identifier>({
  value: one("Id", text),
  type: { ...one("Type", cs), read: (node, findings) => one("Type", cs).read(node, findings) ?? noCode },
});

const ownId = record<{ readonly value: string | null; readonly type: Code | null }>({
  value: one("Id", text),
  type: one("TypeId", cs),
});

/** Every AdditionalId. */
export const additionalIds = many("AdditionalId", additionalId);

/** Id with TypeId, then every AdditionalId (from 1.0 on). */
export const identifiers: ChildCodec<ReadonlyArray<Identifier>> = {
  read: (node, findings) => {
    const { value, type } = ownId.read(node, findings);
    const own = value === null && type === null ? [] : [{ value: value?.trim() ?? null, type: type ?? noCode }];
    return [...own, ...additionalIds.read(node, findings)];
  },
  write: ([first, ...others]) => (first ? [...ownId.write(first), ...additionalIds.write(others)] : []),
  leaves: [...below([{ leaf: "Id", event: ["value"] }], "", "[]"), ...below(cs.leaves, "TypeId", "[].type"), ...additionalIds.leaves],
};

const telecoms = many<ContactPoint>("TeleAddress", {
  read: (node, findings) => ({ type: null, address: textAttribute.read(node, findings) }),
  write: ({ address }, name) => textAttribute.write(address, name),
  leaves: below(textAttribute.leaves, "", "address"),
});

const postal = record<Address>({
  type: one("Type", cs),
  street: one("StreetAdr", text),
  postalCode: one("PostalCode", text),
  city: one("City", text),
  postBox: absent(null),
  county: one("County", cs),
  country: one("Country", cs),
});

const inAddress = (node: XmlNode | undefined): XmlNode | undefined => child(node, "Address");
const placedIn = (wrapper: string, placed: ReadonlyArray<Placed>): ReadonlyArray<Placed> =>
  placed.map((element) => ({ ...element, path: [wrapper, ...element.path] }));

/** Address without its telephone numbers. */
export const address: ChildCodec<Address | null> = {
  read: (node, findings) => (inAddress(node) ? postal.read(inAddress(node), findings) : null),
  write: (value) => (value === null ? [] : placedIn("Address", postal.write(value))),
  leaves: below(postal.leaves, "Address", ""),
};

/** The telephone numbers of an Address. */
export const contactPoints: ChildCodec<ReadonlyArray<ContactPoint>> = {
  read: (node, findings) => telecoms.read(inAddress(node), findings),
  write: (value) => placedIn("Address", telecoms.write(value)),
  leaves: below(telecoms.leaves, "Address", ""),
};

interface Somebody {
  readonly name: Name | null;
  readonly category: Code | null;
  readonly identifiers: ReadonlyArray<Identifier>;
}

const nobody: Omit<HealthcareProfessional, keyof Somebody> = {
  roleToPatient: null,
  bornOn: null,
  sex: null,
  nationality: null,
  address: null,
  contactPoints: [],
};

const emptyOrganisation: Organisation = {
  name: null,
  type: null,
  identifiers: [],
  address: null,
  contactPoints: [],
  healthcareProfessional: null,
};

/** HCPerson or HCProf. */
const somebody = (fields: ChildCodec<Somebody>): ElementCodec<HealthcareProfessional> => ({
  read: (node, findings) => ({ ...nobody, ...fields.read(node, findings) }),
  write: (value, name) => ({ name, attributes: [], content: assemble(fields.write(value)) }),
  leaves: fields.leaves,
});

const ids = { identifiers };

/** HCPerson. */
export const hcPerson = somebody(record<Somebody>({ name: joinedName("Name"), category: absent(null), ...ids }));
const hcProf = somebody(record<Somebody>({ category: one("Type", cs), name: joinedName("Name"), ...ids }));
const inst = record({ name: one("Name", text), ...ids });
const dept = record({ type: one("Type", cs), name: one("Name", text), ...ids });

const readInst = (node: XmlNode, findings: Findings): ReadonlyArray<Organisation> => {
  const acting = child(node, "HCPerson");
  const healthcareProfessional = acting ? hcPerson.read(acting, findings) : null;
  return [
    { ...emptyOrganisation, ...inst.read(node, findings), healthcareProfessional },
    ...children(node, "Dept").map((unit) => ({ ...emptyOrganisation, ...dept.read(unit, findings) })),
  ];
};

const readLevels = (node: XmlNode | undefined, findings: Findings): ReadonlyArray<Organisation> => {
  const institution = descend(node, "HCP", "Inst");
  if (institution) return readInst(institution, findings);
  const alone = descend(node, "HCP", "HCProf");
  return alone ? [{ ...emptyOrganisation, healthcareProfessional: hcProf.read(alone, findings) }] : [];
};

const read = (node: XmlNode | undefined, findings: Findings): ReadonlyArray<Organisation> => {
  const [outermost, ...inner] = readLevels(node, findings);
  if (!outermost) return [];
  const at = child(node, "HCP");
  const place = { address: address.read(at, findings), contactPoints: contactPoints.read(at, findings) };
  return [{ ...outermost, ...place }, ...inner];
};

const writeInst = (all: ReadonlyArray<Organisation>): ReadonlyArray<Placed> => {
  const [outermost, ...inner] = all;
  const acting = all.find(({ healthcareProfessional }) => healthcareProfessional)?.healthcareProfessional;
  const who = acting ? hcPerson.write(acting, "HCPerson") : undefined;
  const drafts = [
    ...(who ? [who] : []),
    ...inner.map((level) => ({ name: "Dept", attributes: [], content: assemble(dept.write(level)) })),
  ];
  const own = outermost ? inst.write(outermost) : [];
  return [...own, ...drafts.map((draft) => ({ path: [], draft }))].map((placed) => ({ ...placed, path: ["HCP", "Inst"] }));
};

/** A professional without a house: HCProf. */
const isAlone = ({ name, identifiers: own, healthcareProfessional }: Organisation): boolean =>
  name === null && own.length === 0 && healthcareProfessional !== null;

const writeWho = (all: ReadonlyArray<Organisation>): ReadonlyArray<Placed> => {
  const [only, second] = all;
  const who = only?.healthcareProfessional;
  if (!only || second || !who || !isAlone(only)) return writeInst(all);
  const draft = hcProf.write(who, "HCProf");
  return draft ? [{ path: ["HCP"], draft }] : [];
};

/** A party of the formats before MsgHead as levels, outermost first. */
export const levels: ChildCodec<ReadonlyArray<Organisation>> = {
  read,
  write: (value) => {
    const [outermost] = value;
    if (!outermost) return [];
    const place = [...address.write(outermost.address), ...contactPoints.write(outermost.contactPoints)];
    return [...writeWho(value), ...placedIn("HCP", place)];
  },
  leaves: [
    ...below(inst.leaves, "HCP/Inst", "[]"),
    ...below(hcPerson.leaves, "HCP/Inst/HCPerson", "[].healthcareProfessional"),
    ...below(dept.leaves, "HCP/Inst/Dept", "[]"),
    ...below(hcProf.leaves, "HCP/HCProf", "[].healthcareProfessional"),
    ...below(address.leaves, "HCP", "[].address"),
    ...below(contactPoints.leaves, "HCP", "[].contactPoints"),
  ],
};

/** The persons at a party after the first; the first acts for it. */
export const otherProfessionals: ChildCodec<ReadonlyArray<HealthcareProfessional>> = {
  read: (node, findings) =>
    children(descend(node, "HCP", "Inst"), "HCPerson")
      .slice(1)
      .map((other) => hcPerson.read(other, findings)),
  write: (others) =>
    others.flatMap((other) => {
      const draft = hcPerson.write(other, "HCPerson");
      return draft ? [{ path: ["HCP", "Inst"], draft }] : [];
    }),
  leaves: [],
};
