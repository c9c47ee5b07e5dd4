import { topics } from "@samvirke/contracts";
import { openHub, runTranslator, unhurried, withHub } from "@samvirke/stage";
import type { Make } from "@samvirke/stage";
import { printDelivery } from "./adapter/outbound.ts";
import { deliveryOf } from "./core/delivery.ts";
import type { Decision } from "./core/delivery.ts";

/** Writes NAV's record of every certificate that concerns it. */
export const make: Make = async (env) => {
  const hub = await openHub({ service: "welfare-translator", env });
  return withHub(
    hub,
    await runTranslator<Decision, "identity" | "work" | "case" | "medical">(hub, {
      name: "welfare-translator",
      topic: topics.events,
      to: topics.welfareOutbound,
      audience: "welfare",
      accepts: ["SickLeaveCertified", "SickLeaveRejected"],
      appetite: unhurried,
      opens: ["identity", "work", "case", "medical"],
      translate: (fact) => {
        const delivery = deliveryOf(fact);
        return delivery ? printDelivery(delivery) : [];
      },
    }),
  );
};
