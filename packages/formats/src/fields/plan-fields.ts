import type { PaperField } from "./paper-field.ts";
import { by, drops, takes } from "./paper-field.ts";

const form = "Skjemainnhold";
const employer = `${form}/arbeidsgiver`;
const person = `${form}/sykmeldtArbeidstaker`;
const absence = `${form}/sykefravaerForSykmeldtArbeidstaker`;
const measure = `${form}/tiltak/tiltaksinformasjon`;
const reception = `${form}/mottaksInformasjon`;
const part = `${form}/arbeidstakersDeltakelse`;

// The word to welfare names the plan and nothing that is in it.
const kept = (leaf: string, event: string): PaperField => by("NO_PLACE", takes(leaf, event));

const employerFields: ReadonlyArray<PaperField> = [
  kept(`${employer}/annenKontaktpersonEtternavn`, "work.contacts[].name.family"),
  kept(`${employer}/telefonNaermesteLeder`, "work.contacts[].phone"),
  kept(`${employer}/naermesteLederFornavn`, "work.contacts[].name.given"),
  takes(`${employer}/orgnr`, "work.employer.number", "virksomhetsnummer"),
  kept(`${employer}/orgnavn`, "work.employer.name"),
  kept(`${employer}/virksomhetErIABedrift`, "work.employer.isInclusive"),
  kept(`${employer}/virksomhetHarBedriftshelsetjeneste`, "work.employer.hasOccupationalHealth"),
  kept(`${employer}/telefonKontaktperson`, "work.contacts[].phone"),
  kept(`${employer}/naermesteLederEtternavn`, "work.contacts[].name.family"),
  kept(`${employer}/annenKontaktpersonFornavn`, "work.contacts[].name.given"),
];

const personFields: ReadonlyArray<PaperField> = [
  takes(`${person}/fnr`, "identity.number.value", "fodselsnummer"),
  kept(`${person}/etternavn`, "identity.name.family"),
  kept(`${person}/stillingAvdeling`, "work.position"),
  kept(`${person}/tlf`, "case.personPhone"),
  kept(`${person}/ordinaereArbeidsoppgaver`, "work.ordinaryTasks"),
  kept(`${person}/fornavn`, "identity.name.given"),
  kept(`${absence}/foersteFravaersdag`, "work.firstAbsenceDay"),
  kept(`${absence}/sykmeldingsdato`, "work.certificateDay"),
  kept(`${absence}/sykmeldingsprosentVedSykmeldingsDato`, "work.certificateGrade"),
  kept(`${form}/avsenderSystem/systemNavn`, "case.systemName"),
  kept(`${form}/avsenderSystem/systemVersjon`, "case.systemVersion"),
];

const welfareHelp = (name: string): PaperField =>
  by("DERIVED", takes(`${measure}/${name}`, ["case.measureHelp[].wanted", "case.helpWanted"], "behovForBistandFraNav"));
const helpText = (name: string): PaperField => kept(`${measure}/${name}Beskrivelse`, "case.measureHelp[].text");

const measureFields: ReadonlyArray<PaperField> = [
  helpText("bistandAndre"),
  kept(`${measure}/bistandAndre`, "case.measureHelp[].wanted"),
  welfareHelp("bistandHjelpemidler"),
  kept(`${measure}/tidsrom/periodeFra`, "work.measures[].from"),
  kept(`${measure}/tidsrom/periodeTil`, "work.measures[].to"),
  kept(`${measure}/behovForAvklaringLegeSykmelder`, "case.clarifications[].text"),
  kept(`${measure}/maalMedTiltaket`, "work.measures[].goal"),
  kept(`${measure}/beskrivelseAvTiltaket`, "work.measures[].text"),
  welfareHelp("bistandRaadOgVeiledning"),
  welfareHelp("bistandDialogMoeteMedNav"),
  welfareHelp("bistandArbeidsrettedeTiltakOgVirkemidler"),
  kept(`${measure}/bistandBedriftshelsetjenesten`, "case.measureHelp[].wanted"),
  kept(`${measure}/ordinaereArbeidsoppgaverSomIkkeKanUtfoeres`, "work.measures[].impossibleTasks"),
  kept(`${measure}/sykmeldingsprosentIPerioden`, "work.measures[].grade"),
  kept(`${measure}/signertPapirkopiForeligger`, "work.measures[].signedCopyExists"),
  kept(`${measure}/underskriftsdato`, "work.measures[].signedOn"),
  kept(`${measure}/oppfoelgingssamtaler`, "medical.measureNotes[].conversationLog"),
  kept(`${measure}/tilrettelagtArbeidIkkeMulig`, "medical.measureNotes[].adaptationNotPossible"),
  helpText("bistandRaadOgVeiledning"),
  helpText("bistandArbeidsrettedeTiltakOgVirkemidler"),
  helpText("bistandDialogMoeteMedNav"),
  helpText("bistandHjelpemidler"),
  kept(`${measure}/behovForNyeTiltak`, "work.measures[].newMeasuresNeeded"),
  kept(`${measure}/vurderingAvTiltak`, "medical.measureNotes[].assessment"),
];

/** Every leaf of the 2016 form, which holds those of earlier editions, and where it goes. */
export const planFormFieldTable: ReadonlyArray<PaperField> = [
  ...employerFields,
  ...personFields,
  ...measureFields,
  takes(`${reception}/endringsDato`, "case.changedOn", "opprettet"),
  by("FLAG", takes(`${reception}/oppfolgingsplanSendesTiNav`, "toWelfare")),
  by("FLAG", takes(`${reception}/oppfolgingsplanSendesTilFastlege`, "toClinician")),
  kept(`${part}/arbeidstakerIkkeMedvirketGjennomfoeringBegrunnelse`, "work.whyNotTakingPart"),
  kept(`${part}/arbeidstakerMedvirketGjennomfoering`, "work.employeeTookPart"),
  kept(`${form}/utfyllendeOpplysninger`, "medical.additionalInformation"),
];

const unit = "DataUnits/DataUnit";
const task = `${unit}/FormTask`;

/** Every leaf of the portal's batch around the form. */
export const planBatchFieldTable: ReadonlyArray<PaperField> = [
  drops("TRANSPORT", "@schemaVersion"),
  drops("TRANSPORT", "@batchReference"),
  drops("TRANSPORT", "@previousReference"),
  drops("TRANSPORT", "@receiverReference"),
  drops("TRANSPORT", "@timeStamp"),
  drops("TRANSPORT", "@formTasksInBatch"),
  takes(`${unit}/@reportee`, "case.portalReporter"),
  takes(`${unit}/@archiveReference`, "case.portalReference"),
  takes(`${unit}/@archiveTimeStamp`, "case.portalTime"),
  drops("KEY_ONLY", `${task}/ServiceCode`),
  by("DERIVED", takes(`${task}/ServiceEditionCode`, ["case.portalService", "format"])),
  drops("TRANSPORT", `${task}/Form/DataFormatId`),
  drops("TRANSPORT", `${task}/Form/DataFormatVersion`),
  drops("TRANSPORT", `${task}/Form/Reference`),
  drops("TRANSPORT", `${task}/Form/ParentReference`),
];

/** Every field of the REST request. */
export const planRequestFieldTable: ReadonlyArray<PaperField> = [
  takes("employeeIdentificationNumber", "identity.number.value", "fodselsnummer"),
  kept("typicalWorkday", "work.ordinaryTasks"),
  kept("tasksThatCanStillBeDone", "work.possibleTasks"),
  kept("tasksThatCanNotBeDone", "work.impossibleTasks"),
  kept("previousFacilitation", "work.earlierAdaptation"),
  kept("plannedFacilitation", "work.plannedAdaptation"),
  kept("otherFacilitationOptions", "work.otherOptions"),
  kept("followUp", "work.followUp"),
  kept("evaluationDate", "work.evaluationDay"),
  by("FLAG", takes("sendPlanToNav", "toWelfare")),
  takes("needsHelpFromNav", "case.helpWanted", "behovForBistandFraNav"),
  kept("needsHelpFromNavDescription", "case.helpText"),
  by("FLAG", takes("sendPlanToGeneralPractitioner", "toClinician")),
  kept("messageToGeneralPractitioner", "case.messageToClinician"),
  kept("additionalInformation", "medical.additionalInformation"),
  kept("contactPersonFullName", "work.contacts[].fullName"),
  kept("contactPersonPhoneNumber", "work.contacts[].phone"),
  kept("contactPersonEmail", "work.contacts[].email"),
  kept("employeeHasContributedToPlan", "work.employeeTookPart"),
  kept("employeeHasNotContributedToPlanDescription", "work.whyNotTakingPart"),
  kept("lpsName", "case.systemName"),
  kept("lpsEmail", "case.systemEmail"),
];

/** Every field of welfare's word that a plan exists. */
export const planNoticeFieldTable: ReadonlyArray<PaperField> = [
  by("KEY_ONLY", takes("uuid", "aliases[]")),
  takes("fodselsnummer", "identity.number.value", "fodselsnummer"),
  takes("virksomhetsnummer", "work.employer.number", "virksomhetsnummer"),
  takes("behovForBistandFraNav", "case.helpWanted", "behovForBistandFraNav"),
  takes("opprettet", "case.changedOn", "opprettet"),
];
