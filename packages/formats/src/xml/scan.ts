import { attributeAt, endOfName, notInClosingName, notInTagName, pastBlanks, tagEndAt } from "./markup.ts";

/** How much structure a document may have. */
export interface StructureLimits {
  /** Elements nested in each other. */
  readonly maxDepth: number;
  /** Elements and attributes together. */
  readonly maxNodes: number;
}

export interface ScannedTag {
  /** Name with its prefix, as written. */
  readonly name: string;
  /** Names with prefix and values, as written. */
  readonly attributes: ReadonlyArray<readonly [name: string, value: string]>;
  readonly start: number;
  /** The index after the tag. */
  readonly end: number;
}

export interface ScanVisitor {
  readonly open: (tag: ScannedTag) => void;
  /** `end` is the index after the closing tag. */
  readonly close: (end: number) => void;
  /** Character data; `literal` when it stood in a CDATA section. */
  readonly text: (start: number, end: number, literal: boolean) => void;
}

/** done: the root closed and nothing was left open; broken: not well-formed; the others: refused while reading. */
export type ScanEnd = "done" | "broken" | "doctype" | "too deep" | "too complex";

interface Scan {
  readonly text: string;
  readonly limits: StructureLimits;
  readonly visitor: ScanVisitor;
  readonly names: Array<string>;
  at: number;
  nodes: number;
  roots: number;
  end: ScanEnd | undefined;
}

const doctype = "<!DOCTYPE";
const isDoctype = (text: string, at: number): boolean => text.slice(at, at + doctype.length).toUpperCase() === doctype;

const stop = (scan: Scan, end: ScanEnd): void => {
  scan.end = end;
};

const count = (scan: Scan): void => {
  scan.nodes += 1;
  if (scan.nodes > scan.limits.maxNodes) stop(scan, "too complex");
};

const none: ReadonlyArray<readonly [string, string]> = [];

/** The attributes from here on; answers the index after the last one. */
const readAttributes = (scan: Scan, from: number, list: Array<readonly [string, string]>): number => {
  let at = from;
  for (;;) {
    const found = attributeAt(scan.text, at);
    if (!found || scan.end) return at;
    list.push([found.name, found.value]);
    at = found.end;
    count(scan);
  }
};

const enter = (scan: Scan, tag: ScannedTag, empty: boolean): void => {
  if (scan.names.length === 0) scan.roots += 1;
  scan.visitor.open(tag);
  if (empty) return scan.visitor.close(tag.end);
  scan.names.push(tag.name);
  if (scan.names.length > scan.limits.maxDepth) stop(scan, "too deep");
};

const readOpen = (scan: Scan): void => {
  const { at: start, text } = scan;
  const nameEnd = endOfName(text, start + 1, notInTagName);
  if (nameEnd === start + 1) return stop(scan, "broken");
  count(scan);
  const list: Array<readonly [string, string]> = [];
  const end = tagEndAt(text, readAttributes(scan, nameEnd, list));
  if (scan.end) return;
  if (!end) return stop(scan, "broken");
  scan.at = end.end;
  const attributes = list.length === 0 ? none : list;
  enter(scan, { name: text.slice(start + 1, nameEnd), attributes, start, end: end.end }, end.isEmpty);
};

const readClose = (scan: Scan): void => {
  const { at: start, text } = scan;
  const nameEnd = endOfName(text, start + 2, notInClosingName);
  const end = pastBlanks(text, nameEnd);
  const isTag = nameEnd > start + 2 && text[end] === ">";
  if (!isTag || scan.names.pop() !== text.slice(start + 2, nameEnd)) return stop(scan, "broken");
  scan.at = end + 1;
  scan.visitor.close(scan.at);
};

/** Moves past the next `close`; the index before it, or undefined when there is none. */
const skipTo = (scan: Scan, close: string, from: number): number | undefined => {
  const found = scan.text.indexOf(close, from);
  if (found < 0) {
    stop(scan, "broken");
    return undefined;
  }
  scan.at = found + close.length;
  return found;
};

const readCdata = (scan: Scan): void => {
  const start = scan.at + "<![CDATA[".length;
  const end = skipTo(scan, "]]>", start);
  if (end !== undefined && scan.names.length > 0) scan.visitor.text(start, end, true);
};

const readDeclaration = (scan: Scan): void => {
  if (scan.text.startsWith("<!--", scan.at)) return void skipTo(scan, "-->", scan.at + 4);
  if (scan.text.startsWith("<![CDATA[", scan.at)) return readCdata(scan);
  stop(scan, isDoctype(scan.text, scan.at) ? "doctype" : "broken");
};

const readMarkup = (scan: Scan): void => {
  switch (scan.text[scan.at + 1]) {
    case "/":
      return readClose(scan);
    case "!":
      return readDeclaration(scan);
    case "?":
      return void skipTo(scan, "?>", scan.at + 2);
    default:
      return readOpen(scan);
  }
};

/**
 * Reads the structure of a document once, from its beginning to its end or to the first reason to stop.
 *
 * Time is linear in the length, memory in the depth; nothing is expanded. It is no judge of well-formedness: what it
 * calls broken is broken, but names, characters and references are looked at by libxml2 (`well-formed.ts`).
 */
export const scanXml = (text: string, limits: StructureLimits, visitor: ScanVisitor): ScanEnd => {
  const scan: Scan = { text, limits, visitor, names: [], at: 0, nodes: 0, roots: 0, end: undefined };
  while (scan.end === undefined) {
    const next = text.indexOf("<", scan.at);
    if (next < 0) return scan.names.length === 0 && scan.roots === 1 ? "done" : "broken";
    if (next > scan.at && scan.names.length > 0) visitor.text(scan.at, next, false);
    scan.at = next;
    readMarkup(scan);
  }
  return scan.end;
};
