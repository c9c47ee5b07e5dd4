import { topics } from "@samvirke/contracts";
import { openHub, runTranslator, unhurried, withHub } from "@samvirke/stage";
import type { Make } from "@samvirke/stage";
import { printReceipt } from "./adapter/outbound.ts";
import { receiptFor } from "./core/receipt.ts";
import type { Decision } from "./core/receipt.ts";

/** Writes the receipt of every decided message to its sender. */
export const make: Make = async (env) => {
  const hub = await openHub({ service: "receipt-translator", env });
  return withHub(
    hub,
    await runTranslator<Decision, "case">(hub, {
      name: "receipt-translator",
      topic: topics.events,
      to: topics.receiptOutbound,
      audience: "health",
      accepts: ["SickLeaveCertified", "SickLeaveRejected", "MessageUnreadable", "MessageRefused"],
      appetite: unhurried,
      opens: ["case"],
      translate: (fact) => {
        const receipt = receiptFor(fact);
        return receipt ? printReceipt(receipt) : [];
      },
    }),
  );
};
