import * as t from "io-ts/lib/index.js";
import {
  AckType,
  AdresseType,
  HelsepersonellKategori,
  Kjonn,
  KontaktinfoType,
  OrgIdType,
  OrgType,
  PersonIdType,
  RolleTilPasient,
} from "./read-enums.ts";
import { DateText, OffsetDateTime, byType, exactly, list, orNull } from "./read-primitives.ts";

const text = t.string;
const maybe = orNull(t.string);
const day = orNull(DateText);

export const Navn = exactly("Navn", { fornavn: text, mellomnavn: maybe, etternavn: text });
export const Adresse = exactly("Adresse", {
  type: AdresseType,
  gateadresse: maybe,
  postnummer: maybe,
  poststed: maybe,
  postboks: maybe,
  kommune: maybe,
  land: maybe,
});
export const Kontaktinfo = exactly("Kontaktinfo", { type: KontaktinfoType, value: text });
const OrgId = exactly("OrgId", { id: text, type: OrgIdType });
export const PersonId = exactly("PersonId", { id: text, type: PersonIdType });

const personFields = {
  ids: list(PersonId),
  navn: orNull(Navn),
  fodselsdato: day,
  kjonn: orNull(Kjonn),
  nasjonalitet: maybe,
  adresse: orNull(Adresse),
  kontaktinfo: list(Kontaktinfo),
};
const Helsepersonell = exactly("Helsepersonell", {
  ...personFields,
  helsepersonellKategori: HelsepersonellKategori,
  rolleTilPasient: RolleTilPasient,
});
const UnderOrganisasjon = exactly("UnderOrganisasjon", {
  navn: text,
  type: OrgType,
  adresse: orNull(Adresse),
  kontaktinfo: list(Kontaktinfo),
  ids: list(OrgId),
});
const Organisasjon = exactly("Organisasjon", {
  navn: maybe,
  type: OrgType,
  ids: list(OrgId),
  adresse: orNull(Adresse),
  kontaktinfo: orNull(list(Kontaktinfo)),
  underOrganisasjon: orNull(UnderOrganisasjon),
  helsepersonell: orNull(Helsepersonell),
});

const MottakenhetBlokk = exactly("MottakenhetBlokk", {
  ediLogid: text,
  avsender: text,
  ebXMLSamtaleId: text,
  mottaksId: maybe,
  meldingsType: text,
  avsenderRef: text,
  avsenderFnrFraDigSignatur: maybe,
  mottattDato: OffsetDateTime,
  orgnummer: maybe,
  avsenderOrgNrFraDigSignatur: maybe,
  partnerReferanse: text,
  herIdentifikator: text,
  ebRole: text,
  ebService: text,
  ebAction: text,
});
const MsgInfo = exactly("MsgInfo", {
  type: t.literal("SYKMELDING"),
  genDate: OffsetDateTime,
  msgId: text,
  migVersjon: maybe,
});

const vedlegg = orNull(list(text));
export const Metadata = byType("Metadata", {
  EMOTTAK: exactly("Emottak", {
    type: t.literal("EMOTTAK"),
    mottakenhetBlokk: MottakenhetBlokk,
    ack: exactly("Ack", { ackType: AckType }),
    msgInfo: MsgInfo,
    sender: Organisasjon,
    receiver: Organisasjon,
    pasient: orNull(exactly("MetadataPasient", personFields)),
    vedlegg,
  }),
  ENKEL: exactly("Enkel", {
    type: t.literal("ENKEL"),
    msgInfo: MsgInfo,
    sender: Organisasjon,
    receiver: Organisasjon,
    vedlegg,
  }),
  EGENMELDT: exactly("Egenmeldt", { type: t.literal("EGENMELDT"), msgInfo: MsgInfo }),
  DIGITAL: exactly("Digital", { type: t.literal("DIGITAL"), orgnummer: text }),
  PAPIRSYKMELDING: exactly("Papirsykmelding", {
    type: t.literal("PAPIRSYKMELDING"),
    msgInfo: MsgInfo,
    sender: Organisasjon,
    receiver: Organisasjon,
    journalPostId: text,
  }),
  UTENLANDSK_SYKMELDING: exactly("UtenlandskSykmelding", {
    type: t.literal("UTENLANDSK_SYKMELDING"),
    land: text,
    journalPostId: text,
  }),
});
