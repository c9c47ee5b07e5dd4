import type { Day } from "@samvirke/kernel";
import { printDay } from "@samvirke/kernel";
import { statementNamespace } from "../statement/statement-shape.ts";
import type { XmlDraft } from "../xml/write.ts";
import { element, textElement } from "../xml/write.ts";
import type { SampleStatementAddress, SampleStatementReferral, StatementSample } from "./statement-model.ts";

const yesNo = (answer: boolean | undefined): string | undefined => {
  if (answer === undefined) return undefined;
  return answer ? "1" : "2";
};

const dayText = (day: Day | undefined): string | undefined => (day === undefined ? undefined : printDay(day));

const address = (name: string, at: SampleStatementAddress): XmlDraft =>
  element(name, { adressetype: at.kind }, [
    element("PostalAddress", {}, [
      element("StreetAddress", {}, at.street),
      element("PostalCode", {}, at.postalCode),
      element("City", {}, at.city),
      textElement("Country", at.country),
    ]),
    at.phone && element("Teleinformasjon", { typeTelekom: at.phone.kind }, at.phone.number),
  ]);

const employment = ({ employment: work }: StatementSample): XmlDraft | undefined =>
  work &&
  element("Arbeidsforhold", { yrkeskode: work.occupationCode, primartArbeidsforhold: yesNo(work.isPrimary) }, [
    element(
      "Virksomhet",
      { virksomhetsBetegnelse: work.employerName, organisasjonsnummer: work.employerNumber },
      work.employerAddress ? [address("VirksomhetsAdr", work.employerAddress)] : [],
    ),
    element("Yrkesbetegnelse", {}, work.occupation),
  ]);

const person = (sample: StatementSample): XmlDraft => {
  const { name, number } = sample.person;
  return element("Pasientopplysninger", { flereArbeidsforhold: sample.severalEmployments }, [
    element("Pasient", { fodselsnummer: number, trygdekontor: sample.welfareOffice }, [
      element("Navn", {}, [
        element("Etternavn", {}, name.family),
        element("Fornavn", {}, name.given),
        textElement("Mellomnavn", name.middle),
      ]),
      employment(sample),
      ...(sample.addresses ?? []).map((at) => address("PersonAdr", at)),
    ]),
  ]);
};

const referral = (name: string, to: SampleStatementReferral | undefined): XmlDraft | undefined =>
  to &&
  element(name, { henvistDato: printDay(to.on), antattVentetid: String(to.weeks) }, [
    element("Spesifikasjon", {}, to.text),
  ]);

const plan = ({ plan: it }: StatementSample): XmlDraft | undefined =>
  it &&
  element("PlanUtredBehandle", {}, [
    referral("HenvistUtredning", it.examination),
    referral("HenvistBehandling", it.treatment),
    textElement("NyeLegeopplysninger", it.newInformationWhen),
    textElement("IkkeVidereBehandling", it.noFurtherTreatment),
    textElement("NyVurdering", it.earlierPlan),
    textElement("BehandlingsPlan", it.treatmentPlan),
    textElement("UtredningsPlan", it.examinationPlan),
  ]);

const illness = (sample: StatementSample): XmlDraft =>
  element("DiagnoseArbeidsuforhet", { arbeidsuforFra: dayText(sample.unfitFrom) }, [
    element(
      "DiagnoseKodesystem",
      { kodesystem: sample.diagnosisSystem },
      sample.diagnoses.map(({ code, text }, index) =>
        element("Enkeltdiagnose", { diagnose: text, kodeverdi: code, sortering: String(index) }),
      ),
    ),
    element("VurderingYrkesskade", {
      borVurderes: yesNo(sample.injury?.assess),
      skadeDato: dayText(sample.injury?.on),
    }),
    element("StatusPresens", {}, sample.status),
    element("SymptomerBehandling", {}, sample.history),
  ]);

const measures = (sample: StatementSample): XmlDraft =>
  element("ForslagTiltak", { tiltak: yesNo(sample.measuresRelevant) }, [
    ...sample.measures.map(({ code, text }) =>
      element("AktueltTiltak", { typeTiltak: code }, [element("HvilkeAndreTiltak", {}, text)]),
    ),
    element("Opplysninger", {}, sample.measuresDetails),
    sample.limits === undefined
      ? element("BegrunnelseIkkeTiltak", {}, sample.noMeasures ?? "")
      : element("BegrensningerTiltak", {}, sample.limits),
  ]);

const ability = ({ ability: it }: StatementSample): XmlDraft | undefined =>
  it &&
  element(
    "VurderingArbeidsevne",
    {
      gjenopptaArbeid: yesNo(it.canResume),
      narGjenopptaArbeid: it.resumeWhen,
      taAnnetArbeid: yesNo(it.canTakeOther),
      narTaAnnetArbeid: it.takeOtherWhen,
    },
    [textElement("IkkeGjore", it.cannotDo), textElement("HensynAnnetYrke", it.otherWork)],
  );

const work = (sample: StatementSample): XmlDraft =>
  element("VurderingFunksjonsevne", {}, [
    ...sample.situations.map(({ code, text }) =>
      element("Arbeidssituasjon", { arbeidssituasjon: code, annenArbeidssituasjon: text }),
    ),
    ability(sample),
    textElement("Funksjonsevne", sample.function),
    textElement("KravArbeid", sample.demands),
  ]);

const outlook = ({ outlook: it }: StatementSample): XmlDraft =>
  element("Prognose", { bedreArbeidsevne: yesNo(it.better) }, [
    textElement("AntattVarighet", it.illness),
    textElement("VarighetFunksjonsnedsettelse", it.functionLoss),
    textElement("VarighetNedsattArbeidsevne", it.workAbility),
  ]);

/** The statement element, in the order that its schema demands. */
export const statementDraft = (sample: StatementSample): XmlDraft =>
  element("Legeerklaring", { xmlns: statementNamespace }, [
    ...sample.occasions.map((code) => element("LegeerklaringGjelder", { typeLegeerklaring: code })),
    person(sample),
    plan(sample),
    illness(sample),
    measures(sample),
    work(sample),
    outlook(sample),
    textElement("ArsakssammenhengLegeerklaring", sample.weight),
    element("ForbeholdLegeerklaring", { tilbakeholdInnhold: yesNo(sample.withheld !== undefined) }, [
      textElement("BorTilbakeholdes", sample.withheld),
    ]),
    sample.other &&
      element("AndreOpplysninger", { onskesKopi: yesNo(sample.other.wantsCopy) }, [
        element("Opplysning", {}, sample.other.text),
      ]),
    ...sample.contacts.map(({ code, text }) => element("Kontakt", { kontakt: code, annenInstans: text })),
  ]);
