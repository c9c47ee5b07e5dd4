import type { OtherReceiver, WireEnvelope, WireParty } from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";
import { many, one, record } from "../codec/combine.ts";
import type { Findings } from "../xml/findings.ts";
import type { XmlNode } from "../xml/tree.ts";
import { instantOf, readClockTime } from "../xml/values.ts";
import { headOfMessage } from "./codec-1x.ts";
import { partyOrder } from "./order-1x.ts";
import { partiesIn } from "./parties-1x.ts";
import type { HeadPart } from "./wire.ts";

type FromMessage = Omit<WireEnvelope, "format" | "receivingStation">;

/** The instant of a time as written; without zone it is Oslo time. Null when it is none. */
export const instantAt = (text: string | null): Instant | null => {
  const { value } = text === null ? { value: undefined } : readClockTime(text);
  return value ? instantOf(value, "oslo") : null;
};

/** The parts of an envelope that stand in the referral itself. */
export interface MessageParties {
  readonly sender: WireParty | null;
  readonly receiver: WireParty | null;
  readonly otherReceivers: ReadonlyArray<OtherReceiver>;
}

/** An envelope from what a Message says. */
export const envelopeFrom = (head: HeadPart, parties: MessageParties): FromMessage => ({
  ...head,
  ...parties,
  generatedAt: instantAt(head.generatedAtText),
  requestedPriority: null,
  parentReference: null,
  conversationReference: null,
});

const { party, copy } = partiesIn(partyOrder);

const parts = record({
  sender: one("ServReq/Requester", party),
  receiver: one("ServReq/ServProvider", party),
  copies: many("ServReq/CopyDest", copy),
});

/** What a Message says that a message head says elsewhere. Source: Henvisning 0.9 to 1.1. */
export const messageEnvelope = (message: XmlNode, findings: Findings): FromMessage => {
  const { sender, receiver, copies } = parts.read(message, findings);
  return envelopeFrom(headOfMessage.read(message, findings), {
    sender: sender?.wire ?? null,
    receiver: receiver?.wire ?? null,
    otherReceivers: copies.map(({ receiver: other }) => other),
  });
};
