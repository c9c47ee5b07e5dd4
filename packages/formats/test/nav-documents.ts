import type { JsonObject } from "../src/index.ts";
import { printSykmeldingRecord } from "../src/index.ts";
import { certified, full, fullUnemployed, parsed } from "./documents.ts";

// Documents of ours with every field of their formats; persons and numbers are invented (months plus 80).
const person = "14838110577";
const doctor = "09867215332";

const record = (document: string): JsonObject => printSykmeldingRecord(certified(parsed(document))).json;
const at = (json: JsonObject, key: string): JsonObject => json[key] as JsonObject;

const rules = [
  { type: "OK", name: "DELVIS", timestamp: "2026-03-03T08:00:00Z", validationType: "MANUAL" },
  { type: "PENDING", name: "SE_PA", timestamp: "2026-03-03T08:00:01Z", validationType: "AUTOMATIC" },
  {
    type: "INVALID",
    name: "FREMDATERT",
    timestamp: "2026-03-03T08:00:02Z",
    validationType: "AUTOMATIC",
    reason: { sykmeldt: "til deg", sykmelder: "til legen" },
  },
];
const validation = { status: "INVALID", timestamp: "2026-03-03T08:00:03Z", rules };

const envelope = at(record(full), "metadata");
const office = at(envelope, "sender");
const place = { adresse: office["adresse"] ?? null, kontaktinfo: office["kontaktinfo"] ?? [] };
const party: JsonObject = {
  ...office,
  underOrganisasjon: { ...at(office, "underOrganisasjon"), ...place, type: "TANNLEGE_TANNHELSE" },
  helsepersonell: { ...at(office, "helsepersonell"), ...place, kjonn: "KVINNE" },
};
const patient = { ...at(envelope, "pasient"), adresse: place.adresse };
const signed = at(record(full), "sykmelding");

/** The record's pair XML and EMOTTAK. */
export const xmlRecord: JsonObject = {
  metadata: { ...envelope, sender: party, receiver: party, pasient: patient, vedlegg: ["vedlegg-1"] },
  sykmelding: { ...signed, sykmelder: { ...at(signed, "sykmelder"), helsepersonellKategori: "LEGE" } },
  validation,
};
const { msgInfo, sender, receiver } = at(xmlRecord, "metadata") as unknown as Record<string, JsonObject>;
const written = at(xmlRecord, "sykmelding");

export const unemployedRecord: JsonObject = {
  ...xmlRecord,
  sykmelding: { ...written, prognose: at(at(record(fullUnemployed), "sykmelding"), "prognose") },
};
export const simpleRecord: JsonObject = {
  ...xmlRecord,
  metadata: { type: "ENKEL", msgInfo, sender, receiver, vedlegg: ["vedlegg-1"] } as JsonObject,
};
export const selfRecord: JsonObject = { ...xmlRecord, metadata: { type: "EGENMELDT", msgInfo } as JsonObject };
export const paperRecord: JsonObject = {
  metadata: { type: "PAPIRSYKMELDING", msgInfo, sender, receiver, journalPostId: "453857122" } as JsonObject,
  sykmelding: { ...at(xmlRecord, "sykmelding"), type: "PAPIR" },
  validation,
};

const { syketilfelletStartDato, annenFraversArsak: _, ...medical } = at(written, "medisinskVurdering");
const { mottattDato, genDate, avsenderSystem } = at(written, "metadata");
export const digitalRecord: JsonObject = {
  metadata: { type: "DIGITAL", orgnummer: "974600951" },
  sykmelding: {
    type: "DIGITAL",
    id: "7f7a3b52-60ae-4f8e-9d1c-2f6a4e8b1c55",
    metadata: { mottattDato: mottattDato ?? null, genDate: genDate ?? null, avsenderSystem: avsenderSystem ?? null },
    pasient: at(written, "pasient"),
    medisinskVurdering: { ...medical, annenFravarsgrunn: "SMITTEFARE" },
    aktivitet: written["aktivitet"] ?? [],
    arbeidsgiver: at(written, "arbeidsgiver"),
    behandler: at(written, "behandler"),
    sykmelder: at(written, "sykmelder"),
    tilbakedatering: at(written, "tilbakedatering"),
    bistandNav: at(written, "bistandNav"),
    utdypendeSporsmal: [
      { type: "MEDISINSK_OPPSUMMERING", svar: "svar a", skjermetForArbeidsgiver: true, sporsmal: "spørsmål a" },
      { type: "MEDISINSKE_HENSYN", svar: "svar b", skjermetForArbeidsgiver: false, sporsmal: null },
    ],
  },
  validation,
};

export const foreignRecord: JsonObject = {
  metadata: { type: "UTENLANDSK_SYKMELDING", land: "SWE", journalPostId: "453857123" },
  sykmelding: {
    type: "UTENLANDSK",
    id: "0d9c4f0e-2b7d-4e55-8a51-6f1b7c2d3e44",
    metadata: at(written, "metadata"),
    pasient: at(written, "pasient"),
    medisinskVurdering: {
      ...medical,
      syketilfelletStartDato: syketilfelletStartDato ?? null,
      annenFraversArsak: { beskrivelse: "tekst", arsak: ["ABORT"] },
    },
    aktivitet: written["aktivitet"] ?? [],
    utenlandskInfo: {
      land: "SWE",
      folkeRegistertAdresseErBrakkeEllerTilsvarende: true,
      erAdresseUtland: false,
    },
  },
  validation,
};

const question = (sporsmal: string, svar: string, ...restriksjoner: ReadonlyArray<string>): JsonObject => ({
  sporsmal,
  svar,
  restriksjoner,
});

/** The older JSON with every field. */
export const receivedSykmelding: JsonObject = {
  sykmelding: {
    id: "3a1d7e90-5c2f-4b7a-9e11-0c8d2f6b4a77",
    msgId: "b0b6a2f1-64f1-4f0c-a9c2-5f6f5d8f0a11",
    pasientAktoerId: "1000000000001",
    medisinskVurdering: {
      hovedDiagnose: { system: "2.16.578.1.12.4.1.1.7170", kode: "L84", tekst: "ryggsyndrom" },
      biDiagnoser: [{ system: "2.16.578.1.12.4.1.1.7110", kode: "M545", tekst: "lumbago" }],
      svangerskap: true,
      yrkesskade: true,
      yrkesskadeDato: "2026-02-27",
      annenFraversArsak: { beskrivelse: "annet fravær", grunn: ["SMITTEFARE"] },
    },
    skjermesForPasient: true,
    arbeidsgiver: {
      harArbeidsgiver: "EN_ARBEIDSGIVER",
      navn: "Sagbruket",
      yrkesbetegnelse: "sager",
      stillingsprosent: 80,
    },
    perioder: [
      {
        fom: "2026-03-02",
        tom: "2026-03-08",
        aktivitetIkkeMulig: {
          medisinskArsak: { beskrivelse: "medisinsk", arsak: ["ANNET"] },
          arbeidsrelatertArsak: { beskrivelse: "på jobb", arsak: ["MANGLENDE_TILRETTELEGGING"] },
        },
        avventendeInnspillTilArbeidsgiver: null,
        behandlingsdager: null,
        gradert: null,
        reisetilskudd: false,
      },
      {
        fom: "2026-03-09",
        tom: "2026-03-15",
        aktivitetIkkeMulig: null,
        avventendeInnspillTilArbeidsgiver: null,
        behandlingsdager: null,
        gradert: { reisetilskudd: true, grad: 60 },
        reisetilskudd: false,
      },
      {
        fom: "2026-03-16",
        tom: "2026-03-22",
        aktivitetIkkeMulig: null,
        avventendeInnspillTilArbeidsgiver: null,
        behandlingsdager: 2,
        gradert: null,
        reisetilskudd: false,
      },
      {
        fom: "2026-03-23",
        tom: "2026-03-29",
        aktivitetIkkeMulig: null,
        avventendeInnspillTilArbeidsgiver: "en høyere stol",
        behandlingsdager: null,
        gradert: null,
        reisetilskudd: false,
      },
    ],
    prognose: {
      arbeidsforEtterPeriode: true,
      hensynArbeidsplassen: "rolig start",
      erIArbeid: {
        egetArbeidPaSikt: true,
        annetArbeidPaSikt: true,
        arbeidFOM: "2026-04-01",
        vurderingsdato: "2026-04-02",
      },
      erIkkeIArbeid: { arbeidsforPaSikt: true, arbeidsforFOM: "2026-04-03", vurderingsdato: "2026-04-04" },
    },
    utdypendeOpplysninger: { "6.3": { "6.3.1": question("spm", "svar", "SKJERMET_FOR_NAV") } },
    tiltakArbeidsplassen: "tiltak her",
    tiltakNAV: "tiltak der",
    andreTiltak: "andre tiltak",
    meldingTilNAV: { bistandUmiddelbart: true, beskrivBistand: "hjelp" },
    meldingTilArbeidsgiver: "hei sjef",
    kontaktMedPasient: { kontaktDato: "2026-03-01", begrunnelseIkkeKontakt: "ferie" },
    behandletTidspunkt: "2026-03-02T09:30:00",
    behandler: {
      fornavn: "Lege",
      mellomnavn: "Midt",
      etternavn: "Legesen",
      aktoerId: "1000000000002",
      fnr: doctor,
      hpr: "007654321",
      her: "4321",
      adresse: { gate: "Gata 1", postnummer: 153, kommune: "Oslo", postboks: "12", land: "NO" },
      tlf: "22222222",
    },
    avsenderSystem: { navn: "Prøve-EPJ", versjon: "1.2" },
    syketilfelleStartDato: "2026-03-02",
    signaturDato: "2026-03-02T08:31:00",
    navnFastlege: "Fast Legesen",
  },
  personNrPasient: person,
  tlfPasient: "99999999",
  personNrLege: doctor,
  legeHelsepersonellkategori: "LE",
  legeHprNr: "007654321",
  navLogId: "2603021031abcd12.1",
  msgId: "b0b6a2f1-64f1-4f0c-a9c2-5f6f5d8f0a11",
  legekontorOrgNr: "974600951",
  legekontorHerId: "8765",
  legekontorReshId: "123456",
  legekontorOrgName: "Fjellsiden legekontor",
  mottattDato: "2026-03-02T08:31:33",
  rulesetVersion: "3",
  merknader: [{ type: "DELVIS_GODKJENT", beskrivelse: "noe", tidspunkt: "2026-03-03T08:00:00Z" }],
  partnerreferanse: "12345",
  vedlegg: ["vedlegg-1"],
  utenlandskSykmelding: {
    land: "POL",
    folkeRegistertAdresseErBrakkeEllerTilsvarende: true,
    erAdresseUtland: true,
    andreRelevanteOpplysninger: true,
  },
  behandlderPersonNr: doctor,
  behandlderHprNr: "007654321",
  fellesformat: "<EI_fellesformat/>",
  tssid: "80000000000",
  validationResult: {
    status: "OK",
    ruleHits: [{ ruleName: "REGEL", messageForSender: "til lege", messageForUser: "til deg", ruleStatus: "OK" }],
  },
};

/** A status with every field. */
export const fullStatus: JsonObject = {
  kafkaMetadata: {
    sykmeldingId: "3a1d7e90-5c2f-4b7a-9e11-0c8d2f6b4a77",
    timestamp: "2026-03-04T10:15:00.123456Z",
    fnr: person,
    source: "sykmeldinger-backend",
  },
  event: {
    sykmeldingId: "3a1d7e90-5c2f-4b7a-9e11-0c8d2f6b4a77",
    timestamp: "2026-03-04T11:14:58.123456+01:00",
    statusEvent: "SENDT",
    arbeidsgiver: { orgnummer: "974600951", juridiskOrgnummer: "974600952", orgNavn: "Sagbruket AS" },
    tidligereArbeidsgiver: {
      orgNavn: "Garveriet AS",
      orgnummer: "974600953",
      sykmeldingsId: "f3c1b9aa-3b0e-4c07-8f5e-3d1f6c1d9a77",
    },
    erSvarOppdatering: true,
    sporsmals: [
      { tekst: "Din situasjon", shortName: "ARBEIDSSITUASJON", svartype: "ARBEIDSSITUASJON", svar: "ARBEIDSTAKER" },
      { tekst: "Egne dager", shortName: "EGENMELDINGSDAGER", svartype: "DAGER", svar: '["2026-02-27"]' },
      { tekst: "Forsikring", shortName: "FORSIKRING", svartype: "JA_NEI", svar: "NEI" },
    ],
    brukerSvar: {
      riktigNarmesteLeder: { sporsmaltekst: "Er det riktig leder?", svar: "NEI" },
      harForsikring: { sporsmaltekst: "Har du forsikring?", svar: "JA" },
      uriktigeOpplysninger: { sporsmaltekst: "Hva er feil?", svar: ["DIAGNOSE", "PERIODE"] },
    },
  },
};

/** A submission with every field. */
export const submission: JsonObject = {
  submitId: "ab0f6e2b-7f0f-4a52-9e27-6f64cf6bb001",
  meta: {
    source: "syk-inn (HelseID)",
    pasientIdent: person,
    sykmelderHpr: "7654321",
    legekontorOrgnr: "974600951",
    legekontorTlf: "22222222",
  },
  values: {
    pasientenSkalSkjermes: true,
    hoveddiagnose: { system: "ICPC2", code: "L84" },
    bidiagnoser: [{ system: "ICD10", code: "M545" }],
    aktivitet: [
      {
        type: "AKTIVITET_IKKE_MULIG",
        fom: "2026-03-02",
        tom: "2026-03-08",
        medisinskArsak: { isMedisinskArsak: true },
        arbeidsrelatertArsak: {
          isArbeidsrelatertArsak: true,
          arbeidsrelaterteArsaker: ["MANGLENDE_TILRETTELEGGING"],
          annenArbeidsrelatertArsak: "trekk fra døra",
        },
      },
      { type: "GRADERT", fom: "2026-03-09", tom: "2026-03-15", grad: 60, reisetilskudd: true },
      { type: "BEHANDLINGSDAGER", fom: "2026-03-16", tom: "2026-03-22", antallBehandlingsdager: 2 },
      { type: "AVVENTENDE", fom: "2026-03-23", tom: "2026-03-29", innspillTilArbeidsgiver: "en høyere stol" },
      { type: "REISETILSKUDD", fom: "2026-03-30", tom: "2026-04-05" },
    ],
    svangerskapsrelatert: true,
    meldinger: { tilNav: "hei NAV", tilArbeidsgiver: "hei sjef" },
    yrkesskade: { yrkesskade: true, skadedato: "2026-02-27" },
    arbeidsgiver: { harFlere: true, arbeidsgivernavn: "Sagbruket" },
    tilbakedatering: { startdato: "2026-03-01", begrunnelse: "ferie" },
    utdypendeSporsmal: Object.fromEntries(
      [
        "hensynPaArbeidsplassen",
        "medisinskOppsummering",
        "utfordringerMedArbeid",
        "sykdomsutvikling",
        "arbeidsrelaterteUtfordringer",
        "behandlingOgFremtidigArbeid",
        "uavklarteForhold",
        "oppdatertMedisinskStatus",
        "realistiskMestringArbeid",
        "forventetHelsetilstandUtvikling",
        "medisinskeHensyn",
      ].map((key) => [key, { sporsmalstekst: `spørsmål ${key}`, svar: `svar ${key}` }]),
    ),
    annenFravarsgrunn: "SMITTEFARE",
  },
};

export const validationResult: JsonObject = {
  status: "INVALID",
  timestamp: "2026-03-03T08:00:00Z",
  ruleHits: [
    { ruleName: "FREMDATERT", messageForSender: "til lege", messageForUser: "til deg", ruleStatus: "INVALID" },
  ],
};
