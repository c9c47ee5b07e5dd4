// Received documents are read character by character: a regular expression makes an array of each thing that it finds.

const blank = 1;
const angle = 2;
const mark = 4;
const instruction = 8;

/** What ends the name in `</name>`, that of an attribute, and that in `<name`. */
export const notInClosingName = blank | angle;
const notInAttributeName = notInClosingName | mark;
export const notInTagName = notInAttributeName | instruction;

const isBlank = /\s/;
const signs: ReadonlyArray<readonly [string, number]> = [
  ["<>", angle],
  ["/=\"'&", mark],
  ["!?", instruction],
];

const kindOf = (sign: string): number =>
  isBlank.test(sign) ? blank : (signs.find(([those]) => those.includes(sign))?.[1] ?? 0);

const kinds = Uint8Array.from({ length: 256 }, (_, code) => kindOf(String.fromCharCode(code)));

const kindAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code < 256 ? (kinds[code] ?? 0) : kindOf(String.fromCharCode(code));
};

/** The index after the blanks that stand here. */
export const pastBlanks = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && kindAt(text, at) === blank) at += 1;
  return at;
};

/** The index after the name that stands here; the same index where none does. */
export const endOfName = (text: string, from: number, not: number): number => {
  let at = from;
  while (at < text.length && (kindAt(text, at) & not) === 0) at += 1;
  return at;
};

export interface FoundAttribute {
  readonly name: string;
  readonly value: string;
  readonly end: number;
}

const valueAt = (text: string, at: number): { readonly value: string; readonly end: number } | undefined => {
  const quote = text[at];
  if (quote !== '"' && quote !== "'") return undefined;
  const end = text.indexOf(quote, at + 1);
  const value = end < 0 ? "<" : text.slice(at + 1, end);
  return value.includes("<") ? undefined : { value, end: end + 1 };
};

/** The attribute that stands here, with the blanks before it. */
export const attributeAt = (text: string, from: number): FoundAttribute | undefined => {
  const start = pastBlanks(text, from);
  const nameEnd = endOfName(text, start, notInAttributeName);
  if (start === from || nameEnd === start) return undefined;
  const equals = pastBlanks(text, nameEnd);
  if (text[equals] !== "=") return undefined;
  const found = valueAt(text, pastBlanks(text, equals + 1));
  return found && { name: text.slice(start, nameEnd), value: found.value, end: found.end };
};

/** Where a tag ends that ends here, and whether it has no content. */
export const tagEndAt = (
  text: string,
  from: number,
): { readonly end: number; readonly isEmpty: boolean } | undefined => {
  const at = pastBlanks(text, from);
  const isEmpty = text[at] === "/";
  const last = isEmpty ? at + 1 : at;
  return text[last] === ">" ? { end: last + 1, isEmpty } : undefined;
};
