import { wireDocument } from "../envelope/document.ts";
import { dialoguesIn } from "../dialogue/namespaces.ts";
import { defaultLimits } from "../xml/guard.ts";
import { openSource } from "../xml/source.ts";
import type { XmlNode } from "../xml/tree.ts";
import { descend, readTree } from "../xml/tree.ts";

const declaration = /^\s*<\?xml\s[^?]*\?>\s*/;

interface Span {
  readonly start: number;
  readonly end: number;
}

const spanOf = ({ start, end }: XmlNode): ReadonlyArray<Span> => (end === undefined ? [] : [{ start, end }]);

/**
 * A received message as text without the documents beside its own, and without the declaration of an encoding that it
 * may not have. Everything else stays as it was sent.
 */
export const withoutAttachments = (bytes: Uint8Array): string => {
  const source = openSource(bytes);
  const { root } = readTree(source, defaultLimits);
  const document = root && wireDocument(root);
  const own = new Set<XmlNode | undefined>(document ? dialoguesIn(document) : []);
  const isOwn = (one: XmlNode): boolean =>
    (descend(one, "RefDoc", "Content")?.children ?? []).some((below) => own.has(below));
  const spans = (document?.documents ?? []).filter((one) => !isOwn(one)).flatMap(spanOf);
  const starts = [0, ...spans.map(({ end }) => end)];
  const kept = starts.map((start, index) => source.text.slice(start, spans[index]?.start ?? source.text.length));
  return source.decode(kept.join("")).replace(declaration, "");
};
