import type { Findings } from "../xml/findings.ts";
import type { XmlNode } from "../xml/tree.ts";
import { child, textOf } from "../xml/tree.ts";
import { characterText } from "../xml/text.ts";

// Elements after which a reader sees a new line, whatever mark-up it is.
const blocks: ReadonlySet<string> = new Set([
  "p",
  "br",
  "div",
  "li",
  "tr",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "ul",
  "ol",
]);

interface Part {
  readonly at: number;
  readonly text: string;
}

const own = (node: XmlNode): ReadonlyArray<Part> =>
  node.pieces.map(({ start, end, literal }) => ({
    at: start,
    text: characterText(node.source.text.slice(start, end), literal, node.source),
  }));

const flat = (node: XmlNode): string => {
  const below = node.children.map((one) => ({
    at: one.start,
    text: flat(one) + (blocks.has(one.name.toLowerCase()) ? "\n" : ""),
  }));
  const parts = [...own(node), ...below].sort((a, b) => a.at - b.at);
  return parts.map(({ text }) => text).join("");
};

/** The text of an element that may hold anything: plain, or mark-up read in order with a line for each block. */
export const openTextIn = (node: XmlNode | undefined, name: string, findings: Findings): string | null => {
  const found = child(node, name);
  if (!found) return null;
  if (found.children.length === 0) return textOf(found);
  findings.note("TEXT_WITH_MARKUP", found);
  return flat(found).trim();
};
