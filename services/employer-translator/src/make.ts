import { topics } from "@samvirke/contracts";
import { openHub, readConfig, readPartyAlias, runTranslator, unhurried, withHub } from "@samvirke/stage";
import type { Make } from "@samvirke/stage";
import { printDelivered } from "./adapter/outbound.ts";
import { EmployerConfig } from "./config.ts";
import { deliveriesOf, needsPast } from "./core/deliveries.ts";
import { remembered, translated } from "./core/model.ts";
import type { Known, Parts } from "./core/model.ts";

/** Writes for each employer what the person has sent to it. */
export const make: Make = async (env, open = openHub) => {
  const config = readConfig(EmployerConfig, env);
  const alias = await readPartyAlias(config.SAMVIRKE_PEPPER_FILE);
  const hub = await open({ service: "employer-translator", env });
  return withHub(
    hub,
    await runTranslator<Known["type"], Parts>(hub, {
      name: "employer-translator",
      topic: topics.events,
      to: topics.employerOutbound,
      audience: "employer",
      accepts: translated,
      appetite: unhurried,
      opens: ["identity", "work", "case"],
      remembers: remembered,
      recalls: needsPast,
      translate: (fact, { earlier }) => deliveriesOf(fact, earlier).map((delivery) => printDelivered(delivery, alias)),
    }),
  );
};
