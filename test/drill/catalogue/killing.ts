import type { Entry } from "./entry.ts";
import type { Target } from "./strike.ts";
import { strike } from "./strike.ts";

const restarts = { broker: "kafka", database: "postgres" } as const;

/** An entry that ends a process without warning, with uncommitted work in flight. */
export const killing = (name: string, what: string, target: Target): Entry => ({
  name,
  what,
  runs: { small: 1, large: 3 },
  play: async (scene) => {
    const struck = await strike(scene, target);
    // Services are started again by whoever hosts them; the parts by whoever killed them.
    if (target.kind === "broker" || target.kind === "database") await scene.hub.parts.restart(restarts[target.kind]);
    return struck;
  },
});
