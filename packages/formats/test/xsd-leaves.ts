import { readFileSync } from "node:fs";
import { defaultLimits } from "../src/xml/guard.ts";
import { openSource } from "../src/xml/source.ts";
import type { XmlNode } from "../src/xml/tree.ts";
import { attributeOf, child, readTree } from "../src/xml/tree.ts";
import { xsd } from "./standards.ts";

const read = (file: string): XmlNode => {
  const { root } = readTree(openSource(readFileSync(xsd(file))), defaultLimits);
  if (!root) throw new Error(`no schema in ${file}`);
  return root;
};

const local = (qualified: string): string => qualified.slice(qualified.indexOf(":") + 1);
const simple = /^(xsd:|xs:)?(string|int|integer|date|dateTime|boolean|token|anyURI|nonNegativeInteger)$/;
const passed = new Set(["sequence", "choice", "all", "complexContent", "simpleContent"]);

/** Every element with text and every attribute that a schema can hold below its root, written from the schema alone. */
export const xsdLeaves = (root: string, ...files: ReadonlyArray<string>): ReadonlyArray<string> => {
  const declared = files.flatMap((file) => read(file).children);
  const find = (kind: ReadonlyArray<string>, name: string): XmlNode | undefined =>
    declared.find((node) => kind.includes(node.name) && attributeOf(node, "name") === local(name));
  const typed = (name: string, path: string): ReadonlyArray<string> => {
    const type = find(["complexType", "simpleType"], name);
    if (type) return ofType(type, path);
    if (simple.test(name)) return [path];
    throw new Error(`type ${name} of ${path} not found`);
  };
  const ofElement = (node: XmlNode, parent: string): ReadonlyArray<string> => {
    const reference = attributeOf(node, "ref");
    const element = reference === undefined ? node : find(["element"], reference);
    if (!element) throw new Error(`element ${reference} not found`);
    const name = attributeOf(element, "name") ?? "";
    const path = parent === "" ? name : `${parent}/${name}`;
    const inline = child(element, "complexType") ?? child(element, "simpleType");
    return inline ? ofType(inline, path) : typed(attributeOf(element, "type") ?? "", path);
  };
  const ofPart = (node: XmlNode, path: string): ReadonlyArray<string> => {
    if (passed.has(node.name)) return ofType(node, path);
    if (node.name === "extension") return [...typed(attributeOf(node, "base") ?? "", path), ...ofType(node, path)];
    if (node.name === "attribute") return [path === "" ? "" : `${path}/@${attributeOf(node, "name")}`];
    return node.name === "element" ? ofElement(node, path) : [];
  };
  const ofType = (type: XmlNode, path: string): ReadonlyArray<string> =>
    type.name === "simpleType" ? [path] : type.children.flatMap((node) => ofPart(node, path));
  const element = find(["element"], root);
  const type = child(element, "complexType") ?? find(["complexType"], attributeOf(element, "type") ?? "");
  if (!type) throw new Error(`no element ${root}`);
  return ofType(type, "");
};
