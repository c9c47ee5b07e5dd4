import type { OutboundMessage } from "@samvirke/contracts";
import { printAppRec10 } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import type { Receipt } from "../core/receipt.ts";

/** AppRec 1.0 as a document for the sender; none where the message named nobody to answer. */
export const printReceipt = (receipt: Receipt): ReadonlyArray<OutboundMessage> => {
  const { due, envelope, messageId } = receipt;
  const status = due.status === "OK" ? ("OK" as const) : ("REFUSED" as const);
  const printed = printAppRec10(envelope, { status, errors: due.errors, genDate: receipt.writtenAt, id: messageId });
  if (E.isLeft(printed)) return [];
  return [
    {
      messageId,
      kind: "RECEIPT",
      contentType: "application/xml",
      partyAlias: receipt.partyAlias,
      inReplyTo: receipt.inReplyTo,
      caseId: receipt.caseId,
      writtenAt: receipt.writtenAt,
      shape: "AppRec 1.0",
      work: null,
      case: {
        receiver: receipt.receiver,
        wireMsgId: envelope.receivingStation?.ediLogId ?? messageId,
        lost: [],
        body: printed.right,
      },
      medical: null,
    },
  ];
};
