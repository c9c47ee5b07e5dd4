import { foreignAvro } from "@samvirke/contracts";

const field = (name: string, type: unknown) => ({ name, type });
const maybe = (name: string, type: unknown) => ({ name, type: ["null", type], default: null });
const instant = { type: "long", logicalType: "timestamp-millis" };
const record = (namespace: string, name: string, fields: ReadonlyArray<object>) => ({
  type: "record",
  name,
  namespace,
  fields,
});

/** Meeting status. Source: isdialogmote, KDialogmoteStatusEndring. */
export const meetingStatusAvro = foreignAvro(
  record("no.nav.syfo.dialogmote.avro", "KDialogmoteStatusEndring", [
    field("dialogmoteUuid", { type: "string", logicalType: "uuid" }),
    field("dialogmoteTidspunkt", instant),
    field("statusEndringType", "string"),
    field("statusEndringTidspunkt", instant),
    field("personIdent", "string"),
    field("virksomhetsnummer", "string"),
    field("enhetNr", "string"),
    field("navIdent", "string"),
    field("tilfelleStartdato", instant),
    field("arbeidstaker", "boolean"),
    field("arbeidsgiver", "boolean"),
    field("sykmelder", "boolean"),
  ]),
);

/** All numbers of a person. Source: PDL, Aktor v2. */
export const aktorAvro = foreignAvro(
  record("no.nav.person.pdl.aktor.v2", "Aktor", [
    field("identifikatorer", {
      type: "array",
      items: record("no.nav.person.pdl.aktor.v2", "Identifikator", [
        field("idnummer", "string"),
        field("type", { type: "enum", name: "Type", symbols: ["FOLKEREGISTERIDENT", "AKTORID", "NPID"] }),
        field("gjeldende", "boolean"),
      ]),
    }),
  ]),
);

const gradering = {
  type: "enum",
  name: "Gradering",
  namespace: "no.nav.person.pdl.leesah.adressebeskyttelse",
  symbols: ["UGRADERT", "FORTROLIG", "STRENGT_FORTROLIG", "STRENGT_FORTROLIG_UTLAND"],
  default: "UGRADERT",
};

/** A change in the person register, as far as follow-up needs it. Source: PDL, Personhendelse; names are left out on purpose. */
export const personEventAvro = foreignAvro(
  record("no.nav.person.pdl.leesah", "Personhendelse", [
    field("hendelseId", "string"),
    field("personidenter", { type: "array", items: "string" }),
    field("master", "string"),
    field("opprettet", instant),
    field("opplysningstype", "string"),
    field("endringstype", {
      type: "enum",
      name: "Endringstype",
      symbols: ["OPPRETTET", "KORRIGERT", "ANNULLERT", "OPPHOERT"],
    }),
    maybe("tidligereHendelseId", "string"),
    maybe(
      "adressebeskyttelse",
      record("no.nav.person.pdl.leesah.adressebeskyttelse", "Adressebeskyttelse", [field("gradering", gradering)]),
    ),
    maybe(
      "doedsfall",
      record("no.nav.person.pdl.leesah.doedsfall", "Doedsfall", [
        maybe("doedsdato", { type: "int", logicalType: "date" }),
      ]),
    ),
  ]),
);
