import { loadCatalogue } from "@samvirke/contracts";
import { openHub, withHub } from "@samvirke/stage";
import type { Make } from "@samvirke/stage";
import { loadMasterKey } from "@samvirke/store";
import { openGateway } from "./adapter/gateway.ts";
import { makeParties } from "./adapter/parties.ts";
import { makePepper } from "./adapter/pepper.ts";
import { readParties, readSettings } from "./config.ts";

/** The hub's door for one sector: takes messages, and tells what became of them. */
export const make: Make = async (env) => {
  const settings = readSettings(env);
  const pepper = makePepper(await loadMasterKey(settings.pepperFile));
  const parties = makeParties(await readParties(settings.partiesFile), settings.sector, pepper);
  const hub = await openHub({ service: "gateway", env, poolSize: 8, personsKept: 1_000 });
  try {
    return withHub(hub, await openGateway({ hub, settings, parties, pepper, catalogue: loadCatalogue() }));
  } catch (error) {
    await hub.close();
    throw error;
  }
};
