import { day, printDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import assert from "node:assert/strict";
import { describe, expect, test } from "vitest";
import type { FollowUpPolicy, FollowUpState } from "../../src/index.ts";
import { dutiesIn, followUpPolicy2026 as policy, isReached, spellsIn, whoHasTheBall } from "../../src/index.ts";
import { bothWords, stateAfter } from "./agree.ts";
import { d } from "./build.ts";
import { timelines } from "./timelines.ts";

const never = day(40_000);
const span = (from: Day, to: Day): string => `${printDay(from)}..${printDay(to)}`;

const spellsOf = (state: FollowUpState) =>
  [...spellsIn(state, policy)].sort((a, b) => a.spell.start - b.spell.start).map(({ spell }) => spell);

const spellTexts = (state: FollowUpState): ReadonlyArray<string> =>
  spellsOf(state).map((s) =>
    [
      span(s.start, s.end),
      s.days,
      ...(s.gradedAtEnd ? ["graded"] : []),
      ...(s.employedAtEnd ? ["employed"] : []),
      ...(s.repeatedAbsence ? ["repeated"] : []),
      ...(s.employers.length > 0 ? [s.employers.map(({ employer }) => employer).join(",")] : []),
    ].join(" "),
  );

const reachedTexts = (state: FollowUpState): ReadonlyArray<string> =>
  dutiesIn(state, policy)
    .filter((duty) => isReached(duty, never))
    .map(({ kind, due }) => `${kind} ${printDay(due ?? never)}`)
    .sort();

const ballTexts = (state: FollowUpState, today: Day): ReadonlyArray<string> =>
  whoHasTheBall(dutiesIn(state, policy), today).map(
    ({ holder, party, kinds }) => `${holder}${holder === "RECEIVER" ? `/${party}` : ""} ${kinds.join(",")}`,
  );

test("there are at least 30 timelines, each with a rule of its own", () => {
  expect(timelines.length).toBeGreaterThanOrEqual(30);
  expect(new Set(timelines.map(({ rule }) => rule)).size).toBe(timelines.length);
});

describe.each(timelines)("$rule ($section)", ({ facts, spells, whollyAway, reached, ball }) => {
  const state = stateAfter(facts, policy);

  test("as the rule says", () => {
    if (spells) expect(spellTexts(state)).toEqual(spells);
    if (whollyAway)
      expect(spellsOf(state).flatMap((s) => s.whollyAway.map((i) => span(i.from, i.to)))).toEqual(whollyAway);
    if (reached) expect(reachedTexts(state)).toEqual([...reached].sort());
    if (ball) expect(ballTexts(state, d(ball[0]))).toEqual(ball.slice(1));
  });

  test("as the reference says, day by day", () => {
    const words = bothWords(facts, policy);
    expect(words.domain).toEqual(words.reference);
  });
});

type Path = ReadonlyArray<string>;

const numbersIn = (value: unknown, path: Path = []): ReadonlyArray<Path> => {
  if (typeof value === "number") return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, [...path, key]));
};

const altered = (value: unknown, [key, ...rest]: Path): unknown => {
  if (key === undefined) return (value as number) + 1;
  const inner = altered((value as Record<string, unknown>)[key], rest);
  return Array.isArray(value)
    ? value.map((item: unknown, index) => (String(index) === key ? inner : item))
    : { ...(value as object), [key]: inner };
};

const isSame = (other: FollowUpPolicy): boolean =>
  timelines.every(({ facts }) => {
    const words = bothWords(facts, other);
    try {
      assert.deepEqual(words.domain, words.reference);
      return true;
    } catch {
      return false;
    }
  });

describe("every number of the policy is a number of the reference", () => {
  const numbers = numbersIn(policy);

  test("and all of them are tried", () => expect(numbers.length).toBeGreaterThanOrEqual(25));

  test.each(numbers.map((path) => [path.join("."), path] as const))("%s: one more, and they disagree", (_, path) => {
    expect(isSame(altered(policy, path) as FollowUpPolicy)).toBe(false);
  });
});
