import { numbers } from "../referral/random.ts";
import type { Format } from "./formats.ts";
import { codesOfList } from "./formats.ts";
import type { Generated } from "./generate.ts";
import { generate } from "./generate.ts";
import type { Places } from "./kept.ts";
import type { DeclaredElement, Simple } from "./schema.ts";
import { schemaModel } from "./schema.ts";
import { valueOf } from "./values.ts";

/** What documents of a format are made from. */
export interface Ground {
  readonly model: DeclaredElement;
  /** Codes of the list that a leaf's values are of; empty where none is named. */
  readonly codesFor: (leaf: string) => ReadonlyArray<string>;
  readonly places: Places;
}

export const groundOf = ({ file, root, lists, table, overflow }: Format): Ground => {
  const given = Object.entries(lists).map(([end, list]) => [end, codesOfList(list)] as const);
  return {
    model: schemaModel(file, root),
    codesFor: (leaf) => given.find(([end]) => leaf.endsWith(end))?.[1] ?? [],
    places: { byLeaf: new Map(table.map(({ leaf, event }) => [leaf, event])), overflow },
  };
};

/** The same document for the same seed; texts are another for every leaf and seed. */
export const documentOf = ({ model, codesFor }: Pick<Ground, "model" | "codesFor">, seed: number): Generated => {
  const next = numbers(seed);
  let n = seed * 1000;
  const value = (type: Simple, leaf: string): string => {
    const named = codesFor(leaf);
    const codes = named.length > 0 ? named : type.codes;
    n += 1;
    return codes.length > 0 ? (codes[Math.floor(next() * codes.length)] ?? "") : valueOf(type, n);
  };
  return generate(model, { next, value });
};
