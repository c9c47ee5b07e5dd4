import { setTimeout as sleep } from "node:timers/promises";
import type { Entry, EntryScene } from "../entry.ts";
import { hosted, whileBusy } from "../strike.ts";

const hourMs = 3_600_000;
const lasts = { small: 1_500, large: 30_000 };

const move = async ({ drill, isSmall, signal }: EntryScene): Promise<void> => {
  try {
    for (const by of [hourMs, 0, -hourMs]) {
      drill.moveClock(by);
      await sleep(isSmall ? lasts.small : lasts.large, undefined, { signal });
    }
  } finally {
    drill.moveClock(0);
  }
};

/** The time of day jumps under every service. */
export const clockMoved: Entry = {
  name: "clock-moved",
  what: "The clock of every service jumps an hour ahead, back, and an hour behind.",
  runs: { small: 0, large: 2 },
  play: (scene) =>
    whileBusy(scene, "every service's clock", { pid: () => hosted(scene.hub, "clock").pid(), act: () => move(scene) }),
};
