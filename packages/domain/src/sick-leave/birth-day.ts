import { dayOf } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import { identityNumberFindings } from "../rules/index.ts";

// Test-Norge adds 80 to the month, local help numbers and Dolly add 40; a D-number adds 40 to the day.
const monthOf = (shifted: number): number => shifted - (shifted > 80 ? 80 : shifted > 40 ? 40 : 0);
const dateOf = (shifted: number): number => (shifted > 40 ? shifted - 40 : shifted);

const centuryOf = (individual: number, year: number): number => {
  if (individual < 500) return 1900;
  if (individual < 750 && year >= 55) return 1800;
  return year < 40 ? 2000 : 1900;
};

/**
 * The birth day that a national number tells, where the person register has none.
 *
 * Shape:  undefined for a number that is not sound; a guess about someone's age would be worse than none.
 * Source: the century by the individual number, as used until 2032.
 */
export const birthDayOfNumber = (number: string): Day | undefined => {
  if (identityNumberFindings(number, "FNR").length > 0) return undefined;
  const year = Number(number.slice(4, 6));
  const century = centuryOf(Number(number.slice(6, 9)), year);
  return dayOf(century + year, monthOf(Number(number.slice(2, 4))), dateOf(Number(number.slice(0, 2))));
};
