import type { Code, HealthcareProfessional, Organisation } from "@samvirke/contracts";
import type { FhirElement } from "../element.ts";
import { kid, kids, valueAt } from "../element.ts";
import { lists } from "../systems.ts";
import type { Reading } from "./reading.ts";
import { resolve } from "./reading.ts";
import { address, codingOf, concept, contactPoints, humanName, identifier, identifiers } from "./values.ts";

/** A party of a FHIR document as levels, outermost first. */
export interface FhirParty {
  readonly organisations: ReadonlyArray<Organisation>;
  readonly specialty: Code | null;
}

const noUnit: Organisation = {
  name: null,
  type: null,
  identifiers: [],
  address: null,
  contactPoints: [],
  healthcareProfessional: null,
};

const unitOf = (element: FhirElement): Organisation => ({
  ...noUnit,
  name: valueAt(element, "name"),
  type: concept(kid(element, "type")),
  identifiers: identifiers(element),
  address: address(element),
  contactPoints: contactPoints(element),
});

const noProfessional: HealthcareProfessional = {
  category: null,
  roleToPatient: null,
  name: null,
  bornOn: null,
  sex: null,
  nationality: null,
  identifiers: [],
  address: null,
  contactPoints: [],
};

const qualifications = (element: FhirElement): ReadonlyArray<FhirElement> =>
  kids(element, "qualification").flatMap((one) => kids(one, "code"));

// Source: no-basis-Practitioner; list 9060 names the profession.
const professionalOf = (element: FhirElement): HealthcareProfessional => ({
  ...noProfessional,
  category: codingOf(qualifications(element), lists.category),
  name: humanName(element),
  identifiers: identifiers(element),
  address: address(element),
  contactPoints: contactPoints(element),
});

// Longer chains than this are a mistake, or a circle.
const mostLevels = 4;

const levelsOf = (reading: Reading, element: FhirElement, left: number = mostLevels): ReadonlyArray<Organisation> => {
  const above = left > 1 ? resolve(reading, element, kid(element, "partOf")) : undefined;
  return [...(above === undefined ? [] : levelsOf(reading, above, left - 1)), unitOf(element)];
};

/** A professional stands at the outermost level, whatever the levels. */
const at = (
  levels: ReadonlyArray<Organisation>,
  healthcareProfessional: HealthcareProfessional | null,
): ReadonlyArray<Organisation> => {
  const [outermost = noUnit, ...inner] = levels;
  return [{ ...outermost, healthcareProfessional }, ...inner];
};

const namedOnly = (reference: FhirElement | undefined): ReadonlyArray<Organisation> => {
  const named = kids(reference, "identifier").map(identifier);
  const name = valueAt(reference, "display");
  if (named.length === 0 && name === null) return [];
  const isPerson = named.some(({ type }) => type.code === "HPR");
  const professional = { ...noProfessional, name: name === null ? null : { given: null, middle: null, family: name } };
  return isPerson ? at([], { ...professional, identifiers: named }) : [{ ...noUnit, name, identifiers: named }];
};

const roleOf = (reading: Reading, role: FhirElement): FhirParty => {
  const [who, where] = [kid(role, "practitioner"), kid(role, "organization")];
  const practitioner = resolve(reading, role, who);
  const organisation = resolve(reading, role, where);
  const levels = organisation === undefined ? namedOnly(where) : levelsOf(reading, organisation);
  const [stated] = namedOnly(who);
  const professional =
    practitioner === undefined ? (stated?.healthcareProfessional ?? null) : professionalOf(practitioner);
  const category = codingOf(kids(role, "code"), lists.category);
  return {
    organisations: at(levels, professional && { ...professional, category: category ?? professional.category }),
    specialty: concept(kid(role, "specialty")),
  };
};

const readers: Readonly<Record<string, (reading: Reading, element: FhirElement) => FhirParty>> = {
  Organization: (reading, element) => ({ organisations: levelsOf(reading, element), specialty: null }),
  Practitioner: (_, element) => ({
    organisations: at([], professionalOf(element)),
    specialty: codingOf(qualifications(element), lists.specialty),
  }),
  PractitionerRole: roleOf,
};

/**
 * The party that a reference means: sent along, or named by identifier and display alone; nobody where it says nothing.
 *
 * Source: no-basis-Organization, no-basis-Practitioner, no-basis-PractitionerRole.
 */
export const partyAt = (reading: Reading, from: FhirElement, reference: FhirElement | undefined): FhirParty => {
  const found = resolve(reading, from, reference);
  const read = found === undefined ? undefined : readers[found.resourceType ?? ""];
  if (found !== undefined && read !== undefined) return read(reading, found);
  return { organisations: namedOnly(reference), specialty: null };
};
