import type { Attachment, DocumentKind } from "@samvirke/contracts";
import { codeIn } from "../envelope/elements.ts";
import type { Findings } from "../xml/findings.ts";
import { textIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { allElements, attributeOf, child } from "../xml/tree.ts";

const kindOf = (mimeType: string | null, connection: string | null): DocumentKind => {
  if (mimeType?.trim().toLowerCase() === "application/jwt") return "SIGNATURE";
  return connection === "V" ? "ATTACHMENT" : "OTHER";
};

const blank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/** Bytes that base64 text between two places decodes to; blanks and padding do not count. */
const base64Bytes = (text: string): number => {
  let characters = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (!blank(code) && code !== 61) characters += 1;
  }
  return Math.floor((characters * 3) / 4);
};

const bytesOf = (node: XmlNode): number =>
  node.pieces.reduce((sum, { start, end }) => {
    const text = node.source.text.slice(start, end);
    return sum + (node.name === "Base64Container" ? base64Bytes(text) : text.length);
  }, 0);

/** Bytes of a Content, base64 decoded. */
export const contentBytes = (content: XmlNode | undefined): number => {
  if (!content) return 0;
  return [...allElements(content)].reduce((sum, node) => sum + bytesOf(node), 0);
};

const attachmentOf = (document: XmlNode, index: number, findings: Findings): Attachment => {
  const reference = child(document, "RefDoc");
  const content = child(reference, "Content");
  const mimeType = textIn(reference, "MimeType");
  const connection = codeIn(document, "DocumentConnection", findings);
  return {
    index,
    kind: kindOf(mimeType, connection?.code ?? null),
    id: textIn(reference, "Id"),
    connection,
    messageType: codeIn(reference, "MsgType", findings),
    mimeType,
    description: textIn(reference, "Description") ?? textIn(document, "ContentDescription"),
    issuedText: attributeOf(child(reference, "IssueDate"), "V") ?? null,
    reference: textIn(reference, "FileReference"),
    contentElements: content?.children.length ?? 0,
    contentBytes: contentBytes(content),
  };
};

/** The documents beside the certificate's own, described; their content stays where it lies. */
export const attachmentsOf = (
  documents: ReadonlyArray<XmlNode>,
  certificate: XmlNode,
  findings: Findings,
): ReadonlyArray<Attachment> =>
  documents.flatMap((document, index) =>
    child(child(document, "RefDoc"), "Content")?.children.includes(certificate)
      ? []
      : [attachmentOf(document, index, findings)],
  );
