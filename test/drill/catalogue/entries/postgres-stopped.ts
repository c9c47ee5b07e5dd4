import { setTimeout as sleep } from "node:timers/promises";
import type { Entry } from "../entry.ts";
import { childrenOf, signalAll } from "../pids.ts";
import { whileBusy } from "../strike.ts";

const stands = { small: 4_000, large: 120_000 };

/** The whole database server stands still and goes on; recovery counts from then. */
export const postgresStopped: Entry = {
  name: "postgres-stopped",
  what: "PostgreSQL stands still for two minutes (four seconds in the small drill), and goes on.",
  runs: { small: 0, large: 1 },
  play: (scene) => {
    const pid = (): number | undefined => scene.hub.parts.pid("postgres");
    const act = async (): Promise<void> => {
      const server = pid() ?? 0;
      // The server first, so that it starts no more of them.
      signalAll([server], "SIGSTOP");
      const all = [server, ...childrenOf(server)];
      signalAll(all, "SIGSTOP");
      try {
        await sleep(scene.isSmall ? stands.small : stands.large, undefined, { signal: scene.signal });
      } finally {
        signalAll(all, "SIGCONT");
      }
    };
    return whileBusy(scene, "PostgreSQL", { pid, act });
  },
};
