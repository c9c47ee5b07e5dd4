import type { Choices } from "./generate.ts";
import { valueOf } from "./generate.ts";

/** Numbers from 0 to 1, the same for the same seed. */
export const numbers = (seed: number): (() => number) => {
  let state = seed + 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Elements as often as their schema allows, up to three times; the same document for the same seed. */
export const random = (seed: number): Choices => {
  const next = numbers(seed);
  const upTo = (most: number): number => Math.floor(next() * (most + 1));
  return {
    count: ({ min, many }) => Math.max(min, upTo(many ? 3 : 1)),
    branch: (branches) => Math.floor(next() * branches),
    value: (type) => valueOf(type, Math.floor(next() * 10_000)),
  };
};
