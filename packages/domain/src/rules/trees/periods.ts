import { daysBetween } from "@samvirke/kernel";
import { hasWeekdayBetween, ofKind } from "../days.ts";
import type { Period, RuleFacts } from "../facts.ts";
import type { RuleTree } from "../rule.ts";

const dayInMillis = 86_400_000;
const longestAwaiting = 16;
const week = 7;
const highestGrade = 99;

const isSame = (one: Period, other: Period): boolean =>
  one.kind === other.kind &&
  one.from === other.from &&
  one.to === other.to &&
  one.grade === other.grade &&
  one.daysPerWeek === other.daysPerWeek &&
  one.input === other.input;

const doOverlap = (one: Period, other: Period): boolean =>
  !isSame(one, other) && one.from <= other.to && other.from <= one.to;

const hasGap = ({ periods }: RuleFacts): boolean => {
  const sorted = periods.toSorted((a, b) => a.from - b.from);
  return sorted.slice(1).some((later, index) => hasWeekdayBetween(sorted[index]?.to ?? later.from, later.from));
};

const isTreatedAfterReceipt = ({ treatedAt, receivedAt }: RuleFacts): boolean =>
  treatedAt !== undefined && treatedAt > receivedAt + dayInMillis;

const hasTooManyTreatmentDays = (p: Period): boolean =>
  p.daysPerWeek !== undefined && p.daysPerWeek > Math.floor(daysBetween(p.from, p.to) / week) + 1;

const grades = ({ periods }: RuleFacts): ReadonlyArray<number> => periods.flatMap((p) => p.grade ?? []);

/** Source: regulus-regula v52, PERIODER. */
export const periodRules: RuleTree = {
  tree: "PERIODER",
  entries: [
    {
      name: "PERIODER_MANGLER",
      outcome: "INVALID",
      forSender: "Sykmeldingen har ingen periode.",
      forPerson: "Det står ikke hvilke dager sykmeldingen gjelder.",
      fires: ({ periods }) => periods.length === 0,
    },
    {
      name: "FRADATO_ETTER_TILDATO",
      outcome: "INVALID",
      forSender: "En periode slutter før den begynner.",
      forPerson: "En av periodene i sykmeldingen slutter før den begynner.",
      fires: ({ periods }) => periods.some((p) => p.from > p.to),
    },
    {
      name: "OVERLAPPENDE_PERIODER",
      outcome: "INVALID",
      forSender: "To perioder gjelder samme dag.",
      forPerson: "To av periodene i sykmeldingen går over i hverandre.",
      oddity: "Helt like perioder sammenlignes ikke, så en periode som står to ganger, slipper gjennom.",
      fires: ({ periods }) => periods.some((one) => periods.some((other) => doOverlap(one, other))),
    },
    {
      name: "OPPHOLD_MELLOM_PERIODER",
      outcome: "INVALID",
      forSender: "Det er minst én ukedag uten sykmelding mellom to perioder. Skriv en sykmelding for hver av dem.",
      forPerson: "Det er et opphold mellom periodene i sykmeldingen.",
      oddity: "Helligdager regnes som vanlige ukedager.",
      fires: hasGap,
    },
    {
      name: "IKKE_DEFINERT_PERIODE",
      outcome: "INVALID",
      forSender: "En periode sier ikke hva slags sykmelding den gjelder.",
      forPerson: "Det står ikke hva slags sykmelding en av periodene gjelder.",
      fires: (facts) => ofKind(facts, "UNKNOWN").length > 0,
    },
    {
      name: "BEHANDLINGSDATO_ETTER_MOTTATTDATO",
      outcome: "INVALID",
      forSender: "Behandlingsdatoen ligger mer enn ett døgn etter at sykmeldingen ble mottatt.",
      forPerson: "Sykmeldingen har en behandlingsdato som ikke har vært ennå.",
      oddity: "Lokal tid uten sone sammenlignes med UTC, så døgnet er i virkeligheten 22 eller 23 timer.",
      fires: isTreatedAfterReceipt,
    },
    {
      name: "AVVENTENDE_SYKMELDING_KOMBINERT",
      outcome: "INVALID",
      forSender: "En avventende periode kan ikke stå sammen med andre perioder.",
      forPerson: "En avventende sykmelding kan ikke ha flere perioder.",
      fires: (facts) => ofKind(facts, "AWAITING").length > 0 && facts.periods.length > 1,
    },
    {
      name: "MANGLENDE_INNSPILL_TIL_ARBEIDSGIVER",
      outcome: "INVALID",
      forSender: "En avventende sykmelding må ha innspill til arbeidsgiveren.",
      forPerson: "Sykmeldingen mangler råd til arbeidsgiveren din om tilrettelegging.",
      fires: (facts) => ofKind(facts, "AWAITING").some((p) => (p.input ?? "").trim() === ""),
    },
    {
      name: "AVVENTENDE_SYKMELDING_OVER_16_DAGER",
      outcome: "INVALID",
      forSender: "En avventende sykmelding kan ikke vare lenger enn 16 dager.",
      forPerson: "En avventende sykmelding kan bare gjelde de første 16 dagene.",
      oddity: "Dagene regnes fra første til siste dag uten å telle begge, så 17 kalenderdager godtas.",
      fires: (facts) => ofKind(facts, "AWAITING").some((p) => daysBetween(p.from, p.to) > longestAwaiting),
    },
    {
      name: "FOR_MANGE_BEHANDLINGSDAGER_PER_UKE",
      outcome: "INVALID",
      forSender: "Det er oppgitt mer enn én behandlingsdag per uke i perioden.",
      forPerson: "Sykmeldingen har flere behandlingsdager enn én i uken.",
      fires: ({ periods }) => periods.some(hasTooManyTreatmentDays),
    },
    {
      name: "GRADERT_SYKMELDING_OVER_99_PROSENT",
      outcome: "INVALID",
      forSender: "En gradert sykmelding kan ikke ha høyere grad enn 99 prosent.",
      forPerson: "Sykmeldingsgraden i en gradert sykmelding må være under 100 prosent.",
      fires: (facts) => grades(facts).some((grade) => grade > highestGrade),
    },
    {
      name: "GRADERT_SYKMELDING_0_PROSENT",
      outcome: "INVALID",
      forSender: "En gradert sykmelding kan ikke ha graden 0 prosent.",
      forPerson: "Sykmeldingsgraden i en gradert sykmelding må være over 0 prosent.",
      oddity: "Bare 0 stoppes: negative grader slipper gjennom.",
      fires: (facts) => grades(facts).includes(0),
    },
    {
      name: "SYKMELDING_MED_BEHANDLINGSDAGER",
      outcome: "MANUAL",
      forSender: "Sykmeldingen har behandlingsdager og vurderes av en saksbehandler.",
      forPerson: "Sykmeldingen har behandlingsdager og vurderes av en saksbehandler.",
      differs: "treatmentDays",
      fires: (facts) => ofKind(facts, "TREATMENT_DAYS").length > 0,
    },
  ],
};
