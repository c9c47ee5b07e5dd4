import type { Shape } from "../certificate/shape.ts";
import { plainText as text, shapeWords } from "../xml/shape-words.ts";

const measureFields = [
  "bistandAndreBeskrivelse",
  "bistandAndre",
  "bistandHjelpemidler",
  "behovForAvklaringLegeSykmelder",
  "maalMedTiltaket",
  "beskrivelseAvTiltaket",
  "bistandRaadOgVeiledning",
  "bistandDialogMoeteMedNav",
  "bistandArbeidsrettedeTiltakOgVirkemidler",
  "bistandBedriftshelsetjenesten",
  "ordinaereArbeidsoppgaverSomIkkeKanUtfoeres",
  "sykmeldingsprosentIPerioden",
  "signertPapirkopiForeligger",
  "underskriftsdato",
  "oppfoelgingssamtaler",
  "tilrettelagtArbeidIkkeMulig",
  "bistandRaadOgVeiledningBeskrivelse",
  "bistandArbeidsrettedeTiltakOgVirkemidlerBeskrivelse",
  "bistandDialogMoeteMedNavBeskrivelse",
  "bistandHjelpemidlerBeskrivelse",
  "behovForNyeTiltak",
  "vurderingAvTiltak",
];

/** A form's content as the 2016 schema has it, which holds what earlier editions hold; in the form's own namespace. */
export const planShape = (namespace: string): Shape => {
  const { once, maybe, several } = shapeWords(namespace);
  const optional = (...names: ReadonlyArray<string>) => Object.fromEntries(names.map((name) => [name, maybe(text)]));
  const employer: Shape = {
    children: {
      orgnr: once(text),
      orgnavn: once(text),
      ...optional("annenKontaktpersonEtternavn", "annenKontaktpersonFornavn", "telefonKontaktperson"),
      ...optional("naermesteLederFornavn", "naermesteLederEtternavn", "telefonNaermesteLeder"),
      ...optional("virksomhetErIABedrift", "virksomhetHarBedriftshelsetjeneste"),
    },
  };
  const person = optional("etternavn", "fornavn", "stillingAvdeling", "tlf", "ordinaereArbeidsoppgaver");
  const absence = optional("foersteFravaersdag", "sykmeldingsdato", "sykmeldingsprosentVedSykmeldingsDato");
  const flags = optional("oppfolgingsplanSendesTiNav", "oppfolgingsplanSendesTilFastlege");
  const partReason = "arbeidstakerIkkeMedvirketGjennomfoeringBegrunnelse";
  const measure: Shape = {
    children: {
      ...optional(...measureFields),
      tidsrom: maybe({ children: optional("periodeFra", "periodeTil") }),
    },
  };
  return {
    children: {
      arbeidsgiver: maybe(employer),
      sykmeldtArbeidstaker: maybe({ children: { fnr: once(text), ...person } }),
      sykefravaerForSykmeldtArbeidstaker: maybe({ children: absence }),
      avsenderSystem: maybe({ children: optional("systemNavn", "systemVersjon") }),
      tiltak: maybe({ children: { tiltaksinformasjon: several(measure) } }),
      mottaksInformasjon: maybe({ children: { endringsDato: once(text), ...flags } }),
      arbeidstakersDeltakelse: maybe({ children: optional(partReason, "arbeidstakerMedvirketGjennomfoering") }),
      utfyllendeOpplysninger: maybe(text),
    },
  };
};
