import { readFileSync } from "node:fs";
import { defaultLimits } from "../../src/xml/guard.ts";
import { openSource } from "../../src/xml/source.ts";
import type { XmlNode } from "../../src/xml/tree.ts";
import { attributeOf, child, children, readTree } from "../../src/xml/tree.ts";
import { xsd } from "../standards.ts";

/** A value as its schema restricts it. */
export interface Simple {
  /** Name of the built-in type at the bottom. */
  readonly base: string;
  /** The values that there are; empty where any is allowed. */
  readonly codes: ReadonlyArray<string>;
  /** Characters that a value must have; undefined where any number will do. */
  readonly length: number | undefined;
  /** Name of the type, for values that only a pattern describes. */
  readonly name: string;
}
export interface DeclaredAttribute {
  readonly name: string;
  readonly isRequired: boolean;
  readonly type: Simple;
}
/** How often a part may stand; `many` is more than once. */
interface Occurs {
  readonly min: number;
  readonly many: boolean;
}
export interface DeclaredElement extends Occurs {
  readonly kind: "element";
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyArray<DeclaredAttribute>;
  /** Undefined where the element has none. */
  readonly text: Simple | undefined;
  readonly content: ReadonlyArray<Particle>;
}
export interface Group extends Occurs {
  readonly kind: "sequence" | "choice";
  readonly items: ReadonlyArray<Particle>;
}
export type Particle = DeclaredElement | Group;

interface Schema {
  readonly namespace: string;
  readonly root: XmlNode;
  readonly prefixes: ReadonlyMap<string, string>;
}
interface Place {
  readonly schemas: ReadonlyMap<string, Schema>;
  readonly schema: Schema;
  /** Declarations and types above, to stop where one holds itself. */
  readonly above: ReadonlyArray<XmlNode>;
}

const xs = "http://www.w3.org/2001/XMLSchema";
const prefixesIn = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(/xmlns(?::([\w-]+))?="([^"]+)"/g)].map(([, prefix = "", uri = ""]) => [prefix, uri]));

// The schema of signatures has a DOCTYPE, which the reader refuses; no format of ours holds more of it than a mark.
const load = (file: string, into: Map<string, Schema>): Schema | undefined => {
  const bytes = readFileSync(xsd(file));
  const { root } = readTree(openSource(bytes), defaultLimits);
  if (!root) return undefined;
  const namespace = attributeOf(root, "targetNamespace") ?? "";
  const schema = { namespace, root, prefixes: prefixesIn(bytes.toString("latin1")) };
  into.set(namespace, schema);
  for (const imported of children(root, "import")) {
    const location = attributeOf(imported, "schemaLocation");
    if (location !== undefined && !into.has(attributeOf(imported, "namespace") ?? "")) load(location, into);
  }
  return schema;
};

const resolve = ({ schemas, schema }: Place, qualified: string) => {
  const [local = "", prefix = ""] = qualified.split(":").toReversed();
  const namespace = schema.prefixes.get(prefix) ?? "";
  return { local, namespace, schema: schemas.get(namespace) };
};
const globalIn = (schema: Schema | undefined, kind: string, name: string): XmlNode | undefined =>
  schema && children(schema.root, kind).find((node) => attributeOf(node, "name") === name);
const occurs = (node: XmlNode): Occurs => ({
  min: Number(attributeOf(node, "minOccurs") ?? 1),
  many: (attributeOf(node, "maxOccurs") ?? "1") !== "1",
});
const builtIn = (name: string): Simple => ({ base: name, codes: [], length: undefined, name });

const simpleOf = (node: XmlNode, at: Place, name: string): Simple => {
  const restriction = child(node, "restriction");
  if (!restriction) return { ...builtIn("dateTime"), name };
  const below = namedSimple(attributeOf(restriction, "base") ?? "string", at);
  const codes = children(restriction, "enumeration").map((each) => attributeOf(each, "value") ?? "");
  const length = child(restriction, "length");
  return {
    base: below.base,
    codes: codes.length > 0 ? codes : below.codes,
    length: length ? Number(attributeOf(length, "value")) : below.length,
    name: name === "" ? below.name : name,
  };
};
const namedSimple = (qualified: string, at: Place): Simple => {
  const { local, namespace, schema } = resolve(at, qualified);
  if (namespace === xs) return builtIn(local);
  const node = globalIn(schema, "simpleType", local);
  if (!node || !schema) throw new Error(`no simple type ${qualified}`);
  return simpleOf(node, { ...at, schema }, local);
};
const typeOfAttribute = (node: XmlNode, at: Place): Simple => {
  const inline = child(node, "simpleType");
  if (inline) return simpleOf(inline, at, "");
  return namedSimple(attributeOf(node, "type") ?? "string", at);
};
const attributeIn = (node: XmlNode, at: Place): ReadonlyArray<DeclaredAttribute> => {
  const reference = attributeOf(node, "ref");
  // The document's own marks of the XML standard (xml:lang and the like) say nothing of a format's.
  if (reference !== undefined) return [];
  const name = attributeOf(node, "name") ?? "";
  return [{ name, isRequired: attributeOf(node, "use") === "required", type: typeOfAttribute(node, at) }];
};

type Typed = Pick<DeclaredElement, "attributes" | "text" | "content">;
const empty: Typed = { attributes: [], text: undefined, content: [] };
const joined = (one: Typed, other: Typed): Typed => ({
  attributes: [...one.attributes, ...other.attributes],
  text: one.text ?? other.text,
  content: [...one.content, ...other.content],
});

const particlesOf = (node: XmlNode, at: Place): ReadonlyArray<Particle> =>
  node.children.flatMap((part): ReadonlyArray<Particle> => {
    if (part.name === "sequence" || part.name === "choice")
      return [{ kind: part.name, ...occurs(part), items: particlesOf(part, at) }];
    return part.name === "element" ? elementIn(part, at) : [];
  });

const complexOf = (node: XmlNode, at: Place): Typed =>
  node.children.reduce<Typed>((typed, part) => {
    if (part.name === "attribute") return joined(typed, { ...empty, attributes: attributeIn(part, at) });
    if (part.name === "sequence" || part.name === "choice")
      return joined(typed, { ...empty, content: [{ kind: part.name, ...occurs(part), items: particlesOf(part, at) }] });
    if (part.name === "complexContent" || part.name === "simpleContent") return joined(typed, complexOf(part, at));
    if (part.name !== "extension") return typed;
    return joined(joined(typed, namedType(attributeOf(part, "base") ?? "", at)), complexOf(part, at));
  }, empty);

const namedType = (qualified: string, at: Place): Typed => {
  const { local, namespace, schema } = resolve(at, qualified);
  if (namespace === xs) return { ...empty, text: builtIn(local) };
  const complex = globalIn(schema, "complexType", local);
  if (!complex || !schema) return { ...empty, text: namedSimple(qualified, at) };
  return complexOf(complex, { ...at, schema, above: [...at.above, complex] });
};

const typeOf = (node: XmlNode, at: Place): Typed => {
  const complex = child(node, "complexType");
  if (complex) return complexOf(complex, at);
  const simple = child(node, "simpleType");
  if (simple) return { ...empty, text: simpleOf(simple, at, "") };
  return namedType(attributeOf(node, "type") ?? "string", at);
};

// What holds itself is followed once: below that nothing new stands.
const elementIn = (node: XmlNode, at: Place): ReadonlyArray<DeclaredElement> => {
  const reference = attributeOf(node, "ref");
  const found = reference === undefined ? undefined : resolve(at, reference);
  const target = found ? globalIn(found.schema, "element", found.local) : node;
  const schema = found?.schema ?? at.schema;
  if (!target) throw new Error(`no element ${reference}`);
  const type = attributeOf(target, "type");
  const named = type === undefined ? undefined : resolve({ ...at, schema }, type);
  const complex = named && globalIn(named.schema, "complexType", named.local);
  if (at.above.includes(target) || (complex && at.above.includes(complex))) return [];
  const inside = { ...at, schema, above: [...at.above, target] };
  const name = attributeOf(target, "name") ?? "";
  return [{ kind: "element", name, namespace: schema.namespace, ...occurs(node), ...typeOf(target, inside) }];
};

/** A global element of a schema with everything below it. */
export const schemaModel = (file: string, root: string): DeclaredElement => {
  const schemas = new Map<string, Schema>();
  const schema = load(file, schemas);
  const element = globalIn(schema, "element", root);
  const [model] = element && schema ? elementIn(element, { schemas, schema, above: [] }) : [];
  if (!model) throw new Error(`${file} has no ${root}`);
  return model;
};
