import { confluentRegistry } from "@samvirke/contracts";
import { openForeignLog, openHub, withHub } from "@samvirke/stage";
import type { Make } from "@samvirke/stage";
import { startBridging } from "./adapter/bridging.ts";
import { makeHand } from "./adapter/door.ts";
import { readTls } from "./adapter/tls.ts";
import { makeWriters } from "./adapter/writers.ts";
import { readSettings } from "./config.ts";

/** Takes welfare's own topics over to the welfare gateway. */
export const make: Make = async (env) => {
  const { topics, brokers, registryUrl, gateway, createTopics, tls, sasl, ...rest } = readSettings(env);
  const hub = await openHub({ service: "bridge", env, poolSize: 2 });
  const security = { tls: tls && readTls(tls), sasl };
  const log = openForeignLog({ brokers, clientId: "samvirke-bridge", observe: hub.observe, ...security });
  if (createTopics)
    await log.createTopics(
      topics.map(({ topic }) => topic),
      1,
    );
  const writerOf = makeWriters(confluentRegistry({ url: registryUrl }));
  const deps = { ...rest, log, store: hub.store, hand: makeHand(gateway), writerOf, observe: hub.observe };
  const both = {
    close: async () => {
      await log.close();
      await hub.close();
    },
  };
  return withHub(both, await startBridging(deps, topics));
};
