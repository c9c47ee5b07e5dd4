/** Widths in thousandths of the size, by kind of letter; the widest of each kind, so that no line runs out of the page. */
const widths: ReadonlyArray<readonly [letters: RegExp, width: number]> = [
  [/[ijl.,:;'|!]/, 280],
  [/[frt()[\]\s"-]/, 360],
  [/[mwMW%@Æ—…]/, 1000],
  [/[A-ZÅØČĐŊŠŦŽÄÖ&æœ]/, 780],
];
const ordinary = 560;

const widthOf = (letter: string): number => widths.find(([letters]) => letters.test(letter))?.[1] ?? ordinary;

/** Width of a text in points. */
export const textWidth = (text: string, size: number): number =>
  ([...text].reduce((sum, letter) => sum + widthOf(letter), 0) * size) / 1000;

/** What a line may take: points, at a size. */
export interface Measure {
  readonly size: number;
  readonly width: number;
}

const fits = (text: string, { size, width }: Measure): boolean => textWidth(text, size) <= width;

// A word that is longer than a line is cut where the line ends.
const piecesOf = (word: string, measure: Measure): ReadonlyArray<string> =>
  [...word].reduce<ReadonlyArray<string>>((pieces, letter) => {
    const last = pieces.at(-1) ?? "";
    return fits(last + letter, measure) ? [...pieces.slice(0, -1), last + letter] : [...pieces, letter];
  }, []);

const added = (lines: ReadonlyArray<string>, word: string, measure: Measure): ReadonlyArray<string> => {
  const last = lines.at(-1) ?? "";
  const joined = last === "" ? word : `${last} ${word}`;
  if (fits(joined, measure)) return [...lines.slice(0, -1), joined];
  const pieces = fits(word, measure) ? [word] : piecesOf(word, measure);
  return last === "" ? [...lines.slice(0, -1), ...pieces] : [...lines, ...pieces];
};

const paragraphLines = (paragraph: string, measure: Measure): ReadonlyArray<string> => {
  const words = paragraph.split(/\s+/).filter((word) => word !== "");
  return words.reduce<ReadonlyArray<string>>((lines, word) => added(lines, word, measure), [""]);
};

/** A text broken into lines; its own line ends stay. */
export const brokenLines = (text: string, measure: Measure): ReadonlyArray<string> =>
  text.split(/\r\n|\r|\n/).flatMap((paragraph) => paragraphLines(paragraph, measure));
