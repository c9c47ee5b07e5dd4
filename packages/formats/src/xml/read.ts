import type { Lexical } from "./values.ts";
import { readBoolean, readDay, readInteger } from "./values.ts";
import type { Findings } from "./findings.ts";
import type { XmlNode } from "./tree.ts";
import { child, textOf } from "./tree.ts";
import type { Day } from "@samvirke/kernel";

const instance = "http://www.w3.org/2001/XMLSchema-instance";

const isNil = (node: XmlNode): boolean =>
  node.attributes.some(
    ({ namespace, name, value }) => namespace === instance && name === "nil" && value.trim() === "true",
  );

/** The text of a child as written; null when the child is missing or nil, "" when it is empty. */
export const textIn = (node: XmlNode | undefined, name: string): string | null => {
  const found = child(node, name);
  return found && !isNil(found) ? textOf(found) : null;
};

/** The same with its outer blanks cut, for what a machine compares. */
export const tokenIn = (node: XmlNode | undefined, name: string, findings: Findings): string | null => {
  const text = textIn(node, name);
  const trimmed = text?.trim() ?? null;
  if (node && trimmed !== text) findings.note("VALUE_TRIMMED", node, name);
  return trimmed;
};

const lexicalIn =
  <A>(read: (text: string) => Lexical<A>) =>
  (node: XmlNode | undefined, name: string, findings: Findings): A | null => {
    const found = child(node, name);
    if (!found || isNil(found)) return null;
    const { value, finding } = read(textOf(found));
    if (finding) findings.note(finding, found);
    return value ?? null;
  };

/** The literal calendar day in a child. */
export const dayIn: (node: XmlNode | undefined, name: string, findings: Findings) => Day | null = lexicalIn(readDay);
/** The boolean in a child. */
export const booleanIn = lexicalIn(readBoolean);
/** The integer in a child. */
export const integerIn = lexicalIn(readInteger);
