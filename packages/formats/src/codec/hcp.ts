import type { Code, HealthcareProfessional, Identifier, Name, Organisation } from "@samvirke/contracts";
import type { Findings } from "../xml/findings.ts";
import type { XmlNode } from "../xml/tree.ts";
import { child, children, descend } from "../xml/tree.ts";
import { assemble } from "./assemble.ts";
import { noCode } from "../envelope/elements.ts";
import type { ChildCodec, ElementCodec, Placed } from "./codec.ts";
import { below } from "./codec.ts";
import { absent, one, record } from "./combine.ts";
import { identifiers } from "./identifiers.ts";
import { joinedName } from "./joined-name.ts";
import { address, contactPoints, placedIn } from "./postal.ts";
import { cs, text } from "./values.ts";

// Source: Henvisning 1.1 and before.
// HCP = (Inst | HCProf) MedSpeciality? PartyIdByRequester? PartyIdByServProv? Address?
// Inst = Name? Id? TypeId? AdditionalId* HCPerson* Dept*; Dept, HCPerson, HCProf likewise.

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
  const house = inst.read(node, findings);
  const isNameless = house.name === null && house.identifiers.length === 0;
  return [
    {
      ...emptyOrganisation,
      ...house,
      // An empty id tells a house of which nothing is said from a professional without one.
      identifiers: isNameless ? [{ value: null, type: noCode }] : house.identifiers,
      healthcareProfessional,
    },
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
  if (own.length + drafts.length === 0)
    return [{ path: ["HCP"], draft: { name: "Inst", attributes: [], content: "" } }];
  return [...own, ...drafts.map((draft) => ({ path: [], draft }))].map((placed) => ({
    ...placed,
    path: ["HCP", "Inst"],
  }));
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
