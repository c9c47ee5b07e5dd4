import type { Finding } from "@samvirke/contracts";

const leavesOf = (value: unknown, path: string): ReadonlyArray<readonly [string, unknown]> => {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, `${path}[${index}]`));
  if (typeof value !== "object") return [[path, value]];
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, path === "" ? key : `${path}.${key}`));
};

/** What the whole document would say and the narrowed one does not: paths in the document. */
export const unsaid = (whole: object, part: object): ReadonlyArray<Finding> => {
  const kept = new Map(leavesOf(part, ""));
  return leavesOf(whole, "")
    .filter(([path, value]) => kept.get(path) !== value)
    .map(([path]) => ({ path, rule: "WITHHELD" }));
};
