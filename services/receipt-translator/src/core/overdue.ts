import type { Fact } from "@samvirke/contracts";
import { uuid5 } from "@samvirke/kernel";
import type { Instant } from "@samvirke/kernel";
import type { Settled } from "./passed-on.ts";
import type { Decision } from "./receipt.ts";
import { caseOf, toldIn } from "./receipt.ts";

/** Word to a health party that no receipt has come for a message that the hub passed on for it. */
export interface Overdue {
  readonly messageId: string;
  readonly inReplyTo: string;
  readonly caseId: string | null;
  readonly writtenAt: Instant;
  readonly receiver: string;
  readonly partyAlias: string;
  readonly wireMsgId: string | null;
  readonly sentAt: Instant;
  readonly receiverRole: Settled["wire"]["receiverRole"];
}

const isFromWelfare = (fact: Fact<Decision, "case">): boolean =>
  ("fromSide" in fact.wire && fact.wire.fromSide === "WELFARE") ||
  ("direction" in fact.wire && fact.wire.direction === "TO_HEALTH");

type Sent = Pick<Overdue, "caseId" | "receiver" | "partyAlias" | "wireMsgId">;

const sentBy = (about: Fact<Decision, "case"> | undefined): Sent | undefined => {
  if (about === undefined || isFromWelfare(about)) return undefined;
  const told = toldIn(about);
  const partyAlias = told?.senderAliases[0];
  if (told === undefined || partyAlias === undefined) return undefined;
  return { caseId: caseOf(about), receiver: told.sender, partyAlias, wireMsgId: told.envelope?.messageId ?? null };
};

/**
 * The notice of a missing receipt to the sender of the message, where that is a health party; welfare gets its own.
 *
 * Source: HIS 80415 (no receipt in 96 hours counts as negative); canonical model R56.
 */
export const overdueFor = (settled: Settled, earlier: ReadonlyArray<Fact<Decision, "case">>): Overdue | undefined => {
  const { wire } = settled;
  const sent = sentBy(earlier.find((fact) => fact.wire.archiveId === wire.messageId));
  if (wire.outcome !== "OVERDUE" || sent === undefined) return undefined;
  return {
    ...sent,
    messageId: uuid5("overdue", wire.messageId, String(wire.receiverIndex)),
    inReplyTo: wire.messageId,
    writtenAt: settled.recordedAt,
    sentAt: wire.sentAt,
    receiverRole: wire.receiverRole,
  };
};
