import { isMet, measureJson } from "./measure.ts";
import type { Measure } from "./measure.ts";

const columns = ["name", "value", "unit", "reference", "ratio", "floor", "met", "reference is"] as const;

const shown = (value: number | null): string => (value === null ? "-" : String(value));

const metOf = (measure: Measure): string => {
  const met = isMet(measure);
  if (met === undefined) return "-";
  return met ? "yes" : "no";
};

const cells = (measure: Measure): ReadonlyArray<string> => {
  const { name, value, unit, reference, ratio, floor } = measureJson(measure);
  const sign = measure.good === "above" ? ">=" : "<=";
  const bound = floor === null ? "-" : `${sign} ${floor}`;
  return [name, String(value), unit, shown(reference), shown(ratio), bound, metOf(measure), measure.against];
};

/** The figures as a table of text. */
export const printTable = (measures: ReadonlyArray<Measure>): string => {
  const rows = [columns, ...measures.map(cells)];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};
