import type { Advice } from "./advice.ts";
import { anew, shared } from "./advice.ts";

const period = "Aktivitet/Periode";
const main = "MedisinskVurdering/HovedDiagnose/Diagnosekode";
const second = "MedisinskVurdering/BiDiagnoser/Diagnosekode";
const absence = "MedisinskVurdering/AnnenFraversArsak/Arsakskode";
const medicalCause = `${period}/AktivitetIkkeMulig/MedisinskeArsaker/Arsakskode`;
const workplaceCause = `${period}/AktivitetIkkeMulig/Arbeidsplassen/Arsakskode`;
const employers = "Arbeidsgiver/HarArbeidsgiver";
const hospitalSigner = "MsgHead/MsgInfo/Sender/Organisation/HealthcareProfessional/Ident/Id";
const made = "MsgHead/MsgInfo/GenDate";

const at = (path: string, remedy: string): Advice => ({ path, remedy: `${remedy} ${anew}` });
const told = (path: string, remedy: string): Advice => ({ path, remedy });

/** For every pre-check of the certificate; paths below the document's root unless they begin outside it. */
export const preCheckAdvice: Readonly<Record<string, Advice>> = {
  SYKMELDING_MANGLER: at("MsgHead/Document", "Put the certificate in the message's first document."),
  SYKEHUS_HPR_NUMMER_MANGLER: at(hospitalSigner, "State the signer's HPR number, at most nine digits, with type HPR."),
  SYKEHUS_SIGNERENDE_FINNES_IKKE: at(hospitalSigner, "State the HPR number under which the signer is registered."),
  DUPLIKAT: told("", shared.duplicate),
  PASIENT_FINNES_IKKE: told("Pasient/Fodselsnummer/Id", shared.numberUnknown),
  SIGNERENDE_FINNES_IKKE: told("MottakenhetBlokk/@avsenderFnrFraDigSignatur", shared.signerUnknown),
  PERIODER_IKKE_OPPGITT: at(period, "State at least one period."),
  PERIODE_UTEN_TYPE: at(
    period,
    "Give each period its kind: not able to be active, graded, awaiting, treatment days or travel support.",
  ),
  BIDIAGNOSE_UTEN_KODE: at(`${second}/@V`, "State the code of every second diagnosis, or leave the diagnosis out."),
  BIDIAGNOSE_UTEN_KODEVERK: at(`${second}/@S`, "State the OID of the code list of every second diagnosis."),
  BIDIAGNOSE_UTEN_TEKST: at(`${second}/@DN`, "State the code list's text of every second diagnosis."),
  BEHANDLER_UTEN_ID: at("Behandler/Id/Id", "State the clinician's national identity number, D-number or HPR number."),
  HOVEDDIAGNOSE_UTEN_KODE: at(`${main}/@V`, "State the code of the main diagnosis."),
  HOVEDDIAGNOSE_UTEN_TEKST: at(`${main}/@DN`, "State the code list's text of the main diagnosis."),
  MEDISINSK_ARSAK_UTEN_KODE: at(`${medicalCause}/@V`, "State the code of every medical cause, or leave the cause out."),
  MEDISINSK_ARSAK_UGYLDIG: at(`${medicalCause}/@V`, "Use a code of list 8133: 1, 2, 3 or 9."),
  ARBEIDSPLASS_ARSAK_UTEN_KODE: at(
    `${workplaceCause}/@V`,
    "State the code of every cause at the workplace, or leave the cause out.",
  ),
  ARBEIDSPLASS_ARSAK_UGYLDIG: at(`${workplaceCause}/@V`, "Use a code of list 8132: 1 or 9."),
  TESTNUMMER_I_PRODUKSJON: told("Pasient/Fodselsnummer/Id", shared.testPerson),
  ANNEN_FRAVERSARSAK_UTEN_KODE: at(
    `${absence}/@V`,
    "State the code of the other lawful reason, or leave the reason out.",
  ),
  BEHANDLETDATO_MANGLER: at("KontaktMedPasient/BehandletDato", "State when the person was treated."),
  ANTALL_ARBEIDSGIVERE_MANGLER: at(
    `${employers}/@V`,
    "State whether there is one employer, several or none: 1, 2 or 3.",
  ),
  VEDLEGG_FOR_STORT: at("MsgHead/Document", "Keep each attachment within 300 MB."),
  VEDLEGG_IKKE_GODKJENT_I_VIRUSSJEKK: told("MsgHead/Document", shared.virus),
  GENDATE_I_FREMTIDEN: at(made, "State when the message was made, with the right offset; set the system's clock."),
  MEDISINSK_VURDERING_MANGLER: at("MedisinskVurdering", "State a main diagnosis or another lawful reason."),
  ARBEIDSGIVERFELT_MANGLER: at(employers, "State whether there is one employer, several or none: 1, 2 or 3."),
  HOVEDDIAGNOSE_UTEN_KODEVERK: at(`${main}/@S`, "State the OID of the code list of the main diagnosis."),
  ANNEN_FRAVERSARSAK_UKJENT: at(`${absence}/@V`, "Use a code of list 8131."),
  ANTALL_ARBEIDSGIVERE_UKJENT: at(`${employers}/@V`, "Use 1 for one employer, 2 for several, 3 for none."),
  RESTRIKSJON_UKJENT: at(
    "UtdypendeOpplysninger/SpmGruppe/SpmSvar/Restriksjon/Restriksjonskode/@V",
    "Use A, P or N, or leave the restriction out.",
  ),
  GENDATE_ULESELIG: at(made, "State when the message was made as an XML dateTime with offset."),
  PERIODE_ULESELIG: at(`${period}/PeriodeFOMDato`, "State both days of every period as YYYY-MM-DD."),
};
