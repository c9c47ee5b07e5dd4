import { welfareParty } from "@samvirke/contracts";
import type { ReferralIdentity, WireEnvelope, WireParty, WirePerson } from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";
import { printInstant } from "../xml/print-time.ts";
import { printDialogue } from "./print-dialogue.ts";
import { cs, nobody, note, partyOf, silentEnvelope, themeCode, unit } from "./wire-parts.ts";

/** What became of a referral, and to whom it is told. */
export interface ReferralStatusToPrint {
  readonly messageId: string;
  readonly outcome: "CALLED_IN" | "RIGHT_GRANTED" | "ACCEPTED" | "FORWARDED" | "DECLINED";
  readonly text: string | null;
  readonly at: Instant;
  readonly identity: ReferralIdentity;
  readonly receiver: WireParty;
  /** The referral's message id as its sender numbered it; the status answers it. */
  readonly answers: string | null;
  readonly conversation: string | null;
}

// Whoever has been accepted has a right, and a time follows. Source: list 9148.
const codes: Readonly<Record<ReferralStatusToPrint["outcome"], string>> = {
  CALLED_IN: "1",
  RIGHT_GRANTED: "2",
  ACCEPTED: "2",
  FORWARDED: "3",
  DECLINED: "4",
};

const personOf = ({ number, otherNumbers, currentNumber, name, bornOn, sex }: ReferralIdentity): WirePerson => {
  const main = currentNumber ?? number ?? otherNumbers[0];
  return { ...nobody, name, bornOn, sex, identifiers: main ? [main] : [] };
};

const envelopeOf = (status: ReferralStatusToPrint): WireEnvelope => {
  const conversation = status.conversation ?? status.answers;
  return {
    ...silentEnvelope,
    format: "MSGHEAD",
    messageType: cs("DIALOG_STATUS_HENVISNING", "Status på henvisning"),
    generatedAtText: printInstant(status.at),
    messageId: status.messageId,
    ack: cs("J", "Ja"),
    parentReference: status.answers ?? conversation,
    conversationReference: conversation,
    sender: partyOf(unit(welfareParty, null)),
    receiver: status.receiver,
  };
};

/**
 * Welfare's answer to a referral, as the referrer's system reads it: Dialogmelding 1.1, status of a referral.
 *
 * Source: HIS 1206 (Status på henvisning), list 9148; Dialogmelding 1.1.
 */
export const printReferralStatus = (status: ReferralStatusToPrint): Uint8Array => {
  const written = note(themeCode("9148", codes[status.outcome]), status.text);
  return printDialogue({
    version: "1.1",
    envelope: envelopeOf(status),
    person: personOf(status.identity),
    documentId: null,
    issuedText: printInstant(status.at),
    caseType: null,
    caseTypeText: null,
    questions: [],
    notes: [{ ...written, head: { ...written.head, documentId: status.messageId } }],
    enclosures: [],
  });
};
