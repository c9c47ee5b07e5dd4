import type { Dice } from "./dice.ts";

const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

const checkDigit = (digits: ReadonlyArray<number>, weights: ReadonlyArray<number>): number => {
  const sum = weights.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);
  return (11 - (sum % 11)) % 11;
};

/** Nine digits with their two check digits; undefined where there are none. */
const complete = (nine: string): string | undefined => {
  const digits = nine.split("").map(Number);
  const first = checkDigit(digits, firstWeights);
  const second = checkDigit([...digits, first], secondWeights);
  return first > 9 || second > 9 ? undefined : `${nine}${first}${second}`;
};

const padded = (value: number, width: number): string => String(value).padStart(width, "0");

const syntheticMonths = 80;

/** Births of a range of years; both years included, all before 2000 or all from it on. */
export interface BirthYears {
  readonly first: number;
  readonly last: number;
}

const individuals = 500;

/** The first number from an individual number on that has check digits; nearly every one has. */
const firstSound = (date: string, from: number, individual: number): string =>
  complete(`${date}${padded(from + (individual % individuals), 3)}`) ?? firstSound(date, from, individual + 1);

/**
 * A synthetic national identity number: the month is 80 higher than any real one, so it can be nobody's.
 *
 * Source: check digits modulo 11; individual numbers 000 to 499 for the last century, 500 to 999 for this one.
 */
export const syntheticNumber = (own: Dice, name: string, { first, last }: BirthYears): string => {
  const year = first + own.throw(`${name} year`, last - first + 1);
  const month = own.throw(`${name} month`, 12) + 1 + syntheticMonths;
  const date = own.throw(`${name} date`, 28) + 1;
  const birth = `${padded(date, 2)}${padded(month, 2)}${padded(year % 100, 2)}`;
  return firstSound(birth, year < 2000 ? 0 : individuals, own.throw(`${name} individual`, individuals));
};
