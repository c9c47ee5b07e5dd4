import * as t from "io-ts/lib/index.js";

const oneOf = (name: string, ...values: ReadonlyArray<string>): t.Type<string> =>
  new t.Type<string>(
    name,
    (value): value is string => typeof value === "string" && values.includes(value),
    (value, context) =>
      typeof value === "string" && values.includes(value) ? t.success(value) : t.failure(value, context),
    t.identity,
  );

export const OrgIdType = oneOf(
  "OrgIdType",
  "AKO",
  "APO",
  "AVD",
  "ENH",
  "HER",
  "LAV",
  "LIN",
  "LOK",
  "NPR",
  "RSH",
  "SYS",
  "UGYLDIG",
);
export const OrgType = oneOf(
  "OrgType",
  "PRIVATE_SPESIALISTER_MED_DRIFTSAVTALER",
  "TANNLEGE_TANNHELSE",
  "IKKE_OPPGITT",
  "UGYLDIG",
);
export const PersonIdType = oneOf(
  "PersonIdType",
  "FNR",
  "DNR",
  "HNR",
  "HPR",
  "HER",
  "PNR",
  "SEF",
  "DKF",
  "SSN",
  "FPN",
  "XXX",
  "DUF",
  "IKKE_OPPGITT",
  "UGYLDIG",
);
export const Kjonn = oneOf("Kjonn", "MANN", "KVINNE", "USPESIFISERT", "IKKE_OPPGITT", "UGYLDIG");
export const RolleTilPasient = oneOf("RolleTilPasient", "JOURNALANSVARLIG", "FASTLEGE", "IKKE_OPPGITT");
export const HelsepersonellKategori = oneOf(
  "HelsepersonellKategori",
  "HELSESEKRETAR",
  "KIROPRAKTOR",
  "LEGE",
  "MANUELLTERAPEUT",
  "TANNLEGE",
  "FYSIOTERAPEUT",
  "SYKEPLEIER",
  "HJELPEPLEIER",
  "HELSEFAGARBEIDER",
  "USPESIFISERT",
  "JORDMOR",
  "AUDIOGRAF",
  "NAPRAPAT",
  "AMBULANSEARBEIDER",
  "PSYKOLOG",
  "FOTTERAPEUT",
  "TANNHELSESEKRETAR",
  "UGYLDIG",
  "IKKE_OPPGITT",
);
export const AdresseType = oneOf(
  "AdresseType",
  "BOSTEDSADRESSE",
  "FOLKEREGISTERADRESSE",
  "FERIEADRESSE",
  "FAKTURERINGSADRESSE",
  "POSTADRESSE",
  "BESOKSADRESSE",
  "MIDLERTIDIG_ADRESSE",
  "ARBEIDSADRESSE",
  "UBRUKELIG_ADRESSE",
  "UKJENT",
  "UGYLDIG",
);
export const KontaktinfoType = oneOf(
  "KontaktinfoType",
  "TELEFONSVARER",
  "NODNUMMER",
  "FAX_TELEFAKS",
  "HJEMME_ELLER_UKJENT",
  "HOVEDTELEFON",
  "FERIETELEFON",
  "MOBILTELEFON",
  "PERSONSOKER",
  "ARBEIDSPLASS_SENTRALBORD",
  "ARBEIDSPLASS_DIREKTENUMMER",
  "ARBEIDSPLASS",
  "TLF",
  "IKKE_OPPGITT",
  "UGYLDIG",
);
export const AckType = oneOf("AckType", "JA", "NEI", "KUN_VED_FEIL", "IKKE_OPPGITT", "UGYLDIG");
export const DiagnoseSystem = oneOf("DiagnoseSystem", "ICPC2", "ICD10", "ICPC2B", "PHBU", "UGYLDIG");
export const MedisinskArsakType = oneOf(
  "MedisinskArsakType",
  "TILSTAND_HINDRER_AKTIVITET",
  "AKTIVITET_FORVERRER_TILSTAND",
  "AKTIVITET_FORHINDRER_BEDRING",
  "ANNET",
);
export const ArbeidsrelatertArsakType = oneOf("ArbeidsrelatertArsakType", "MANGLENDE_TILRETTELEGGING", "ANNET");
// The receiver's enum has been spelt in two ways; both are read.
export const AnnenFraverArsakType = oneOf(
  "AnnenFraverArsakType",
  "GODKJENT_HELSEINSTITUSJON",
  "BEHANDLING_FORHINDRER_ARBEID",
  "ARBEIDSRETTET_TILTAK",
  "MOTTAR_TILSKUDD_GRUNNET_HELSETILSTAND",
  "NODVENDIG_KONTROLLUNDENRSOKELSE",
  "NODVENDIG_KONTROLLUNDERSOKELSE",
  "SMITTEFARE",
  "ABORT",
  "UFOR_GRUNNET_BARNLOSHET",
  "DONOR",
  "BEHANDLING_STERILISERING",
);
export const Restriksjon = oneOf(
  "Restriksjon",
  "SKJERMET_FOR_ARBEIDSGIVER",
  "SKJERMET_FOR_PASIENT",
  "SKJERMET_FOR_NAV",
);
export const SporsmalType = oneOf(
  "SporsmalType",
  "MEDISINSK_OPPSUMMERING",
  "UTFORDRINGER_MED_GRADERT_ARBEID",
  "HENSYN_PA_ARBEIDSPLASSEN",
  "UTFORDRINGER_MED_ARBEID",
  "BEHANDLING_OG_FREMTIDIG_ARBEID",
  "UAVKLARTE_FORHOLD",
  "FORVENTET_HELSETILSTAND_UTVIKLING",
  "MEDISINSKE_HENSYN",
);
export const ValidationStatus = oneOf("ValidationStatus", "OK", "PENDING", "INVALID");
export const ValidationType = oneOf("ValidationType", "AUTOMATIC", "MANUAL");
