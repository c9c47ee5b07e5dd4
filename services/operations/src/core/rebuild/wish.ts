import type { Problem } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { Grounds } from "../parameters.ts";
import { invalid, isObject, readGrounds } from "../parameters.ts";
import { projections } from "../stages.ts";

/** A wish to build a projection anew. */
export interface RebuildWish extends Grounds {
  /** Its schema. */
  readonly projection: string;
  readonly recordsPerSecond: number;
}

/** A wish to go on with a rebuild. */
export interface ResumeWish extends Grounds {
  /** True: switch although the proof fails, as long as nothing differs but what was shown. */
  readonly accept: boolean;
  /** Undefined: as before. */
  readonly recordsPerSecond: number | undefined;
}

/** Records a second where nobody says otherwise: what lives comes first. */
export const usualRate = 5_000;
const highestRate = 1_000_000;

const isRate = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= highestRate;

const noRate = invalid("/recordsPerSecond", `a whole number from 1 to ${highestRate}`);

/** Reads `{"projection": …, "recordsPerSecond": …, "reason": …, "by": …}`. */
export const readRebuildWish = (body: unknown): Either<Problem, RebuildWish> => {
  const grounds = readGrounds(body);
  if (E.isLeft(grounds)) return grounds;
  const { projection, recordsPerSecond = usualRate } = isObject(body) ? body : {};
  if (typeof projection !== "string" || !projections.includes(projection))
    return invalid("/projection", `one of ${projections.join(", ")}`);
  return isRate(recordsPerSecond) ? E.right({ ...grounds.right, projection, recordsPerSecond }) : noRate;
};

/** Reads `{"accept": the rebuild's own id, "recordsPerSecond": …, "reason": …, "by": …}`; the first two may be absent. */
export const readResumeWish = (body: unknown, id: string): Either<Problem, ResumeWish> => {
  const grounds = readGrounds(body);
  if (E.isLeft(grounds)) return grounds;
  const { accept, recordsPerSecond } = isObject(body) ? body : {};
  if (accept !== undefined && accept !== id)
    return invalid("/accept", "the id of this rebuild, whose difference is accepted");
  return recordsPerSecond === undefined || isRate(recordsPerSecond)
    ? E.right({ ...grounds.right, accept: accept === id, recordsPerSecond })
    : noRate;
};
