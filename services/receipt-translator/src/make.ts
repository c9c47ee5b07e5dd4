import { topics } from "@samvirke/contracts";
import { openHub, readConfig, runTranslator, unhurried, withHub } from "@samvirke/stage";
import type { Make } from "@samvirke/stage";
import { printOverdue, printReceipt } from "./adapter/outbound.ts";
import { ReceiptConfig, readEditions } from "./config.ts";
import { answerTo, needsPast } from "./core/answers.ts";
import type { Known } from "./core/answers.ts";
import { decisions } from "./core/receipt.ts";

/** Writes the receipt of every decided message to its sender. */
export const make: Make = async (env, open = openHub) => {
  const config = readConfig(ReceiptConfig, env);
  const editions = await readEditions(config.SAMVIRKE_PARTIES_FILE);
  const hub = await open({ service: "receipt-translator", env });
  return withHub(
    hub,
    await runTranslator<Known["type"], "case">(hub, {
      name: "receipt-translator",
      topic: topics.events,
      to: topics.receiptOutbound,
      audience: "health",
      accepts: [...decisions, "DeliverySettled"],
      appetite: unhurried,
      opens: ["case"],
      remembers: decisions,
      recalls: needsPast,
      translate: (fact, { earlier }) => {
        const { receipt, overdue } = answerTo(fact, earlier);
        return [...(receipt ? printReceipt(receipt, editions) : []), ...(overdue ? [printOverdue(overdue)] : [])];
      },
    }),
  );
};
