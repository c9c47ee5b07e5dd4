/** A table as lines, columns aligned, two spaces apart; numbers to the right. */
export const table = (
  headings: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
): ReadonlyArray<string> => {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const isNumeric = headings.map(
    (_, column) => rows.length > 0 && rows.every((row) => /^[-\d.,]*$/.test(row[column] ?? "")),
  );
  const cell = (text: string, column: number): string => {
    const width = widths[column] ?? 0;
    return isNumeric[column] ? text.padStart(width) : text.padEnd(width);
  };
  const line = (row: ReadonlyArray<string>): string =>
    headings
      .map((_, column) => cell(row[column] ?? "", column))
      .join("  ")
      .trimEnd();
  return [line(headings), ...rows.map(line)];
};

/** A heading, its lines indented, and an empty line; nothing where there are no lines. */
export const section = (heading: string, lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`), ""];
