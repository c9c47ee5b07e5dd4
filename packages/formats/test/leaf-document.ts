import type { XmlDraft } from "../src/xml/write.ts";
import { element, printXml } from "../src/xml/write.ts";

interface Growing {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Array<Growing>;
  text: string | undefined;
}

/** Root element, its namespace and the values of leaves whose type is narrower than a text. */
export interface LeafDocument {
  readonly root: string;
  readonly namespace: string;
  readonly values: Readonly<Record<string, string>>;
}

const below = (node: Growing, name: string): Growing => {
  const found = node.children.find((each) => each.name === name);
  if (found) return found;
  const grown: Growing = { name, attributes: {}, children: [], text: undefined };
  node.children.push(grown);
  return grown;
};

const put = (root: Growing, leaf: string, value: string): void => {
  const steps = leaf.split("/");
  const last = steps.at(-1) ?? "";
  const isAttribute = last.startsWith("@");
  const node = (isAttribute ? steps.slice(0, -1) : steps).reduce(below, root);
  if (isAttribute) node.attributes[last.slice(1)] = value;
  else node.text = value;
};

const draft = ({ name, attributes, children, text }: Growing): XmlDraft =>
  element(name, attributes, children.length > 0 ? children.map(draft) : text);

/** A document that holds each of the leaves once, in their order, each with a text of its own. */
export const leafDocument = (leaves: ReadonlyArray<string>, { root, namespace, values }: LeafDocument): string => {
  const grown: Growing = { name: root, attributes: { xmlns: namespace }, children: [], text: undefined };
  for (const [index, leaf] of leaves.entries()) put(grown, leaf, values[leaf] ?? `Tekst ${index + 1} ord`);
  return Buffer.from(printXml(draft(grown))).toString("utf8");
};
