import type { XmlAttribute, XmlNode } from "../xml/tree.ts";
import { textOf } from "../xml/tree.ts";

// Characters that no XML document can hold, so the parts cannot be mistaken for each other.
const [opens, attribute, equals, text, closes] = ["\u0001", "\u0002", "\u0003", "\u0004", "\u0005"];

const byName = (a: XmlAttribute, b: XmlAttribute): number => (a.name < b.name ? -1 : 1);

const isOrdered = (attributes: ReadonlyArray<XmlAttribute>): boolean =>
  attributes.every(({ name }, index) => index === 0 || (attributes[index - 1]?.name ?? "") <= name);

const write = (node: XmlNode, kept: ReadonlyArray<XmlNode>, out: Array<string>): void => {
  out.push(opens, node.name);
  const attributes = isOrdered(node.attributes) ? node.attributes : [...node.attributes].sort(byName);
  for (const { name, value } of attributes) out.push(attribute, name, equals, value);
  const own = node.pieces.length === 0 ? "" : textOf(node);
  out.push(text, kept.length > 0 ? own.trim() : own);
  for (const below of kept) write(below, below.children, out);
  out.push(closes);
};

/**
 * The business content of a certificate as one text: equal for two documents that say the same, whatever their prefixes,
 * declarations, encoding and indentation.
 *
 * Source: fact sheet 8.4; the barcode is left out, envelope and attachments are no part of it.
 */
export const businessContent = (certificate: XmlNode): string => {
  const out: Array<string> = [];
  write(
    certificate,
    certificate.children.filter(({ name }) => name !== "Strekkode"),
    out,
  );
  return out.join("");
};
