import { printDay } from "@samvirke/kernel";
import type { Said } from "./generate.ts";

const itemsOf = (value: unknown): ReadonlyArray<unknown> =>
  Array.isArray(value) ? value : typeof value === "object" && value !== null ? Object.values(value) : [];

const below = (value: unknown, step: string): ReadonlyArray<unknown> => {
  const key = step.replaceAll(/\[\]|\{\}/g, "");
  const found = (value as Record<string, unknown> | null | undefined)?.[key];
  const depth = (step.length - key.length) / 2;
  return Array.from({ length: depth }).reduce<ReadonlyArray<unknown>>((all) => all.flatMap(itemsOf), [found]);
};

const valuesAt = (content: unknown, path: string): ReadonlyArray<unknown> =>
  path.split(".").reduce<ReadonlyArray<unknown>>((all, step) => all.flatMap((one) => below(one, step)), [content]);

const spellings = (value: unknown): ReadonlyArray<string> => {
  if (typeof value === "number") return [String(value), Number.isInteger(value) ? printDay(value as never) : ""];
  return typeof value === "string" || typeof value === "boolean" ? [String(value)] : [];
};

/** Values whose spelling an event need not keep: codes that a word takes the place of, and instants. */
const isRespelled = ({ type }: Said): boolean => type.codes.length > 0 || type.base === "dateTime";

const leavesOf = (value: unknown): ReadonlyArray<unknown> =>
  typeof value === "object" && value !== null ? Object.values(value).flatMap(leavesOf) : [value];

/** Everything below the keys of a name, wherever they stand. */
const under = (value: unknown, keys: ReadonlyArray<string>): ReadonlyArray<unknown> => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => (keys.includes(key) ? leavesOf(below) : under(below, keys)));
};

/** Where a format's values go: by leaf, and the keys under which repeats are kept. */
export interface Places {
  readonly byLeaf: ReadonlyMap<string, ReadonlyArray<string>>;
  readonly overflow: ReadonlyArray<string>;
}

/** Values of a document that are not where its field table says that they go, as "leaf value"; leaves without a row are among them. */
export const lostIn = (
  content: unknown,
  said: ReadonlyArray<Said>,
  { byLeaf, overflow }: Places,
): ReadonlyArray<string> => {
  const seen = new Map<string, ReadonlySet<string>>();
  const beside = new Set(under(content, overflow).flatMap(spellings));
  const at = (leaf: string): ReadonlySet<string> => {
    const known = seen.get(leaf);
    if (known) return known;
    const found = new Set((byLeaf.get(leaf) ?? []).flatMap((path) => valuesAt(content, path)).flatMap(spellings));
    seen.set(leaf, found);
    return found;
  };
  return said.flatMap((one) => {
    const leaf = one.leaf.slice(one.leaf.indexOf("/") + 1);
    const isKept = isRespelled(one) || at(leaf).has(one.value) || beside.has(one.value);
    if (byLeaf.has(leaf) && isKept) return [];
    return [`${leaf} ${one.value}`];
  });
};
