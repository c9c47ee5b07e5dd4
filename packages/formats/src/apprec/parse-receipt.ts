import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { MessageLimits } from "../xml/guard.ts";
import { defaultLimits } from "../xml/guard.ts";
import { openSource } from "../xml/source.ts";
import { parseAppRec } from "./parse-apprec.ts";
import { parseEdiReceipt } from "./parse-edi-receipt.ts";
import { parseWelfareReceipt } from "./parse-welfare-receipt.ts";
import type { NoReceipt, ParsedReceipt } from "./receipt.ts";

/** Whether bytes are a JSON object by their first character. */
export const looksLikeJson = (bytes: Uint8Array): boolean => /^\s*\{/.test(openSource(bytes).text);

/** A receipt in either of its JSON formats. Rejects: NOT_READABLE, NO_RECEIPT. */
export const parseReceiptJson = (bytes: Uint8Array): Either<NoReceipt, ParsedReceipt> => {
  const edi = parseEdiReceipt(bytes);
  return E.isLeft(edi) && edi.left.class === "NO_RECEIPT" ? parseWelfareReceipt(bytes) : edi;
};

/** A receipt in any of its formats. Rejects: HOSTILE, NOT_READABLE, NO_RECEIPT. */
export const parseReceipt = (
  bytes: Uint8Array,
  limits: MessageLimits = defaultLimits,
): Either<NoReceipt, ParsedReceipt> =>
  bytes.length > limits.maxBytes || !looksLikeJson(bytes) ? parseAppRec(bytes, limits) : parseReceiptJson(bytes);
