import type { ReceiptDue } from "@samvirke/contracts";
import { acceptance, hasSender, refusal } from "../sick-leave/receipts.ts";
import type { Check } from "./checks.ts";
import type { RegisterDialogue } from "./model.ts";

const errorList = "2.16.578.1.12.4.1.1.8221";

/** The receipt for a message that stands; null where the format has none, and where welfare has answered it already. */
export const acceptedReceipt = ({ content, replies }: RegisterDialogue): ReceiptDue | null => {
  const { envelope } = content.case;
  return hasSender(envelope) && content.from === "HEALTH" && replies !== null ? acceptance(envelope) : null;
};

/** The receipt for a message that is refused, one reason for each check; null where nobody can be answered. */
export const refusedReceipt = ({ content }: RegisterDialogue, checks: ReadonlyArray<Check>): ReceiptDue | null => {
  const { envelope } = content.case;
  if (!hasSender(envelope)) return null;
  return refusal(
    envelope,
    checks.map(({ code, text }) => ({ system: errorList, code, text })),
  );
};
