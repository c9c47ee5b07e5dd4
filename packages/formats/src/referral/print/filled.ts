import type { Address, Code, Identifier, Organisation, ReferralParty, WirePerson } from "@samvirke/contracts";
import { noCode } from "../../envelope/elements.ts";

// What a schema demands and nobody said is printed empty: never made up.

/** A code, or an empty one. */
export const some = (code: Code | null): Code => code ?? noCode;

/** A code of a list that the older versions take for granted and 2.0 names. */
export const ofList = (code: Code | null, list: string): Code => {
  const stated = some(code);
  return { ...stated, system: stated.system ?? `2.16.578.1.12.4.1.1.${list}` };
};

const emptyAddress: Address = {
  type: null,
  street: null,
  postalCode: null,
  city: null,
  postBox: null,
  county: null,
  country: null,
};

interface Placed {
  readonly address: Address | null;
  readonly contactPoints: ReadonlyArray<unknown>;
}

/** An address as the versions before 2.0 want it: with a kind, and there wherever a telephone number is. */
export const typedAddress = ({ address, contactPoints }: Placed): Address | null => {
  if (address === null && contactPoints.length === 0) return null;
  const stated = address ?? emptyAddress;
  return { ...stated, type: some(stated.type) };
};

export const emptyParty: ReferralParty = {
  role: null,
  specialty: null,
  idByRequester: null,
  idByServiceProvider: null,
  cityDistrict: null,
  otherProfessionals: [],
};

const unknownHouse: Organisation = {
  name: null,
  type: null,
  identifiers: [],
  address: null,
  contactPoints: [],
  healthcareProfessional: null,
};

/** Levels of a party with addresses as the versions before 2.0 want them; a party of which nothing is said is an empty one. */
export const typedLevels = (levels: ReadonlyArray<Organisation>): ReadonlyArray<Organisation> =>
  (levels.length === 0 ? [unknownHouse] : levels).map((level) => ({ ...level, address: typedAddress(level) }));

const numbered = (identifiers: ReadonlyArray<Identifier>): ReadonlyArray<Identifier> =>
  identifiers.map(({ value, type }) => ({ value: value ?? "", type }));

const nobody: WirePerson = {
  name: null,
  bornOn: null,
  sex: null,
  nationality: null,
  identifiers: [],
  address: null,
  contactPoints: [],
};

/** A person of the shared components. */
export const somebody = (person: WirePerson | null): WirePerson => {
  const stated = person ?? nobody;
  return { ...stated, identifiers: numbered(stated.identifiers) };
};
