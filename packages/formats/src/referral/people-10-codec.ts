import type {
  Identifier,
  ReferralCareSituation,
  ReferralConsent,
  ReferralInstitution,
  ReferralInterpreter,
  ReferralRelative,
  WirePerson,
} from "@samvirke/contracts";
import type { ChildCodec, ElementCodec } from "../codec/codec.ts";
import { absent, one, optionalRecord, record, struct } from "../codec/combine.ts";
import { address, contactPoints } from "../codec/postal.ts";
import { joinedName } from "../codec/joined-name.ts";
import { boolAttribute, cs, cv, dayAttribute, text, ts } from "../codec/values.ts";
import { officialNumber } from "./official-number.ts";

// What 1.0 has for referrals to child psychiatry; 1.1 has other elements in its place.

const addressOrder = [
  "Address/Type",
  "Address/StreetAdr",
  "Address/PostalCode",
  "Address/City",
  "Address/County",
  "Address/Country",
  "Address/CityDistr",
  "Address/TeleAddress",
];

/** Consent of 1.0. */
export const consent10: ElementCodec<ReferralConsent> = struct<ReferralConsent>({
  status: one("ConsentStatus", cv),
  on: one("ConsentDate", ts),
  note: one("Merknad", text),
  givenBy: absent(null),
});

const listed = (one: ChildCodec<Identifier | null>): ChildCodec<ReadonlyArray<Identifier>> => ({
  read: (node, findings) => {
    const value = one.read(node, findings);
    return value ? [value] : [];
  },
  write: ([value]) => one.write(value ?? null),
  leaves: one.leaves.map(({ leaf, event }) => ({ leaf, event: event.map((path) => `[].${path}`) })),
});

const relatedPerson: ChildCodec<WirePerson | null> = optionalRecord<WirePerson>(
  record<WirePerson>({
    name: joinedName("Name"),
    bornOn: one("DateOfBirth", dayAttribute),
    sex: one("Sex", cs),
    nationality: absent(null),
    identifiers: listed(officialNumber),
    address,
    contactPoints,
  }),
);

/** PatRelperson. */
export const relative10: ElementCodec<ReferralRelative> = struct<ReferralRelative>(
  {
    relation: one("Relation/RelationCode", cs),
    care: absent(null),
    bornYear: absent(null),
    nearest: absent(null),
    guardian: one("Relation/Guardien", boolAttribute),
    person: relatedPerson,
    note: one("Description", text),
    occupation: one("Occupation", cs),
    role: one("Role", text),
    belonging: one("EthnicBelonging", cs),
    relationText: one("Relation/Description", text),
    cityDistrict: one("Address/CityDistr", cs),
    consent: one("Consent", consent10),
  },
  [
    "Description",
    "DateOfBirth",
    "Sex",
    "Occupation",
    "Role",
    "EthnicBelonging",
    "Name",
    "OffId",
    "TypeOffId",
    "Relation/Guardien",
    "Relation/RelationCode",
    "Relation/Description",
    ...addressOrder,
    "Consent",
  ],
);

/** NeedTranslator. */
export const interpreter10: ElementCodec<ReferralInterpreter> = struct<ReferralInterpreter>({
  person: absent(null),
  personReference: one("Person", text),
  hearingLoss: one("IsDeaf", boolAttribute),
  sightLoss: one("IsBlind", boolAttribute),
  language: one("Language", cs),
  preferred: absent(null),
  preferredReference: one("PreferredTranslator", text),
  endsOn: one("TranslatorEndDate", ts),
  note: one("Note", text),
});

/** CareSituation. */
export const careSituation10: ElementCodec<ReferralCareSituation> = struct<ReferralCareSituation>({
  description: one("Description", text),
  custody: one("CustodyType", cs),
  custodyOwner: one("CustodyOwner", text),
  situation: one("CareSituationType", cs),
  nativeLanguage: one("NativeLanguage", cs),
});

/** PatRelInst of 1.0. */
export const institution10: ElementCodec<ReferralInstitution> = struct<ReferralInstitution>(
  {
    name: one("NameInst", text),
    role: absent(null),
    contactPerson: one("ContactPerson", text),
    workingTime: one("WorkingTime", text),
    note: absent(null),
    address,
    cityDistrict: one("Address/CityDistr", cs),
    contactPoints,
  },
  ["NameInst", "WorkingTime", "ContactPerson", ...addressOrder],
);

/** PatRelInst of 1.1. */
export const institution11: ElementCodec<ReferralInstitution> = struct<ReferralInstitution>({
  name: one("NameInst", text),
  role: one("RoleInst", text),
  contactPerson: one("ContactPerson", text),
  workingTime: absent(null),
  note: one("Merknad", text),
  address: absent(null),
  cityDistrict: absent(null),
  contactPoints: absent([]),
});
