import type { DeliveryCase, ReceiptFormat, Warning } from "@samvirke/contracts";

/** What a receipt says; UNKNOWN where its status is in no list. */
export type ReceiptStatus = "OK" | "PARTIAL" | "REFUSED" | "UNKNOWN";

/** A receipt in the shape of the event; to whom the answered message went is not its to say. */
export interface ParsedReceipt {
  readonly format: ReceiptFormat;
  readonly status: ReceiptStatus;
  /** Codes of the reasons, those without one left out. */
  readonly errorCodes: ReadonlyArray<string>;
  readonly content: Omit<DeliveryCase, "receiver" | "sender" | "findings">;
  readonly warnings: ReadonlyArray<Warning>;
}

/** HOSTILE: refused by the guard; NOT_READABLE: neither XML nor JSON; NO_RECEIPT: readable, and no receipt. */
export type NoReceiptClass = "HOSTILE" | "NOT_READABLE" | "NO_RECEIPT";

/** Why bytes are no receipt; no value in it. */
export interface NoReceipt {
  readonly _tag: "NoReceipt";
  readonly class: NoReceiptClass;
  readonly findings: ReadonlyArray<Warning>;
}

const statuses: Readonly<Record<string, ReceiptStatus>> = { "1": "OK", "2": "REFUSED", "3": "PARTIAL" };

/** The status of a code. Source: list 8258. */
export const statusOfCode = (code: string | null): ReceiptStatus => statuses[code?.trim() ?? ""] ?? "UNKNOWN";

/** Content of a receipt that says nothing. */
export const silent: ParsedReceipt["content"] = {
  answeredBy: null,
  answeredTo: null,
  receiptId: null,
  messageType: null,
  migVersion: null,
  generatedAtText: null,
  generatedAt: null,
  softwareName: null,
  softwareVersion: null,
  status: null,
  errors: [],
  originalType: null,
  originalIssuedText: null,
  originalId: null,
};

const oid = /^\d+(\.\d+)+$/;

/** Whether a reason has its list where its code belongs and the other way around; one sender does. */
export const isSwapped = (code: string | null, system: string | null): boolean =>
  code !== null && oid.test(code.trim()) && system !== null && !oid.test(system.trim());
