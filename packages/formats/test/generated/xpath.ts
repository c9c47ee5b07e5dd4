import { XmlAttribute, XmlDocument, XmlElement } from "libxml2-wasm";
import type { XmlNode } from "libxml2-wasm";

const pathOf = (node: XmlNode | null): string => {
  if (!(node instanceof XmlElement)) return "";
  const above = pathOf(node.parent);
  return above === "" ? node.name : `${above}/${node.name}`;
};

const isSaid = (text: XmlNode): boolean => text.parent instanceof XmlElement && text.parent.firstChild !== null;

const described = (node: XmlNode): string =>
  node instanceof XmlAttribute
    ? `${pathOf(node.parent)}/@${node.name} ${node.value}`
    : `${pathOf(node)} ${node.content}`;

/** Every attribute and every text of a document as libxml2 finds them by XPath, as "path value", sorted. */
export const saidByXPath = (bytes: Uint8Array, xpath: string): ReadonlyArray<string> => {
  const document = XmlDocument.fromBuffer(bytes);
  try {
    const top = document.get(xpath);
    const above = pathOf(top?.parent ?? null);
    const found = top?.find(".//@* | ./@* | .//*[not(*) and text()]") ?? [];
    const texts = found.filter((node) => node instanceof XmlAttribute || isSaid(node)).map(described);
    return texts.map((text) => (above === "" ? text : text.slice(above.length + 1))).toSorted();
  } finally {
    document.dispose();
  }
};
