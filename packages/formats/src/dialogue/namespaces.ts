import type { WireDocument } from "../envelope/document.ts";
import type { XmlNode } from "../xml/tree.ts";

export type DialogueVersion = "1.0" | "1.1";

export const dialogueNamespaces: Readonly<Record<DialogueVersion, string>> = {
  "1.0": "http://www.kith.no/xmlstds/dialog/2006-10-11",
  "1.1": "http://www.kith.no/xmlstds/dialog/2013-01-23",
};

/** The edition of a Dialogmelding element; undefined where it is something else. */
export const versionOf = ({ name, namespace }: XmlNode): DialogueVersion | undefined => {
  if (name !== "Dialogmelding") return undefined;
  if (namespace === dialogueNamespaces["1.0"]) return "1.0";
  return namespace === dialogueNamespaces["1.1"] ? "1.1" : undefined;
};

/** The dialogue messages in a document, normally one. */
export const dialoguesIn = (document: WireDocument): ReadonlyArray<XmlNode> =>
  document.payloads.filter((payload) => versionOf(payload) !== undefined);
