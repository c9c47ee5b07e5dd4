import type { WireEnvelope } from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";
import type { Findings } from "../xml/findings.ts";
import { textIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { child, children } from "../xml/tree.ts";
import { instantOf, readClockTime } from "../xml/values.ts";
import { messageEnvelope } from "../referral/message-envelope.ts";
import type { WireDocument } from "./document.ts";
import { messageWithoutHead } from "./document.ts";
import { codeIn } from "./elements.ts";
import { otherReceiverOf, partyIn } from "./party.ts";
import { receivingStationOf } from "./receiving-station.ts";

const generatedAt = (text: string | null, info: XmlNode, findings: Findings): Instant | null => {
  if (text === null) return null;
  const { value, finding } = readClockTime(text);
  if (finding) findings.note(finding, info, "GenDate");
  return value ? instantOf(value, "oslo") : null;
};

const conversation = (info: XmlNode | undefined): Pick<WireEnvelope, "parentReference" | "conversationReference"> => {
  const reference = child(info, "ConversationRef");
  return {
    parentReference: textIn(reference, "RefToParent"),
    conversationReference: textIn(reference, "RefToConversation"),
  };
};

const noteMissing = (msgHead: XmlNode, info: XmlNode | undefined, findings: Findings): void => {
  if (!info) return findings.note("MISSING_ELEMENT", msgHead, "MsgInfo");
  for (const name of ["Type", "GenDate", "MsgId", "Sender", "Receiver"]) {
    if (!child(info, name)) findings.note("MISSING_ELEMENT", info, name);
  }
};

const byStation = ({ receivingStation }: WireDocument, findings: Findings): Pick<WireEnvelope, "receivingStation"> => ({
  receivingStation: receivingStation ? receivingStationOf(receivingStation, findings) : null,
});

const headEnvelope = (document: WireDocument, findings: Findings): Omit<WireEnvelope, "receivingStation"> => {
  const info = child(document.msgHead, "MsgInfo");
  const generatedAtText = textIn(info, "GenDate");
  if (document.msgHead) noteMissing(document.msgHead, info, findings);
  return {
    format: document.format,
    messageType: codeIn(info, "Type", findings),
    migVersion: textIn(info, "MIGversion"),
    generatedAtText,
    generatedAt: info ? generatedAt(generatedAtText, info, findings) : null,
    messageId: textIn(info, "MsgId"),
    processingStatus: codeIn(info, "ProcessingStatus", findings),
    requestedPriority: codeIn(info, "RequestedPriority", findings),
    ack: codeIn(info, "Ack", findings),
    ...conversation(info),
    sender: partyIn(info, "Sender", findings),
    receiver: partyIn(info, "Receiver", findings),
    otherReceivers: children(info, "OtherReceiver").map((node) => otherReceiverOf(node, findings)),
  };
};

/**
 * The message head and what stands beside it, the person's name and numbers left out.
 *
 * Source: MsgHead 1.2; for referrals before 2.0, which have no message head, the same parts of Message.
 */
export const envelopeOf = (document: WireDocument, findings: Findings): WireEnvelope => {
  const message = messageWithoutHead(document);
  const station = byStation(document, findings);
  return message
    ? { ...messageEnvelope(message, findings), format: document.format, ...station }
    : { ...headEnvelope(document, findings), ...station };
};
