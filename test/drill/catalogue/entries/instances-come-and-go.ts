import { setTimeout as sleep } from "node:timers/promises";
import { companionOf } from "../companion.ts";
import type { Companion } from "../companion.ts";
import type { Entry, EntryScene } from "../entry.ts";
import type { Strike } from "../strike.ts";
import { hosted, whileBusy } from "../strike.ts";

const services = ["intake", "health-projector", "welfare-translator"];
const rounds = { small: 2, large: 36 };
const every = { small: 2_500, large: 5_000 };

const aRound = async ({ hub, isSmall, signal }: EntryScene, round: number): Promise<void> => {
  const pids = services.map((name) => hosted(hub, name).pid() ?? 0);
  const companions: ReadonlyArray<Companion> = pids.filter((pid) => pid > 0).flatMap((pid) => [companionOf(pid)]);
  try {
    await sleep(isSmall ? every.small : every.large, undefined, { signal });
  } finally {
    // By turns in order and without warning.
    await Promise.all(companions.map((one) => (round % 2 === 0 ? one.leave() : one.kill())));
  }
};

/** Groups are formed anew all the time. */
export const instancesComeAndGo: Entry = {
  name: "instances-come-and-go",
  what: "Three services get a second instance every few seconds, which leaves by turns in order and without warning.",
  runs: { small: 1, large: 1 },
  play: (scene): Promise<Strike> => {
    const act = async (): Promise<void> => {
      for (let round = 0; round < (scene.isSmall ? rounds.small : rounds.large); round += 1) await aRound(scene, round);
    };
    return whileBusy(scene, services.join(", "), { pid: () => hosted(scene.hub, "intake").pid(), act });
  },
};
