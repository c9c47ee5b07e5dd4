import { createHash } from "node:crypto";
import type { PersonIdentity } from "@samvirke/contracts";
import { businessContent } from "../certificate/content.ts";
import type { XmlNode } from "../xml/tree.ts";

const separator = "\u0006";

/** Digest of an attachment, so that a long one does not lie in memory twice. */
const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * The business content of a dialogue message as one text: payload, person and attachments; the message head is no part of it.
 *
 * Source: fact sheet 8.4, padm2.
 */
export const dialogueContent = (
  dialogue: XmlNode,
  { number }: PersonIdentity,
  attachments: ReadonlyArray<string>,
): string => [businessContent(dialogue), number?.value ?? "", ...attachments.map(digest)].join(separator);
