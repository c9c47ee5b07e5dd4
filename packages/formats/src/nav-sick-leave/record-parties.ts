import type {
  Address,
  ContactPoint,
  HealthcareProfessional,
  Identifier,
  Name,
  Organisation,
  WireParty,
  WirePerson,
} from "@samvirke/contracts";
import {
  addressTypes,
  categories,
  contactTypes,
  organisationIds,
  organisationTypes,
  personIds,
  rolesToPatient,
  sexes,
} from "../sykmelding-record/code-tables.ts";
import { codeFor, identifierFor, lists, plainCode } from "./codes.ts";
import type { JsonSource } from "./json-source.ts";
import { items, maybeDay, maybeInner, maybeText, text } from "./json-source.ts";

export const nameOf = (source: JsonSource): Name => ({
  given: text(source, "fornavn"),
  middle: maybeText(source, "mellomnavn"),
  family: text(source, "etternavn"),
});

const codeText = (value: string | null) => (value === null ? null : plainCode(value));

export const addressOf = (source: JsonSource): Address => ({
  type: codeFor(addressTypes, text(source, "type")),
  street: maybeText(source, "gateadresse"),
  postalCode: maybeText(source, "postnummer"),
  city: maybeText(source, "poststed"),
  postBox: maybeText(source, "postboks"),
  county: codeText(maybeText(source, "kommune")),
  country: codeText(maybeText(source, "land")),
});

export const contactPointsIn = (source: JsonSource, key = "kontaktinfo"): ReadonlyArray<ContactPoint> =>
  items(source, key, (one) => ({ type: codeFor(contactTypes, text(one, "type")), address: text(one, "value") }));

const idOf = (source: JsonSource): { readonly id: string; readonly type: string } => ({
  id: text(source, "id"),
  type: text(source, "type"),
});

export const personIdsIn = (source: JsonSource): ReadonlyArray<Identifier> =>
  items(source, "ids", (one) => identifierFor(personIds, lists.personIds, idOf(one)));

const organisationIdsIn = (source: JsonSource): ReadonlyArray<Identifier> =>
  items(source, "ids", (one) => identifierFor(organisationIds, lists.organisationIds, idOf(one)));

/** A person of the record's metadata. */
export const personOf = (source: JsonSource): WirePerson => ({
  identifiers: personIdsIn(source),
  name: maybeInner(source, "navn", nameOf),
  bornOn: maybeDay(source, "fodselsdato"),
  sex: codeFor(sexes, maybeText(source, "kjonn")),
  nationality: codeText(maybeText(source, "nasjonalitet")),
  address: maybeInner(source, "adresse", addressOf),
  contactPoints: contactPointsIn(source),
});

const professionalOf = (source: JsonSource): HealthcareProfessional => ({
  ...personOf(source),
  category: codeFor(categories, text(source, "helsepersonellKategori")),
  roleToPatient: codeFor(rolesToPatient, text(source, "rolleTilPasient")),
});

const organisationOf = (source: JsonSource, professional: HealthcareProfessional | null): Organisation => ({
  name: maybeText(source, "navn"),
  type: codeFor(organisationTypes, text(source, "type")),
  identifiers: organisationIdsIn(source),
  address: maybeInner(source, "adresse", addressOf),
  contactPoints: contactPointsIn(source),
  healthcareProfessional: professional,
});

/** Sender or receiver: the organisation and the unit in it. */
export const partyOf = (source: JsonSource): WireParty => {
  const unit = maybeInner(source, "underOrganisasjon", (one) => organisationOf(one, null));
  const outermost = organisationOf(source, maybeInner(source, "helsepersonell", professionalOf));
  return { comMethod: null, organisations: unit === null ? [outermost] : [outermost, unit] };
};
