import type { XmlNode } from "../xml/tree.ts";
import { attributeOf } from "../xml/tree.ts";

/** A FHIR resource or element in the notation of JSON; what repeats once stands alone. */
export type FhirJson = Readonly<Record<string, unknown>>;

/** Namespace of every FHIR element in XML. */
export const fhirNamespace = "http://hl7.org/fhir";

// Elements that hold a whole resource, named by its type.
const holders: ReadonlySet<string> = new Set(["resource", "contained"]);

const isNarrative = ({ namespace }: XmlNode): boolean => namespace !== fhirNamespace;

const one = (values: ReadonlyArray<unknown>): unknown => (values.length === 1 ? values[0] : values);

const isPrimitive = (node: XmlNode): boolean => attributeOf(node, "value") !== undefined || isNarrative(node);

const valueOf = (node: XmlNode): unknown => {
  if (isNarrative(node)) return "";
  const [held] = node.children;
  if (holders.has(node.name) && held !== undefined) return resourceAsJson(held);
  return attributeOf(node, "value") ?? contentOf(node);
};

const contentOf = (node: XmlNode): FhirJson => {
  const url = attributeOf(node, "url");
  const content: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  if (url !== undefined) content["url"] = url;
  for (const [name, nodes] of Map.groupBy(node.children, (each) => each.name)) {
    content[name] = one(nodes.map(valueOf));
    const beside = nodes.map((each) => (isPrimitive(each) && each.children.length > 0 ? contentOf(each) : null));
    if (beside.some((each) => each !== null)) content[`_${name}`] = one(beside);
  }
  return content;
};

/** A resource in XML as its JSON notation would say it. Source: HL7 FHIR R4, XML and JSON representation of resources. */
export const resourceAsJson = (root: XmlNode): FhirJson => ({ resourceType: root.name, ...contentOf(root) });
