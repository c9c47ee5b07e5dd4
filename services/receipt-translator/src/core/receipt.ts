import type { ContractName, Fact, ReceiptDue, WireEnvelope } from "@samvirke/contracts";
import { uuid5 } from "@samvirke/kernel";
import type { Instant } from "@samvirke/kernel";

/** Events that carry the receipt of the message that led to them. */
export const decisions = [
  "SickLeaveCertified",
  "SickLeaveRejected",
  "SickLeaveNoted",
  "DialogueMessageSent",
  "DialogueMeetingAnswered",
  "WorkAbilityAssessed",
  "ReferralSent",
  "ReferralChanged",
  "ReferralCancelled",
  "ReferralGranted",
  "ReferralForwarded",
  "ReferralDeclined",
  "ReferralCopied",
  "MessageUnreadable",
  "MessageRefused",
] as const satisfies ReadonlyArray<ContractName>;
export type Decision = (typeof decisions)[number];

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

/** What the parts of events have that a message's sender is told of. */
interface Told {
  readonly envelope: WireEnvelope | null;
  readonly receipt: ReceiptDue | null;
  readonly sender: string;
  readonly senderAliases: ReadonlyArray<string>;
}

/** The case that an event belongs to: its certificate, its referral, else the person's follow-up. */
export const caseOf = (fact: Fact<Decision, "case">): string | null => {
  if (fact.type === "MessageUnreadable" || fact.type === "MessageRefused") return null;
  if ("sickLeaveId" in fact.wire) return fact.wire.sickLeaveId;
  return "referralId" in fact.wire ? fact.wire.referralId : fact.personId;
};

/** What an event says of its message's sender; undefined for an erased person and where nothing is known. */
export const toldIn = (fact: Fact<Decision, "case">): Told | undefined =>
  fact.content.state === "Open" ? (fact.content.value.case ?? undefined) : undefined;

const isAnswerable = (envelope: WireEnvelope | null): envelope is WireEnvelope =>
  envelope !== null && envelope.sender !== null && envelope.messageId !== null;

const isAnsweredIn =
  ({ wire }: Fact<Decision, "case">) =>
  (one: Fact<Decision, "case">): boolean =>
    one.wire.archiveId === wire.archiveId && toldIn(one)?.receipt?.wanted === true;

/** Where and when a receipt is written. */
export const placeOf = (fact: Fact<Decision, "case">): Pick<Receipt, "messageId" | "inReplyTo" | "caseId"> => ({
  messageId: uuid5("receipt", fact.wire.archiveId),
  inReplyTo: fact.wire.archiveId,
  caseId: caseOf(fact),
});

/** A receipt for the message behind a decision; undefined where it names nobody to answer. */
export const answering = (fact: Fact<Decision, "case">, due: ReceiptDue, writtenAt: Instant): Receipt | undefined => {
  const told = toldIn(fact);
  const partyAlias = told?.senderAliases[0];
  if (told === undefined || partyAlias === undefined || !isAnswerable(told.envelope)) return undefined;
  return { ...placeOf(fact), writtenAt, receiver: told.sender, partyAlias, envelope: told.envelope, due };
};

/**
 * The receipt that a decision calls for, or none: when none is wanted, when the message named no sender to answer, or when
 * an earlier event of the same message called for it already.
 *
 * Source: HIS 80415, one receipt per receiver and message, final.
 */
export const receiptFor = (
  fact: Fact<Decision, "case">,
  earlier: ReadonlyArray<Fact<Decision, "case">> = [],
): Receipt | undefined => {
  const due = toldIn(fact)?.receipt;
  if (due?.wanted !== true || earlier.some(isAnsweredIn(fact))) return undefined;
  return answering(fact, due, fact.recordedAt);
};

/** Whether more than one event of a type may follow from one message. */
export const mayRepeat = (fact: Fact<Decision, "case">): boolean =>
  fact.type.startsWith("Referral") || fact.type === "SickLeaveNoted";
