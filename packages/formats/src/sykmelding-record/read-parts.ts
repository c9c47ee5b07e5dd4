import * as t from "io-ts/lib/index.js";
import {
  AnnenFraverArsakType,
  ArbeidsrelatertArsakType,
  DiagnoseSystem,
  HelsepersonellKategori,
  MedisinskArsakType,
  Restriksjon,
  SporsmalType,
} from "./read-enums.ts";
import { Adresse, Kontaktinfo, Navn, PersonId } from "./read-parties.ts";
import { DateText, OffsetDateTime, Whole, byType, exactly, list, orNull } from "./read-primitives.ts";

const text = t.string;
const maybe = orNull(t.string);
const day = orNull(DateText);

const Diagnose = exactly("Diagnose", { system: DiagnoseSystem, kode: text, tekst: maybe });
const medicalFields = {
  hovedDiagnose: orNull(Diagnose),
  biDiagnoser: orNull(list(Diagnose)),
  svangerskap: t.boolean,
  yrkesskade: orNull(exactly("Yrkesskade", { yrkesskadeDato: day })),
  skjermetForPasient: t.boolean,
};
export const MedisinskVurdering = exactly("MedisinskVurdering", {
  ...medicalFields,
  syketilfelletStartDato: day,
  annenFraversArsak: orNull(
    exactly("AnnenFraversArsak", { beskrivelse: maybe, arsak: orNull(list(AnnenFraverArsakType)) }),
  ),
});
export const DigitalMedisinskVurdering = exactly("DigitalMedisinskVurdering", {
  ...medicalFields,
  annenFravarsgrunn: orNull(AnnenFraverArsakType),
});

const arsak = (name: string, codes: t.Type<string>) =>
  orNull(exactly(name, { beskrivelse: maybe, arsak: list(codes) }));
const span = { fom: DateText, tom: DateText };
export const Aktivitet = byType("Aktivitet", {
  AKTIVITET_IKKE_MULIG: exactly("AktivitetIkkeMulig", {
    ...span,
    type: text,
    medisinskArsak: arsak("MedisinskArsak", MedisinskArsakType),
    arbeidsrelatertArsak: arsak("ArbeidsrelatertArsak", ArbeidsrelatertArsakType),
  }),
  GRADERT: exactly("Gradert", { ...span, type: text, grad: Whole, reisetilskudd: t.boolean }),
  BEHANDLINGSDAGER: exactly("Behandlingsdager", { ...span, type: text, antallBehandlingsdager: Whole }),
  AVVENTENDE: exactly("Avventende", { ...span, type: text, innspillTilArbeidsgiver: text }),
  REISETILSKUDD: exactly("Reisetilskudd", { ...span, type: text }),
});

const employed = {
  type: text,
  navn: maybe,
  yrkesbetegnelse: maybe,
  stillingsprosent: orNull(Whole),
  meldingTilArbeidsgiver: maybe,
  tiltakArbeidsplassen: maybe,
};
export const Arbeidsgiver = byType("Arbeidsgiver", {
  EN_ARBEIDSGIVER: exactly("EnArbeidsgiver", employed),
  FLERE_ARBEIDSGIVERE: exactly("FlereArbeidsgivere", employed),
  INGEN_ARBEIDSGIVER: exactly("IngenArbeidsgiver", { type: text }),
});

const Arbeid = byType("Arbeid", {
  ER_I_ARBEID: exactly("ErIArbeid", {
    type: text,
    egetArbeidPaSikt: t.boolean,
    annetArbeidPaSikt: t.boolean,
    arbeidFOM: day,
    vurderingsdato: day,
  }),
  ER_IKKE_I_ARBEID: exactly("ErIkkeIArbeid", {
    type: text,
    arbeidsforPaSikt: t.boolean,
    arbeidsforFOM: day,
    vurderingsdato: day,
  }),
});
export const Prognose = exactly("Prognose", {
  arbeidsforEtterPeriode: t.boolean,
  hensynArbeidsplassen: maybe,
  arbeid: orNull(Arbeid),
});
export const Tiltak = exactly("Tiltak", { tiltakNav: maybe, andreTiltak: maybe });
export const BistandNav = exactly("BistandNav", { bistandUmiddelbart: t.boolean, beskrivBistand: maybe });
export const Tilbakedatering = exactly("Tilbakedatering", { kontaktDato: day, begrunnelse: maybe });
export const UtdypendeOpplysninger = t.record(
  t.string,
  t.record(t.string, exactly("SporsmalSvar", { sporsmal: maybe, svar: text, restriksjoner: list(Restriksjon) })),
);
export const UtdypendeSporsmal = exactly("UtdypendeSporsmal", {
  svar: text,
  type: SporsmalType,
  skjermetForArbeidsgiver: t.boolean,
  sporsmal: maybe,
});
export const Behandler = exactly("Behandler", {
  navn: Navn,
  adresse: orNull(Adresse),
  ids: list(PersonId),
  kontaktinfo: list(Kontaktinfo),
});
export const Sykmelder = exactly("Sykmelder", { ids: list(PersonId), helsepersonellKategori: HelsepersonellKategori });
export const Pasient = exactly("Pasient", {
  navn: orNull(Navn),
  navKontor: maybe,
  navnFastlege: maybe,
  fnr: text,
  kontaktinfo: list(Kontaktinfo),
});
const AvsenderSystem = exactly("AvsenderSystem", { navn: text, versjon: text });
const times = { mottattDato: OffsetDateTime, genDate: OffsetDateTime, avsenderSystem: AvsenderSystem };
export const DigitalSykmeldingMetadata = exactly("DigitalSykmeldingMetadata", times);
export const SykmeldingMetadata = exactly("SykmeldingMetadata", {
  ...times,
  behandletTidspunkt: OffsetDateTime,
  regelsettVersjon: maybe,
  strekkode: maybe,
});
