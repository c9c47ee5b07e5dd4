import type { MessageRefused, MessageUnreadable } from "@samvirke/contracts";
import type { Advice } from "./advice.ts";
import { anew, shared } from "./advice.ts";

const told = (path: string, remedy: string): Advice => ({ path, remedy });
const at = (path: string, remedy: string): Advice => ({ path, remedy: `${remedy} ${anew}` });

/** For every reason why a message cannot be read. */
export const unreadableAdvice: Readonly<Record<MessageUnreadable["class"], Advice>> = {
  UNKNOWN: told("", "Validate the message and read its findings; each names an element and a rule."),
  EMPTY: at("", "Send the message's bytes; the body was empty or blank."),
  ENCODING: at("", "Write the message in the character set that its XML declaration names, best UTF-8."),
  SYNTAX: at("", "Let an XML printer write the message; text put together by hand is not well-formed for long."),
  HOSTILE: at("", "Leave out document type declarations and entities, and keep to the nesting of the standard."),
  STRUCTURE: at("", "Send a kind and edition that the hub reads; the findings name the element that was missing."),
};

/** For every class of refusal, beside what the rule itself says. */
export const refusedAdvice: Readonly<Record<MessageRefused["class"], Advice>> = {
  UNKNOWN: told("", "Read the findings in the message's status; each names an element and a rule."),
  UNSUPPORTED: told("", "Send a kind and edition of the list in the README; the hub takes no other."),
  CONFLICT: told("MsgHead/MsgInfo/MsgId", shared.messageIdReused),
  WRONG_RECEIVER: at("MsgHead/MsgInfo/Receiver", "Look the receiver's HER-id up in the address register."),
  SENDER: told("MsgHead/MsgInfo/Sender", "Let somebody send it who may; the finding names what is missing."),
  ATTACHMENT: at("MsgHead/Document", "Make the attachment smaller, or replace it by one that passes a virus scan."),
  CONTENT: at("", "Correct the element that the finding names."),
  DUPLICATE: told("", shared.duplicate),
};
