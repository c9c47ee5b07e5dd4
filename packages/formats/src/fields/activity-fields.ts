import { causes } from "./composite.ts";
import type { CertificateField } from "./field.ts";
import { carried, changed } from "./field.ts";

const period = "Aktivitet/Periode";
const outlook = "sykmelding.prognose";

/** Periods and what is expected after them. */
export const activityFields: ReadonlyArray<CertificateField> = [
  carried(`${period}/PeriodeFOMDato`, "work.periods[].from", "sykmelding.aktivitet[].fom"),
  carried(`${period}/PeriodeTOMDato`, "work.periods[].to", "sykmelding.aktivitet[].tom"),
  carried(
    `${period}/AvventendeSykmelding/InnspillTilArbeidsgiver`,
    "work.periods[].inputToEmployer",
    "sykmelding.aktivitet[].innspillTilArbeidsgiver",
  ),
  carried(`${period}/GradertSykmelding/Sykmeldingsgrad`, "work.periods[].grade", "sykmelding.aktivitet[].grad"),
  carried(
    `${period}/GradertSykmelding/Reisetilskudd`,
    "work.periods[].gradedTravelSupport",
    "sykmelding.aktivitet[].reisetilskudd",
  ),
  ...causes({
    leaf: `${period}/AktivitetIkkeMulig/MedisinskeArsaker`,
    event: "medical.medicalCauses[]",
    record: "sykmelding.aktivitet[].medisinskArsak",
  }),
  ...causes({
    leaf: `${period}/AktivitetIkkeMulig/Arbeidsplassen`,
    event: "work.periods[].workplaceCauses",
    record: "sykmelding.aktivitet[].arbeidsrelatertArsak",
  }),
  carried(
    `${period}/Behandlingsdager/AntallBehandlingsdagerUke`,
    "work.periods[].treatmentDaysPerWeek",
    "sykmelding.aktivitet[].antallBehandlingsdager",
  ),
  changed(
    "PERIOD_NEEDS_KIND",
    carried(
      `${period}/Reisetilskudd`,
      ["work.periods[].travelSupport", "work.periods[].kind", "work.periods[].kindsAsSent[]"],
      ["sykmelding.aktivitet[].fom", "sykmelding.aktivitet[].tom", "sykmelding.aktivitet[].type"],
    ),
  ),
  carried("Prognose/ArbeidsforEtterEndtPeriode", "work.fitAfterPeriod", `${outlook}.arbeidsforEtterPeriode`),
  carried("Prognose/BeskrivHensynArbeidsplassen", "work.consideration", `${outlook}.hensynArbeidsplassen`),
  carried("Prognose/ErIArbeid/EgetArbeidPaSikt", "case.employedOutlook.ownWork", `${outlook}.arbeid.egetArbeidPaSikt`),
  carried("Prognose/ErIArbeid/ArbeidFraDato", "case.employedOutlook.fromDay", `${outlook}.arbeid.arbeidFOM`),
  carried(
    "Prognose/ErIArbeid/AnnetArbeidPaSikt",
    "case.employedOutlook.otherWork",
    `${outlook}.arbeid.annetArbeidPaSikt`,
  ),
  carried("Prognose/ErIArbeid/VurderingDato", "case.employedOutlook.assessedOn", `${outlook}.arbeid.vurderingsdato`),
  carried(
    "Prognose/ErIkkeIArbeid/ArbeidsforPaSikt",
    "case.unemployedOutlook.fitInTime",
    `${outlook}.arbeid.arbeidsforPaSikt`,
  ),
  carried(
    "Prognose/ErIkkeIArbeid/ArbeidsforFraDato",
    "case.unemployedOutlook.fromDay",
    `${outlook}.arbeid.arbeidsforFOM`,
  ),
  carried(
    "Prognose/ErIkkeIArbeid/VurderingDato",
    "case.unemployedOutlook.assessedOn",
    `${outlook}.arbeid.vurderingsdato`,
  ),
];
