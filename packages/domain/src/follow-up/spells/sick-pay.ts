import type { Day } from "@samvirke/kernel";
import { addDays, addYears, daysBetween, isWeekday } from "@samvirke/kernel";
import type { SickPayPolicy } from "../policy/policy.ts";
import type { Interval, Spell } from "./spell.ts";

/** The first days of the intervals, at most so many. */
const firstDays = (intervals: ReadonlyArray<Interval>, atMost: number): ReadonlyArray<Day> =>
  intervals.reduce<ReadonlyArray<Day>>((sofar, { from, to }) => {
    const length = Math.min(daysBetween(from, to) + 1, atMost - sofar.length);
    return length <= 0 ? sofar : [...sofar, ...Array.from({ length }, (_, index) => addDays(from, index))];
  }, []);

// Seven calendar days hold five that are paid; a week more covers any weekday that the count begins on.
const enough = ({ days, employerPeriodDays }: SickPayPolicy): number =>
  employerPeriodDays + Math.ceil(days / 5) * 7 + 7;

/** The last days of the intervals, at most so many. */
const lastDays = (intervals: ReadonlyArray<Interval>, atMost: number): ReadonlyArray<Day> =>
  intervals.reduceRight<ReadonlyArray<Day>>((sofar, { from, to }) => {
    const length = Math.min(daysBetween(from, to) + 1, atMost - sofar.length);
    return length <= 0 ? sofar : [...Array.from({ length }, (_, index) => addDays(to, index - length + 1)), ...sofar];
  }, []);

/** The first days with sick pay, as many as can end it. */
const firstPayDays = (spell: Spell, policy: SickPayPolicy): ReadonlyArray<Day> =>
  firstDays(spell.absences, enough(policy)).slice(policy.employerPeriodDays).filter(isWeekday);

/** The last days with sick pay, as many as a later spell can need. */
const lastPayDays = (spell: Spell, policy: SickPayPolicy): ReadonlyArray<Day> => {
  const employers = firstDays(spell.absences, policy.employerPeriodDays).at(-1) ?? -Infinity;
  return lastDays(spell.absences, enough(policy)).filter((day) => day > employers && isWeekday(day));
};

/** The spells since the person last was fit for so long that the count began anew. */
const sinceNewRight = (spells: ReadonlyArray<Spell>, policy: SickPayPolicy): ReadonlyArray<Spell> =>
  spells.reduce<ReadonlyArray<Spell>>((sofar, spell) => {
    const last = sofar.at(-1);
    const fit = last === undefined ? 0 : daysBetween(last.end, spell.start) - 1;
    return fit >= policy.newRightDays ? [spell] : [...sofar, spell];
  }, []);

/**
 * The day in a spell on which sick pay ends; nothing when it lasts longer than the spell.
 *
 * Shape:  `earlier` are the spells before, in order.
 * Source: ftrl. § 8-12. The other limits (other members, age 67 to 70) need facts that no message carries.
 */
export const endOfSickPay = (spell: Spell, earlier: ReadonlyArray<Spell>, policy: SickPayPolicy): Day | undefined => {
  const counting = sinceNewRight([...earlier, spell], policy)
    .slice(0, -1)
    .flatMap((s) => lastPayDays(s, policy));
  return firstPayDays(spell, policy).find((day, index) => {
    const since = addYears(day, -policy.years);
    return index + 1 + counting.filter((earlierDay) => earlierDay > since).length >= policy.days;
  });
};
