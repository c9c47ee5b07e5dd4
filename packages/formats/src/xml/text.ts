import type { Source } from "./source.ts";

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", apos: "'", quot: '"' };
const reference = /&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-z]{2,4});/g;

const character = (code: number): string | undefined =>
  code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;

const resolve = (written: string): string => {
  const name = written.slice(1, -1);
  if (!name.startsWith("#")) return named[name] ?? written;
  const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return character(code) ?? written;
};

const references = (text: string): string => (text.includes("&") ? text.replace(reference, resolve) : text);

/** Character data as written between tags: line ends become a line feed, references what they stand for. */
export const characterText = (piece: string, literal: boolean, source: Source): string => {
  const decoded = source.decode(piece);
  const lines = decoded.includes("\r") ? decoded.replace(/\r\n?/g, "\n") : decoded;
  return literal ? lines : references(lines);
};

/** An attribute's value: white space becomes blanks, references what they stand for (XML 1.0, 3.3.3). */
export const attributeText = (value: string, source: Source): string => {
  const decoded = source.decode(value);
  return references(/[\t\r\n]/.test(decoded) ? decoded.replace(/\r\n|[\t\r\n]/g, " ") : decoded);
};
