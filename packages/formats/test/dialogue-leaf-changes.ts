import { readFileSync } from "node:fs";
import { printDay } from "@samvirke/kernel";
import { wireDocument } from "../src/envelope/document.ts";
import { dialoguesIn } from "../src/dialogue/namespaces.ts";
import { defaultLimits } from "../src/xml/guard.ts";
import { openSource } from "../src/xml/source.ts";
import type { XmlNode } from "../src/xml/tree.ts";
import { attributeOf, child, readTree, textOf } from "../src/xml/tree.ts";
import { readDay } from "../src/xml/values.ts";
import { xsd } from "./standards.ts";

const find = (node: XmlNode, [step, ...rest]: ReadonlyArray<string>): XmlNode | undefined => {
  if (step === undefined) return node;
  for (const below of node.children.filter(({ name }) => name === step)) {
    const found = find(below, rest);
    if (found) return found;
  }
  return undefined;
};

// The list of a code decides what the message is; the short spelling of the same list is another text and no other list.
const others: Readonly<Record<string, (text: string) => string>> = {
  "Notat/TemaKodet/@S": (text) => text.slice(-4),
  "Foresporsel/TypeForesp/@S": (text) => text.slice(-4),
};

const nextDay = (text: string): string => {
  const { value } = readDay(text);
  return value === undefined ? text : printDay((value + 1) as typeof value);
};

const changedText = (leaf: string, text: string): string => {
  const other = others[leaf];
  if (other) return other(text);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return nextDay(text);
  return /^\d{1,3}$/.test(text) ? String(Number(text) + 1) : `${text}x`;
};

interface Span {
  readonly start: number;
  readonly end: number;
}

const splice = (text: string, { start, end }: Span, put: string): string =>
  text.slice(0, start) + put + text.slice(end);

const changedAttribute = (document: string, node: XmlNode, leaf: string): string => {
  const name = leaf.slice(leaf.lastIndexOf("@") + 1);
  const tag = document.slice(node.start, document.indexOf(">", node.start));
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  if (!found) throw new Error(`${leaf} is not in the document`);
  const start = node.start + found.index;
  return splice(document, { start, end: start + found[0].length }, ` ${name}="${changedText(leaf, found[1] ?? "")}"`);
};

/** The document with the first occurrence of one leaf changed; undefined when it has none. */
export const withDialogueLeafChanged = (document: string, leaf: string): string | undefined => {
  const latin = Buffer.from(document, "utf8").toString("latin1");
  const { root } = readTree(openSource(Buffer.from(document, "utf8")), defaultLimits);
  const [dialogue] = root ? dialoguesIn(wireDocument(root)) : [];
  const node =
    dialogue &&
    find(
      dialogue,
      leaf.split("/").filter((step) => !step.startsWith("@")),
    );
  if (!node) return undefined;
  if (leaf.includes("@")) return Buffer.from(changedAttribute(latin, node, leaf), "latin1").toString("utf8");
  const [piece] = node.pieces;
  if (!piece) throw new Error(`${leaf} is empty`);
  const put = Buffer.from(changedText(leaf, textOf(node)), "utf8").toString("latin1");
  return Buffer.from(splice(latin, piece, put), "latin1").toString("utf8");
};

const particles = new Set(["sequence", "choice", "all"]);

const schema = (file: string): XmlNode => {
  const { root } = readTree(openSource(readFileSync(xsd(file))), defaultLimits);
  if (!root) throw new Error(`no schema in ${file}`);
  return root;
};

const named = (root: XmlNode, ...kinds: ReadonlyArray<string>): Map<string, XmlNode> =>
  new Map(
    root.children.filter(({ name }) => kinds.includes(name)).map((node) => [attributeOf(node, "name") ?? "", node]),
  );

/** Every element with text and every attribute that a schema of dialogue messages can hold; a type inside itself once. */
export const dialogueSchemaLeaves = (file: string): ReadonlyArray<string> => {
  const root = schema(file);
  const elements = named(root, "element");
  const libraries: Record<string, Map<string, XmlNode>> = {
    fk1: named(schema("felleskomponent1.xsd"), "complexType"),
    kith: named(schema("kith.xsd"), "complexType", "simpleType"),
  };
  interface Place {
    readonly path: string;
    readonly open: ReadonlyArray<XmlNode>;
  }
  const ofType = (type: XmlNode, place: Place): ReadonlyArray<string> => {
    if (type.name === "simpleType") return [place.path];
    // Twice in the path is once inside itself; further down nothing new comes.
    if (place.open.filter((one) => one === type).length === 2) return [];
    const inside = { ...place, open: [...place.open, type] };
    const ofNode = (node: XmlNode): ReadonlyArray<string> => {
      if (particles.has(node.name)) return node.children.flatMap(ofNode);
      if (node.name === "attribute") return [`${place.path}/@${attributeOf(node, "name")}`];
      return node.name === "element" ? ofElement(node, inside) : [];
    };
    return type.children.flatMap(ofNode);
  };
  const typeOf = (element: XmlNode): XmlNode | undefined => {
    const own = child(element, "complexType");
    const [prefix = "", local] = (attributeOf(element, "type") ?? "").split(":");
    if (own || local === undefined) return own;
    const found = libraries[prefix]?.get(local);
    if (!found) throw new Error(`type ${prefix}:${local} not found`);
    return found;
  };
  const ofElement = (element: XmlNode, place: Place): ReadonlyArray<string> => {
    const referred = attributeOf(element, "ref")?.split(":")[1];
    const definition = referred === undefined ? element : elements.get(referred);
    if (!definition) throw new Error(`${referred} is not defined`);
    const name = attributeOf(definition, "name") ?? "";
    const path = place.path === "" ? name : `${place.path}/${name}`;
    const type = typeOf(definition);
    return type ? ofType(type, { ...place, path }) : [path];
  };
  const type = child(elements.get("Dialogmelding"), "complexType");
  if (!type) throw new Error("no root element");
  return ofType(type, { path: "", open: [] });
};
