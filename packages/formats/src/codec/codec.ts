import type { Findings } from "../xml/findings.ts";
import type { XmlNode } from "../xml/tree.ts";
import type { XmlDraft } from "../xml/write.ts";

/** One leaf of a schema and what of a value follows from it; both paths relative to where the codec stands. */
export interface Leaf {
  /** Elements by local name, an attribute begins with `@`; "" is the element's own text. */
  readonly leaf: string;
  /** Paths below the value; "" is the value itself, `[]` stands for the items of a list. */
  readonly event: ReadonlyArray<string>;
}

/** One way from an element to a value and back, with every leaf that it knows. */
export interface ElementCodec<A> {
  readonly read: (node: XmlNode, findings: Findings) => A;
  /** The element of that qualified name; undefined when there is nothing to write. */
  readonly write: (value: A, name: string) => XmlDraft | undefined;
  readonly leaves: ReadonlyArray<Leaf>;
}

/** An element with the qualified names of what it stands in, outermost first. */
export interface Placed {
  readonly path: ReadonlyArray<string>;
  readonly draft: XmlDraft;
}

/** One way from an element's children to a value and back. */
export interface ChildCodec<A> {
  readonly read: (parent: XmlNode | undefined, findings: Findings) => A;
  readonly write: (value: A) => ReadonlyArray<Placed>;
  readonly leaves: ReadonlyArray<Leaf>;
}

/** The local part of a qualified name. */
export const localName = (qualified: string): string => qualified.slice(qualified.indexOf(":") + 1);

/** `a` and `b` as one path of a leaf. */
export const leafPath = (above: string, below: string): string => {
  if (above === "") return below;
  return below === "" ? above : `${above}/${below}`;
};

/** `a` and `b` as one path of an event. */
export const eventPath = (above: string, below: string): string => {
  if (above === "" || below === "") return above + below;
  return below.startsWith("[") ? above + below : `${above}.${below}`;
};

/** Leaves as seen from an element above. */
export const below = (leaves: ReadonlyArray<Leaf>, element: string, field: string): ReadonlyArray<Leaf> =>
  leaves.map(({ leaf, event }) => ({
    leaf: leafPath(element, leaf),
    event: event.map((path) => eventPath(field, path)),
  }));

/** Leaves with those of one path put together. */
export const mergedLeaves = (leaves: ReadonlyArray<Leaf>): ReadonlyArray<Leaf> =>
  [...Map.groupBy(leaves, ({ leaf }) => leaf)].map(([leaf, same]) => ({
    leaf,
    event: [...new Set(same.flatMap(({ event }) => event))],
  }));
