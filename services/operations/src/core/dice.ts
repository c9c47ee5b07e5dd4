import { uuid5 } from "@samvirke/kernel";

/** Chance that is the same again for the same seed: each throw has a name of its own. */
export interface Dice {
  /** A whole number from 0 up to, not including, `sides`. */
  readonly throw: (name: string, sides: number) => number;
  readonly pick: <A>(name: string, from: readonly [A, ...ReadonlyArray<A>]) => A;
  /** A UUID of the seed and a name. */
  readonly uuid: (name: string) => string;
}

/** Dice of a seed. */
export const dice = (seed: string): Dice => {
  const uuid = (name: string): string => uuid5("sample", seed, name);
  // The first 48 bits of a name-based UUID are spread evenly; its version and variant bits come later.
  const thrown = (name: string, sides: number): number =>
    Number.parseInt(uuid(name).replaceAll("-", "").slice(0, 12), 16) % sides;
  return { uuid, throw: thrown, pick: (name, from) => from[thrown(name, from.length)] ?? from[0] };
};
