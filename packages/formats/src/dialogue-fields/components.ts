import type { DialogueField } from "./field.ts";
import { carried, kept, newer, ruled } from "./field.ts";

/** Where an element stands: in the message, in the event. */
export interface Places {
  readonly leaf: string;
  readonly event: string;
}

/** The same with a place in the record. */
export interface RecordPlaces extends Places {
  readonly record: string;
}

/** A CS that the record does not have. */
export const cs = ({ leaf, event }: Places): ReadonlyArray<DialogueField> => [
  kept(`${leaf}/@V`, `${event}.code`, "NO_PLACE"),
  kept(`${leaf}/@DN`, `${event}.text`, "NO_PLACE"),
];

/** A CV that the record does not have. */
export const cv = ({ leaf, event }: Places): ReadonlyArray<DialogueField> => [
  ...cs({ leaf, event }),
  kept(`${leaf}/@S`, `${event}.system`, "NO_PLACE"),
  kept(`${leaf}/@OT`, `${event}.originalText`, "NO_PLACE"),
];

const at = ({ leaf, event }: Places, element: string, field: string): Places => ({
  leaf: `${leaf}/${element}`,
  event: `${event}.${field}`,
});

const text = ({ leaf, event }: Places): DialogueField => kept(leaf, event, "NO_PLACE");

const ident = (place: Places): ReadonlyArray<DialogueField> => [
  text(at(place, "Id", "value")),
  ...cv(at(place, "TypeId", "type")),
];

const address = (place: Places): ReadonlyArray<DialogueField> => [
  ...cs(at(place, "Type", "type")),
  text(at(place, "StreetAdr", "street")),
  text(at(place, "PostalCode", "postalCode")),
  text(at(place, "City", "city")),
  text(at(place, "Postbox", "postBox")),
  ...cs(at(place, "County", "county")),
  ...cs(at(place, "Country", "country")),
];

const contact = (place: Places): ReadonlyArray<DialogueField> => [
  ...cs(at(place, "TypeTelecom", "type")),
  text(at(place, "TeleAddress/@V", "address")),
];

const reachable = (place: Places): ReadonlyArray<DialogueField> => [
  ...ident(at(place, "Ident", "identifiers[]")),
  ...address(at(place, "Address", "address")),
  ...contact(at(place, "TeleCom", "contactPoints[]")),
];

const human = (place: Places): ReadonlyArray<DialogueField> => [
  text(at(place, "FamilyName", "name.family")),
  text(at(place, "MiddleName", "name.middle")),
  text(at(place, "GivenName", "name.given")),
  text(at(place, "DateOfBirth", "bornOn")),
  ...cs(at(place, "Sex", "sex")),
  ...cs(at(place, "Nationality", "nationality")),
  ...reachable(place),
];

const professional = (place: Places): ReadonlyArray<DialogueField> => [
  ...cs(at(place, "TypeHealthcareProfessional", "category")),
  ...cv(at(place, "RoleToPatient", "roleToPatient")),
  ...human(place),
];

// The record has the first role's code and names; `names` says what they are called there.
const named = (
  fields: ReadonlyArray<DialogueField>,
  names: Readonly<Record<string, string>>,
): ReadonlyArray<DialogueField> =>
  fields.map((field) => {
    const record = names[field.leaf];
    return record === undefined ? field : ruled("FIRST_ONLY", carried(field.leaf, field.event, record));
  });

const organisation = (place: Places): ReadonlyArray<DialogueField> => [
  ...cv(at(place, "TypeOrganisation", "type")),
  text(at(place, "OrganisationName", "name")),
  ...reachable(place),
];

const unit = ({ leaf, event }: Places): ReadonlyArray<DialogueField> => {
  const organisations = `${event}.organisations[]`;
  return [
    ...organisation({ leaf: `${leaf}/Kontaktenhet`, event: organisations }),
    ...organisation({ leaf: `${leaf}/Kontaktenhet/Organisation`, event: organisations }),
    kept(`${leaf}/Merknad`, `${event}.remark`, "NO_PLACE"),
    ...professional({ leaf: `${leaf}/HealthcareProfessional`, event: `${event}.professional` }),
    ...human({ leaf: `${leaf}/Person`, event: `${event}.person` }),
  ];
};

/** A RollerRelatertNotat. */
export const role = ({ leaf, event, record }: RecordPlaces): ReadonlyArray<DialogueField> => {
  const fields = [
    ...cv({ leaf: `${leaf}/RolleNotat`, event: `${event}.role` }),
    ...cv({ leaf: `${leaf}/RoleToPatient`, event: `${event}.roleToPatient` }),
    ...newer(unit({ leaf: `${leaf}/TilknyttetEnhet`, event: `${event}.unit` })),
    ...professional({ leaf: `${leaf}/HealthcareProfessional`, event: `${event}.professional` }),
    ...human({ leaf: `${leaf}/Person`, event: `${event}.person` }),
  ];
  return named(fields, {
    [`${leaf}/RolleNotat/@V`]: `${record}.rolleNotat.v`,
    [`${leaf}/RolleNotat/@S`]: `${record}.rolleNotat.s`,
    [`${leaf}/HealthcareProfessional/GivenName`]: `${record}.helsepersonell.givenName`,
    [`${leaf}/HealthcareProfessional/FamilyName`]: `${record}.helsepersonell.familyName`,
    [`${leaf}/Person/GivenName`]: `${record}.person.givenName`,
    [`${leaf}/Person/FamilyName`]: `${record}.person.familyName`,
  });
};
