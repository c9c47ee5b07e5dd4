/** A PostgreSQL array of plain texts or numbers; ids, aliases and names of ours need no quoting, anything else gets it. */
export const asArray = (values: ReadonlyArray<string | number>): string =>
  `{${values.map((value) => (typeof value === "number" ? value : `"${value.replaceAll(/(["\\])/g, "\\$1")}"`)).join(",")}}`;
