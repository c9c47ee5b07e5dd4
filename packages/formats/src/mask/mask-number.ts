import type { Draw } from "./draw.ts";
import { byteAt } from "./draw.ts";

const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const organisationWeights = [3, 2, 7, 6, 5, 4, 3, 2];

const digitOf = (digits: string, weights: ReadonlyArray<number>): number =>
  (11 - (weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11)) % 11;

// A check digit of ten cannot be written: there is no such number.
const withDigit = (digits: string | undefined, weights: ReadonlyArray<number>): string | undefined => {
  const digit = digits === undefined ? 10 : digitOf(digits, weights);
  return digit > 9 ? undefined : `${digits}${digit}`;
};

const complete = (nine: string): string | undefined => withDigit(withDigit(nine, firstWeights), secondWeights);

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

const realMonth = 12;
const synthetic = 80;

// Day, month and year stay, which keeps age and type; a real month becomes one that nobody was born in.
const birthOf = (number: string): string => {
  const month = Number(number.slice(2, 4));
  const moved = month >= 1 && month <= realMonth ? month + synthetic : month;
  return `${number.slice(0, 2)}${pad(moved, 2)}${number.slice(4, 6)}`;
};

const choices = 50;

// The first digit tells the century, whether the last is odd tells the sex; both stay.
const candidate = (number: string, index: number): string | undefined => {
  const sex = Number(number[8]) % 2;
  return complete(`${birthOf(number)}${number[6]}${pad((index % choices) * 2 + sex, 2)}`);
};

const wrongDigit = (number: string): string => `${number.slice(0, 10)}${(Number(number[10]) + 1) % 10}`;

/**
 * A synthetic number in the place of an identity number: birth date, type, century and sex digit stay, and whether
 * the check digits are right. Undefined where no number is left that is not taken.
 *
 * Source: check digits modulo 11; months of synthetic numbers are 80 higher.
 */
export const maskedIdentity = (number: string, draw: Draw, taken: ReadonlySet<string>): string | undefined => {
  const isSound = complete(number.slice(0, 9)) === number;
  const start = byteAt(draw, number, 0);
  const found = Array.from({ length: choices }, (_, index) => candidate(number, start + index)).find(
    (one) => one !== undefined && one !== number && !taken.has(one) && !taken.has(wrongDigit(one)),
  );
  return found === undefined || isSound ? found : wrongDigit(found);
};

/** Other digits in their place, each unlike the one before. */
export const maskedDigits = (digits: string, draw: Draw): string =>
  [...digits].map((digit, index) => (Number(digit) + 1 + (byteAt(draw, digits, index) % 9)) % 10).join("");

const tries = 20;

/** Another organisation number, with a right check digit where the first had one. Source: modulo 11, nine digits. */
export const maskedOrganisation = (number: string, draw: Draw): string => {
  const plain = maskedDigits(number, draw);
  if (withDigit(number.slice(0, 8), organisationWeights) !== number) return plain;
  const base = Number(plain.slice(0, 8));
  const near = Array.from({ length: tries }, (_, index) =>
    withDigit(pad((base + index) % 1e8, 8), organisationWeights),
  );
  return near.find((one) => one !== undefined && one !== number) ?? plain;
};
