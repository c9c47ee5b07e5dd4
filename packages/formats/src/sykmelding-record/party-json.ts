import type {
  Address,
  ContactPoint,
  HealthcareProfessional,
  Identifier,
  Name,
  Organisation,
  WireParty,
} from "@samvirke/contracts";
import { printDay } from "@samvirke/kernel";
import type { CodeTable } from "./code-tables.ts";
import {
  addressTypes,
  categories,
  contactTypes,
  lookUpCode,
  organisationIds,
  organisationTypes,
  personIds,
  rolesToPatient,
  sexes,
} from "./code-tables.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Place } from "./losses.ts";
import { below, lose } from "./losses.ts";

export const nameJson = (name: Name | null): JsonObject | null =>
  name && { fornavn: name.given ?? "", mellomnavn: name.middle, etternavn: name.family ?? "" };

/** A name where the record demands one. */
export const requiredName = (name: Name | null, place: Place): JsonObject => {
  if (name === null) lose(place, "NOT_SENT");
  return nameJson(name) ?? { fornavn: "", mellomnavn: null, etternavn: "" };
};

const idsJson = (table: CodeTable, identifiers: ReadonlyArray<Identifier>, place: Place): ReadonlyArray<Json> =>
  identifiers.map(({ value, type }, index) => ({
    id: value ?? "",
    type: lookUpCode(table, type.code === null ? null : type, below(below(place, index), "type")),
  }));

export const personIdsJson = (identifiers: ReadonlyArray<Identifier>, place: Place): ReadonlyArray<Json> =>
  idsJson(personIds, identifiers, place);

export const addressJson = (address: Address | null, place: Place): JsonObject | null =>
  address && {
    type: lookUpCode(addressTypes, address.type, below(place, "type")),
    gateadresse: address.street,
    postnummer: address.postalCode,
    poststed: address.city,
    postboks: address.postBox,
    kommune: address.county?.code ?? null,
    land: address.country?.code ?? null,
  };

export const contactJson = (contactPoints: ReadonlyArray<ContactPoint>, place: Place): ReadonlyArray<Json> =>
  contactPoints.map(({ type, address }, index) => ({
    type: lookUpCode(contactTypes, type, below(below(place, index), "type")),
    value: address ?? "",
  }));

/** What every person of a message head has in the record. */
export const personJson = (
  person: Omit<HealthcareProfessional, "category" | "roleToPatient">,
  place: Place,
): JsonObject => ({
  ids: personIdsJson(person.identifiers, below(place, "identifiers")),
  navn: nameJson(person.name),
  fodselsdato: person.bornOn === null ? null : printDay(person.bornOn),
  kjonn: lookUpCode(sexes, person.sex, below(place, "sex")),
  nasjonalitet: person.nationality?.code ?? null,
  adresse: addressJson(person.address, below(place, "address")),
  kontaktinfo: contactJson(person.contactPoints, below(place, "contactPoints")),
});

const professionalJson = (professional: HealthcareProfessional | null, place: Place): JsonObject | null =>
  professional && {
    ...personJson(professional, place),
    helsepersonellKategori: lookUpCode(categories, professional.category, below(place, "category")),
    rolleTilPasient: lookUpCode(rolesToPatient, professional.roleToPatient, below(place, "roleToPatient")),
  };

const nobody: Organisation = {
  name: null,
  type: null,
  identifiers: [],
  address: null,
  contactPoints: [],
  healthcareProfessional: null,
};

const organisationJson = (organisation: Organisation, place: Place): JsonObject => ({
  navn: organisation.name,
  type: lookUpCode(organisationTypes, organisation.type, below(place, "type")),
  ids: idsJson(organisationIds, organisation.identifiers, below(place, "identifiers")),
  adresse: addressJson(organisation.address, below(place, "address")),
  kontaktinfo: contactJson(organisation.contactPoints, below(place, "contactPoints")),
});

const unitJson = (unit: Organisation | undefined, place: Place): JsonObject | null => {
  if (!unit) return null;
  if (unit.name === null) lose(below(place, "name"), "NOT_SENT");
  if (unit.healthcareProfessional) lose(below(place, "healthcareProfessional"), "NO_PLACE");
  return { ...organisationJson(unit, place), navn: unit.name ?? "" };
};

const loseUnplaced = (party: WireParty | null, place: Place): void => {
  const organisations = party?.organisations ?? [];
  if (organisations.length === 0) lose(place, "NOT_SENT");
  if (party?.comMethod) lose(below(place, "comMethod"), "NO_PLACE");
  for (let index = 2; index < organisations.length; index += 1) {
    lose(below(below(place, "organisations"), index), "NO_PLACE");
  }
};

/** Sender or receiver; the record names the organisation and one unit in it. */
export const partyJson = (party: WireParty | null, place: Place): JsonObject => {
  const [outermost = nobody, unit] = party?.organisations ?? [];
  const levels = below(place, "organisations");
  loseUnplaced(party, place);
  return {
    ...organisationJson(outermost, below(levels, 0)),
    underOrganisasjon: unitJson(unit, below(levels, 1)),
    helsepersonell: professionalJson(
      outermost.healthcareProfessional,
      below(below(levels, 0), "healthcareProfessional"),
    ),
  };
};
