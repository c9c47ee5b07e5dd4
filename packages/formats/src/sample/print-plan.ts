import type { Day } from "@samvirke/kernel";
import { printDay } from "@samvirke/kernel";
import type { XmlDraft } from "../xml/write.ts";
import { element, printXml } from "../xml/write.ts";
import type { PlanBatchSample, PlanFormSample, SamplePlanMeasure } from "./plan-model.ts";

const namespace2016 = "http://seres.no/xsd/NAV/Oppfoelgingsplan4_utfyllende_info_M/2016";

type Leaf = readonly [name: string, value: string | boolean | undefined];

const leaf = ([name, value]: Leaf): XmlDraft | undefined =>
  value === undefined ? undefined : element(name, {}, String(value));

const group = (name: string, ...leaves: ReadonlyArray<Leaf>): XmlDraft => element(name, {}, leaves.map(leaf));

const dayText = (day: Day | undefined): string | undefined => (day === undefined ? undefined : printDay(day));

const employer = ({ leader, contact, ...sample }: PlanFormSample): XmlDraft =>
  group(
    "arbeidsgiver",
    ["annenKontaktpersonEtternavn", contact?.family],
    ["telefonNaermesteLeder", leader?.phone],
    ["naermesteLederFornavn", leader?.given],
    ["orgnr", sample.employerNumber],
    ["orgnavn", sample.employerName],
    ["virksomhetErIABedrift", sample.isInclusive],
    ["virksomhetHarBedriftshelsetjeneste", sample.hasOccupationalHealth],
    ["telefonKontaktperson", contact?.phone],
    ["naermesteLederEtternavn", leader?.family],
    ["annenKontaktpersonFornavn", contact?.given],
  );

const person = (sample: PlanFormSample): XmlDraft =>
  group(
    "sykmeldtArbeidstaker",
    ["fnr", sample.personNumber],
    ["etternavn", sample.family],
    ["stillingAvdeling", sample.position],
    ["tlf", sample.phone],
    ["ordinaereArbeidsoppgaver", sample.ordinaryTasks],
    ["fornavn", sample.given],
  );

const absence = (sample: PlanFormSample): XmlDraft =>
  group(
    "sykefravaerForSykmeldtArbeidstaker",
    ["foersteFravaersdag", dayText(sample.firstAbsenceDay)],
    ["sykmeldingsdato", dayText(sample.certificateDay)],
    ["sykmeldingsprosentVedSykmeldingsDato", sample.certificateGrade],
  );

const measure = (it: SamplePlanMeasure): XmlDraft => {
  const leaves = (...named: ReadonlyArray<Leaf>): ReadonlyArray<XmlDraft | undefined> => named.map(leaf);
  return element("tiltaksinformasjon", {}, [
    ...leaves(["bistandAndreBeskrivelse", it.otherText], ["bistandAndre", it.other], ["bistandHjelpemidler", it.aids]),
    group("tidsrom", ["periodeFra", dayText(it.from)], ["periodeTil", dayText(it.to)]),
    ...leaves(
      ["behovForAvklaringLegeSykmelder", it.clarification],
      ["maalMedTiltaket", it.goal],
      ["beskrivelseAvTiltaket", it.text],
      ["bistandRaadOgVeiledning", it.advice],
      ["bistandDialogMoeteMedNav", it.meeting],
      ["bistandArbeidsrettedeTiltakOgVirkemidler", it.workMeasures],
      ["bistandBedriftshelsetjenesten", it.occupationalHealth],
      ["ordinaereArbeidsoppgaverSomIkkeKanUtfoeres", it.impossibleTasks],
      ["sykmeldingsprosentIPerioden", it.grade],
      ["signertPapirkopiForeligger", it.signedCopy],
      ["underskriftsdato", dayText(it.signedOn)],
      ["oppfoelgingssamtaler", it.conversations],
      ["tilrettelagtArbeidIkkeMulig", it.adaptationNotPossible],
      ["bistandRaadOgVeiledningBeskrivelse", it.adviceText],
      ["bistandArbeidsrettedeTiltakOgVirkemidlerBeskrivelse", it.workMeasuresText],
      ["bistandDialogMoeteMedNavBeskrivelse", it.meetingText],
      ["bistandHjelpemidlerBeskrivelse", it.aidsText],
      ["behovForNyeTiltak", it.newMeasuresNeeded],
      ["vurderingAvTiltak", it.assessment],
    ),
  ]);
};

const form = (sample: PlanFormSample): XmlDraft =>
  element("melding", { xmlns: sample.namespace ?? namespace2016 }, [
    element("Skjemainnhold", {}, [
      employer(sample),
      person(sample),
      absence(sample),
      group("avsenderSystem", ["systemNavn", sample.systemName], ["systemVersjon", sample.systemVersion]),
      element("tiltak", {}, sample.measures.map(measure)),
      group(
        "mottaksInformasjon",
        ["endringsDato", printDay(sample.changedOn)],
        ["oppfolgingsplanSendesTiNav", sample.toWelfare],
        ["oppfolgingsplanSendesTilFastlege", sample.toClinician],
      ),
      group(
        "arbeidstakersDeltakelse",
        ["arbeidstakerIkkeMedvirketGjennomfoeringBegrunnelse", sample.whyNot],
        ["arbeidstakerMedvirketGjennomfoering", sample.tookPart],
      ),
      leaf(["utfyllendeOpplysninger", sample.additional]),
    ]),
  ]);

/** A synthetic follow-up plan as a form alone; valid by the schema of 2016 when it has its namespace. */
export const printPlanForm = (sample: PlanFormSample): Uint8Array => printXml(form(sample));

/** The same in a batch of the portal; the form stands in a CDATA section. */
export const printPlanBatch = (sample: PlanFormSample, batch: PlanBatchSample): Uint8Array => {
  const inner = Buffer.from(printPlanForm(sample))
    .toString("utf8")
    .replace(/^<\?.*\?>\n/, "");
  // The text of the form takes the mark's place; a section's end inside it is split in two sections.
  const mark = "FORM-DATA";
  const around = printXml(
    element("DataBatch", { schemaVersion: "1.0", batchReference: "1", formTasksInBatch: "1" }, [
      element("DataUnits", {}, [
        element(
          "DataUnit",
          { reportee: batch.reporter, archiveReference: batch.reference, archiveTimeStamp: batch.archivedAt },
          [
            element("FormTask", {}, [
              element("ServiceCode", {}, "2913"),
              element("ServiceEditionCode", {}, batch.edition),
              element("Form", {}, [
                element("DataFormatId", {}, "5223"),
                element("DataFormatVersion", {}, "41082"),
                element("Reference", {}, "1"),
                element("ParentReference", {}, "0"),
                element("FormData", {}, mark),
              ]),
            ]),
          ],
        ),
      ]),
    ]),
  );
  const section = `<![CDATA[${inner.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
  return Buffer.from(
    Buffer.from(around)
      .toString("utf8")
      .replace(mark, () => section),
  );
};
