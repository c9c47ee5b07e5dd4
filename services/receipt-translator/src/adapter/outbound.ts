import type { OutboundMessage } from "@samvirke/contracts";
import { printAppRec10, printAppRec11 } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import type { Overdue } from "../core/overdue.ts";
import type { Receipt } from "../core/receipt.ts";
import { answeringFor } from "../core/role.ts";
import type { Editions } from "../config.ts";

const statusOf = ({ due }: Receipt): "OK" | "REFUSED" | "PARTIAL" =>
  due.status === "OK" || due.status === "PARTIAL" ? due.status : "REFUSED";

const printed = (receipt: Receipt, edition: ReturnType<Editions>) => {
  const { due, writtenAt: genDate, messageId: id } = receipt;
  const { envelope, role } = answeringFor(receipt.envelope);
  const print = edition === "1.1" ? printAppRec11 : printAppRec10;
  return print(envelope, { status: statusOf(receipt), errors: due.errors, genDate, id, role });
};

/** A receipt as a document for the sender, in the edition that it declared; none where the message named nobody to answer. */
export const printReceipt = (receipt: Receipt, editions: Editions): ReadonlyArray<OutboundMessage> => {
  const edition = editions(receipt.receiver);
  const body = printed(receipt, edition);
  if (E.isLeft(body)) return [];
  return [
    {
      messageId: receipt.messageId,
      kind: "RECEIPT",
      contentType: "application/xml",
      partyAlias: receipt.partyAlias,
      inReplyTo: receipt.inReplyTo,
      caseId: receipt.caseId,
      writtenAt: receipt.writtenAt,
      shape: `AppRec ${edition}`,
      work: null,
      case: {
        receiver: receipt.receiver,
        wireMsgId: receipt.envelope.receivingStation?.ediLogId ?? receipt.messageId,
        lost: [],
        body: body.right,
      },
      medical: null,
    },
  ];
};

const overdueJson = (overdue: Overdue): string =>
  JSON.stringify({
    messageId: overdue.inReplyTo,
    wireMsgId: overdue.wireMsgId,
    state: "OVERDUE",
    receiverRole: overdue.receiverRole,
    sentAt: new Date(overdue.sentAt).toISOString(),
    noticedAt: new Date(overdue.writtenAt).toISOString(),
  });

/** The notice that a receipt is missing, as a document for the sender. */
export const printOverdue = (overdue: Overdue): OutboundMessage => ({
  messageId: overdue.messageId,
  kind: "STATUS",
  contentType: "application/json",
  partyAlias: overdue.partyAlias,
  inReplyTo: overdue.inReplyTo,
  caseId: overdue.caseId,
  writtenAt: overdue.writtenAt,
  shape: "samvirke delivery-notice 1",
  work: null,
  case: { receiver: overdue.receiver, wireMsgId: null, lost: [], body: Buffer.from(overdueJson(overdue)) },
  medical: null,
});
