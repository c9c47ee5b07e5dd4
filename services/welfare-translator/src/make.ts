import { topics } from "@samvirke/contracts";
import { openHub, readConfig, runTranslator, unhurried, withHub } from "@samvirke/stage";
import type { Make } from "@samvirke/stage";
import { printDelivered } from "./adapter/print.ts";
import { WelfareConfig } from "./config.ts";
import { deliveryOf, needsOriginal, needsPast } from "./core/deliveries.ts";
import { remembered, translated } from "./core/model.ts";
import type { Known, Parts } from "./core/model.ts";

/** Writes for welfare what concerns it, in the shapes that its readers take. */
export const make: Make = async (env, open = openHub) => {
  const { SAMVIRKE_WELFARE_SHAPES: shapes = ["record", "legacy"] } = readConfig(WelfareConfig, env);
  const hub = await open({ service: "welfare-translator", env });
  return withHub(
    hub,
    await runTranslator<Known["type"], Parts>(hub, {
      name: "welfare-translator",
      topic: topics.events,
      to: topics.welfareOutbound,
      audience: "welfare",
      accepts: translated,
      appetite: unhurried,
      opens: ["identity", "work", "case", "medical"],
      remembers: remembered,
      recalls: needsPast,
      reads: needsOriginal,
      translate: (fact, { earlier, received }) => {
        const delivery = deliveryOf(fact, earlier);
        return delivery ? printDelivered(delivery, { shapes, received }) : [];
      },
    }),
  );
};
