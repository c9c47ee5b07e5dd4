import type { Day } from "@samvirke/kernel";
import { addDays, day, daysBetween } from "@samvirke/kernel";
import { plainCode } from "./code-lists.ts";
import { firstDay, hasWeekdayBetween, lastDay } from "./days.ts";
import type { EarlierCertificate, Period, RuleFacts } from "./facts.ts";

const underReview = "UNDER_BEHANDLING";
const unapproved: ReadonlyArray<string> = ["UGYLDIG_TILBAKEDATERING", "TILBAKEDATERING_KREVER_FLERE_OPPLYSNINGER"];
const absenceWindow = 40 * 7;
const longestGap = 16;
const employerDays = 16;

const hasRemark = (earlier: EarlierCertificate, remarks: ReadonlyArray<string>): boolean =>
  earlier.remarks.some((remark) => remarks.includes(remark));

const isNear = (facts: RuleFacts, earlier: EarlierCertificate): boolean =>
  lastDay(earlier) > addDays(firstDay(facts), -absenceWindow) && firstDay(earlier) < firstDay(facts);

const countsAsAbsence = (facts: RuleFacts, earlier: EarlierCertificate): boolean =>
  earlier.outcome !== "INVALID" && earlier.use !== "aside" && !hasRemark(earlier, unapproved) && isNear(facts, earlier);

/** Periods that count as absence, newest end first. Awaiting periods give no days. */
const absences = (facts: RuleFacts): ReadonlyArray<Period> =>
  facts.earlier
    .filter((earlier) => countsAsAbsence(facts, earlier))
    .flatMap((earlier) => earlier.periods.filter((p) => p.kind !== "AWAITING"))
    .toSorted((a, b) => b.to - a.to);

/**
 * First day of the absence that the certificate continues.
 *
 * Shape:  walks the earlier sick days from the newest back; more than 16 days from one to the next ends the walk.
 * Source: regulus-regula v52; days after the certificate's first day take part, as there.
 */
export const startOfAbsence = (facts: RuleFacts): Day => {
  const [newest, ...older] = absences(facts);
  if (newest === undefined || daysBetween(newest.to, firstDay(facts)) > longestGap) return firstDay(facts);
  return older.reduce<Day>(
    (start, p) => (daysBetween(p.to, start) > longestGap ? start : day(Math.min(start, p.from))),
    newest.from,
  );
};

const isApproved = (earlier: EarlierCertificate): boolean =>
  earlier.outcome !== "INVALID" && !hasRemark(earlier, unapproved) && !earlier.remarks.includes(underReview);

/** Whether the person has used it is not looked at, nor how long ago it was. */
const sameDiagnosis = ({ mainDiagnosis, earlier }: RuleFacts): ReadonlyArray<EarlierCertificate> => {
  if (mainDiagnosis === undefined) return [];
  const code = plainCode(mainDiagnosis.code);
  return earlier.filter((one) => isApproved(one) && plainCode(one.mainDiagnosisCode ?? "") === code);
};

const isSamePeriod = (one: Period, other: Period): boolean =>
  one.kind === other.kind && one.from === other.from && one.to === other.to && one.grade === other.grade;

const onlyPeriod = (periods: ReadonlyArray<Period>): Period | undefined =>
  periods.length === 1 ? periods[0] : undefined;

/** The certificate was sent before: its only period stands in an earlier one with the same diagnosis (ETTERSENDING). */
export const isSentAgain = (facts: RuleFacts): boolean => {
  const only = onlyPeriod(facts.periods);
  if (only === undefined) return false;
  return sameDiagnosis(facts).some((earlier) => earlier.periods.some((p) => isSamePeriod(p, only)));
};

const leadsInto = (facts: RuleFacts, p: Period | undefined): boolean =>
  p !== undefined &&
  ["FULL", "GRADED"].includes(p.kind) &&
  !hasWeekdayBetween(p.to, firstDay(facts)) &&
  p.from <= firstDay(facts) &&
  p.to <= lastDay(facts);

/** The certificate prolongs an earlier one of a single period and the same diagnosis (FORLENGELSE). */
export const isProlongation = (facts: RuleFacts): boolean =>
  sameDiagnosis(facts).some(({ periods }) => leadsInto(facts, onlyPeriod(periods)));

interface Walk {
  readonly start: Day;
  readonly absent: ReadonlyArray<Period>;
}

const isAbsent = (walk: Walk, x: Day): boolean => walk.absent.some((p) => p.from <= x && x <= p.to);

// A weekend between two sick days counts; a gap with a weekday in it does not.
const counted = (x: Day, previous: Day): number => (hasWeekdayBetween(x, previous) ? 1 : daysBetween(x, previous));

const employerDaysUsed = (walk: Walk, at: { x: Day; previous: Day; n: number }): number => {
  if (at.n > employerDays || at.x < walk.start) return at.n;
  const { x, previous, n } = at;
  const next = isAbsent(walk, x) ? { previous: x, n: n + counted(x, previous) } : { previous, n };
  return employerDaysUsed(walk, { ...next, x: addDays(x, -1) });
};

/** Whether the whole absence lies within the 16 days that the employer pays (ARBEIDSGIVERPERIODE). */
export const isWithinEmployerPeriod = (facts: RuleFacts): boolean => {
  const first = firstDay(facts);
  const walk = { start: startOfAbsence(facts), absent: absences(facts) };
  const own = daysBetween(first, lastDay(facts)) + 1;
  // The first day itself adds nothing, so the walk may begin on it.
  return employerDaysUsed(walk, { x: first, previous: first, n: own }) <= employerDays;
};
