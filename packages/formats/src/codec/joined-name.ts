import type { Name } from "@samvirke/contracts";
import { textIn } from "../xml/read.ts";
import { textElement } from "../xml/write.ts";
import type { ChildCodec } from "./codec.ts";

/**
 * A name in one text. "Family, Given" is split at its first comma and blank; a name without them stays whole as the
 * family name, since nothing says which part is which.
 */
export const splitName = (written: string): Name => {
  const comma = written.indexOf(", ");
  if (comma < 0) return { given: null, middle: null, family: written };
  return { given: written.slice(comma + 2), middle: null, family: written.slice(0, comma) };
};

/** The same back: what was split is as it was. */
export const joinName = ({ given, middle, family }: Name): string => {
  const first = [given, middle].filter((part) => part !== null).join(" ");
  if (first === "") return family ?? "";
  return family === null ? first : `${family}, ${first}`;
};

/** A name in a child with one text. */
export const joinedName = (element: string): ChildCodec<Name | null> => ({
  read: (parent) => {
    const written = textIn(parent, element);
    return written === null ? null : splitName(written);
  },
  write: (value) => {
    const draft = value && textElement(element, joinName(value));
    return draft ? [{ path: [], draft }] : [];
  },
  leaves: [{ leaf: element, event: ["given", "family"] }],
});
