import type { Leaf } from "../codec/codec.ts";
import type { Findings } from "../xml/findings.ts";
import type { XmlNode } from "../xml/tree.ts";
import { descend } from "../xml/tree.ts";

/** What an edition knows, as a tree of local names. */
export interface Known {
  readonly attributes: ReadonlySet<string>;
  readonly children: ReadonlyMap<string, Known>;
}

const grow = (paths: ReadonlyArray<ReadonlyArray<string>>): Known => {
  const deeper = paths.filter(([step]) => step !== undefined && !step.startsWith("@"));
  const steps = [...Map.groupBy(deeper, ([step]) => step ?? "")];
  return {
    attributes: new Set(paths.flatMap(([step]) => (step?.startsWith("@") ? [step.slice(1)] : []))),
    children: new Map(steps.map(([step, same]) => [step, grow(same.map((path) => path.slice(1)))])),
  };
};

/** The tree of what these leaves stand in. */
export const knownBy = (leaves: ReadonlyArray<Leaf>): Known =>
  grow(leaves.map(({ leaf }) => leaf.split("/").filter((step) => step !== "")));

// Content holds whatever it likes, and an organisation or a booked unit may hold one of its kind.
const open: ReadonlySet<string> = new Set(["Content"]);
const nested: ReadonlySet<string> = new Set(["Organisation", "SubOrg"]);

const instance = "http://www.w3.org/2001/XMLSchema-instance";

const checkAttributes = (node: XmlNode, known: Known, findings: Findings): void => {
  for (const { name, namespace } of node.attributes) {
    // A CS that names its list all the same is a habit of the field.
    const isKnown = namespace === instance || known.attributes.has(name) || (name === "S" && known.attributes.has("V"));
    if (!isKnown) findings.note("UNKNOWN_ATTRIBUTE", node, "@*");
  }
};

const below = (node: XmlNode, known: Known): Known | undefined => {
  const found = known.children.get(node.name);
  return found ?? (nested.has(node.name) ? known : undefined);
};

/** Notes every element and attribute that the edition does not know; their names are the sender's, so paths stop before. */
export const checkKnown = (node: XmlNode, known: Known, findings: Findings): void => {
  checkAttributes(node, known, findings);
  for (const [index, child] of node.children.entries()) {
    const inside = below(child, known);
    if (inside) checkKnown(child, inside, findings);
    else if (!open.has(child.name)) findings.note("UNKNOWN_ELEMENT", node, `*[${index + 1}]`);
  }
};

/** Notes what an edition demands and the document lacks. */
export const checkRequired = (root: XmlNode, required: ReadonlyArray<string>, findings: Findings): void => {
  for (const path of required) {
    if (!descend(root, ...path.split("/"))) findings.note("MISSING_ELEMENT", root, path);
  }
};
