import type { ReceiptDue, SickLeaveNoted } from "@samvirke/contracts";
import type { Received } from "./model.ts";
import type { LaterEvent } from "./use-model.ts";

/** What a message that changes nothing is told with. */
export interface Note {
  readonly sickLeaveId: string;
  readonly names: ReadonlyArray<string>;
  readonly reason: SickLeaveNoted["reason"];
  readonly contentKey?: string;
  readonly receipt?: ReceiptDue;
}

/** The fact that a message spoke of a certificate and changed nothing. */
export const noted = (received: Received, { sickLeaveId, names, reason, contentKey, receipt }: Note): LaterEvent => ({
  type: "SickLeaveNoted",
  value: {
    sickLeaveId,
    archiveId: received.archiveId,
    aliases: names,
    receivedAt: received.receivedAt,
    reason,
    case: {
      sender: received.sender,
      senderAliases: received.senderAliases,
      wireMsgId: received.wireMsgId,
      envelope: received.envelope,
      receipt: receipt ?? null,
      contentKey: contentKey ?? null,
    },
  },
});

/** The same for a message that has waited and turned out to change nothing. */
export const notedAfterWaiting = (
  {
    archiveId,
    aliases,
    receivedAt,
    case: told,
  }: Pick<SickLeaveNoted, "archiveId" | "aliases" | "receivedAt"> & {
    readonly case: Pick<SickLeaveNoted["case"], "sender" | "senderAliases">;
  },
  sickLeaveId: string,
  reason: SickLeaveNoted["reason"],
): LaterEvent => ({
  type: "SickLeaveNoted",
  value: {
    sickLeaveId,
    archiveId,
    aliases,
    receivedAt,
    reason,
    case: {
      sender: told.sender,
      senderAliases: told.senderAliases,
      wireMsgId: null,
      envelope: null,
      receipt: null,
      contentKey: null,
    },
  },
});
