export { refusalCatalogue } from "./catalogue.ts";
export { elementOfRule } from "./certificate.ts";
export { receiptCodes } from "./receipt-codes.ts";
export type { ReceiptCode } from "./receipt-codes.ts";
export type { RefusalEntry, RefusedKind } from "./refusal.ts";
