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

const types = (root: XmlNode): Map<string, XmlNode> =>
  new Map(
    root.children
      .filter(({ name }) => name === "complexType" || name === "simpleType")
      .map((node) => [attributeOf(node, "name") ?? "", node]),
  );

const particles = new Set(["sequence", "choice", "all"]);

/** Every element with text and every attribute that the certificate's schema can hold, as paths below its root. */
export const schemaLeaves = (): ReadonlyArray<string> => {
  const certificate = read("HelseOpplysningerArbeidsuforhet_2013-10-01.xsd");
  const libraries: Record<string, Map<string, XmlNode>> = {
    ho: types(certificate),
    fk1: types(read("felleskomponent1.xsd")),
    kith: types(read("kith.xsd")),
  };
  const ofType = (type: XmlNode, path: string): ReadonlyArray<string> =>
    type.name === "simpleType"
      ? [path]
      : type.children.flatMap((node) => {
          if (particles.has(node.name)) return ofType(node, path);
          if (node.name === "attribute") return [`${path}/@${attributeOf(node, "name")}`];
          return node.name === "element" ? ofElement(node, path) : [];
        });
  const named = (qualified: string, path: string): XmlNode | undefined => {
    const [prefix = "", local] = qualified.split(":");
    if (local === undefined) return undefined;
    const found = libraries[prefix]?.get(local);
    if (!found) throw new Error(`type of ${path} not found`);
    return found;
  };
  const ofElement = (element: XmlNode, parent: string): ReadonlyArray<string> => {
    const name = attributeOf(element, "name") ?? "";
    const path = parent === "" ? name : `${parent}/${name}`;
    const type = child(element, "complexType") ?? named(attributeOf(element, "type") ?? "", path);
    return type ? ofType(type, path) : [path];
  };
  const root = child(certificate, "element");
  const type = child(root, "complexType");
  if (!type) throw new Error("no root element");
  return ofType(type, "");
};
