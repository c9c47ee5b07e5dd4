import type { Instant } from "@samvirke/kernel";
import type { AppRecContent } from "./print-apprec.ts";
import type { ParsedReceipt } from "./receipt.ts";

/**
 * What the hub's own receipt says where a deciding system of welfare's has decided; undefined for a status in no list.
 *
 * Shape:  printed with the envelope of the message that it answers; reasons as they were told, X99 where one has no code.
 * Source: Apprec JSON, fact sheet 8.2 and 10.2.
 */
export const issuedForWelfare = (receipt: ParsedReceipt, genDate: Instant): AppRecContent | undefined => {
  const { status, content } = receipt;
  if (status === "UNKNOWN") return undefined;
  const errors = content.errors.map(({ system, code, text }) => ({ system, code: code ?? "X99", text: text ?? "" }));
  return { status, errors: status === "OK" ? [] : errors, genDate, id: content.receiptId ?? "" };
};
