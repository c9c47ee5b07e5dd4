import type { PaperField } from "./paper-field.ts";
import { by, takes } from "./paper-field.ts";
import { abilityFields, measureFields, otherFields } from "./statement-work-fields.ts";

const about = "Pasientopplysninger";
const person = `${about}/Pasient`;
const work = `${person}/Arbeidsforhold`;
const le = "legeerklaering";

interface AddressPlaces {
  readonly leaf: string;
  readonly event: string;
  readonly out: string;
}

// Of several addresses the first is printed.
const address = ({ leaf, event, out }: AddressPlaces): ReadonlyArray<PaperField> => [
  by("FIRST_ONLY", takes(`${leaf}/PostalAddress/StreetAddress`, `${event}.postal[].street`, `${out}.adresse`)),
  by("FIRST_ONLY", takes(`${leaf}/PostalAddress/PostalCode`, `${event}.postal[].postalCode`, `${out}.postnummer`)),
  by("FIRST_ONLY", takes(`${leaf}/PostalAddress/City`, `${event}.postal[].city`, `${out}.poststed`)),
  by("NO_PLACE", takes(`${leaf}/PostalAddress/Country`, `${event}.postal[].country.text`)),
  by("NO_PLACE", takes(`${leaf}/Teleinformasjon`, `${event}.contactPoints[].address`)),
  by("NO_PLACE", takes(`${leaf}/Teleinformasjon/@typeTelekom`, `${event}.contactPoints[].type.code`)),
  by("NO_PLACE", takes(`${leaf}/@adressetype`, `${event}.kind.code`)),
];

const personFields: ReadonlyArray<PaperField> = [
  takes(`${person}/Navn/Etternavn`, "identity.name.family", `${le}.pasient.etternavn`),
  takes(`${person}/Navn/Fornavn`, "identity.name.given", `${le}.pasient.fornavn`),
  takes(`${person}/Navn/Mellomnavn`, "identity.name.middle", `${le}.pasient.mellomnavn`),
  ...address({
    leaf: `${work}/Virksomhet/VirksomhetsAdr`,
    event: "case.employment.employerAddress",
    out: `${le}.pasient.arbeidsgiver`,
  }),
  takes(`${work}/Virksomhet/@virksomhetsBetegnelse`, "case.employment.employerName", `${le}.pasient.arbeidsgiver.navn`),
  by("NO_PLACE", takes(`${work}/Virksomhet/@organisasjonsnummer`, "case.employment.employerNumber")),
  takes(`${work}/Yrkesbetegnelse`, "case.employment.occupation", `${le}.pasient.yrke`),
  by("NO_PLACE", takes(`${work}/@yrkeskode`, "case.employment.occupationCode")),
  by("NO_PLACE", takes(`${work}/@primartArbeidsforhold`, "case.employment.isPrimary")),
  ...address({ leaf: `${person}/PersonAdr`, event: "case.personAddresses[]", out: `${le}.pasient` }),
  takes(`${person}/@fodselsnummer`, "identity.number.value", [`${le}.pasient.fnr`, "personNrPasient"]),
  takes(`${person}/@trygdekontor`, "case.welfareOffice", `${le}.pasient.navKontor`),
  by("NO_PLACE", takes(`${about}/@flereArbeidsforhold`, "case.employment.several")),
];

const referral = (leaf: string, event: string, out: string): ReadonlyArray<PaperField> => [
  takes(`${leaf}/Spesifikasjon`, `${event}.text`, `${out}.tekst`),
  takes(`${leaf}/@henvistDato`, `${event}.referredOn`, `${out}.dato`),
  takes(`${leaf}/@antattVentetid`, `${event}.waitingWeeks`, `${out}.antattVentetIUker`),
];

const plan = "PlanUtredBehandle";
const planOut = `${le}.plan`;
const planFields: ReadonlyArray<PaperField> = [
  ...referral(`${plan}/HenvistUtredning`, "medical.examination", `${planOut}.utredning`),
  ...referral(`${plan}/HenvistBehandling`, "medical.treatment", `${planOut}.behandling`),
  takes(`${plan}/NyeLegeopplysninger`, "medical.newInformationWhen", `${planOut}.narSporreOmNyeLegeopplysninger`),
  takes(`${plan}/IkkeVidereBehandling`, "medical.noFurtherTreatment", `${planOut}.videreBehandlingIkkeAktueltGrunn`),
  takes(`${plan}/NyVurdering`, "medical.earlierPlanAssessment", `${planOut}.vurderingAvTidligerePlan`),
  takes(`${plan}/BehandlingsPlan`, "medical.treatmentPlan", `${planOut}.behandlingsplan`),
  takes(`${plan}/UtredningsPlan`, "medical.examinationPlan", `${planOut}.utredningsplan`),
];

const illness = "DiagnoseArbeidsuforhet";
const illnessOut = `${le}.sykdomsopplysninger`;
const illnessFields: ReadonlyArray<PaperField> = [
  takes(
    `${illness}/DiagnoseKodesystem/Enkeltdiagnose/@diagnose`,
    "medical.diagnoses[].code.text",
    `${illnessOut}.hoveddiagnose.tekst`,
  ),
  takes(
    `${illness}/DiagnoseKodesystem/Enkeltdiagnose/@kodeverdi`,
    "medical.diagnoses[].code.code",
    `${illnessOut}.hoveddiagnose.kode`,
  ),
  by("NO_PLACE", takes(`${illness}/DiagnoseKodesystem/Enkeltdiagnose/@sortering`, "medical.diagnoses[].order")),
  by(
    "NO_PLACE",
    takes(`${illness}/DiagnoseKodesystem/@kodesystem`, ["medical.diagnosisSystem", "medical.diagnoses[].code.system"]),
  ),
  takes(
    `${illness}/VurderingYrkesskade/@borVurderes`,
    "medical.assessOccupationalInjury",
    `${illnessOut}.borNavKontoretVurdereOmDetErEnYrkesskade`,
  ),
  takes(`${illness}/VurderingYrkesskade/@skadeDato`, "medical.injuredOn", `${illnessOut}.yrkesSkadeDato`),
  takes(`${illness}/StatusPresens`, "medical.status", `${illnessOut}.statusPresens`),
  takes(`${illness}/SymptomerBehandling`, "medical.history", `${illnessOut}.sykdomshistorie`),
  takes(`${illness}/@arbeidsuforFra`, "medical.unfitFrom", `${illnessOut}.arbeidsuforFra`),
];

/** Every leaf of the statement's schema, where it goes, and where welfare reads it. Source: Legeerklaring 2008-06-06. */
export const statementFieldTable: ReadonlyArray<PaperField> = [
  by(
    "LISTED",
    takes("LegeerklaringGjelder/@typeLegeerklaring", "occasions[]", [
      `${le}.arbeidsavklaringspenger`,
      `${le}.arbeidsvurderingVedSykefravaer`,
    ]),
  ),
  ...personFields,
  ...planFields,
  ...illnessFields,
  ...measureFields,
  ...abilityFields,
  ...otherFields,
];
