import type { Fact, ReceiptDue, Refusal, SickLeaveCase, WireEnvelope } from "@samvirke/contracts";
import { uuid5 } from "@samvirke/kernel";
import type { Instant } from "@samvirke/kernel";

export type Decision = "SickLeaveCertified" | "SickLeaveRejected" | "MessageUnreadable" | "MessageRefused";

/** A receipt to be printed: for which message, to whom, and what it says. */
export interface Receipt {
  /** The hub's id of the receipt. */
  readonly messageId: string;
  readonly inReplyTo: string;
  readonly caseId: string | null;
  readonly writtenAt: Instant;
  readonly receiver: string;
  readonly partyAlias: string;
  readonly envelope: WireEnvelope;
  readonly due: ReceiptDue;
}

const caseOf = (fact: Fact<Decision, "case">): string | null =>
  fact.type === "SickLeaveCertified" || fact.type === "SickLeaveRejected" ? fact.wire.sickLeaveId : null;

const isAnswerable = (envelope: WireEnvelope | null): envelope is WireEnvelope =>
  envelope !== null && envelope.sender !== null && envelope.messageId !== null;

interface Answerable {
  readonly envelope: WireEnvelope;
  readonly due: ReceiptDue;
  readonly receiver: string;
  readonly partyAlias: string;
}

const answerable = (known: SickLeaveCase | Refusal | null): Answerable | undefined => {
  const [partyAlias] = known?.senderAliases ?? [];
  if (!known?.receipt?.wanted || partyAlias === undefined || !isAnswerable(known.envelope)) return undefined;
  return { envelope: known.envelope, due: known.receipt, receiver: known.sender, partyAlias };
};

/**
 * The receipt that a decision calls for, or none: when none is wanted, or when the message named no sender to answer.
 *
 * Source: HIS 80415, one receipt per receiver and message, final.
 */
export const receiptFor = (fact: Fact<Decision, "case">): Receipt | undefined => {
  const known = fact.content.state === "Open" ? answerable(fact.content.value.case) : undefined;
  return (
    known && {
      ...known,
      messageId: uuid5("receipt", fact.wire.archiveId),
      inReplyTo: fact.wire.archiveId,
      caseId: caseOf(fact),
      writtenAt: fact.recordedAt,
    }
  );
};
