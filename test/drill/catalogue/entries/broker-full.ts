import { setTimeout as sleep } from "node:timers/promises";
import type { Entry } from "../entry.ts";
import { limitFiles } from "../file-limit.ts";
import { whileBusy } from "../strike.ts";

const bytes = 4 * 1024;
const full = { small: 2_000, large: 20_000 };

/** The broker can write nothing more, and gives up. */
export const brokerFull: Entry = {
  name: "broker-full",
  what: "The broker's files cannot grow past a limit, as on a full disk; then there is room again and it is started anew.",
  runs: { small: 0, large: 2 },
  play: (scene) => {
    const { parts } = scene.hub;
    const act = async (): Promise<void> => {
      limitFiles([parts.pid("kafka") ?? 0], bytes);
      await sleep(scene.isSmall ? full.small : full.large, undefined, { signal: scene.signal });
      await parts.kill("kafka");
      await parts.restart("kafka");
    };
    return whileBusy(scene, "broker (Kafka)", { pid: () => parts.pid("kafka"), act });
  },
};
