import type { CertificateSample, SamplePeriod } from "@samvirke/formats";
import { addDays, calendarDate } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import { syntheticNumber } from "../../core/synthetic-number.ts";
import { periodRecipe } from "./content-recipes.ts";
import { fullPeriod, osloClock } from "./ground.ts";
import type { Ground, Recipe } from "./ground.ts";
import { reserved } from "./reserved.ts";
import { syntheticAdult } from "./valid.ts";

const saying = (change: Partial<CertificateSample>): Recipe => ({ change: (sample) => ({ ...sample, ...change }) });

const signedBy = (signerNumber: string): Recipe => saying({ signerNumber });

type Periods = (today: Day) => ReadonlyArray<SamplePeriod>;

const having = (periods: Periods): Recipe => ({
  change: (sample, { today }) => ({ ...sample, periods: periods(today) }),
});

const of = (days: number) => (today: Day) => ({ from: today, to: addDays(today, days - 1) });

const diagnosis = (code: string, text: string, system: string) => ({ code, text, system });
const icpc2 = "2.16.578.1.12.4.1.1.7170";
const icd10 = "2.16.578.1.12.4.1.1.7110";

const child = ({ theirs, today }: Ground): string => {
  const { year } = calendarDate(today);
  return syntheticNumber(theirs, "child", { first: year - 9, last: year - 3 });
};

const withoutAny = ({ mainDiagnosis: _mainDiagnosis, ...sample }: CertificateSample): CertificateSample => sample;

const reasons = {
  short: "Pasienten oppsøkte lege først etter helgen",
  long: "Pasienten var innlagt på sykehus og fikk ikke tatt kontakt før nå",
};

/** Recipes for the rules, by NAV's names. */
export const ruleRecipes: Readonly<Record<string, Recipe>> = {
  BEHANDLER_SUSPENDERT: signedBy(reserved.suspendedSigner),
  UGYLDIG_ORGNR_LENGDE: { change: (sample) => ({ ...sample, unit: { ...sample.unit, organisationNumber: "12345" } }) },
  UGYLDIG_REGELSETTVERSJON: saying({ ruleSetVersion: "9" }),
  MANGLENDE_DYNAMISKE_SPOERSMAL_VERSJON2_UKE_39: periodRecipe(0, 280, { ruleSetVersion: "2" }),
  AVSENDER_FNR_ER_SAMME_SOM_PASIENT_FNR: { change: (sample) => ({ ...sample, signerNumber: sample.person.number }) },
  BEHANDLER_FNR_ER_SAMME_SOM_PASIENT_FNR: {
    change: (sample, { theirs }) => ({
      ...sample,
      clinician: { number: sample.person.number, name: sample.person.name },
      signerNumber: syntheticAdult(theirs, "another signer"),
    }),
  },
  FRADATO_ETTER_TILDATO: having((today) => [{ kind: "FULL", from: addDays(today, 5), to: today }]),
  OVERLAPPENDE_PERIODER: having((today) => [
    fullPeriod(today, 0, 7),
    { kind: "GRADED", grade: 50, from: addDays(today, 6), to: addDays(today, 13) },
  ]),
  // Fourteen days between two periods hold a weekday, whatever day today is.
  OPPHOLD_MELLOM_PERIODER: having((today) => [fullPeriod(today, 0, 7), fullPeriod(today, 21, 7)]),
  IKKE_DEFINERT_PERIODE: {
    ...having((today) => [{ kind: "AWAITING", inputToEmployer: "x", ...of(7)(today) }]),
    edit: (xml) => xml.replace("<InnspillTilArbeidsgiver>x</InnspillTilArbeidsgiver>", ""),
  },
  BEHANDLINGSDATO_ETTER_MOTTATTDATO: {
    change: (sample, { wish }) => ({ ...sample, treatedAt: osloClock(wish.at + 2 * 86_400_000) }),
  },
  AVVENTENDE_SYKMELDING_KOMBINERT: having((today) => [
    { kind: "AWAITING", inputToEmployer: "Lettere arbeid", ...of(7)(today) },
    fullPeriod(today, 7, 7),
  ]),
  MANGLENDE_INNSPILL_TIL_ARBEIDSGIVER: having((today) => [{ kind: "AWAITING", inputToEmployer: " ", ...of(7)(today) }]),
  AVVENTENDE_SYKMELDING_OVER_16_DAGER: having((today) => [
    { kind: "AWAITING", inputToEmployer: "Lettere arbeid", ...of(18)(today) },
  ]),
  FOR_MANGE_BEHANDLINGSDAGER_PER_UKE: having((today) => [{ kind: "TREATMENT_DAYS", daysPerWeek: 4, ...of(14)(today) }]),
  GRADERT_SYKMELDING_OVER_99_PROSENT: having((today) => [{ kind: "GRADED", grade: 100, ...of(14)(today) }]),
  GRADERT_SYKMELDING_0_PROSENT: having((today) => [{ kind: "GRADED", grade: 0, ...of(14)(today) }]),
  SYKMELDING_MED_BEHANDLINGSDAGER: having((today) => [{ kind: "TREATMENT_DAYS", daysPerWeek: 1, ...of(14)(today) }]),
  BEHANDLER_IKKE_I_HPR: signedBy(reserved.renumberedSigner),
  BEHANDLER_IKKE_GYLDIG_I_HPR: signedBy(reserved.inactiveSigner),
  BEHANDLER_MANGLER_AUTORISASJON_I_HPR: signedBy(reserved.unauthorisedSigner),
  BEHANDLER_IKKE_LE_KI_MT_TL_FT_I_HPR: signedBy(reserved.nurse),
  BEHANDLER_MT_FT_KI_OVER_12_UKER: periodRecipe(0, 90, { signerNumber: reserved.manualTherapist }),
  FRAVAERSGRUNN_MANGLER: { change: withoutAny },
  UGYLDIG_KODEVERK_FOR_HOVEDDIAGNOSE: saying({ mainDiagnosis: diagnosis("X999", "Finnes ikke", icpc2) }),
  ICPC_2_Z_DIAGNOSE: saying({ mainDiagnosis: diagnosis("Z09", "Problem jus/politi", icpc2) }),
  UGYLDIG_KODEVERK_FOR_BIDIAGNOSE: saying({ otherDiagnoses: [diagnosis("X999", "Finnes ikke", icd10)] }),
  PASIENT_YNGRE_ENN_13: {
    change: (sample, ground) => ({ ...sample, person: { ...sample.person, number: child(ground) } }),
  },
  FREMDATERT: periodRecipe(40, 14),
  TILBAKEDATERT_MER_ENN_3_AR: periodRecipe(-1_200, 14),
  TOTAL_VARIGHET_OVER_ETT_AAR: periodRecipe(0, 400),
  INNTIL_8_DAGER: periodRecipe(-6, 14),
  MINDRE_ENN_1_MAANED: periodRecipe(-15, 30),
  MINDRE_ENN_1_MAANED_MED_BEGRUNNELSE: periodRecipe(-15, 30, { lateContactReason: reasons.short }),
  OVER_1_MND_MED_BEGRUNNELSE: periodRecipe(-50, 60, { lateContactReason: reasons.long }),
  OVER_1_MND: periodRecipe(-50, 60),
};
