import type { Day } from "@samvirke/kernel";
import { addDays, daysBetween } from "@samvirke/kernel";
import type { Segment } from "./segments.ts";

export interface Interval {
  readonly from: Day;
  readonly to: Day;
}

export interface EmployerPart {
  readonly employer: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly days: number | null;
}

/** The continuous absence as it is known; both days inclusive. */
export interface Spell {
  readonly start: Day;
  readonly end: Day;
  readonly days: number | null;
  readonly employers: ReadonlyArray<EmployerPart>;
  readonly whollyAway: ReadonlyArray<Interval>;
  readonly gradedAtEnd: boolean;
  readonly employedAtEnd: boolean;
  readonly repeatedAbsence: boolean | null;
  /** Days of absence, those at work left out. */
  readonly absences: ReadonlyArray<Interval>;
  readonly inputs: ReadonlyArray<string>;
}

/** Intervals that follow each other without a day between, made one. */
const joined = (intervals: ReadonlyArray<Interval>): ReadonlyArray<Interval> =>
  intervals.reduce<ReadonlyArray<Interval>>((sofar, { from, to }) => {
    const last = sofar.at(-1);
    return last !== undefined && addDays(last.to, 1) >= from
      ? [...sofar.slice(0, -1), { from: last.from, to }]
      : [...sofar, { from, to }];
  }, []);

export const daysIn = (intervals: ReadonlyArray<Interval>): number =>
  intervals.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);

const employerPart = (employer: string, segments: ReadonlyArray<Segment>): ReadonlyArray<EmployerPart> => {
  const away = segments.filter((s) => s.employers.some((p) => p.employer === employer && p.kind !== "WORK"));
  const [first, last] = [away.at(0), away.at(-1)];
  return first && last ? [{ employer, from: first.from, to: last.to, days: daysIn(away) }] : [];
};

const employerParts = (segments: ReadonlyArray<Segment>): ReadonlyArray<EmployerPart> =>
  [...new Set(segments.flatMap((s) => s.employers.flatMap(({ employer }) => employer ?? [])))]
    .sort()
    .flatMap((employer) => employerPart(employer, segments));

const isEmployed = (segments: ReadonlyArray<Segment>): boolean => {
  const winners = segments.flatMap(({ winner }) => winner ?? []);
  const has = (state: "SENT" | "CONFIRMED"): boolean => winners.some((winner) => winner.state === state);
  if (has("CONFIRMED") && !has("SENT")) return false;
  const last = winners.at(-1);
  if (last !== undefined && last.employer !== null) return true;
  return last?.state === "NEW" && winners.some(({ state, employer }) => state === "SENT" && employer !== null);
};

/** What one walk of segments says; at least one of them. */
export const spellOf = (segments: ReadonlyArray<Segment>): ReadonlyArray<Spell> => {
  const [first, last] = [segments.at(0), segments.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    {
      start: first.from,
      end: last.to,
      days: daysIn(segments),
      employers: employerParts(segments),
      whollyAway: joined(segments.filter(({ whollyAway }) => whollyAway)),
      gradedAtEnd: last.grading?.grading === "PARTLY",
      employedAtEnd: isEmployed(segments),
      repeatedAbsence: null,
      absences: joined(segments),
      inputs: [...new Set(segments.flatMap(({ pieces }) => pieces.map(({ id }) => id)))].sort(),
    },
  ];
};
