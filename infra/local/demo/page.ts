const width = 100;

// Colour takes no place: the escape that begins it, up to its letter.
const escapes = new RegExp(`${String.fromCodePoint(27)}\\[\\d+m`, "g");
const lengthOf = (text: string): number => text.replaceAll(escapes, "").length;

/** How parts stand on the page. */
export interface Setting {
  /** Columns before the text; the label stands there, three columns in. */
  readonly margin: number;
  readonly separator: string;
}

/** Parts in lines of at most a hundred columns, a label before the first. */
export const inLines = (
  label: string,
  parts: ReadonlyArray<string>,
  { margin, separator }: Setting,
): ReadonlyArray<string> => {
  const lines = parts.reduce<ReadonlyArray<string>>((done, part) => {
    const last = done.at(-1);
    if (last === undefined) return [part];
    const joined = `${last}${separator}${part}`;
    return margin + lengthOf(joined) > width ? [...done, part] : [...done.slice(0, -1), joined];
  }, []);
  return lines.map((line, index) => {
    const before = index === 0 ? label : "";
    return `   ${before}${" ".repeat(Math.max(0, margin - 3 - lengthOf(before)))}${line}`;
  });
};

/** A text in lines of at most a hundred columns, a label before the first. */
export const textLines = (label: string, text: string, margin: number): ReadonlyArray<string> =>
  inLines(label, text.split(" "), { margin, separator: " " });
