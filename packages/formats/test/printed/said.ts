import { defaultLimits } from "../../src/xml/guard.ts";
import { openSource } from "../../src/xml/source.ts";
import type { XmlNode } from "../../src/xml/tree.ts";
import { attributeOf, readTree, textOf } from "../../src/xml/tree.ts";

/** What a document says: every place, with its position in lists, and the text there. */
export type Said = ReadonlyMap<string, string>;

const jsonInto = (value: unknown, path: string, out: Map<string, string>): void => {
  if (Array.isArray(value)) return value.forEach((item, index) => jsonInto(item, `${path}[${index}]`, out));
  if (typeof value !== "object" || value === null) return void out.set(path, String(value));
  for (const [key, item] of Object.entries(value)) {
    // Questions are keys too, and their numbers have dots.
    const plain = key.replaceAll(".", "-");
    jsonInto(item, path === "" ? plain : `${path}.${plain}`, out);
  }
};

const saidInJson = (text: string): Said => {
  const out = new Map<string, string>();
  jsonInto(JSON.parse(text), "", out);
  return out;
};

const xmlInto = (node: XmlNode, path: string, out: Map<string, string>): void => {
  for (const { name } of node.attributes) out.set(`${path}/@${name}`, attributeOf(node, name) ?? "");
  if (node.children.length === 0) out.set(path, textOf(node));
  const seen = new Map<string, number>();
  for (const one of node.children) {
    const index = seen.get(one.name) ?? 0;
    seen.set(one.name, index + 1);
    xmlInto(one, `${path === "" ? "" : `${path}/`}${one.name}[${index}]`, out);
  }
};

const saidInXml = (text: string): Said => {
  const { root } = readTree(openSource(Buffer.from(text)), defaultLimits);
  if (!root) throw new Error("no XML");
  const out = new Map<string, string>();
  // A receipt alone says the same as one in an envelope.
  xmlInto(root, root.name === "AppRec" ? "AppRec[0]" : "", out);
  return out;
};

/** What a document says, by paths below its root; nothing where there is none. */
export const saidIn = (text: string, isXml: boolean): Said => {
  if (text === "") return new Map();
  return isXml ? saidInXml(text) : saidInJson(text);
};

const maps: ReadonlyArray<readonly [RegExp, string]> = [
  [/(utdypendeOpplysninger)\.[^.]+\.[^.]+/, "$1{}{}"],
  [/(utdypendeOpplysninger)\.[^.]+$/, "$1{}"],
  [/(brukerSvar)\.[^.]+/, "$1{}"],
];

/** A place without its position in XML lists; JSON lists keep an empty pair of brackets, and maps a pair of braces. */
export const placeOf = (path: string, isXml: boolean): string =>
  maps.reduce((place, [key, plain]) => place.replace(key, plain), path.replace(/\[\d+\]/g, isXml ? "" : "[]"));

/** Places that say something else in the one than in the other; `document` where there is none any more. */
export const changedPlaces = (before: Said, after: Said): ReadonlyArray<string> =>
  after.size === 0 && before.size > 0
    ? ["document"]
    : [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
