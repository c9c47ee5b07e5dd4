import { addDays, day, osloDay, utcDay, weekday } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import type { Period, RuleFacts } from "./facts.ts";
import type { RulePolicy } from "./policy.ts";

const friday = 5;

// From Friday on it is the next Monday: 8 - 5 = 3 days, 2 from Saturday, 1 from Sunday.
const nextWeekday = (d: Day): Day => addDays(d, weekday(d) < friday ? 1 : 8 - weekday(d));

/** Whether a Monday-to-Friday day lies strictly between two days. Public holidays are never considered. */
export const hasWeekdayBetween = (earlier: Day, later: Day): boolean => nextWeekday(earlier) < later;

type Periods = Readonly<Pick<RuleFacts, "periods">>;

/** The first day of all periods. No period: endlessly far ahead, so that no limit is passed. */
export const firstDay = ({ periods }: Periods): Day => day(Math.min(...periods.map((p) => p.from)));

/** The last day of all periods. */
export const lastDay = ({ periods }: Periods): Day => day(Math.max(...periods.map((p) => p.to)));

const paperDay = (facts: RuleFacts): Day => {
  if (facts.treatedAt !== undefined) return utcDay(facts.treatedAt);
  return (facts.periods.find((p) => p.kind === "FULL") ?? facts.periods[0])?.from ?? facts.today;
};

/**
 * The day on which the certificate counts as signed.
 *
 * Source: regulus-regula v52 (paper: day of treatment, else first wholly sick period, else first period); Oslo by design 6.4.
 */
export const signingDay = (facts: RuleFacts, policy: RulePolicy): Day => {
  if (facts.mode === "paper") return paperDay(facts);
  return policy.signingDay === "oslo" ? osloDay(facts.generatedAt) : utcDay(facts.generatedAt);
};

/** Periods of one kind. */
export const ofKind = ({ periods }: Periods, kind: Period["kind"]): ReadonlyArray<Period> =>
  periods.filter((p) => p.kind === kind);
