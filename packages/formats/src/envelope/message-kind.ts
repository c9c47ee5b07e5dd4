import type { MessageDocument } from "@samvirke/contracts";
import { isPlanBatch } from "../plan/plan-form.ts";
import type { WireDocument } from "./document.ts";
import { attributeOf, descend } from "../xml/tree.ts";

/** What a message is, as far as its door can tell. */
export type MessageKind =
  | "sick-leave"
  | "dialogue"
  | "referral"
  | "medical-statement"
  | "follow-up-plan"
  | "discharge-summary"
  | "receipt"
  | "status"
  | "validation"
  | "tombstone"
  | "meeting"
  | "decision"
  | "spell"
  | "line-manager"
  | "person"
  | "unknown";

const byNamespace: ReadonlyArray<readonly [start: string, kind: MessageKind]> = [
  ["http://www.kith.no/xmlstds/HelseOpplysningerArbeidsuforhet/", "sick-leave"],
  ["http://www.kith.no/xmlstds/dialog/", "dialogue"],
  ["http://www.kith.no/xmlstds/henvisning/", "referral"],
  ["http://ehelse.no/xmlstds/henvisning/", "referral"],
  ["http://www.kith.no/xmlstds/legeerklaring/", "medical-statement"],
  ["http://www.kith.no/xmlstds/epikrise/", "discharge-summary"],
  ["http://www.kith.no/xmlstds/apprec/", "receipt"],
  ["http://seres.no/xsd/NAV/Oppf", "follow-up-plan"],
];

// Message types of list 8279, by their beginning; the text form of the statement stands in NAV's own messages.
const byType: ReadonlyArray<readonly [start: string, kind: MessageKind]> = [
  ["SYKMELD", "sick-leave"],
  ["DIALOG_", "dialogue"],
  ["HENVISNING", "referral"],
  ["TILBAKEMELD", "referral"],
  ["LEGEERKL", "medical-statement"],
  ["LEGERKL", "medical-statement"],
  ["EPIKRISE", "discharge-summary"],
  ["APPREC", "receipt"],
];

const lookUp = (table: ReadonlyArray<readonly [string, MessageKind]>, text: string): MessageKind | undefined =>
  table.find(([start]) => text.startsWith(start))?.[1];

/** The kind by what the message carries, else by what its head says it is. Source: fact sheet 1.3. */
export const messageKind = (document: WireDocument): MessageKind => {
  const carried = [document.root, ...document.root.children, ...document.payloads];
  const found = carried.map((node) => lookUp(byNamespace, node.namespace)).find((kind) => kind !== undefined);
  if (found) return found;
  if (isPlanBatch(document.root)) return "follow-up-plan";
  const type = attributeOf(descend(document.msgHead, "MsgInfo", "Type"), "V") ?? "";
  return lookUp(byType, type.trim().toUpperCase()) ?? "unknown";
};

const xmlDocuments: Readonly<Partial<Record<MessageKind, MessageDocument>>> = {
  "sick-leave": "CERTIFICATE",
  dialogue: "DIALOGUE",
  referral: "REFERRAL",
  "medical-statement": "MEDICAL_STATEMENT",
  "follow-up-plan": "PLAN_FORM",
  "discharge-summary": "DISCHARGE_SUMMARY",
  receipt: "APP_REC",
};

// Metadata that a scanner writes beside the picture of a paper certificate.
const isScanned = ({ root }: WireDocument): boolean => /skanning/i.test(root.name);

/** Which document an XML document is, by its kind. */
export const xmlDocument = (document: WireDocument, kind: MessageKind): MessageDocument =>
  isScanned(document) ? "PAPER_CERTIFICATE" : (xmlDocuments[kind] ?? "UNKNOWN");
