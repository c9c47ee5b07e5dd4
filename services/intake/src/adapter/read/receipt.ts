import type { TakeReceipt } from "@samvirke/domain";
import type { ParsedReceipt } from "@samvirke/formats";
import { looksLikeJson, parseReceipt } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import type { Arrived, Inbound, Reader } from "./inbound.ts";
import { findingsOf, receivedOf, settled, unreadable } from "./inbound.ts";
import { documentBytes } from "./record.ts";
import { unreadableClass } from "./unreadable.ts";

const named = (id: string | null): string | null => {
  const written = (id ?? "").trim().toLowerCase();
  return written === "" ? null : written;
};

/** Welfare's receipt is about what came in, which the door has found; any other is about what went out, which it names. */
const answersOf = ({ message }: Arrived, { format, content }: ParsedReceipt): string | null => {
  const name = named(content.originalId);
  return format === "WELFARE_JSON" ? (message.about ?? name) : (name ?? message.about);
};

const receiptOf = (arrived: Arrived, parsed: ParsedReceipt): Inbound => {
  const { format, status, errorCodes, content, warnings } = parsed;
  const command: TakeReceipt = {
    type: "TakeReceipt",
    received: receivedOf(arrived),
    answers: answersOf(arrived, parsed),
    receipt: { format, status, errorCodes, content, findings: findingsOf(warnings) },
  };
  return settled({ aggregate: "delivery", command });
};

/** A receipt in any of its formats. Source: AppRec 1.0 and 1.1; EDI 2.0; welfare's JSON. */
export const readReceipt: Reader = (arrived) => {
  const parsed = parseReceipt(looksLikeJson(arrived.bytes) ? documentBytes(arrived.bytes) : arrived.bytes);
  if (E.isRight(parsed)) return receiptOf(arrived, parsed.right);
  const { class: reason, findings } = parsed.left;
  return unreadable(receivedOf(arrived), ...unreadableClass(reason, findingsOf(findings)));
};
