import { namespaces } from "../envelope/document.ts";
import type { ChildShape, Shape } from "./shape.ts";

const text: Shape = { text: true };
const cs: Shape = { attributes: ["V", "DN"] };
const cv: Shape = { attributes: ["V", "S", "DN", "OT"] };

const once = (shape: Shape): ChildShape => ({ shape, required: true });
const maybe = (shape: Shape): ChildShape => ({ shape });
const several = (shape: Shape): ChildShape => ({ shape, many: true });
const someOf = (shape: Shape): ChildShape => ({ shape, many: true, required: true });
const component = (known: ChildShape): ChildShape => ({ ...known, namespace: namespaces.components });

const ident: Shape = { children: { Id: component(once(text)), TypeId: component(once(cv)) } };
const telecom: Shape = {
  children: { TypeTelecom: component(maybe(cs)), TeleAddress: component(once({ attributes: ["V"] })) },
};
const address: Shape = {
  children: {
    Type: component(maybe(cs)),
    StreetAdr: component(maybe(text)),
    PostalCode: component(maybe(text)),
    City: component(maybe(text)),
    Postbox: component(maybe(text)),
    County: component(maybe(cs)),
    Country: component(maybe(cs)),
  },
};
const name: Shape = { children: { Etternavn: once(text), Mellomnavn: maybe(text), Fornavn: once(text) } };
const causes: Shape = { children: { Arsakskode: several(cs), Beskriv: maybe(text) } };

const patient: Shape = {
  children: {
    Navn: once(name),
    Fodselsnummer: once(ident),
    KontaktInfo: several(telecom),
    NavnFastlege: maybe(text),
    NAVKontor: maybe(text),
  },
};

const employer: Shape = {
  children: {
    HarArbeidsgiver: once(cs),
    NavnArbeidsgiver: maybe(text),
    Yrkesbetegnelse: maybe(text),
    Stillingsprosent: maybe(text),
  },
};

const medical: Shape = {
  children: {
    HovedDiagnose: maybe({ children: { Diagnosekode: once(cv) } }),
    BiDiagnoser: maybe({ children: { Diagnosekode: someOf(cv) } }),
    AnnenFraversArsak: maybe(causes),
    Svangerskap: maybe(text),
    Yrkesskade: maybe(text),
    YrkesskadeDato: maybe(text),
    SkjermesForPasient: maybe(text),
  },
};

const period: Shape = {
  children: {
    PeriodeFOMDato: once(text),
    PeriodeTOMDato: once(text),
    AvventendeSykmelding: maybe({ children: { InnspillTilArbeidsgiver: once(text) } }),
    GradertSykmelding: maybe({ children: { Sykmeldingsgrad: once(text), Reisetilskudd: maybe(text) } }),
    AktivitetIkkeMulig: maybe({ children: { MedisinskeArsaker: maybe(causes), Arbeidsplassen: maybe(causes) } }),
    Behandlingsdager: maybe({ children: { AntallBehandlingsdagerUke: once(text) } }),
    Reisetilskudd: maybe(text),
  },
  choice: {
    of: ["AvventendeSykmelding", "GradertSykmelding", "AktivitetIkkeMulig", "Behandlingsdager", "Reisetilskudd"],
    required: true,
  },
};

const outlook: Shape = {
  children: {
    ArbeidsforEtterEndtPeriode: maybe(text),
    BeskrivHensynArbeidsplassen: maybe(text),
    ErIArbeid: maybe({
      children: {
        EgetArbeidPaSikt: maybe(text),
        ArbeidFraDato: maybe(text),
        AnnetArbeidPaSikt: maybe(text),
        VurderingDato: maybe(text),
      },
    }),
    ErIkkeIArbeid: maybe({
      children: { ArbeidsforPaSikt: maybe(text), ArbeidsforFraDato: maybe(text), VurderingDato: maybe(text) },
    }),
  },
  choice: { of: ["ErIArbeid", "ErIkkeIArbeid"], required: false },
};

const answer: Shape = {
  children: {
    SpmId: once(text),
    SpmTekst: once(text),
    Restriksjon: maybe({ children: { Restriksjonskode: someOf(cs) } }),
    SvarTekst: once(text),
  },
};
const group: Shape = { children: { SpmGruppeId: once(text), SpmGruppeTekst: once(text), SpmSvar: someOf(answer) } };

const planDialogue: Shape = {
  children: {
    MottattOppfolgingsplan: maybe(text),
    InnkaltDialogmote1: maybe(text),
    DeltattDialogmote1: maybe(text),
    ArsakIkkeDeltatt: maybe(text),
  },
};

const contact: Shape = {
  children: { BehandletDato: once(text), KontaktDato: maybe(text), BegrunnIkkeKontakt: maybe(text) },
};

const clinician: Shape = {
  children: { Navn: once(name), Id: someOf(ident), Adresse: once(address), KontaktInfo: someOf(telecom) },
};

/** The certificate as its schema has it. Source: HelseOpplysningerArbeidsuforhet 2013-10-01. */
export const certificateShape: Shape = {
  children: {
    RegelSettVersjon: maybe(text),
    SyketilfelleStartDato: once(text),
    Pasient: once(patient),
    Arbeidsgiver: once(employer),
    MedisinskVurdering: once(medical),
    Aktivitet: maybe({ children: { Periode: someOf(period) } }),
    Prognose: maybe(outlook),
    UtdypendeOpplysninger: maybe({ children: { SpmGruppe: someOf(group) } }),
    Tiltak: maybe({
      children: { TiltakArbeidsplassen: maybe(text), TiltakNAV: maybe(text), AndreTiltak: maybe(text) },
    }),
    Oppfolgingsplan: maybe(planDialogue),
    MeldingTilNav: maybe({ children: { BistandNAVUmiddelbart: maybe(text), BeskrivBistandNAV: maybe(text) } }),
    MeldingTilArbeidsgiver: maybe(text),
    KontaktMedPasient: once(contact),
    Behandler: once(clinician),
    AvsenderSystem: once({ children: { SystemNavn: once(text), SystemVersjon: once(text) } }),
    Strekkode: once(text),
  },
};
