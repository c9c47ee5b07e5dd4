import { setTimeout as sleep } from "node:timers/promises";
import type { Entry } from "../entry.ts";
import { hosted, whileBusy } from "../strike.ts";

const away = { small: 4_000, large: 120_000 };

/** Nobody tells schemas, also not to a service that starts just then. */
export const registryDown: Entry = {
  name: "registry-down",
  what: "The registry is killed for two minutes (four seconds in the small drill), and so are two services that then start without it.",
  runs: { small: 0, large: 1 },
  play: (scene) => {
    const { parts } = scene.hub;
    const act = async (): Promise<void> => {
      await parts.kill("registry");
      try {
        await Promise.all([hosted(scene.hub, "intake").kill(), hosted(scene.hub, "health-projector").kill()]);
        await sleep(scene.isSmall ? away.small : away.large, undefined, { signal: scene.signal });
      } finally {
        await parts.restart("registry");
      }
    };
    return whileBusy(scene, "registry", { pid: () => parts.pid("registry"), act });
  },
};
