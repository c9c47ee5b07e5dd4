import { localName } from "../../codec/codec.ts";
import type { XmlDraft } from "../../xml/write.ts";
import type { Known } from "../known-elements.ts";

// An organisation may hold one of its kind.
const inside = (known: Known, name: string): Known | undefined =>
  known.children.get(name) ?? (name === "Organisation" ? known : undefined);

/** What an edition knows of a document: the codec of one edition writes elements that another one lacks. */
export const pruned = (draft: XmlDraft, known: Known): XmlDraft => {
  if (typeof draft.content === "string") return draft;
  const content = draft.content.flatMap((below) => {
    const deeper = inside(known, localName(below.name));
    return deeper ? [pruned(below, deeper)] : [];
  });
  return { ...draft, content };
};
