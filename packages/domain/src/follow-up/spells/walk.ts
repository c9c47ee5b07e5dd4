import { daysBetween } from "@samvirke/kernel";
import type { Segment } from "./segments.ts";

interface Walk {
  readonly done: ReadonlyArray<ReadonlyArray<Segment>>;
  readonly current: ReadonlyArray<Segment>;
  /** Days since the last day of absence. */
  readonly gap: number;
}

const lengthOf = ({ from, to }: Segment): number => daysBetween(from, to) + 1;

const ended = (walk: Walk, limit: number): Walk =>
  walk.gap >= limit && walk.current.length > 0 ? { done: [...walk.done, walk.current], current: [], gap: 0 } : walk;

const step =
  (limit: number) =>
  (walk: Walk, next: Segment): Walk => {
    if (next.day === "SICK") return { ...walk, current: [...walk.current, next], gap: 0 };
    if (next.day === "WORK" || walk.gap > 0) return ended({ ...walk, gap: walk.gap + lengthOf(next) }, limit);
    // A holiday that follows an absence without a day of work between belongs to it; one before any absence to nothing.
    return walk.current.length > 0 ? { ...walk, current: [...walk.current, next] } : walk;
  };

/**
 * Days of absence gathered into spells: so many days without absence in a row end one.
 *
 * Source: domain fact sheet 4.3, steps 4 and 5.
 */
export const walkSpells = (
  segments: ReadonlyArray<Segment>,
  gapDays: number,
): ReadonlyArray<ReadonlyArray<Segment>> => {
  const { done, current } = segments.reduce(step(gapDays), { done: [], current: [], gap: 0 });
  return current.length > 0 ? [...done, current] : done;
};
