import { readFileSync } from "node:fs";
import { defaultLimits } from "../../src/xml/guard.ts";
import { openSource } from "../../src/xml/source.ts";
import type { XmlNode } from "../../src/xml/tree.ts";
import { attributeOf, child, children, readTree } from "../../src/xml/tree.ts";
import { xsd } from "../standards.ts";

/** An element as its schema declares it. */
export interface Declared {
  readonly name: string;
  readonly namespace: string;
  readonly min: number;
  readonly many: boolean;
  readonly attributes: ReadonlyArray<{ readonly name: string; readonly type: string }>;
  /** Simple type of the text; undefined when it has none. */
  readonly text: string | undefined;
  readonly content: ReadonlyArray<Particle>;
}
export type Particle = Declared | { readonly choice: ReadonlyArray<Particle> };

interface Schema {
  readonly namespace: string;
  readonly root: XmlNode;
  readonly prefixes: ReadonlyMap<string, string>;
}

const prefixesIn = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(/xmlns(?::([\w-]+))?="([^"]+)"/g)].map(([, prefix = "", uri = ""]) => [prefix, uri]));

const load = (file: string, into: Map<string, Schema>): Schema => {
  const bytes = readFileSync(xsd(file));
  const { root } = readTree(openSource(bytes), defaultLimits);
  if (!root) throw new Error(`no schema in ${file}`);
  const namespace = attributeOf(root, "targetNamespace") ?? "";
  const schema = { namespace, root, prefixes: prefixesIn(bytes.toString("latin1")) };
  into.set(namespace, schema);
  for (const imported of children(root, "import")) {
    const location = attributeOf(imported, "schemaLocation") ?? "";
    if (!into.has(attributeOf(imported, "namespace") ?? "")) load(location, into);
  }
  return schema;
};

const xs = "http://www.w3.org/2001/XMLSchema";

interface Place {
  readonly schemas: ReadonlyMap<string, Schema>;
  readonly schema: Schema;
  /** References and types above, to stop where one holds itself. */
  readonly above: ReadonlyArray<XmlNode>;
}

const resolve = ({ schemas, schema }: Place, qualified: string) => {
  const [local, prefix = ""] = qualified.split(":").toReversed();
  const namespace = schema.prefixes.get(prefix) ?? "";
  return { namespace, local: local ?? "", in: schemas.get(namespace) };
};

const globalIn = (schema: Schema | undefined, kind: string, name: string): XmlNode | undefined =>
  schema && children(schema.root, kind).find((node) => attributeOf(node, "name") === name);

const occurs = (node: XmlNode) => ({
  min: Number(attributeOf(node, "minOccurs") ?? 1),
  many: (attributeOf(node, "maxOccurs") ?? "1") !== "1",
});

const particlesOf = (node: XmlNode, at: Place): ReadonlyArray<Particle> =>
  node.children.flatMap((particle): ReadonlyArray<Particle> => {
    if (particle.name === "sequence") return particlesOf(particle, at);
    if (particle.name === "choice") return [{ choice: particlesOf(particle, at) }];
    return particle.name === "element" ? declared(particle, at) : [];
  });

const attributesOf = (node: XmlNode) =>
  children(node, "attribute").map((attribute) => ({
    name: attributeOf(attribute, "name") ?? "",
    type: attributeOf(attribute, "type") ?? "inline",
  }));

type Typed = Pick<Declared, "attributes" | "text" | "content">;

const typeOf = (node: XmlNode, at: Place): Typed => {
  const inline = child(node, "complexType");
  if (inline) return { attributes: attributesOf(inline), text: undefined, content: particlesOf(inline, at) };
  const name = attributeOf(node, "type") ?? "string";
  const { namespace, local, in: schema } = resolve(at, name);
  if (namespace === xs) return { attributes: [], text: local, content: [] };
  const complex = globalIn(schema, "complexType", local);
  if (!complex || !schema) return { attributes: [], text: local === "INT" ? "integer" : "string", content: [] };
  const attributes = attributesOf(complex).map((attribute) => ({ ...attribute, type: `${local}@${attribute.name}` }));
  return {
    attributes,
    text: undefined,
    content: particlesOf(complex, { ...at, schema, above: [...at.above, complex] }),
  };
};

const declared = (node: XmlNode, at: Place): ReadonlyArray<Declared> => {
  const reference = attributeOf(node, "ref");
  const found = reference === undefined ? undefined : resolve(at, reference);
  const target = found ? globalIn(found.in, "element", found.local) : node;
  const schema = found?.in ?? at.schema;
  const type = attributeOf(node, "type");
  const complex =
    type === undefined ? undefined : globalIn(resolve(at, type).in, "complexType", resolve(at, type).local);
  if (!target || at.above.includes(target) || (complex && at.above.includes(complex))) return [];
  const inside = { ...at, schema, above: [...at.above, target] };
  const name = attributeOf(target, "name") ?? "";
  return [{ name, namespace: schema.namespace, ...occurs(node), ...typeOf(target, inside) }];
};

/** A global element of a schema with everything below it; what holds itself is followed once. */
export const model = (file: string, root: string): Declared => {
  const schemas = new Map<string, Schema>();
  const schema = load(file, schemas);
  const element = globalIn(schema, "element", root);
  const [found] = element ? declared(element, { schemas, schema, above: [] }) : [];
  if (!found) throw new Error(`${file} has no ${root}`);
  return found;
};

const elementsOf = (particle: Particle): ReadonlyArray<Declared> =>
  "choice" in particle ? particle.choice.flatMap(elementsOf) : [particle];

const leavesBelow = (element: Declared, path: string): ReadonlyArray<string> => [
  ...element.attributes.map(({ name }) => `${path}/@${name}`),
  ...(element.text === undefined ? [] : [path]),
  ...element.content.flatMap(elementsOf).flatMap((below) => leavesBelow(below, `${path}/${below.name}`)),
];

/** Every text and attribute below a root, as paths of local names. */
export const leavesIn = (root: Declared): ReadonlyArray<string> => [
  ...new Set(leavesBelow(root, "").map((leaf) => leaf.slice(1))),
];
