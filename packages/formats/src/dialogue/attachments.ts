import type { DialogueAttachment } from "@samvirke/contracts";
import { attachmentsOf } from "../certificate/attachments.ts";
import { entryOf } from "./codes.ts";
import type { WireDocument } from "../envelope/document.ts";
import { wireDocument } from "../envelope/document.ts";
import type { Findings } from "../xml/findings.ts";
import { defaultLimits } from "../xml/guard.ts";
import { openSource } from "../xml/source.ts";
import type { XmlNode } from "../xml/tree.ts";
import { descend, readTree, textOf } from "../xml/tree.ts";

// First bytes by which a file tells its type. Source: ISO 32000, TIFF 6.0, PNG, JFIF.
const marks: Readonly<Record<string, ReadonlyArray<string>>> = {
  "application/pdf": ["25504446"],
  "image/png": ["89504e47"],
  "image/jpeg": ["ffd8ff"],
  "image/jpg": ["ffd8ff"],
  "image/pjpeg": ["ffd8ff"],
  "image/pjpg": ["ffd8ff"],
  "image/tiff": ["49492a00", "4d4d002a"],
};

const container = (document: XmlNode | undefined): XmlNode | undefined =>
  descend(document, "RefDoc", "Content", "Base64Container");

const firstBytes = (node: XmlNode): string => {
  const piece = node.pieces[0];
  const start = piece ? node.source.text.slice(piece.start, Math.min(piece.end, piece.start + 256)) : "";
  return Buffer.from(start.replace(/\s/g, "").slice(0, 16), "base64").toString("hex");
};

const isItsType = (document: XmlNode | undefined, mimeType: string | null): boolean | null => {
  const known = entryOf(marks, mimeType?.trim().toLowerCase());
  const node = container(document);
  if (!known || !node) return null;
  const first = firstBytes(node);
  return known.some((mark) => first.startsWith(mark));
};

type Described = Omit<DialogueAttachment, "isItsType">;

// NAV's reception of dialogue messages goes by the type of document, that of certificates by its connection.
const kindOf = ({ kind, messageType }: Described): DialogueAttachment["kind"] =>
  kind === "OTHER" && messageType?.code === "A" ? "ATTACHMENT" : kind;

const judged = (one: Described, document: XmlNode | undefined, findings: Findings): DialogueAttachment => {
  const fits = isItsType(document, one.mimeType);
  if (fits === false && document) findings.note("ATTACHMENT_NOT_ITS_TYPE", document, "RefDoc/Content");
  return { ...one, kind: kindOf(one), isItsType: fits };
};

/** The documents beside the message's own, described; their content stays where it lies. */
export const dialogueAttachmentsOf = (
  { documents }: WireDocument,
  dialogue: XmlNode,
  findings: Findings,
): ReadonlyArray<DialogueAttachment> =>
  attachmentsOf(documents, dialogue, findings).map((one) => judged(one, documents[one.index], findings));

/** The base64 text of each attachment as written, blanks cut; for what must tell two messages apart. */
export const attachmentTexts = ({ documents }: WireDocument): ReadonlyArray<string> =>
  documents.flatMap((document) => {
    const node = container(document);
    return node ? [textOf(node).replace(/\s/g, "")] : [];
  });

/** The bytes of the attachment at a place among the documents of a received message; undefined where there are none. */
export const attachmentBytes = (bytes: Uint8Array, index: number): Uint8Array | undefined => {
  const { root } = readTree(openSource(bytes), defaultLimits);
  const node = root && container(wireDocument(root).documents[index]);
  return node && Buffer.from(textOf(node), "base64");
};
