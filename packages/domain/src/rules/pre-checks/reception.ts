import { osloOffset } from "@samvirke/kernel";
import { isEmpty, onCertificate } from "./pre-check.ts";
import type { PreCheck } from "./pre-check.ts";
import type { PreCheckFacts } from "./facts.ts";

const mebibyte = 2 ** 20;
const largestAttachment = 300;

// NAV holds the UTC wall clock of the message against Oslo's, so what Oslo is ahead of UTC passes.
const isFromFuture = ({ generatedAt, receivedAt }: PreCheckFacts): boolean =>
  generatedAt !== undefined && generatedAt > receivedAt + osloOffset(receivedAt);

/** Test persons, single fields and attachments. Source: NAV's reception, 11 to 17. */
export const receptionChecks: ReadonlyArray<PreCheck> = [
  {
    number: "11",
    name: "TESTNUMMER_I_PRODUKSJON",
    source: "nav",
    forSender: "Sykmeldingen gjelder en testperson og kan ikke sendes til produksjon.",
    forPerson: "Sykmeldingen gjelder en testperson.",
    fires: ({ patient }, { production, testNumbers }) => production && testNumbers.includes(patient.number),
  },
  {
    number: "12",
    name: "ANNEN_FRAVERSARSAK_UTEN_KODE",
    source: "nav",
    forSender: "En annen lovfestet fraværsgrunn i felt 3.3 mangler kode.",
    forPerson: "En lovfestet fraværsgrunn i sykmeldingen mangler kode.",
    oddity: "Et felt for fraværsgrunn helt uten koder slipper gjennom.",
    fires: onCertificate(({ otherAbsenceCodes }) => otherAbsenceCodes.some(isEmpty)),
  },
  {
    number: "13",
    name: "BEHANDLETDATO_MANGLER",
    source: "nav",
    forSender: "Felt 12.1 mangler: Det står ikke når pasienten ble behandlet.",
    forPerson: "Det står ikke når du var hos behandleren.",
    fires: onCertificate(({ hasTreatedAt }) => !hasTreatedAt),
  },
  {
    number: "14",
    name: "ANTALL_ARBEIDSGIVERE_MANGLER",
    source: "nav",
    forSender: "Felt 2.1 mangler: Det står ikke om pasienten har arbeidsgiver.",
    forPerson: "Det står ikke om du har arbeidsgiver.",
    fires: onCertificate(({ employerCount }) => employerCount !== undefined && isEmpty(employerCount.code)),
  },
  {
    number: "15",
    name: "VEDLEGG_FOR_STORT",
    source: "nav",
    forSender: "Et vedlegg er større enn 300 MB.",
    forPerson: "Et vedlegg til sykmeldingen er for stort.",
    oddity: "Størrelsen rundes ned til hele MiB, så grensen går ved 301 MiB.",
    fires: ({ attachments }) => attachments.some(({ bytes }) => Math.floor(bytes / mebibyte) > largestAttachment),
  },
  {
    number: "16",
    name: "VEDLEGG_IKKE_GODKJENT_I_VIRUSSJEKK",
    source: "nav",
    forSender: "Et vedlegg ble ikke godkjent i virussjekken.",
    forPerson: "Et vedlegg til sykmeldingen ble ikke godkjent i virussjekken.",
    fires: ({ attachments }) => attachments.some(({ virusScan }) => virusScan !== "OK"),
  },
  {
    number: "17",
    name: "GENDATE_I_FREMTIDEN",
    source: "nav",
    forSender: "Meldingen sier at den er laget på et tidspunkt som ikke har vært ennå.",
    forPerson: "Sykmeldingen er datert fram i tid.",
    oddity: "Tidspunktet i UTC holdes mot klokken i Oslo, så én time om vinteren og to om sommeren godtas.",
    fires: isFromFuture,
  },
];
