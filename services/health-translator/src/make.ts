import { topics } from "@samvirke/contracts";
import { openHub, readConfig, readPartyAlias, runTranslator, unhurried, withHub } from "@samvirke/stage";
import type { Make } from "@samvirke/stage";
import { fhirReadersOf } from "./adapter/fhir-readers.ts";
import { printDelivered } from "./adapter/print.ts";
import { HealthConfig, readParties } from "./config.ts";
import { deliveryOf, needsOriginal, needsPast } from "./core/deliveries.ts";
import { remembered, translated } from "./core/model.ts";
import type { Known, Parts } from "./core/model.ts";
import { takesReferralsOf } from "./core/receiver-policy.ts";

/** Writes for each health party what is meant for it. */
export const make: Make = async (env, open = openHub) => {
  const config = readConfig(HealthConfig, env);
  const alias = await readPartyAlias(config.SAMVIRKE_PEPPER_FILE);
  const takes = takesReferralsOf(config.SAMVIRKE_WELFARE_REFERRAL_UNITS ?? "");
  const fhir = fhirReadersOf(await readParties(config.SAMVIRKE_PARTIES_FILE), alias);
  const hub = await open({ service: "health-translator", env });
  return withHub(
    hub,
    await runTranslator<Known["type"], Parts>(hub, {
      name: "health-translator",
      topic: topics.events,
      to: topics.healthOutbound,
      audience: "health",
      accepts: translated,
      appetite: unhurried,
      opens: ["identity", "work", "case", "medical"],
      remembers: remembered,
      recalls: needsPast,
      reads: needsOriginal,
      translate: (fact, { earlier, received }) => {
        const delivery = deliveryOf(fact, { earlier, takes });
        return delivery ? printDelivered(delivery, received, { alias, fhir }) : [];
      },
    }),
  );
};
