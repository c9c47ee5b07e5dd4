import type { Finding, MessageUnreadable } from "@samvirke/contracts";

type Class = MessageUnreadable["class"];

const hostileClasses: Readonly<Record<string, Class>> = {
  EMPTY: "EMPTY",
  BINARY: "ENCODING",
  NOT_XML: "SYNTAX",
};

/** What a reader says and the event's class for it; anything else is a document of another structure. */
const classes: Readonly<Record<string, Class>> = {
  HOSTILE: "HOSTILE",
  NOT_WELL_FORMED: "SYNTAX",
};

/** The class of an unreadable message, and what was found where: the reader's word first, then its findings. */
export const unreadableClass = (
  reason: string,
  findings: ReadonlyArray<Finding>,
): readonly [reason: Class, findings: ReadonlyArray<Finding>] => {
  if (reason !== "HOSTILE") return [classes[reason] ?? "STRUCTURE", [{ path: "", rule: reason }, ...findings]];
  return [hostileClasses[findings[0]?.rule ?? ""] ?? "HOSTILE", findings];
};
