import type {
  ReferralConsent,
  ReferralContact,
  ReferralInterpreter,
  ReferralRelative,
  ReferralTime,
  WirePerson,
} from "@samvirke/contracts";
import type { ElementCodec } from "../codec/codec.ts";
import { absent, one, struct } from "../codec/combine.ts";
import { person } from "../codec/components.ts";
import { bool, cs, cv, text, time } from "../codec/values.ts";

/** Consent of 1.1 and 2.0. */
export const consent: ElementCodec<ReferralConsent> = struct<ReferralConsent>({
  status: one("ConsentStatus", cv),
  on: one("ConsentDate", time),
  note: one("Merknad", text),
  givenBy: one("GivenBy", text),
});

const only10 = {
  guardian: absent(null),
  occupation: absent(null),
  role: absent(null),
  belonging: absent(null),
  relationText: absent(null),
  cityDistrict: absent(null),
  consent: absent(null),
};

/** po:ParorendeForesatt of 1.1. */
export const relative11: ElementCodec<ReferralRelative> = struct<ReferralRelative>({
  relation: one("po:Slektskap", cs),
  care: one("po:Omsorgsfunksjon", cs),
  bornYear: absent(null),
  nearest: absent(null),
  person: one("po:Referanseperson", person),
  note: one("po:Merknad", text),
  ...only10,
});

/** po:ParorendeForesatt of 2.0. */
export const relative20: ElementCodec<ReferralRelative> = struct<ReferralRelative>({
  relation: one("po:Slektskap", cs),
  care: one("po:Omsorgsfunksjon", cs),
  bornYear: one("po:FodselsarMindrearigParorende", text),
  nearest: one("po:NarmesteParorende", bool),
  person: one("po:Referanseperson", person),
  note: one("po:Merknad", text),
  ...only10,
});

/** ContactPerson of 1.1. */
export const contact11: ElementCodec<ReferralContact> = struct<ReferralContact>({
  role: one("OccupationRole", text),
  workplace: one("WorkingPlace", text),
  person: one<WirePerson>("Referanseperson", person),
  note: one("Merknad", text),
});

/** po:PasientrelatertKontaktperson of 2.0. */
export const contact20: ElementCodec<ReferralContact> = struct<ReferralContact>({
  role: one("po:StillingRolle", text),
  workplace: one("po:Arbeidssted", text),
  person: one<WirePerson>("po:Referanseperson", person),
  note: one("po:Merknad", text),
});

/** po:AssistertKommunikasjon; the day of its end is TS in 1.1 and a date in 2.0. */
export const interpreter = (ends: ElementCodec<ReferralTime>): ElementCodec<ReferralInterpreter> =>
  struct<ReferralInterpreter>({
    person: one("po:PersonTolkebehov", person),
    personReference: absent(null),
    hearingLoss: one("po:Horselsvikt", bool),
    sightLoss: one("po:Synsvikt", bool),
    language: one("po:BehovTolkSprak", cs),
    preferred: one("po:PreferertTolk", person),
    preferredReference: absent(null),
    endsOn: one("po:BehovOpphortDato", ends),
    note: one("po:Merknad", text),
  });
