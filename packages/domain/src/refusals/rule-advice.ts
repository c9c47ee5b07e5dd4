import type { Advice } from "./advice.ts";
import { anew, shared } from "./advice.ts";

const period = "Aktivitet/Periode";
const from = `${period}/PeriodeFOMDato`;
const diagnosis = "MedisinskVurdering/HovedDiagnose/Diagnosekode";
const signer = "MottakenhetBlokk/@avsenderFnrFraDigSignatur";
const reason = "KontaktMedPasient/BegrunnIkkeKontakt";
const caseWorker = "Nothing: a case worker of welfare decides, and the person is told. Do not send it again.";

const at = (path: string, remedy: string): Advice => ({ path, remedy: `${remedy} ${anew}` });
const told = (path: string, remedy: string): Advice => ({ path, remedy });

/** For every rule of the certificate; paths below the document's root unless they begin outside it. */
export const ruleAdvice: Readonly<Record<string, Advice>> = {
  BEHANDLER_SUSPENDERT: told(signer, shared.suspended),
  UGYLDIG_ORGNR_LENGDE: told("MsgHead/MsgInfo/Sender/Organisation/Ident/Id", shared.organisationNumber),
  UGYLDIG_REGELSETTVERSJON: at("RegelSettVersjon", "State the version of the rules that the form follows: 3."),
  MANGLENDE_DYNAMISKE_SPOERSMAL_VERSJON2_UKE_39: at(
    "UtdypendeOpplysninger/SpmGruppe",
    "Answer the questions of group 6.5 when a period is longer than 39 weeks.",
  ),
  AVSENDER_FNR_ER_SAMME_SOM_PASIENT_FNR: told(signer, shared.signerIsPerson),
  BEHANDLER_FNR_ER_SAMME_SOM_PASIENT_FNR: told("Behandler/Id/Id", shared.signerIsPerson),
  PERIODER_MANGLER: at(period, "State at least one period."),
  FRADATO_ETTER_TILDATO: at(from, "Let each period end on its first day or later."),
  OVERLAPPENDE_PERIODER: at(from, "Let each day belong to one period."),
  OPPHOLD_MELLOM_PERIODER: at(from, "Write one certificate for each stretch without a weekday between."),
  IKKE_DEFINERT_PERIODE: at(
    period,
    "Give each period its kind: not able to be active, graded, awaiting, treatment days or travel support.",
  ),
  BEHANDLINGSDATO_ETTER_MOTTATTDATO: at("KontaktMedPasient/BehandletDato", "State a day of treatment that has been."),
  AVVENTENDE_SYKMELDING_KOMBINERT: at(`${period}/AvventendeSykmelding`, "Let an awaiting period be the only one."),
  MANGLENDE_INNSPILL_TIL_ARBEIDSGIVER: at(
    `${period}/AvventendeSykmelding/InnspillTilArbeidsgiver`,
    "Write what the employer can do; an awaiting certificate needs it.",
  ),
  AVVENTENDE_SYKMELDING_OVER_16_DAGER: at(
    `${period}/AvventendeSykmelding`,
    "Keep an awaiting period within 16 days, or certify in another kind.",
  ),
  FOR_MANGE_BEHANDLINGSDAGER_PER_UKE: at(
    `${period}/Behandlingsdager/AntallBehandlingsdagerUke`,
    "State no more than one day of treatment per week.",
  ),
  GRADERT_SYKMELDING_OVER_99_PROSENT: at(
    `${period}/GradertSykmelding/Sykmeldingsgrad`,
    "State a grade of at most 99 percent, or a full period.",
  ),
  GRADERT_SYKMELDING_0_PROSENT: at(
    `${period}/GradertSykmelding/Sykmeldingsgrad`,
    "State a grade above 0 percent, or leave the period out.",
  ),
  SYKMELDING_MED_BEHANDLINGSDAGER: told(`${period}/Behandlingsdager`, caseWorker),
  BEHANDLER_IKKE_I_HPR: told(signer, shared.approval),
  BEHANDLER_IKKE_GYLDIG_I_HPR: told(signer, shared.approval),
  BEHANDLER_MANGLER_AUTORISASJON_I_HPR: told(signer, shared.approval),
  BEHANDLER_IKKE_LE_KI_MT_TL_FT_I_HPR: told(signer, shared.category),
  BEHANDLER_MT_FT_KI_OVER_12_UKER: told(
    from,
    "Let a doctor certify: the absence is longer than this profession may certify for.",
  ),
  FRAVAERSGRUNN_MANGLER: at("MedisinskVurdering", "State a main diagnosis or another lawful reason."),
  UGYLDIG_KODEVERK_FOR_HOVEDDIAGNOSE: at(
    `${diagnosis}/@S`,
    "Use ICPC-2, ICPC-2B or ICD-10 with its OID, and a code that the list has.",
  ),
  ICPC_2_Z_DIAGNOSE: at(`${diagnosis}/@V`, "State the illness; a social problem alone gives no right to sick pay."),
  UGYLDIG_KODEVERK_FOR_BIDIAGNOSE: at(
    "MedisinskVurdering/BiDiagnoser/Diagnosekode/@S",
    "Use ICPC-2, ICPC-2B or ICD-10 with its OID, and a code that the list has.",
  ),
  PASIENT_YNGRE_ENN_13: at("Pasient/Fodselsnummer/Id", "Check that the number is the right person's."),
  FREMDATERT: at(from, "Write the certificate within 30 days of its first day."),
  TILBAKEDATERT_MER_ENN_3_AR: told(from, "Nothing: a certificate cannot begin more than three years before it comes."),
  TOTAL_VARIGHET_OVER_ETT_AAR: at(`${period}/PeriodeTOMDato`, "Keep the certificate within one year in all."),
  INNTIL_8_DAGER: at(reason, "Write why the certificate is backdated, or when contact was made."),
  MINDRE_ENN_1_MAANED: at(reason, "Write why the certificate is backdated, or when contact was made."),
  MINDRE_ENN_1_MAANED_MED_BEGRUNNELSE: told(reason, caseWorker),
  OVER_1_MND_MED_BEGRUNNELSE: told(reason, caseWorker),
  OVER_1_MND: at(reason, "Write, in three words or more, why the certificate is backdated."),
};
