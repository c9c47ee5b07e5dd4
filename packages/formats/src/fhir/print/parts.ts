import type { Day } from "@samvirke/kernel";
import { isUuid, printDay, uuid5 } from "@samvirke/kernel";
import type { HubIdentifier, HubParty, HubPerson, HubUnit } from "../../referral/hub/model.ts";
import { systemOfType } from "../systems.ts";
import type { FhirOut } from "./out.ts";

/** A resource in a Bundle, and how the others refer to it. */
export interface Entry {
  readonly reference: FhirOut;
  readonly entries: ReadonlyArray<FhirOut>;
}

/** A day as FHIR writes it. */
export const dayText = (day: Day | null): string | null => (day === null ? null : printDay(day));

/** An id as an Identifier: FHIR gives UUIDs the system of all URIs; any other id is its sender's own and has none. */
export const uuidIdentifier = (id: string): FhirOut =>
  isUuid(id.toLowerCase()) ? { system: "urn:ietf:rfc:3986", value: `urn:uuid:${id.toLowerCase()}` } : { value: id };

const identifierOf = ({ type, value }: HubIdentifier): FhirOut => ({ system: systemOfType(type), value });

/** A resource with an id of its own, derived from the message and from what it is in it. */
export const entryOf = (messageId: string, what: string, resource: FhirOut): Entry => {
  const fullUrl = `urn:uuid:${uuid5("fhir", messageId, what)}`;
  return { reference: { reference: fullUrl }, entries: [{ fullUrl, resource }] };
};

// List 3101.
const genders: Readonly<Record<string, string>> = { "0": "unknown", "1": "male", "2": "female", "9": "other" };

const names = (given: string | null, family: string | null): ReadonlyArray<FhirOut> => [
  { family, given: given === null ? [] : [given] },
];

/** Source: no-basis-Patient. */
export const patientEntry = (messageId: string, person: HubPerson): Entry =>
  entryOf(messageId, "patient", {
    resourceType: "Patient",
    identifier: person.numbers.map(identifierOf),
    name: names(person.given, person.family),
    gender: genders[person.sex ?? ""],
    birthDate: dayText(person.bornOn),
  });

const organisation = ({ name, identifiers }: HubUnit, partOf?: FhirOut): FhirOut => ({
  resourceType: "Organization",
  identifier: identifiers.map(identifierOf),
  name,
  partOf,
});

const isSomebody = ({ name, identifiers }: HubUnit): boolean => name !== null || identifiers.length > 0;

const placeEntry = (messageId: string, what: string, { department, ...house }: HubParty): Entry | undefined => {
  if (department === null) return isSomebody(house) ? entryOf(messageId, what, organisation(house)) : undefined;
  const outer = entryOf(messageId, what, organisation(house));
  const inner = entryOf(messageId, `${what}/department`, organisation(department, outer.reference));
  return { reference: inner.reference, entries: [...outer.entries, ...inner.entries] };
};

/** A party with its department and professional; undefined where nobody is named. Source: no-basis profiles. */
export const partyEntry = (messageId: string, what: string, party: HubParty): Entry | undefined => {
  const { professional } = party;
  const place = placeEntry(messageId, what, party);
  if (professional === null) return place;
  const who = entryOf(messageId, `${what}/professional`, {
    resourceType: "Practitioner",
    identifier: professional.identifiers.map(identifierOf),
    name: names(professional.given, professional.family),
  });
  const role = entryOf(messageId, `${what}/role`, {
    resourceType: "PractitionerRole",
    practitioner: who.reference,
    organization: place?.reference,
  });
  return { reference: role.reference, entries: [...role.entries, ...who.entries, ...(place?.entries ?? [])] };
};
