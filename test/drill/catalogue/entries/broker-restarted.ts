import type { Entry } from "../entry.ts";
import { whileBusy } from "../strike.ts";

/** The broker ends in order and comes back. */
export const brokerRestarted: Entry = {
  name: "broker-restarted",
  what: "The broker is stopped in order and started again under load.",
  runs: { small: 0, large: 3 },
  play: async (scene) => {
    const { parts } = scene.hub;
    const began = performance.now();
    const pid = (): number | undefined => parts.pid("kafka");
    const struck = await whileBusy(scene, "broker (Kafka)", { pid, act: () => parts.restart("kafka") });
    return { ...struck, at: Math.max(began, struck.at) };
  },
};
