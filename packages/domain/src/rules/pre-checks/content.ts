import { periodKind } from "../period-kind.ts";
import type { PeriodChoices } from "../period-kind.ts";
import { hasCodeOutside, isBlank, isEmpty, onCertificate } from "./pre-check.ts";
import type { PreCheck } from "./pre-check.ts";
import type { WrittenCertificate, WrittenDiagnosis } from "./facts.ts";

const medicalCauses: ReadonlyArray<string> = ["1", "2", "3", "9"];
const workplaceCauses: ReadonlyArray<string> = ["1", "9"];
const clinicianIdTypes: ReadonlyArray<string> = ["FNR", "DNR", "HPR"];

// An awaiting period without its text has a kind here, unlike in the rules.
const hasKind = (choices: PeriodChoices): boolean =>
  choices.awaiting !== undefined || periodKind(choices) !== "UNKNOWN";

const lacksSecond = (field: keyof WrittenDiagnosis): PreCheck["fires"] =>
  onCertificate(({ secondDiagnoses }) => secondDiagnoses.some((d) => isEmpty(d[field])));

const isClinicianUnnamed = ({ clinicianIds }: WrittenCertificate): boolean =>
  clinicianIds.every(({ type, value }) => isBlank(value) || !clinicianIdTypes.includes(type ?? ""));

/** What the certificate must say. Source: NAV's reception, 4 to 10. */
export const contentChecks: ReadonlyArray<PreCheck> = [
  {
    number: "4",
    name: "PERIODER_IKKE_OPPGITT",
    source: "nav",
    forSender: "Felt 4 mangler: Sykmeldingen har ingen periode.",
    forPerson: "Det står ikke hvilke dager sykmeldingen gjelder.",
    fires: onCertificate(({ periods }) => (periods ?? []).length === 0),
  },
  {
    number: "5",
    name: "PERIODE_UTEN_TYPE",
    source: "nav",
    forSender: "En periode i felt 4 sier ikke hva slags sykmelding den gjelder.",
    forPerson: "Det står ikke hva slags sykmelding en av periodene gjelder.",
    fires: onCertificate(({ periods }) => (periods ?? []).some((choices) => !hasKind(choices))),
  },
  {
    number: "6a",
    name: "BIDIAGNOSE_UTEN_KODE",
    source: "nav",
    forSender: "En bidiagnose i felt 3.2 mangler kode.",
    forPerson: "En av diagnosene i sykmeldingen mangler kode.",
    fires: lacksSecond("code"),
  },
  {
    number: "6b",
    name: "BIDIAGNOSE_UTEN_KODEVERK",
    source: "nav",
    forSender: "En bidiagnose i felt 3.2 mangler kodeverk.",
    forPerson: "En av diagnosene i sykmeldingen mangler kodeverk.",
    fires: lacksSecond("system"),
  },
  {
    number: "6c",
    name: "BIDIAGNOSE_UTEN_TEKST",
    source: "nav",
    forSender: "En bidiagnose i felt 3.2 mangler tekst til koden.",
    forPerson: "En av diagnosene i sykmeldingen mangler tekst.",
    fires: lacksSecond("text"),
  },
  {
    number: "7",
    name: "BEHANDLER_UTEN_ID",
    source: "nav",
    forSender: "Felt 12 mangler fødselsnummer, D-nummer eller HPR-nummer for behandleren.",
    forPerson: "Sykmeldingen sier ikke hvem behandleren er.",
    fires: onCertificate(isClinicianUnnamed),
  },
  {
    number: "8a",
    name: "HOVEDDIAGNOSE_UTEN_KODE",
    source: "nav",
    forSender: "Hoveddiagnosen i felt 3.1 mangler kode.",
    forPerson: "Hoveddiagnosen i sykmeldingen mangler kode.",
    oddity: "En tom kode slipper gjennom her og stoppes av kodeverksregelen.",
    fires: onCertificate(({ mainDiagnosis }) => mainDiagnosis !== undefined && mainDiagnosis.code === undefined),
  },
  {
    number: "8b",
    name: "HOVEDDIAGNOSE_UTEN_TEKST",
    source: "nav",
    forSender: "Hoveddiagnosen i felt 3.1 mangler tekst til koden.",
    forPerson: "Hoveddiagnosen i sykmeldingen mangler tekst.",
    oddity: "En tom tekst slipper gjennom, bare en manglende stoppes.",
    fires: onCertificate(({ mainDiagnosis }) => mainDiagnosis !== undefined && mainDiagnosis.text === undefined),
  },
  {
    number: "9a",
    name: "MEDISINSK_ARSAK_UTEN_KODE",
    source: "nav",
    forSender: "En medisinsk årsak i felt 4.3.3 mangler kode.",
    forPerson: "En medisinsk årsak i sykmeldingen mangler kode.",
    oddity: "Et felt for årsak helt uten koder slipper gjennom.",
    fires: onCertificate((certificate) => certificate.medicalCauses.some(isEmpty)),
  },
  {
    number: "9b",
    name: "MEDISINSK_ARSAK_UGYLDIG",
    source: "nav",
    forSender: "En medisinsk årsak i felt 4.3.3 har en kode som ikke finnes.",
    forPerson: "En medisinsk årsak i sykmeldingen har en kode som ikke finnes.",
    fires: onCertificate((certificate) => hasCodeOutside(certificate.medicalCauses, medicalCauses)),
  },
  {
    number: "10a",
    name: "ARBEIDSPLASS_ARSAK_UTEN_KODE",
    source: "nav",
    forSender: "En årsak på arbeidsplassen i felt 4.3.4 mangler kode.",
    forPerson: "En årsak på arbeidsplassen mangler kode.",
    oddity: "Et felt for årsak helt uten koder slipper gjennom.",
    fires: onCertificate((certificate) => certificate.workplaceCauses.some(isEmpty)),
  },
  {
    number: "10b",
    name: "ARBEIDSPLASS_ARSAK_UGYLDIG",
    source: "nav",
    forSender: "En årsak på arbeidsplassen i felt 4.3.4 har en kode som ikke finnes.",
    forPerson: "En årsak på arbeidsplassen har en kode som ikke finnes.",
    fires: onCertificate((certificate) => hasCodeOutside(certificate.workplaceCauses, workplaceCauses)),
  },
];
