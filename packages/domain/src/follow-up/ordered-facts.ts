import type { FollowUpFact } from "./fact.ts";
import { factKey } from "./fact.ts";

type Facts = ReadonlyArray<FollowUpFact>;
type Range = readonly [from: number, to: number];

// Most facts are compared with few others, and none changes.
const keys = new WeakMap<FollowUpFact, string>();

const keyOf = (fact: FollowUpFact): string => {
  const key = keys.get(fact) ?? factKey(fact);
  keys.set(fact, key);
  return key;
};

/** The first place within a range whose fact does not come before the key. */
const placeOf = (facts: Facts, key: string, [from, to]: Range): number => {
  if (from >= to) return from;
  const middle = (from + to) >> 1;
  const fact = facts[middle];
  const isBefore = fact !== undefined && keyOf(fact) < key;
  return placeOf(facts, key, isBefore ? [middle + 1, to] : [from, middle]);
};

const withFact = (facts: Facts, fact: FollowUpFact): Facts => {
  const key = keyOf(fact);
  const place = placeOf(facts, key, [0, facts.length]);
  const there = facts[place];
  return there !== undefined && keyOf(there) === key ? facts : facts.toSpliced(place, 0, fact);
};

/** Facts in the order of their keys with some more; the same list where all of them are there. */
export const orderedFacts = (facts: Facts, more: Facts): Facts => more.reduce(withFact, facts);
