import { createHash } from "node:crypto";

const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

const checkDigit = (digits: ReadonlyArray<number>, weights: ReadonlyArray<number>): number => {
  const sum = weights.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);
  return (11 - (sum % 11)) % 11;
};

const complete = (digits: ReadonlyArray<number>): string | undefined => {
  const first = checkDigit(digits, firstWeights);
  const second = checkDigit([...digits, first], secondWeights);
  return first === 10 || second === 10 ? undefined : [...digits, first, second].join("");
};

const spread = (seed: string): number => createHash("sha256").update(seed).digest().readUInt32BE(0);

const two = (value: number): string => String(value).padStart(2, "0");

/** A synthetic national number that belongs to a register number: month plus 80, born 1950 to 1989, always the same. */
export const inventedNationalNumber = (registerNumber: string): string => {
  const seed = spread(registerNumber);
  const date = `${two((seed % 28) + 1)}${two((Math.floor(seed / 28) % 12) + 81)}${50 + (Math.floor(seed / 336) % 40)}`;
  for (let individual = seed % 400; ; individual = (individual + 1) % 500) {
    const digits = Array.from(`${date}${String(individual).padStart(3, "0")}`, Number);
    const number = complete(digits);
    if (number !== undefined) return number;
  }
};

/** A register number that belongs to a national number: seven digits, always the same. */
export const inventedRegisterNumber = (nationalNumber: string): string =>
  String(1_000_000 + (spread(nationalNumber) % 8_000_000));
