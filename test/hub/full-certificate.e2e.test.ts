import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { readSykmeldingRecord } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import { describe, expect, inject, test } from "vitest";
import { makeClient } from "./client.ts";

const hub = inject("hub");
const station = makeClient(hub, "local-station");
const nav = makeClient(hub, "local-nav");
const full = readFileSync(new URL("../../packages/formats/test/fixtures/full.xml", import.meta.url), "utf8");

/** What NAV reads of our full document, column by column of the fact sheet's section 2; written by hand from the document. */
const expected = {
  metadata: {
    type: "EMOTTAK",
    msgInfo: { type: "SYKMELDING", genDate: "2026-03-02T07:15:30Z", migVersjon: "v1.2 2006-05-24" },
    ack: { ackType: "JA" },
    sender: {
      navn: "Legehuset Tangen",
      type: "PRIVATE_SPESIALISTER_MED_DRIFTSAVTALER",
      ids: [
        { id: "8094866", type: "HER" },
        { id: "999977773", type: "ENH" },
      ],
    },
    receiver: { navn: "NAV", type: "IKKE_OPPGITT" },
    mottakenhetBlokk: {
      ediLogid: "2603020815test1.1",
      avsender: "avsender-1",
      ebXMLSamtaleId: "samtale-1",
      mottaksId: "mottak-1",
      meldingsType: "xml",
      avsenderRef: "avsenderref-1",
      avsenderFnrFraDigSignatur: "14838110577",
      mottattDato: "2026-03-02T08:15:33Z",
      orgnummer: "999977773",
      partnerReferanse: "321",
      herIdentifikator: "8094866",
      ebRole: "Sykmelder",
      ebService: "Sykmelding",
      ebAction: "Registrering",
    },
  },
  sykmelding: {
    type: "XML",
    metadata: {
      mottattDato: "2026-03-02T08:15:33Z",
      genDate: "2026-03-02T07:15:30Z",
      behandletTidspunkt: "2026-03-01T09:30:00Z",
      avsenderSystem: { navn: "Prøve-EPJ", versjon: "1.0" },
      regelsettVersjon: "2",
      strekkode: "strekkode-1",
    },
    pasient: {
      navn: { fornavn: "Ronja", mellomnavn: "Fjell", etternavn: "Testdal" },
      navKontor: "0301",
      navnFastlege: "Odd Kvist",
      fnr: "01857012026",
      kontaktinfo: [{ type: "MOBILTELEFON", value: "tel:55501002" }],
    },
    medisinskVurdering: {
      hovedDiagnose: { system: "ICPC2", kode: "L84", tekst: "Ryggsyndrom" },
      biDiagnoser: [
        { system: "ICPC2", kode: "P02", tekst: "Psykisk ubalanse" },
        { system: "ICPC2", kode: "R74", tekst: "Luftveisinfeksjon" },
      ],
      svangerskap: true,
      yrkesskade: { yrkesskadeDato: "2026-02-19" },
      skjermetForPasient: true,
      syketilfelletStartDato: "2026-02-20",
      annenFraversArsak: { beskrivelse: "fravær tekst", arsak: ["NODVENDIG_KONTROLLUNDENRSOKELSE"] },
    },
    aktivitet: [
      {
        type: "AKTIVITET_IKKE_MULIG",
        fom: "2026-03-01",
        tom: "2026-03-07",
        medisinskArsak: { beskrivelse: "medisinsk tekst", arsak: ["TILSTAND_HINDRER_AKTIVITET"] },
        arbeidsrelatertArsak: { beskrivelse: "arbeidsplass tekst", arsak: ["MANGLENDE_TILRETTELEGGING"] },
      },
      { type: "GRADERT", fom: "2026-03-08", tom: "2026-03-14", grad: 50, reisetilskudd: true },
      { type: "AVVENTENDE", fom: "2026-03-15", tom: "2026-03-21", innspillTilArbeidsgiver: "innspill tekst" },
      { type: "BEHANDLINGSDAGER", fom: "2026-03-22", tom: "2026-03-28", antallBehandlingsdager: 1 },
      { type: "REISETILSKUDD", fom: "2026-03-29", tom: "2026-04-04" },
    ],
    arbeidsgiver: {
      type: "EN_ARBEIDSGIVER",
      navn: "Tangen Verksted",
      yrkesbetegnelse: "Mekaniker",
      stillingsprosent: 80,
      meldingTilArbeidsgiver: "melding tekst",
      tiltakArbeidsplassen: "tiltak arbeidsplass",
    },
    behandler: {
      navn: { fornavn: "Odd", mellomnavn: "Berg", etternavn: "Kvist" },
      ids: [
        { id: "009988776", type: "HPR" },
        { id: "14838110577", type: "FNR" },
      ],
      adresse: {
        type: "ARBEIDSADRESSE",
        gateadresse: "Tangenveien 4",
        postnummer: "0001",
        poststed: "Tangen",
        postboks: "12",
        kommune: "0301",
        land: "NO",
      },
      kontaktinfo: [{ type: "HOVEDTELEFON", value: "tel:55501001" }],
    },
    prognose: {
      arbeidsforEtterPeriode: true,
      hensynArbeidsplassen: "hensyn tekst",
      arbeid: {
        type: "ER_I_ARBEID",
        egetArbeidPaSikt: true,
        annetArbeidPaSikt: true,
        arbeidFOM: "2026-04-10",
        vurderingsdato: "2026-04-11",
      },
    },
    tiltak: { tiltakNav: "tiltak nav", andreTiltak: "andre tiltak" },
    bistandNav: { bistandUmiddelbart: true, beskrivBistand: "bistand tekst" },
    tilbakedatering: { kontaktDato: "2026-02-25", begrunnelse: "begrunnelse tekst" },
    utdypendeOpplysninger: {
      "6.3": {
        "6.3.1": { sporsmal: "spørsmål tekst", svar: "svar tekst", restriksjoner: ["SKJERMET_FOR_ARBEIDSGIVER"] },
      },
    },
  },
} as const;

const recordOf = async (messageId: string): Promise<unknown> => {
  const status = await nav.json<{ readonly links: { readonly outbox: ReadonlyArray<string> } }>(
    `/v1/messages/${messageId}`,
  );
  const answers = await Promise.all(status.links.outbox.map((path) => nav.get(path)));
  const record = answers.find((answer) => answer.ok && answer.headers.get("content-type")?.includes("json"));
  return record?.json();
};

describe("one full certificate through HTTP", () => {
  test("each field stands in the NAV-side record, by a reader written apart from the printer", async () => {
    const wireId = randomUUID();
    const document = full.replace(/<MsgId>[^<]*/, `<MsgId>${wireId}`);
    const { messageId } = await station.send(Buffer.from(document));
    const status = await station.settled(messageId);
    // The document has a period of every kind, which a rule refuses; NAV gets it all the same, as refused.
    expect(status).toMatchObject({ outcome: "rejected", rules: [{ rule: "AVVENTENDE_SYKMELDING_KOMBINERT" }] });

    const record = await recordOf(messageId);
    const read = readSykmeldingRecord(record);
    expect(E.isRight(read)).toBe(true);
    expect(record).toMatchObject(expected);
    expect(record).toMatchObject({
      metadata: { msgInfo: { msgId: wireId } },
      sykmelding: { id: status.caseId, sykmelder: { helsepersonellKategori: "LEGE" } },
      validation: { status: "INVALID", rules: [{ name: "AVVENTENDE_SYKMELDING_KOMBINERT", type: "INVALID" }] },
    });
  });

  test("an unknown property fails the reader, at any depth", async () => {
    const { messageId } = await station.send(Buffer.from(full.replace(/<MsgId>[^<]*/, `<MsgId>${randomUUID()}`)));
    await station.settled(messageId);
    const record = (await recordOf(messageId)) as Record<string, Record<string, Record<string, unknown>>>;
    const planted = (change: (copy: typeof record) => void): boolean => {
      const copy = structuredClone(record);
      change(copy);
      return E.isLeft(readSykmeldingRecord(copy));
    };
    expect(E.isRight(readSykmeldingRecord(structuredClone(record)))).toBe(true);
    expect(planted((copy) => Object.assign(copy, { extra: {} }))).toBe(true);
    expect(planted((copy) => Object.assign(copy["sykmelding"] ?? {}, { extra: 1 }))).toBe(true);
    expect(planted((copy) => Object.assign(copy["metadata"]?.["msgInfo"] ?? {}, { extra: null }))).toBe(true);
    expect(planted((copy) => Object.assign(copy["sykmelding"]?.["behandler"]?.["navn"] ?? {}, { extra: "" }))).toBe(
      true,
    );
  });
});
