/** Synthetic identity numbers in Tenor's manner (month + 80), with their check digits. */

const weigh = (digits: ReadonlyArray<number>, weights: ReadonlyArray<number>): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0) % 11;

const checkDigit = (remainder: number): number | undefined => {
  if (remainder === 0) return 0;
  return remainder === 1 ? undefined : 11 - remainder;
};

const complete = (nine: string): string | undefined => {
  const digits = [...nine].map(Number);
  const k1 = checkDigit(weigh(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2]));
  if (k1 === undefined) return undefined;
  const k2 = checkDigit(weigh([...digits, k1], [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]));
  return k2 === undefined ? undefined : `${nine}${k1}${k2}`;
};

const two = (value: number): string => String(value).padStart(2, "0");

/** The n-th synthetic number: born 1950 to 1989. */
export const identityNumber = (n: number): string => {
  for (let attempt = n * 7; ; attempt += 1) {
    const [date, month, year] = [
      (attempt % 28) + 1,
      (Math.floor(attempt / 28) % 12) + 81,
      50 + (Math.floor(attempt / 336) % 40),
    ];
    const number = complete(
      `${two(date)}${two(month)}${two(year)}${String(100 + (Math.floor(attempt / 13_440) % 399)).padStart(3, "0")}`,
    );
    if (number !== undefined) return number;
  }
};
