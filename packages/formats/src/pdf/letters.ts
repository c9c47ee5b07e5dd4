/**
 * How letters lie in a page's text: WinAnsi where it has them, and Sámi letters at places that it leaves unused.
 *
 * Source: ISO 32000-1 annex D.2 (WinAnsiEncoding), 9.6.6 (Differences); Adobe Glyph List for the names.
 */
const added: ReadonlyArray<readonly [letter: string, glyph: string]> = [
  ["Č", "Ccaron"],
  ["č", "ccaron"],
  ["Đ", "Dcroat"],
  ["đ", "dcroat"],
  ["Ŋ", "Eng"],
  ["ŋ", "eng"],
  ["Ŧ", "Tbar"],
  ["ŧ", "tbar"],
];
const firstAdded = 1;

/** The Differences array of the font's encoding. */
export const differences = `[${firstAdded} ${added.map(([, glyph]) => `/${glyph}`).join(" ")}]`;

// The places of WinAnsi between Latin-1's control characters.
const winAnsi: Readonly<Record<string, number>> = {
  "€": 0x80,
  "‚": 0x82,
  ƒ: 0x83,
  "„": 0x84,
  "…": 0x85,
  "†": 0x86,
  "‡": 0x87,
  ˆ: 0x88,
  "‰": 0x89,
  Š: 0x8a,
  "‹": 0x8b,
  Œ: 0x8c,
  Ž: 0x8e,
  "‘": 0x91,
  "’": 0x92,
  "“": 0x93,
  "”": 0x94,
  "•": 0x95,
  "–": 0x96,
  "—": 0x97,
  "˜": 0x98,
  "™": 0x99,
  š: 0x9a,
  "›": 0x9b,
  œ: 0x9c,
  ž: 0x9e,
  Ÿ: 0x9f,
};

const places: ReadonlyMap<string, number> = new Map([
  ...Object.entries(winAnsi),
  ...added.map(([letter], index) => [letter, firstAdded + index] as const),
]);

const isLatin = (code: number): boolean => (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff);

const placeOf = (letter: string): number | undefined => {
  const code = letter.codePointAt(0) ?? 0;
  return isLatin(code) ? code : places.get(letter);
};

/** What stands for a letter that the fonts of every reader do not have. */
const unknown = 0x3f;

/** A line as the bytes of a PDF string, with what has a meaning there escaped. */
export const lineBytes = (line: string): string =>
  [...line.normalize("NFC")]
    .map((letter) => {
      const place = placeOf(letter) ?? unknown;
      return place < 0x20 || place > 0x7e || "()\\".includes(String.fromCodePoint(place))
        ? `\\${place.toString(8).padStart(3, "0")}`
        : String.fromCodePoint(place);
    })
    .join("");

/** Whether every letter of a text can be shown. */
export const isShown = (text: string): boolean =>
  [...text.normalize("NFC")].every((letter) => /\s/.test(letter) || placeOf(letter) !== undefined);
