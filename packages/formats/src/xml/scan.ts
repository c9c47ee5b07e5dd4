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

const openName = /<([^\s<>/="'&!?]+)/y;
const attribute = /\s+([^\s<>/="'&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEnd = /\s*(\/?)>/y;
const closeTag = /<\/([^\s<>]+)\s*>/y;
const doctype = /<!DOCTYPE/iy;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const stop = (scan: Scan, end: ScanEnd): void => {
  scan.end = end;
};

const count = (scan: Scan): void => {
  scan.nodes += 1;
  if (scan.nodes > scan.limits.maxNodes) stop(scan, "too complex");
};

const readAttributes = (scan: Scan, from: number): { readonly list: Array<[string, string]>; readonly at: number } => {
  const list: Array<[string, string]> = [];
  let at = from;
  for (;;) {
    const found = matchAt(attribute, scan.text, at);
    if (!found || scan.end) return { list, at };
    list.push([found[1] ?? "", found[2] ?? found[3] ?? ""]);
    at += found[0].length;
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
  const start = scan.at;
  const name = matchAt(openName, scan.text, start);
  if (!name) return stop(scan, "broken");
  count(scan);
  const { list, at } = readAttributes(scan, start + name[0].length);
  const end = matchAt(tagEnd, scan.text, at);
  if (scan.end) return;
  if (!end) return stop(scan, "broken");
  scan.at = at + end[0].length;
  enter(scan, { name: name[1] ?? "", attributes: list, start, end: scan.at }, end[1] === "/");
};

const readClose = (scan: Scan): void => {
  const found = matchAt(closeTag, scan.text, scan.at);
  if (!found || scan.names.pop() !== found[1]) return stop(scan, "broken");
  scan.at += found[0].length;
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
  stop(scan, matchAt(doctype, scan.text, scan.at) ? "doctype" : "broken");
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
