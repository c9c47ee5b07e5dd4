import type { Random } from "./random.ts";

/** A person of the load: invented, with a number that no living person can have. */
export interface Person {
  readonly index: number;
  readonly number: string;
  readonly given: string;
  readonly family: string;
  /** How many messages are about this person. */
  readonly messages: number;
}

const givenNames = [
  "Ask",
  "Bris",
  "Dagny",
  "Eira",
  "Fjell",
  "Gry",
  "Heid",
  "Iver",
  "Joar",
  "Kari",
  "Liv",
  "Måne",
  "Njål",
  "Ørn",
];
const familyNames = ["Prøvedal", "Øvelien", "Testås", "Drillhaug", "Kontrollvik", "Målestrand", "Forsøksmo"];

const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

const control = (digits: ReadonlyArray<number>, weights: ReadonlyArray<number>): number =>
  (11 - (weights.reduce((sum, weight, i) => sum + weight * (digits[i] ?? 0), 0) % 11)) % 11;

const two = (value: number): string => String(value).padStart(2, "0");

/**
 * A national identity number of a synthetic adult: eighty is added to the month.
 * Undefined where the control digits come out as ten.
 */
const numberFrom = (random: Random): string | undefined => {
  const [day, month, year] = [1 + random.below(28), 81 + random.below(12), 60 + random.below(35)];
  const nine = `${two(day)}${month}${year}${String(random.below(500)).padStart(3, "0")}`;
  const digits = [...nine].map(Number);
  const first = control(digits, firstWeights);
  const second = control([...digits, first], secondWeights);
  return first === 10 || second === 10 ? undefined : `${nine}${first}${second}`;
};

const newNumber = (random: Random, taken: Set<string>): string => {
  for (;;) {
    const number = numberFrom(random);
    if (number === undefined || taken.has(number)) continue;
    taken.add(number);
    return number;
  }
};

const many = 200;
const few = 10;

/** One in so many messages is about a person with two hundred of them. */
const shareOfMany = 5;

/** How many messages each person gets: ten, and for some two hundred. */
const counts = (messages: number): ReadonlyArray<number> => {
  const large = Math.floor(messages / shareOfMany / many);
  const small = Math.floor((messages - large * many) / few);
  const rest = messages - large * many - small * few;
  const all = [...Array<number>(large).fill(many), ...Array<number>(small).fill(few)];
  return all.map((count, index) => (index === all.length - 1 ? count + rest : count));
};

/** Persons for so many messages, and the numbers of a few clinicians beside them. */
export const makePersons = (
  random: Random,
  messages: number,
): { readonly persons: ReadonlyArray<Person>; readonly signers: ReadonlyArray<string> } => {
  const taken = new Set<string>();
  const persons = counts(messages).map((count, index) => ({
    index,
    number: newNumber(random, taken),
    given: random.pick(givenNames),
    family: random.pick(familyNames),
    messages: count,
  }));
  return { persons, signers: Array.from({ length: 5 }, () => newNumber(random, taken)) };
};
