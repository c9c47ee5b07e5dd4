import type { ScanEnd, ScannedTag, StructureLimits } from "./scan.ts";
import { scanXml } from "./scan.ts";
import type { Source } from "./source.ts";
import { attributeText, characterText } from "./text.ts";

export interface XmlAttribute {
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
}

/** An element of a received document. */
export interface XmlNode {
  readonly source: Source;
  readonly parent: XmlNode | undefined;
  readonly namespace: string;
  /** Local name. */
  readonly name: string;
  /** Without namespace declarations. */
  readonly attributes: ReadonlyArray<XmlAttribute>;
  readonly children: ReadonlyArray<XmlNode>;
  /** Character data between tags, as places in the source. */
  readonly pieces: ReadonlyArray<Piece>;
  /** Index of the opening tag. */
  readonly start: number;
  /** Index after the closing tag; undefined when the document ends before it. */
  readonly end: number | undefined;
}

export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly literal: boolean;
}

interface Growing extends XmlNode {
  children: Array<Growing>;
  pieces: Array<Piece>;
  readonly scope: ReadonlyMap<string, string>;
  end: number | undefined;
}

export interface XmlTree {
  readonly root: XmlNode | undefined;
  readonly outcome: ScanEnd;
}

const outermost: ReadonlyMap<string, string> = new Map([
  ["", ""],
  ["xml", "http://www.w3.org/XML/1998/namespace"],
]);

// Most elements hold one text or nothing: a list is made when there is something to put into it.
const noChildren: Array<never> = [];
const noPieces: Array<never> = [];
const noAttributes: ReadonlyArray<never> = [];

const addChild = (parent: Growing, node: Growing): void => {
  if (parent.children === noChildren) parent.children = [node];
  else parent.children.push(node);
};

const addPiece = (node: Growing, piece: Piece): void => {
  if (node.pieces === noPieces) node.pieces = [piece];
  else node.pieces.push(piece);
};

const split = (name: string): readonly [prefix: string, local: string] => {
  const colon = name.indexOf(":");
  return colon < 0 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
};

const declaredPrefix = (name: string): string | undefined => {
  if (name === "xmlns") return "";
  return name.startsWith("xmlns:") ? name.slice(6) : undefined;
};

const scopeOf = (tag: ScannedTag, outer: ReadonlyMap<string, string>, source: Source): ReadonlyMap<string, string> => {
  if (!tag.attributes.some(([name]) => name.startsWith("xmlns"))) return outer;
  const scope = new Map(outer);
  for (const [name, value] of tag.attributes) {
    const prefix = declaredPrefix(name);
    if (prefix !== undefined) scope.set(prefix, attributeText(value, source));
  }
  return scope;
};

const attributesOf = (
  tag: ScannedTag,
  scope: ReadonlyMap<string, string>,
  source: Source,
): ReadonlyArray<XmlAttribute> => {
  const list: Array<XmlAttribute> = [];
  for (const [qualified, value] of tag.attributes) {
    if (declaredPrefix(qualified) !== undefined) continue;
    const [prefix, name] = split(qualified);
    const namespace = prefix === "" ? "" : (scope.get(prefix) ?? prefix);
    list.push({ namespace, name: source.decode(name), value: attributeText(value, source) });
  }
  return list;
};

const grow = (tag: ScannedTag, parent: Growing | undefined, source: Source): Growing => {
  const scope = scopeOf(tag, parent?.scope ?? outermost, source);
  const [prefix, local] = split(tag.name);
  return {
    source,
    parent,
    scope,
    namespace: scope.get(prefix) ?? prefix,
    name: source.decode(local),
    attributes: tag.attributes.length === 0 ? noAttributes : attributesOf(tag, scope, source),
    children: noChildren,
    pieces: noPieces,
    start: tag.start,
    end: undefined,
  };
};

/** The elements of a document; of a broken one, what stood before the break. */
export const readTree = (source: Source, limits: StructureLimits): XmlTree => {
  let root: Growing | undefined;
  let open: Growing | undefined;
  const outcome = scanXml(source.text, limits, {
    open: (tag) => {
      const node = grow(tag, open, source);
      if (open) addChild(open, node);
      root ??= node;
      open = node;
    },
    close: (end) => {
      if (open) open.end = end;
      open = open?.parent as Growing | undefined;
    },
    text: (start, end, literal) => open && addPiece(open, { start, end, literal }),
  });
  return { root, outcome };
};

/** The element's own character data, that of its children left out. */
export const textOf = (node: XmlNode): string => {
  const { source, pieces } = node;
  const read = ({ start, end, literal }: Piece): string =>
    characterText(source.text.slice(start, end), literal, source);
  const [only] = pieces;
  return pieces.length === 1 && only ? read(only) : pieces.map(read).join("");
};

/** The first child of that local name. */
export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((candidate) => candidate.name === name);

/** All children of that local name, in document order. */
export const children = (node: XmlNode | undefined, name: string): ReadonlyArray<XmlNode> =>
  node ? node.children.filter((candidate) => candidate.name === name) : [];

/** The first element down a path of local names. */
export const descend = (node: XmlNode | undefined, ...names: ReadonlyArray<string>): XmlNode | undefined =>
  names.reduce<XmlNode | undefined>((at, name) => child(at, name), node);

/** The value of an attribute without namespace. */
export const attributeOf = (node: XmlNode | undefined, name: string): string | undefined =>
  node?.attributes.find((candidate) => candidate.name === name && candidate.namespace === "")?.value;

/** Every element below, in document order, children before the next sibling; the element itself first. */
export const allElements = function* (node: XmlNode): Generator<XmlNode> {
  yield node;
  for (const below of node.children) yield* allElements(below);
};
