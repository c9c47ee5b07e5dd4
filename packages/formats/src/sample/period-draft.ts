import { absurd, printDay } from "@samvirke/kernel";
import type { XmlDraft } from "../xml/write.ts";
import { element, textElement } from "../xml/write.ts";
import { causesDraft } from "./causes-draft.ts";
import type { SamplePeriod } from "./model.ts";

const content = (period: SamplePeriod): XmlDraft | undefined => {
  switch (period.kind) {
    case "FULL":
      return element("AktivitetIkkeMulig", {}, [
        causesDraft("MedisinskeArsaker", period.medicalCauses),
        causesDraft("Arbeidsplassen", period.workplaceCauses),
      ]);
    case "GRADED":
      return element("GradertSykmelding", {}, [
        element("Sykmeldingsgrad", {}, period.grade.toString()),
        textElement("Reisetilskudd", period.travelSupport?.toString()),
      ]);
    case "AWAITING":
      return element("AvventendeSykmelding", {}, [element("InnspillTilArbeidsgiver", {}, period.inputToEmployer)]);
    case "TREATMENT_DAYS":
      return element("Behandlingsdager", {}, [element("AntallBehandlingsdagerUke", {}, period.daysPerWeek.toString())]);
    case "TRAVEL_SUPPORT":
      return element("Reisetilskudd", {}, "true");
    case "NONE":
      return undefined;
    default:
      return absurd(period);
  }
};

/** One Periode. */
export const periodDraft = (period: SamplePeriod): XmlDraft =>
  element("Periode", {}, [
    element("PeriodeFOMDato", {}, printDay(period.from)),
    element("PeriodeTOMDato", {}, printDay(period.to)),
    content(period),
  ]);
