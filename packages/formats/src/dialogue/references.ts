import type { WireEnvelope } from "@samvirke/contracts";
import type { Findings } from "../xml/findings.ts";
import type { XmlNode } from "../xml/tree.ts";
import { child } from "../xml/tree.ts";

/** What a message calls itself and what it refers to, so written that two spellings of one id are the same text. */
export interface References {
  readonly message: string | null;
  readonly parent: string | null;
  readonly conversation: string | null;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An id without what senders put around it: blanks, braces, `urn:uuid:`, upper case. Null where nothing is left. */
export const plainReference = (text: string | null): string | null => {
  const plain = (text ?? "")
    .trim()
    .toLowerCase()
    .replace(/^urn:uuid:/, "")
    .replace(/^\{(.*)\}$/, "$1")
    .trim();
  return plain === "" ? null : plain;
};

/** Whether a plain reference is a UUID, as MsgHead demands of message ids. */
export const isUuidReference = (reference: string | null): boolean => reference !== null && uuid.test(reference);

const noteOdd = (reference: string | null, name: string, { node, findings }: Noting): void => {
  if (reference === null) return findings.note("REFERENCE_MISSING", node, name);
  if (!isUuidReference(reference)) findings.note("REFERENCE_NOT_UUID", node, name);
};

interface Noting {
  readonly node: XmlNode;
  readonly findings: Findings;
}

/** Source: MsgInfo MsgId and ConversationRef; a parent that is the message itself says nothing. */
export const referencesOf = (envelope: WireEnvelope, info: XmlNode | undefined, findings: Findings): References => {
  const message = plainReference(envelope.messageId);
  const parent = plainReference(envelope.parentReference);
  const conversation = plainReference(envelope.conversationReference);
  const node = child(info, "ConversationRef");
  if (node) {
    noteOdd(parent, "RefToParent", { node, findings });
    noteOdd(conversation, "RefToConversation", { node, findings });
    if (parent !== null && parent === message) findings.note("PARENT_IS_ITSELF", node, "RefToParent");
  }
  return { message, parent: parent === message ? null : parent, conversation };
};
