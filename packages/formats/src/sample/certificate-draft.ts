import { printDay } from "@samvirke/kernel";
import { namespaces } from "../envelope/document.ts";
import type { XmlDraft } from "../xml/write.ts";
import { element, textElement } from "../xml/write.ts";
import { componentAddress, componentIdent, componentPhone } from "./component-drafts.ts";
import { causesDraft, codeDraft } from "./causes-draft.ts";
import type { CertificateSample, SampleName } from "./model.ts";
import { periodDraft } from "./period-draft.ts";

const name = ({ family, middle, given }: SampleName): XmlDraft =>
  element("Navn", {}, [
    element("Etternavn", {}, family),
    textElement("Mellomnavn", middle),
    element("Fornavn", {}, given),
  ]);

const patient = ({ person }: CertificateSample): XmlDraft =>
  element("Pasient", {}, [
    name(person.name),
    componentIdent("Fodselsnummer", { value: person.number, type: person.numberType ?? "FNR" }),
    person.phone === undefined ? undefined : componentPhone("KontaktInfo", { type: "MC", number: person.phone }),
    textElement("NavnFastlege", person.familyDoctor),
  ]);

const employerCounts = { "1": "Én arbeidsgiver", "2": "Flere arbeidsgivere", "3": "Ingen arbeidsgiver" } as const;

const employer = ({ employment }: CertificateSample): XmlDraft =>
  element("Arbeidsgiver", {}, [
    element("HarArbeidsgiver", { V: employment.count, DN: employerCounts[employment.count] }),
    textElement("NavnArbeidsgiver", employment.employerName),
    textElement("Yrkesbetegnelse", employment.occupation),
    textElement("Stillingsprosent", employment.positionPercent?.toString()),
  ]);

const medical = (sample: CertificateSample): XmlDraft =>
  element("MedisinskVurdering", {}, [
    sample.mainDiagnosis && element("HovedDiagnose", {}, [codeDraft("Diagnosekode", sample.mainDiagnosis)]),
    sample.otherDiagnoses &&
      element(
        "BiDiagnoser",
        {},
        sample.otherDiagnoses.map((each) => codeDraft("Diagnosekode", each)),
      ),
    causesDraft("AnnenFraversArsak", sample.otherAbsence),
    element("Svangerskap", {}, "false"),
    element("Yrkesskade", {}, "false"),
  ]);

const outlook = ({ fitAfterPeriod, consideration }: CertificateSample): XmlDraft | undefined =>
  fitAfterPeriod === undefined && consideration === undefined
    ? undefined
    : element("Prognose", {}, [
        textElement("ArbeidsforEtterEndtPeriode", fitAfterPeriod?.toString()),
        textElement("BeskrivHensynArbeidsplassen", consideration),
      ]);

const answers = ({ answers: groups }: CertificateSample): XmlDraft | undefined =>
  groups &&
  element(
    "UtdypendeOpplysninger",
    {},
    groups.map((group) =>
      element("SpmGruppe", {}, [
        element("SpmGruppeId", {}, group.groupId),
        element("SpmGruppeTekst", {}, group.groupText),
        ...group.answers.map(({ id, question, answer }) =>
          element("SpmSvar", {}, [
            element("SpmId", {}, id),
            element("SpmTekst", {}, question),
            element("Restriksjon", {}, [element("Restriksjonskode", { V: "A", DN: "Arbeidsgiver" })]),
            element("SvarTekst", {}, answer),
          ]),
        ),
      ]),
    ),
  );

const contact = (sample: CertificateSample): XmlDraft =>
  element("KontaktMedPasient", {}, [
    textElement("BehandletDato", sample.treatedAt),
    textElement("KontaktDato", sample.contactOn === undefined ? undefined : printDay(sample.contactOn)),
    textElement("BegrunnIkkeKontakt", sample.lateContactReason),
  ]);

const clinician = ({ clinician: who }: CertificateSample): XmlDraft =>
  element("Behandler", {}, [
    name(who.name),
    who.number === undefined ? undefined : componentIdent("Id", { value: who.number, type: "FNR" }),
    who.hprNumber === undefined ? undefined : componentIdent("Id", { value: who.hprNumber, type: "HPR" }),
    who.herId === undefined ? undefined : componentIdent("Id", { value: who.herId, type: "HER" }),
    componentAddress("Adresse"),
    componentPhone("KontaktInfo", { type: "HP", number: who.phone ?? "55512345" }),
  ]);

const system = ({ system: { name: called, version } }: CertificateSample): XmlDraft =>
  element("AvsenderSystem", {}, [element("SystemNavn", {}, called), element("SystemVersjon", {}, version)]);

/** The certificate element, in the order that its schema demands. */
export const certificateDraft = (sample: CertificateSample): XmlDraft =>
  element("HelseOpplysningerArbeidsuforhet", { xmlns: namespaces.certificate, "xmlns:fk1": namespaces.components }, [
    textElement("RegelSettVersjon", sample.ruleSetVersion),
    element("SyketilfelleStartDato", {}, printDay(sample.spellStart)),
    patient(sample),
    employer(sample),
    medical(sample),
    sample.periods.length === 0 ? undefined : element("Aktivitet", {}, sample.periods.map(periodDraft)),
    outlook(sample),
    answers(sample),
    sample.helpText === undefined
      ? undefined
      : element("MeldingTilNav", {}, [element("BeskrivBistandNAV", {}, sample.helpText)]),
    textElement("MeldingTilArbeidsgiver", sample.messageToEmployer),
    contact(sample),
    clinician(sample),
    system(sample),
    element("Strekkode", {}, sample.barcode),
  ]);
