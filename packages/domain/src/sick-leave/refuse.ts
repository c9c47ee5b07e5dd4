import type { Finding, MessageRefused, ReceiptDue, Refusal } from "@samvirke/contracts";
import type { Received, RecordUnreadable, SickLeaveEvent } from "./model.ts";
import { refusedReceipt, unreadableReceipt } from "./receipts.ts";

const refusalOf = (received: Received, findings: ReadonlyArray<Finding>, receipt: ReceiptDue | null): Refusal => ({
  sender: received.sender,
  senderAliases: received.senderAliases,
  wireMsgId: received.wireMsgId,
  envelope: received.envelope,
  findings,
  receipt,
});

/** The fact that a message could not be read. */
export const unreadable = ({ received, class: found, findings }: RecordUnreadable): SickLeaveEvent => ({
  type: "MessageUnreadable",
  value: {
    archiveId: received.archiveId,
    class: found,
    receivedAt: received.receivedAt,
    case: refusalOf(received, findings, unreadableReceipt(received.envelope, found)),
  },
});

interface RefusalReason {
  readonly class: MessageRefused["class"];
  readonly findings: ReadonlyArray<Finding>;
}

/** The fact that a message is not taken. */
export const refused = (received: Received, { class: reason, findings }: RefusalReason): SickLeaveEvent => ({
  type: "MessageRefused",
  value: {
    archiveId: received.archiveId,
    class: reason,
    receivedAt: received.receivedAt,
    conflictsWith: reason === "CONFLICT" ? received.conflictsWith : null,
    case: refusalOf(received, findings, refusedReceipt(received.envelope, reason)),
  },
});

/** The same message id with other content: both are kept, the later one is not taken. */
export const conflict = (received: Received): SickLeaveEvent =>
  refused(received, { class: "CONFLICT", findings: [{ path: "MsgHead/MsgInfo/MsgId", rule: "MESSAGE_ID_REUSED" }] });
