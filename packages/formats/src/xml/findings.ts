import type { Warning } from "@samvirke/contracts";
import type { LexicalFinding } from "./values.ts";
import type { XmlNode } from "./tree.ts";

/** Kinds of findings in a document; none of them alone stops a message. */
export type FindingCode =
  | LexicalFinding
  | "UNKNOWN_ELEMENT"
  | "UNKNOWN_ATTRIBUTE"
  | "MISSING_ELEMENT"
  | "DUPLICATE_ELEMENT"
  | "ELEMENT_OUT_OF_ORDER"
  | "UNEXPECTED_NAMESPACE"
  | "UNEXPECTED_TEXT"
  | "SEVERAL_CHOICES"
  | "MISSING_CHOICE"
  | "CODE_TRIMMED"
  | "VALUE_TRIMMED"
  | "REPEATED_ID"
  | "UNKNOWN_SENDER"
  | "UNKNOWN_CODE"
  | "CODE_SWAPPED"
  | "TYPE_IS_TEXT"
  | "SEVERAL_PAYLOADS"
  | "TEXT_WITH_MARKUP"
  | "CODE_SYSTEM_SHORT"
  | "QUESTION_CODE_ON_ANSWER"
  | "SEVERAL_THEMES"
  | "MESSAGE_TYPE_DIFFERS"
  | "REFERENCE_MISSING"
  | "REFERENCE_NOT_UUID"
  | "PARENT_IS_ITSELF"
  | "ATTACHMENT_NOT_ITS_TYPE";

export interface Findings {
  /** Notes a finding at an element, or at what lies `below` it. */
  readonly note: (code: FindingCode, node: XmlNode, below?: string) => void;
  readonly list: ReadonlyArray<Warning>;
}

const anchors: ReadonlySet<string> = new Set([
  "HelseOpplysningerArbeidsuforhet",
  "Dialogmelding",
  "MsgHead",
  "MottakenhetBlokk",
  "AppRec",
  "Legeerklaring",
  "Skjemainnhold",
]);

const step = (node: XmlNode): string => {
  const alike = node.parent?.children.filter((sibling) => sibling.name === node.name) ?? [];
  return alike.length > 1 ? `${node.name}[${alike.indexOf(node) + 1}]` : node.name;
};

/** Where an element stands: local names from the certificate or the message head down, places counted from 1. */
export const pathOf = (node: XmlNode): string => {
  if (anchors.has(node.name) || node.parent === undefined) return node.name;
  return `${pathOf(node.parent)}/${step(node)}`;
};

/** Collects findings; they name path and kind, never a value. */
export const collectFindings = (): Findings => {
  const list: Array<Warning> = [];
  const note: Findings["note"] = (code, node, below) => {
    list.push({ code, path: below === undefined ? pathOf(node) : `${pathOf(node)}/${below}` });
  };
  return { note, list };
};
