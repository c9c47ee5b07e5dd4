import { printDay } from "@samvirke/kernel";
import { defaultLimits } from "../src/xml/guard.ts";
import { openSource } from "../src/xml/source.ts";
import type { XmlNode } from "../src/xml/tree.ts";
import { allElements, readTree, textOf } from "../src/xml/tree.ts";
import { readDay } from "../src/xml/values.ts";
import { bytes } from "./documents.ts";

const find = (node: XmlNode, steps: ReadonlyArray<string>): XmlNode | undefined => {
  const [step, ...rest] = steps;
  if (step === undefined) return node;
  for (const below of node.children.filter(({ name }) => name === step)) {
    const found = find(below, rest);
    if (found) return found;
  }
  return undefined;
};

const nextDay = (text: string): string => {
  const { value } = readDay(text.slice(0, 10));
  return value === undefined ? text : printDay((value + 1) as typeof value) + text.slice(10);
};

const byForm = (text: string): string => {
  if (text === "true") return "false";
  if (text === "false") return "true";
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return nextDay(text);
  if (/^\d{1,3}$/.test(text)) return String(Number(text) + 1);
  return /^[\d.]+$/.test(text) ? `${text}1` : `${text}x`;
};

interface Span {
  readonly start: number;
  readonly end: number;
}

const splice = (text: string, { start, end }: Span, put: string): string =>
  text.slice(0, start) + put + text.slice(end);

/** How the leaves of one format are changed. */
export interface LeafChanges {
  /** Name of the element that paths begin below. */
  readonly root: string;
  /** Values that mean something else in their list; every other leaf is changed by its form. */
  readonly others: Readonly<Record<string, string>>;
}

const changedAttribute = (
  document: string,
  node: XmlNode,
  change: (text: string) => string,
  name: string,
): string | undefined => {
  const tag = document.slice(node.start, document.indexOf(">", node.start));
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  if (!found) return undefined;
  const start = node.start + found.index;
  return splice(document, { start, end: start + found[0].length }, ` ${name}="${change(found[1] ?? "")}"`);
};

/** The document with the first occurrence of one leaf changed; undefined when it has none. */
export const changeLeaf = (document: string, leaf: string, { root, others }: LeafChanges): string | undefined => {
  const latin = Buffer.from(bytes(document)).toString("latin1");
  const tree = readTree(openSource(bytes(document)), defaultLimits).root;
  const top = tree && [...allElements(tree)].find(({ name }) => name === root);
  const steps = leaf.split("/").filter((step) => !step.startsWith("@"));
  const node = top && find(top, steps);
  if (!node) return undefined;
  const change = (text: string): string => Buffer.from(others[leaf] ?? byForm(text), "utf8").toString("latin1");
  if (leaf.includes("@")) {
    const changed = changedAttribute(latin, node, change, leaf.slice(leaf.lastIndexOf("@") + 1));
    return changed === undefined ? undefined : Buffer.from(changed, "latin1").toString("utf8");
  }
  const [piece] = node.pieces;
  if (!piece) throw new Error(`${leaf} is empty`);
  return Buffer.from(splice(latin, piece, change(textOf(node))), "latin1").toString("utf8");
};
