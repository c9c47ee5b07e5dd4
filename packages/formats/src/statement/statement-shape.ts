import type { Shape } from "../certificate/shape.ts";
import { plainText as text, shapeWords } from "../xml/shape-words.ts";

/** The statement's namespace. */
export const statementNamespace = "http://www.kith.no/xmlstds/legeerklaring/2008-06-06";

const { once, maybe, several, someOf } = shapeWords(statementNamespace);
const attributes = (...names: ReadonlyArray<string>): Shape => ({ attributes: names });

const address: Shape = {
  attributes: ["adressetype"],
  children: {
    PostalAddress: several({
      children: { StreetAddress: once(text), PostalCode: once(text), City: once(text), Country: maybe(text) },
    }),
    Teleinformasjon: several({ text: true, attributes: ["typeTelekom"] }),
  },
};

const employment: Shape = {
  attributes: ["yrkeskode", "primartArbeidsforhold"],
  children: {
    Virksomhet: maybe({
      attributes: ["virksomhetsBetegnelse", "organisasjonsnummer"],
      children: { VirksomhetsAdr: maybe(address) },
    }),
    Yrkesbetegnelse: once(text),
  },
};

const person: Shape = {
  attributes: ["fodselsnummer", "trygdekontor"],
  children: {
    Navn: once({ children: { Etternavn: once(text), Fornavn: once(text), Mellomnavn: maybe(text) } }),
    Arbeidsforhold: maybe(employment),
    PersonAdr: several(address),
  },
};

const referral: Shape = { attributes: ["henvistDato", "antattVentetid"], children: { Spesifikasjon: once(text) } };

const plan: Shape = {
  children: {
    HenvistUtredning: maybe(referral),
    HenvistBehandling: maybe(referral),
    NyeLegeopplysninger: maybe(text),
    IkkeVidereBehandling: maybe(text),
    NyVurdering: maybe(text),
    BehandlingsPlan: maybe(text),
    UtredningsPlan: maybe(text),
  },
};

const diagnoses: Shape = {
  attributes: ["arbeidsuforFra"],
  children: {
    DiagnoseKodesystem: once({
      attributes: ["kodesystem"],
      children: { Enkeltdiagnose: someOf(attributes("diagnose", "kodeverdi", "sortering")) },
    }),
    VurderingYrkesskade: once(attributes("borVurderes", "skadeDato")),
    StatusPresens: once(text),
    SymptomerBehandling: once(text),
  },
};

const measures: Shape = {
  attributes: ["tiltak"],
  children: {
    AktueltTiltak: several({ attributes: ["typeTiltak"], children: { HvilkeAndreTiltak: once(text) } }),
    Opplysninger: once(text),
    BegrensningerTiltak: maybe(text),
    BegrunnelseIkkeTiltak: maybe(text),
  },
  choice: { of: ["BegrensningerTiltak", "BegrunnelseIkkeTiltak"], required: true },
};

const ability: Shape = {
  attributes: ["gjenopptaArbeid", "narGjenopptaArbeid", "taAnnetArbeid", "narTaAnnetArbeid"],
  children: { IkkeGjore: maybe(text), HensynAnnetYrke: maybe(text) },
};

const outlook: Shape = {
  attributes: ["bedreArbeidsevne"],
  children: {
    AntattVarighet: maybe(text),
    VarighetFunksjonsnedsettelse: maybe(text),
    VarighetNedsattArbeidsevne: maybe(text),
  },
};

/** The statement as its schema has it. Source: Legeerklæring ved arbeidsuførhet 1.0 (2008-06-06). */
export const statementShape: Shape = {
  children: {
    LegeerklaringGjelder: someOf(attributes("typeLegeerklaring")),
    Pasientopplysninger: once({ attributes: ["flereArbeidsforhold"], children: { Pasient: once(person) } }),
    PlanUtredBehandle: maybe(plan),
    DiagnoseArbeidsuforhet: once(diagnoses),
    ForslagTiltak: once(measures),
    VurderingFunksjonsevne: once({
      children: {
        Arbeidssituasjon: someOf(attributes("arbeidssituasjon", "annenArbeidssituasjon")),
        VurderingArbeidsevne: maybe(ability),
        Funksjonsevne: maybe(text),
        KravArbeid: maybe(text),
      },
    }),
    Prognose: once(outlook),
    ArsakssammenhengLegeerklaring: maybe(text),
    ForbeholdLegeerklaring: once({
      attributes: ["tilbakeholdInnhold"],
      children: { BorTilbakeholdes: maybe(text) },
    }),
    AndreOpplysninger: maybe({ attributes: ["onskesKopi"], children: { Opplysning: once(text) } }),
    Kontakt: several(attributes("kontakt", "annenInstans")),
  },
};
