import { namespaces } from "../envelope/document.ts";
import type { Findings } from "../xml/findings.ts";
import type { XmlNode } from "../xml/tree.ts";
import { textOf } from "../xml/tree.ts";

/** What the schema knows of an element; used to find what it does not know, never to refuse. */
export interface Shape {
  readonly attributes?: ReadonlyArray<string>;
  /** Whether the element has text of its own. */
  readonly text?: boolean;
  /** Whether the element may hold anything at all (xs:anyType); nothing in it is looked at. */
  readonly any?: boolean;
  readonly children?: Readonly<Record<string, ChildShape>>;
  /** Children of which the schema wants one. */
  readonly choice?: { readonly of: ReadonlyArray<string>; readonly required: boolean };
}

export interface ChildShape {
  readonly shape: Shape;
  readonly required?: boolean;
  readonly many?: boolean;
  /** The child's namespace where it is not the certificate's. */
  readonly namespace?: string;
}

const instance = "http://www.w3.org/2001/XMLSchema-instance";
const blank = /^\s*$/;

const checkAttributes = (node: XmlNode, shape: Shape, findings: Findings): void => {
  for (const { name, namespace } of node.attributes) {
    const known = namespace === instance || (namespace === "" && shape.attributes?.includes(name));
    // The name is the sender's own word, so the path stops before it.
    if (!known) findings.note("UNKNOWN_ATTRIBUTE", node, "@*");
  }
};

const checkText = (node: XmlNode, shape: Shape, findings: Findings): void => {
  if (!shape.text && node.pieces.length > 0 && !blank.test(textOf(node))) findings.note("UNEXPECTED_TEXT", node);
};

// Shapes are few and asked again for every element.
const listed = new WeakMap<Shape, ReadonlyArray<readonly [string, ChildShape]>>();

const childrenOf = (shape: Shape): ReadonlyArray<readonly [string, ChildShape]> => {
  const list = listed.get(shape) ?? Object.entries(shape.children ?? {});
  listed.set(shape, list);
  return list;
};

const howMany = (node: XmlNode, name: string): number => {
  let found = 0;
  for (const below of node.children) if (below.name === name) found += 1;
  return found;
};

const checkCount = (node: XmlNode, [name, known]: readonly [string, ChildShape], findings: Findings): void => {
  const found = howMany(node, name);
  if (known.required && found === 0) findings.note("MISSING_ELEMENT", node, name);
  if (!known.many && found > 1) findings.note("DUPLICATE_ELEMENT", node, name);
};

const checkChoice = (node: XmlNode, shape: Shape, findings: Findings): void => {
  if (!shape.choice) return;
  const { of, required } = shape.choice;
  const taken = of.filter((name) => howMany(node, name) > 0).length;
  if (taken > 1) findings.note("SEVERAL_CHOICES", node);
  if (taken === 0 && required) findings.note("MISSING_CHOICE", node);
};

const checkChild = (below: XmlNode, known: ChildShape, findings: Findings): void => {
  if (below.namespace !== (known.namespace ?? namespaces.certificate)) findings.note("UNEXPECTED_NAMESPACE", below);
  checkShape(below, known.shape, findings);
};

/** Notes everything about an element and what lies below it that the schema does not know or misses. */
export const checkShape = (node: XmlNode, shape: Shape, findings: Findings): void => {
  if (shape.any) return;
  const known = shape.children ?? {};
  checkAttributes(node, shape, findings);
  checkText(node, shape, findings);
  for (const one of childrenOf(shape)) checkCount(node, one, findings);
  checkChoice(node, shape, findings);
  node.children.forEach((below, index) => {
    const childShape = Object.hasOwn(known, below.name) ? known[below.name] : undefined;
    if (childShape) checkChild(below, childShape, findings);
    else findings.note("UNKNOWN_ELEMENT", node, `*[${index + 1}]`);
  });
};
