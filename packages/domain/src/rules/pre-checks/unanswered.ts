import { hasCodeOutside, onCertificate } from "./pre-check.ts";
import type { PreCheck } from "./pre-check.ts";

const employerCounts: ReadonlyArray<string> = ["1", "2", "3"];
// 0 is what some systems send for no reason at all; it is dropped later on.
const otherAbsences: ReadonlyArray<string> = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
const restrictions: ReadonlyArray<string> = ["", "A", "P", "N"];

/** A message without content to check; asked before everything else. Source: design 6.4; NAV stops without an answer. */
export const missingCertificate: PreCheck = {
  number: "h1",
  name: "SYKMELDING_MANGLER",
  source: "hub",
  forSender: "Meldingen inneholder ingen sykmelding.",
  forPerson: "Meldingen fra behandleren inneholder ingen sykmelding.",
  differs: "unansweredByNav",
  fires: ({ certificate }) => certificate === undefined,
};

/** What makes NAV stop without an answer, asked after NAV's own checks. Source: design 6.4. */
export const unansweredChecks: ReadonlyArray<PreCheck> = [
  {
    number: "h2",
    name: "MEDISINSK_VURDERING_MANGLER",
    source: "hub",
    forSender: "Felt 3 mangler: Sykmeldingen har ingen medisinsk vurdering.",
    forPerson: "Sykmeldingen har ingen medisinsk vurdering.",
    differs: "unansweredByNav",
    fires: onCertificate(({ hasMedicalAssessment }) => !hasMedicalAssessment),
  },
  {
    number: "h3",
    name: "ARBEIDSGIVERFELT_MANGLER",
    source: "hub",
    forSender: "Felt 2.1 finnes ikke i meldingen.",
    forPerson: "Det står ikke om du har arbeidsgiver.",
    differs: "unansweredByNav",
    fires: onCertificate(({ employerCount }) => employerCount === undefined),
  },
  {
    number: "h4",
    name: "HOVEDDIAGNOSE_UTEN_KODEVERK",
    source: "hub",
    forSender: "Hoveddiagnosen i felt 3.1 mangler kodeverk.",
    forPerson: "Hoveddiagnosen i sykmeldingen mangler kodeverk.",
    differs: "unansweredByNav",
    fires: onCertificate(({ mainDiagnosis }) => mainDiagnosis !== undefined && mainDiagnosis.system === undefined),
  },
  {
    number: "h5",
    name: "ANNEN_FRAVERSARSAK_UKJENT",
    source: "hub",
    forSender: "En annen lovfestet fraværsgrunn i felt 3.3 har en kode som ikke finnes.",
    forPerson: "En lovfestet fraværsgrunn i sykmeldingen har en kode som ikke finnes.",
    differs: "unansweredByNav",
    fires: onCertificate(
      ({ otherAbsenceCodes }, { unknownCodes }) =>
        unknownCodes === "refused" && hasCodeOutside(otherAbsenceCodes, otherAbsences),
    ),
  },
  {
    number: "h6",
    name: "ANTALL_ARBEIDSGIVERE_UKJENT",
    source: "hub",
    forSender: "Felt 2.1 har en kode som ikke finnes.",
    forPerson: "Opplysningen om arbeidsgiver i sykmeldingen kan ikke leses.",
    differs: "unansweredByNav",
    fires: onCertificate(
      ({ employerCount }, { unknownCodes }) =>
        unknownCodes === "refused" && hasCodeOutside([employerCount?.code], employerCounts),
    ),
  },
  {
    number: "h7",
    name: "RESTRIKSJON_UKJENT",
    source: "hub",
    forSender: "Et svar i felt 6 har en restriksjonskode som ikke finnes.",
    forPerson: "Sykmeldingen begrenser innsyn på en måte som ikke kan leses.",
    differs: "unansweredByNav",
    fires: onCertificate(({ restrictionCodes }) => hasCodeOutside(restrictionCodes, restrictions)),
  },
  {
    number: "h8",
    name: "GENDATE_ULESELIG",
    source: "hub",
    forSender: "Meldingen sier ikke når den er laget, eller tidspunktet kan ikke leses.",
    forPerson: "Det kan ikke leses når sykmeldingen er laget.",
    differs: "unansweredByNav",
    fires: ({ generatedAt }) => generatedAt === undefined,
  },
  {
    number: "h9",
    name: "PERIODE_ULESELIG",
    source: "hub",
    forSender: "En periode i felt 4 mangler dato, eller datoen kan ikke leses.",
    forPerson: "En av periodene i sykmeldingen har en dato som ikke kan leses.",
    differs: "unansweredByNav",
    // The rules would judge the certificate by its other periods alone.
    fires: onCertificate(({ hasUnreadablePeriod }) => hasUnreadablePeriod),
  },
];
