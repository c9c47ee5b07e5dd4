import { hasWeekdayBetween } from "../days.ts";
import { periodKind } from "../period-kind.ts";
import type { PeriodChoices } from "../period-kind.ts";
import type { Case } from "./builder.cases.ts";
import { at, awaiting, d, graded, monday, period, plus, says, saysWithout, treatment } from "./builder.cases.ts";

const shapes: ReadonlyArray<Case> = [
  says("a certificate without periods is refused", { periods: [] }, "INVALID PERIODER_MANGLER"),
  says("a period of one day passes", { periods: [period(monday, monday)] }, "OK"),
  says(
    "a period that ends before it begins is refused",
    { periods: [period(monday, "2026-03-01")] },
    "INVALID FRADATO_ETTER_TILDATO",
  ),
  says(
    "a reversed period after a sound one is refused",
    { periods: [period(monday, "2026-03-06"), period("2026-03-08", "2026-03-07")] },
    "INVALID FRADATO_ETTER_TILDATO",
  ),
  says(
    "a period that says nothing is refused",
    { periods: [period(monday, "2026-03-06", { kind: "UNKNOWN" })] },
    "INVALID IKKE_DEFINERT_PERIODE",
  ),
  says(
    "one period that says nothing is enough",
    { periods: [period(monday, "2026-03-06"), period("2026-03-07", "2026-03-09", { kind: "UNKNOWN" })] },
    "INVALID IKKE_DEFINERT_PERIODE",
  ),
];

const both = (one: ReturnType<typeof period>, other: ReturnType<typeof period>) => ({ periods: [one, other] });
const overlap = "INVALID OVERLAPPENDE_PERIODER";

const overlaps: ReadonlyArray<Case> = [
  says(
    "periods that share a day overlap",
    both(period(monday, "2026-03-06"), period("2026-03-06", "2026-03-10")),
    overlap,
  ),
  says(
    "periods that follow each other pass",
    both(period(monday, "2026-03-06"), period("2026-03-07", "2026-03-10")),
    "OK",
  ),
  says(
    "the order of periods does not matter",
    both(period("2026-03-07", "2026-03-10"), period(monday, "2026-03-06")),
    "OK",
  ),
  says(
    "a period inside another overlaps",
    both(period(monday, "2026-03-10"), period("2026-03-04", "2026-03-05")),
    overlap,
  ),
  says(
    "a period around another overlaps",
    both(period("2026-03-04", "2026-03-05"), period(monday, "2026-03-10")),
    overlap,
  ),
  says("two kinds on the same single day overlap", both(period(monday, monday), graded(monday, monday, 50)), overlap),
  says("identical periods pass", both(graded(monday, "2026-03-06", 50), graded(monday, "2026-03-06", 50)), "OK"),
  says(
    "the same days with another grade overlap",
    both(graded(monday, "2026-03-06", 50), graded(monday, "2026-03-06", 60)),
    overlap,
  ),
  says(
    "the same days with another kind overlap",
    both(period(monday, "2026-03-06"), period(monday, "2026-03-06", { kind: "TRAVEL_SUPPORT" })),
    overlap,
  ),
  says(
    "the same first day with another end overlaps",
    both(period(monday, "2026-03-06"), period(monday, "2026-03-05")),
    overlap,
  ),
  says(
    "the same last day with another beginning overlaps",
    both(period(monday, "2026-03-06"), period("2026-03-03", "2026-03-06")),
    overlap,
  ),
  says(
    "the same days with other treatment days overlap",
    both(treatment(monday, "2026-03-12"), treatment(monday, "2026-03-12", 2)),
    overlap,
  ),
  says(
    "the same days with another input to the employer overlap",
    both(awaiting(monday, "2026-03-06"), awaiting(monday, "2026-03-06", "Annet")),
    overlap,
  ),
];

const gaps: ReadonlyArray<Case> = [
  says(
    "a weekend between periods is no gap",
    both(period(monday, "2026-03-06"), period("2026-03-09", "2026-03-10")),
    "OK",
  ),
  says(
    "a weekday between periods is a gap",
    both(period(monday, "2026-03-06"), period("2026-03-10", "2026-03-11")),
    "INVALID OPPHOLD_MELLOM_PERIODER",
  ),
  says(
    "a gap is found whatever the order of periods",
    both(period("2026-03-10", "2026-03-11"), period(monday, "2026-03-06")),
    "INVALID OPPHOLD_MELLOM_PERIODER",
  ),
  says(
    "a gap after the second of three periods is found",
    { periods: [period(monday, "2026-03-03"), period("2026-03-04", "2026-03-05"), period("2026-03-11", "2026-03-12")] },
    "INVALID OPPHOLD_MELLOM_PERIODER",
  ),
  ...[0, 1, 2, 3, 4, 5, 6].flatMap((offset): ReadonlyArray<Case> => {
    const from = plus(monday, offset);
    const next = plus(monday, offset < 4 ? offset + 1 : 7);
    return [
      {
        title: `no weekday lies between ${from} and ${next}`,
        actual: () => hasWeekdayBetween(d(from), d(next)),
        expected: false,
      },
      {
        title: `a weekday lies between ${from} and the day after ${next}`,
        actual: () => hasWeekdayBetween(d(from), d(plus(next, 1))),
        expected: true,
      },
    ];
  }),
];

const treated: ReadonlyArray<Case> = [
  says("treated exactly a day after receipt passes", { treatedAt: at("2026-03-03T10:05:00Z") }, "OK"),
  says(
    "treated a moment more than a day after receipt is refused",
    { treatedAt: at("2026-03-03T10:05:00.001Z") },
    "INVALID BEHANDLINGSDATO_ETTER_MOTTATTDATO",
  ),
  says("treated long before receipt passes", { treatedAt: at("2026-01-03T10:05:00Z") }, "OK"),
  saysWithout("an absent time of treatment passes", ["treatedAt"], "OK"),
];

const awaitings: ReadonlyArray<Case> = [
  says("an awaiting certificate of one period passes", { periods: [awaiting(monday, "2026-03-06")] }, "OK"),
  says(
    "an awaiting period beside another is refused",
    both(awaiting(monday, "2026-03-06"), period("2026-03-07", "2026-03-09")),
    "INVALID AVVENTENDE_SYKMELDING_KOMBINERT",
  ),
  says(
    "two periods of other kinds pass",
    both(graded(monday, "2026-03-06", 50), period("2026-03-07", "2026-03-09")),
    "OK",
  ),
  says(
    "an awaiting certificate with a blank input is refused",
    { periods: [awaiting(monday, "2026-03-06", " \n")] },
    "INVALID MANGLENDE_INNSPILL_TIL_ARBEIDSGIVER",
  ),
  says(
    "an awaiting certificate without input is refused",
    { periods: [period(monday, "2026-03-06", { kind: "AWAITING" })] },
    "INVALID MANGLENDE_INNSPILL_TIL_ARBEIDSGIVER",
  ),
  says("seventeen calendar days of awaiting pass", { periods: [awaiting(monday, plus(monday, 16))] }, "OK"),
  says(
    "eighteen calendar days of awaiting are refused",
    { periods: [awaiting(monday, plus(monday, 17))] },
    "INVALID AVVENTENDE_SYKMELDING_OVER_16_DAGER",
  ),
];

const tooMany = "INVALID FOR_MANGE_BEHANDLINGSDAGER_PER_UKE";

const treatments: ReadonlyArray<Case> = [
  says("one treatment day from Monday to Sunday passes", { periods: [treatment(monday, plus(monday, 6), 1)] }, "OK"),
  says(
    "two treatment days from Monday to Sunday are too many",
    { periods: [treatment(monday, plus(monday, 6), 2)] },
    tooMany,
  ),
  says(
    "two treatment days from Monday to the next Monday pass",
    { periods: [treatment(monday, plus(monday, 7), 2)] },
    "OK",
  ),
  says(
    "three treatment days from Monday to the next Monday are too many",
    { periods: [treatment(monday, plus(monday, 7), 3)] },
    tooMany,
  ),
  says(
    "three treatment days in a fortnight are too many",
    { periods: [treatment(monday, plus(monday, 13), 3)] },
    tooMany,
  ),
  says(
    "three treatment days in a fortnight and a day pass",
    { periods: [treatment(monday, plus(monday, 14), 3)] },
    "OK",
  ),
  says(
    "too many treatment days in the second period are found",
    both(treatment(monday, plus(monday, 6), 1), treatment(plus(monday, 7), plus(monday, 9), 2)),
    tooMany,
  ),
];

const grades: ReadonlyArray<Case> = [
  says("a grade of 99 passes", { periods: [graded(monday, "2026-03-06", 99)] }, "OK"),
  says(
    "a grade of 100 is refused",
    { periods: [graded(monday, "2026-03-06", 100)] },
    "INVALID GRADERT_SYKMELDING_OVER_99_PROSENT",
  ),
  says(
    "a grade of 0 is refused",
    { periods: [graded(monday, "2026-03-06", 0)] },
    "INVALID GRADERT_SYKMELDING_0_PROSENT",
  ),
  says("a grade of 1 passes", { periods: [graded(monday, "2026-03-06", 1)] }, "OK"),
  says("a negative grade passes", { periods: [graded(monday, "2026-03-06", -1)] }, "OK"),
  says(
    "one grade of 100 among others is refused",
    both(graded(monday, "2026-03-06", 50), graded("2026-03-07", "2026-03-09", 100)),
    "INVALID GRADERT_SYKMELDING_OVER_99_PROSENT",
  ),
];

const nothing: PeriodChoices = { full: false, graded: false, travelSupport: false, treatmentDays: false };
const all: PeriodChoices = { full: true, graded: true, travelSupport: true, treatmentDays: true, awaiting: "Råd" };
const kind = (title: string, choices: PeriodChoices, expected: string): Case => ({
  title,
  actual: () => periodKind(choices),
  expected,
});

const kinds: ReadonlyArray<Case> = [
  kind("of all kinds wholly sick counts", all, "FULL"),
  kind("graded counts before the rest", { ...all, full: false }, "GRADED"),
  kind("travel support counts before treatment days", { ...all, full: false, graded: false }, "TRAVEL_SUPPORT"),
  kind("treatment days count before awaiting", { ...nothing, treatmentDays: true, awaiting: "Råd" }, "TREATMENT_DAYS"),
  kind("awaiting with a blank text is awaiting", { ...nothing, awaiting: "" }, "AWAITING"),
  kind("awaiting without its text is no kind", { ...nothing, awaiting: null }, "UNKNOWN"),
  kind("a period without choice is no kind", nothing, "UNKNOWN"),
];

export const periodCases: ReadonlyArray<Case> = [
  ...shapes,
  ...overlaps,
  ...gaps,
  ...treated,
  ...awaitings,
  ...treatments,
  ...grades,
  ...kinds,
];
